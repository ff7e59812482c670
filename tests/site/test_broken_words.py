"""A preview of a library whose vocabularies cannot be read shows what is wrong, and comes back when it is mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.broken_files import shelf
from helpers.small_library import said
from hyeopchi.build import Site, open_site
from hyeopchi.library.settings import Settings


@pytest.fixture(params=["domains.yml", "fields.yml"])
def site(request: pytest.FixtureRequest, tmp_path: Path) -> Site:
    """A preview of a shelf in which one file of words is no YAML."""
    cases = shelf(tmp_path)
    (cases / "_vocabulary" / request.param).write_text("id: [\n", encoding="utf-8")
    return open_site(cases, Settings(preview=True))


def test_a_preview_by_broken_words_has_pages_that_say_so(site: Site) -> None:
    pages = {view.address: said(str(site.templates.render(view))) for view in site.views()}
    assert list(pages) == ["", "preview-problems/"]
    assert all("괄호의 짝을 맞춰 주세요" in text for text in pages.values())
    assert site.shell.preview_notice == "고칠 곳이 1개 있습니다. 보기"


def test_a_preview_by_broken_words_writes_no_data(site: Site, tmp_path: Path) -> None:
    for write in (site.write_own_records, site.write_beside_records, site.join_records):
        write(tmp_path / "site")
    assert not (tmp_path / "site").exists()
