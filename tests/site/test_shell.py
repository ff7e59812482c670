"""The shell is the library's own: it stands without the theme that MkDocs is given, and publishes none of it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support.environment import ROOT

GOLDEN = ROOT / "tests/data/golden/one-case/cases"


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small library built with no theme but ``hooks/theme``."""
    folder = tmp_path_factory.mktemp("bare")
    said = (ROOT / "mkdocs.yml").read_text("utf-8")
    said = re.sub(
        r"(?m)^theme:\n(?:  .*\n)+", "theme: {name: null, custom_dir: HERE/hooks/theme}\n", said
    )
    said = said.replace("- hooks/mkdocs_events.py", "- HERE/hooks/mkdocs_events.py")
    said = said.replace("  - hooks/hyeopchi\n  - hooks/theme\n", "  - HERE/hooks\n")
    said = f"{said}docs_dir: HERE/docs\n".replace("HERE", ROOT.as_posix())
    cases = folder / "cases"
    shutil.copytree(ROOT / "cases/_vocabulary", cases / "_vocabulary")
    shutil.copytree(GOLDEN, cases, dirs_exist_ok=True)
    config = folder / "mkdocs.yml"
    config.write_text(said, "utf-8")
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "--strict",
            "-f",
            str(config),
            "-d",
            str(folder / "site"),
        ],
        env={**os.environ, "HYEOPCHI_CASES": str(cases), "HYEOPCHI_CACHE": str(folder / "cache")},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def test_without_any_theme_the_library_builds_and_every_page_has_its_look(bare: Path) -> None:
    pages = sorted(bare.rglob("index.html"))
    assert len(pages) > 100
    for page in pages:
        html = page.read_text("utf-8")
        assert html.startswith('<!doctype html>\n<html lang="ko">'), page
        assert "assets/stylesheets/library.css" in html, page
        assert "<main>" in html and 'id="main" class="page"' in html, page


def test_nothing_of_the_theme_is_published_or_named(site: Path, bare: Path) -> None:
    for folder in (site, bare):
        published = {file.relative_to(folder).parts[:2] for file in folder.glob("assets/*")}
        assert published == {
            ("assets", name)
            for name in (
                "booklet",
                "fonts",
                "icons",
                "javascripts",
                "mark.svg",
                "pictures",
                "share",
                "stylesheets",
                "vendor",
            )
        }
        assert [file.name for file in folder.glob("assets/javascripts/*.js")] == []
        assert not (folder / "way_home.js").exists()
        home = (folder / "index.html").read_text("utf-8")
        assert re.findall(r'class="[^"]*\bmd-|<input class="md|__drawer|__search', home) == []
        assert "--md-" not in (folder / "assets/stylesheets/library.css").read_text("utf-8")
