"""The district map: a shape, a tile and a link for every district, shaded by the number of its records."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from helpers.small_library import FORUM, STORY, small_library
from helpers.small_library import page as page_of
from hyeopchi.site.district_map import district_map
from hyeopchi.site.pages.districts import districts, shades
from support.environment import ROOT

TILES = (ROOT / "docs/assets/stylesheets/parts/districts.css").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("most", "expected"),
    [(0, (0, 0, 0, 0)), (1, (0, 1, 1, 1)), (5, (0, 1, 2, 5)), (1000, (0, 10, 100, 1000))],
)
def test_each_shade_reaches_about_as_many_times_further_as_the_one_before(
    most: int, expected: tuple[int, ...]
) -> None:
    assert shades(most) == expected


def test_every_district_but_the_city_itself_is_drawn_in_its_own_shape(tmp_path: Path) -> None:
    shown = districts(small_library(tmp_path, {}))
    assert [row.term.id for row in shown.rows if not row.shape] == ["seoul"]
    assert len({row.shape.path for row in shown.drawn}) == len(shown.drawn) == 25
    assert all(
        0 < row.shape.x < shown.drawing.width and 0 < row.shape.y < shown.drawing.height
        for row in shown.drawn
    )


def test_every_district_has_a_tile_of_its_own(tmp_path: Path) -> None:
    places = dict(re.findall(r"\.tile--([\w-]+) \{ grid-area: ([\d /]+); \}", TILES))
    assert set(places) == {row.term.id for row in districts(small_library(tmp_path, {})).drawn}
    assert len(set(places.values())) == len(places)


@pytest.mark.parametrize("address", ["", "districts/"])
def test_a_district_says_its_name_and_number_and_leads_to_its_records(
    tmp_path: Path, address: str
) -> None:
    html = page_of(small_library(tmp_path, STORY), address)
    assert 'districts/geumcheon-gu/" aria-label="금천 1개 기록"' in html
    assert 'aria-label="마포, 기록 아직 없음"' in html
    assert district_map().attribution in html


def test_the_number_says_what_the_shade_says(tmp_path: Path) -> None:
    records = {
        f"mapo-gu/2017-forum-{one}": FORUM.replace("geumcheon-gu", "mapo-gu")
        .replace("  implements", "  related")
        .replace("2017-plan#1-1", "2017-forum-0")
        for one in range(1, 5)
    }
    shown = districts(small_library(tmp_path, {**records, "geumcheon-gu/2017-market-forum": FORUM}))
    assert {(row.count, row.step) for row in shown.rows} == {(0, 0), (1, 1), (4, 3)}
    assert shown.legend == ((0, "아직 없음"), (1, "1개"), (2, "2개"), (3, "3~4개"))


def test_the_map_is_walked_by_keyboard_and_gives_way_to_tiles_on_a_phone(page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("/")
    page.locator(".map a").first.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')").startswith("중구")
    page.keyboard.press("Enter")
    page.wait_for_url("**/districts/jung-gu/")
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto("/")
    assert not page.locator(".map").is_visible()
    north, south = (
        page.locator(f".tile--{one}-gu").bounding_box() for one in ("dobong", "seongbuk")
    )
    assert (north["x"], north["y"] + north["height"] <= south["y"]) == (south["x"], True)
