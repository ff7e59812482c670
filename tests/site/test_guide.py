"""The guides: their commands exist, their pictures are there, and the criteria are the rules'."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

from helpers.docs_pages import docs_pages
from helpers.small_library import page, small_library
from helpers.worked import examples
from hyeopchi.library.library import Library
from support.environment import ROOT

GUIDES = sorted(file.stem for file in (ROOT / "docs/guide").glob("*.md") if file.stem != "index")
PICTURES = ROOT / "docs/assets/pictures"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return small_library(tmp_path_factory.mktemp("guide"), {})


@pytest.fixture(scope="module")
def guides(library: Library) -> dict[str, str]:
    """The HTML of each guide by its name."""
    pages = docs_pages(library)
    return {name: pages[f"guide/{name}/"]() for name in GUIDES}


def texts() -> dict[str, str]:
    """What people read about the commands: the guides as written, README and CONTRIBUTING."""
    files = [
        *(ROOT / "docs/guide").glob("*.md"),
        ROOT / "README.md",
        ROOT / "CONTRIBUTING.md",
    ]
    return {file.name: file.read_text("utf-8") for file in files}


def test_every_guide_stands_on_the_page_that_lists_them(library: Library) -> None:
    listed = page(library, "guide/")
    assert [name for name in GUIDES if f'href="{name}/"' not in listed] == []


@pytest.mark.parametrize("name", texts())
def test_every_command_and_file_that_is_named_exists(name: str) -> None:
    made = {example.file for example in examples()}
    named = set(
        re.findall(
            r"\b((?:scripts|hooks|docs|cases|tests|\.github)/[\w./-]*\w\.(?:py|yml|html|md|yaml|json))",
            texts()[name],
        )
    )
    assert (
        sorted(
            path
            for path in named
            if not (ROOT / path).is_file()
            and path not in made
            and not re.match(r"cases/[a-z]+-gu/", path)
        )
        == []
    )


@pytest.mark.parametrize("option", ["--changed", "--mixed", "--no-input", "--draft"])
def test_an_option_that_is_named_is_one_of_the_command(option: str) -> None:
    code = "".join(
        (ROOT / name).read_text("utf-8") for name in ("hooks/hyeopchi/cli.py", "scripts/new.py")
    )
    assert f'"{option}"' in code and any(option in text for text in texts().values())


def test_a_picture_is_there_in_its_size_with_words_in_its_place(guides: dict[str, str]) -> None:
    shown = re.findall(
        r'<img [^>]*alt="([^"]+)" height="(\d+)" src="[./]*assets/pictures/([\w.-]+)" width="(\d+)"',
        "".join(guides.values()),
    )
    assert {name for _, _, name, _ in shown} == {file.name for file in PICTURES.iterdir()}
    assert [
        (name, str(size[0]), str(size[1]))
        for _, _, name, _ in shown
        for size in [Image.open(PICTURES / name).size]
    ] == [(name, width, height) for _, height, name, width in shown]
    assert min(len(alt) for alt, *_ in shown) > 30


def test_pictures_stay_small() -> None:
    assert sum(file.stat().st_size for file in PICTURES.iterdir()) < 150_000


def test_those_who_review_are_told_ten_things_to_look_for(guides: dict[str, str]) -> None:
    criteria = guides["reviewers"].split('id="criteria"')[1].split("</section>")[0]
    assert criteria.count("<li>") == 10


@pytest.mark.parametrize(
    "place", ["first", "mail", "words", "release", "withdraw", "erase", "move", "hand-over"]
)
def test_those_who_look_after_the_library_are_told_of_each_task(
    guides: dict[str, str], place: str
) -> None:
    assert f'<h2 id="{place}">' in guides["maintainers"]


def test_the_tombstone_that_the_guide_shows_is_a_good_record(
    guides: dict[str, str], tmp_path: Path
) -> None:
    from html import unescape

    from helpers.broken_files import problems, shelf

    shown = unescape(
        guides["maintainers"].split('id="withdraw"')[1].split("<code>")[1].split("</code>")[0]
    )
    other = "\n".join(line for line in shown.splitlines() if not line.startswith("withdrawn"))
    cases = shelf(tmp_path, {"seoul/2016-old.md": f"{shown}\n"})
    assert (
        other
        and [problem for problem in problems(cases) if "2016-agenda-projects" not in problem] == []
    )
