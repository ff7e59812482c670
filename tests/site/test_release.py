"""A site for the public needs someone to write to; a site for a look does not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from helpers.broken_files import CASE, shelf
from hyeopchi.build import open_site
from hyeopchi.library.settings import Settings

PUBLIC = Settings(release=True)
REFUSAL = (
    "연락할 곳이 없어 펴낼 사이트를 짓지 않았습니다. "
    "mkdocs.yml의 extra.library.contact에 전자우편 주소를 적어 주세요."
)


@pytest.mark.parametrize(
    ("settings", "is_refused"),
    [
        (PUBLIC, True),
        (replace(PUBLIC, contact="desk@example.org"), False),
        (Settings(), False),
        (replace(PUBLIC, preview=True), False),
    ],
)
def test_only_a_release_without_a_contact_is_refused(
    tmp_path: Path, settings: Settings, is_refused: bool
) -> None:
    site = open_site(shelf(tmp_path, {"mapo-gu/2017-meeting.md": CASE}), settings)
    assert site.is_refused == is_refused
    assert not is_refused or site.refusal == REFUSAL


def test_errors_are_told_before_the_want_of_a_contact(tmp_path: Path) -> None:
    site = open_site(
        shelf(tmp_path, {"mapo-gu/2017-meeting.md": CASE.replace("kind: case", "kind: csae")}),
        PUBLIC,
    )
    assert site.is_refused and site.refusal.startswith("고칠 곳이 ")
