"""The look: tokens that exist, colours that can be read, fonts that are ours and cover what is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import yaml

from support.environment import ROOT

ASSETS = ROOT / "docs" / "assets"
SHEETS = {
    path.stem: path.read_text(encoding="utf-8") for path in (ASSETS / "stylesheets").rglob("*.css")
}
FONTS = ASSETS / "fonts" / "noto-sans-kr"
TEMPLATES = sorted((ROOT / "hooks" / "theme").rglob("*.html"))

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLOCK = re.compile(r"(?:@media ([^{]+)\{\s*)?:root\s*\{([^}]*)\}")
_COLOUR = re.compile(r"--([\w-]+):\s*(#[0-9a-f]{3,6})\b")
_RANGE = re.compile(r"U\+([0-9A-Fa-f]+)(?:-([0-9A-Fa-f]+))?")

TEXT_PAIRS = [
    ("ink", "paper"),
    ("ink", "paper-shade"),
    ("ink", "seal-shade"),
    ("ink-soft", "paper"),
    ("ink-soft", "paper-shade"),
    ("ink-soft", "seal-shade"),
    ("seal", "paper"),
    ("seal", "paper-shade"),
    ("seal", "seal-shade"),
]
SHAPE_PAIRS = [
    ("line-strong", "paper"),
    ("line-strong", "paper-shade"),
    ("focus", "paper"),
    ("focus", "paper-shade"),
]
"""Borders that carry meaning, and the focus: WCAG 2.2, 1.4.11."""


def _schemes() -> Mapping[str, Mapping[str, str]]:
    """The colours of each scheme, every later one over the light one."""
    light: dict[str, str] = {}
    schemes = {}
    for media, body in _BLOCK.findall(_COMMENT.sub("", SHEETS["tokens"])):
        light = light or dict(_COLOUR.findall(body))
        schemes[media.strip() or "light"] = {**light, **dict(_COLOUR.findall(body))}
    return schemes


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours as WCAG 2.2 defines it."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _ranges() -> Iterator[range]:
    for declared in re.findall(r"unicode-range: ([^;]+);", SHEETS["fonts"]):
        for start, end in _RANGE.findall(declared):
            yield range(int(start, 16), int(end or start, 16) + 1)


def _urls() -> Iterator[tuple[str, str]]:
    for name, text in SHEETS.items():
        for address in re.findall(r'url\(\s*"?([^")]+)"?\s*\)', _COMMENT.sub("", text)):
            yield name, address


def test_every_token_that_is_used_is_named() -> None:
    text = "".join(SHEETS.values())
    named = set(re.findall(r"^\s*(--[\w-]+):", text, re.MULTILINE))
    assert set(re.findall(r"var\((--[\w-]+)", text)) - named == set()


def test_no_token_is_named_for_nothing() -> None:
    used = set(re.findall(r"var\((--[\w-]+)", "".join(SHEETS.values())))
    assert set(re.findall(r"^\s*(--[\w-]+):", SHEETS["tokens"], re.MULTILINE)) - used == set()


def test_only_the_tokens_the_printed_page_and_the_codes_of_slides_name_colours() -> None:
    """A code is read by a camera: black on white, whatever the page wears."""
    naming = {
        name
        for name, text in SHEETS.items()
        if re.search(r"#[0-9a-f]{3,8}\b|\brgb|\bhsl", _COMMENT.sub("", text))
    }
    assert naming == {"tokens", "print", "screen"}


def test_there_are_colours_for_light_dark_and_more_contrast() -> None:
    assert list(_schemes()) == [
        "light",
        "(prefers-color-scheme: dark)",
        "(prefers-contrast: more)",
        "(prefers-contrast: more) and (prefers-color-scheme: dark)",
    ]


@pytest.mark.parametrize("scheme", _schemes())
def test_text_can_be_read_in_every_scheme(scheme: str) -> None:
    colours = _schemes()[scheme]
    least = 7 if "contrast" in scheme else 4.5
    assert {
        pair: round(_contrast(colours[pair[0]], colours[pair[1]]), 2)
        for pair in TEXT_PAIRS
        if _contrast(colours[pair[0]], colours[pair[1]]) < least
    } == {}


@pytest.mark.parametrize("scheme", _schemes())
def test_borders_with_a_meaning_and_the_focus_can_be_seen_in_every_scheme(scheme: str) -> None:
    colours = _schemes()[scheme]
    assert {
        pair: round(_contrast(colours[pair[0]], colours[pair[1]]), 2)
        for pair in SHAPE_PAIRS
        if _contrast(colours[pair[0]], colours[pair[1]]) < 3
    } == {}


@pytest.mark.parametrize(("mark", "vocabulary"), [("status", "statuses"), ("verdict", "verdicts")])
def test_every_status_and_verdict_has_a_border_of_its_own(mark: str, vocabulary: str) -> None:
    said = yaml.safe_load(
        (ROOT / "cases" / "_vocabulary" / f"{vocabulary}.yml").read_text(encoding="utf-8")
    )
    rules = {
        name: re.search(r"border-style: ([^;]+);", body)[1]
        for names, body in re.findall(r"([^{}]+)\{([^}]*border-style[^}]*)\}", SHEETS["marks"])
        for name in re.findall(rf"\.{mark}--([\w-]+)", names)
    }
    assert set(rules) == {term["id"] for term in said["terms"]}
    assert len(set(rules.values())) == len(rules)


def test_no_stylesheet_asks_another_host() -> None:
    assert [address for _, address in _urls() if "//" in address] == []


def test_every_address_in_a_stylesheet_leads_to_a_file() -> None:
    missing = [
        address
        for _, address in _urls()
        if not (ASSETS / "stylesheets/base" / address).exists()
        and not (ASSETS / "stylesheets" / address).exists()  # once the sheets are joined
    ]
    assert missing == []


def test_every_stylesheet_is_linked_the_foundation_first_and_the_printed_page_last() -> None:
    linked = [
        Path(line.strip(" -\n")).stem
        for line in (ROOT / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
        if line.strip().endswith(".css")
    ]
    in_the_shell = set(
        re.findall(
            r"assets/stylesheets/\w+/([a-z-]+)\.css",
            (ROOT / "hooks/theme/main.html").read_text(encoding="utf-8"),
        )
    )
    of_pages = {
        name
        for file in (ROOT / "hooks/hyeopchi/site").rglob("*.py")
        for names in re.findall(r"\bstyles=\(([^)]*)\)", file.read_text(encoding="utf-8"))
        for name in re.findall(r"\"([a-z-]+)\"", names)
    }
    assert set(linked) | in_the_shell | of_pages == set(SHEETS)
    assert (linked[:2], linked[-1]) == (["foundation", "tokens"], "print")


def test_no_template_carries_a_style_or_a_handler() -> None:
    """But one style sheet in the page for wrong addresses that must stand alone."""
    found = [
        (path.name, sign.strip())
        for path in TEMPLATES
        for sign in re.findall(r"\sstyle=|\son\w+=|<style", path.read_text(encoding="utf-8"))
    ]
    assert found == [("missing_alone.html", "<style")]


def test_the_font_files_are_those_the_stylesheet_names_with_their_licence_beside_them() -> None:
    named = {Path(address).name for name, address in _urls() if name == "fonts"}
    assert {path.name for path in FONTS.iterdir()} == named | {"OFL.txt"}
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / "OFL.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("letter", "協治官民自治鷄가힣ㄱ①·※「」●■◆▤▣")
def test_a_font_subset_shows_hanja_hangul_and_the_shapes_of_kinds(letter: str) -> None:
    assert any(ord(letter) in covered for covered in _ranges())


def test_a_font_subset_shows_every_hangul_and_hanja_in_the_records() -> None:
    shown = set(
        "".join(path.read_text(encoding="utf-8") for path in (ROOT / "cases").rglob("*.md"))
    )
    covered = list(_ranges())
    letters = sorted(letter for letter in shown if "가" <= letter <= "힣" or "一" <= letter <= "鿿")
    assert [letter for letter in letters if not any(ord(letter) in one for one in covered)] == []


def test_text_never_breaks_inside_a_korean_word_unless_it_must() -> None:
    assert "word-break: keep-all;\n  overflow-wrap: anywhere;" in SHEETS["ground"]


def test_motion_stops_for_those_who_ask() -> None:
    assert "@media (prefers-reduced-motion: reduce)" in SHEETS["ground"]
