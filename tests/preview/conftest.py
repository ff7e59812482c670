"""Fixtures of the tests of previews: previews in the surroundings of a build."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from helpers.small_library import STORY, small_library
from hyeopchi.files.memory import FORGETFUL, Memory
from hyeopchi.preview.preview import Preview
from support import mkdocs
from support.environment import ROOT


@pytest.fixture(scope="module", autouse=True)
def surroundings() -> Iterator[None]:
    """The variables of a build; what MkDocs adds for a preview goes again."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HYEOPCHI_PREVIEW", "1")
        for name, value in mkdocs.environment(ROOT / "cases").items():
            patch.setenv(name, value)
        yield


@pytest.fixture
def said() -> list[str]:
    """What the previews of the test tell the terminal."""
    return []


@pytest.fixture
def opened(tmp_path: Path, said: list[str]) -> Callable[..., Preview]:
    """Opens the preview of a folder of records, with the project's own settings and one page."""
    usual = settings_beside(tmp_path / "usual")

    def open_it(cases: Path, settings: Path = usual, before: Memory = FORGETFUL) -> Preview:
        return Preview(settings, cases, tmp_path / "made", "", said.append, before)

    return open_it


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Preview:
    """The preview of the real library, which no test changes."""
    made = tmp_path_factory.mktemp("made")
    return Preview(ROOT / "mkdocs.yml", ROOT / "cases", made, "", lambda line: None)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Preview:
    """The preview of a small library, which no test changes."""
    folder = tmp_path_factory.mktemp("small")
    small_library(folder / "cases", STORY)
    settings = settings_beside(folder / "usual")
    return Preview(settings, folder / "cases", folder / "made", "", lambda line: None)


def settings_beside(folder: Path) -> Path:
    """The project's settings in ``folder``, whose docs are its assets and one page: others lead to real records."""
    (folder / "docs").mkdir(parents=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "hooks").symlink_to(ROOT / "hooks")
    (folder / "docs/assets").symlink_to(ROOT / "docs/assets")
    (folder / "docs/about.md").write_text("# 이 도서관은\n", "utf-8")
    return folder / "mkdocs.yml"
