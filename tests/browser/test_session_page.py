"""해 본 기록: a session is told by keyboard alone, and the list takes it as it was told."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from helpers.browsing import leave_looks_out
from helpers.real_library import ARCHIVE
from hyeopchi.contribute.session_form import Told, read_session

MOST_TABS = 12
"""Stops that lie between two fields at most: a date has one for each of its parts."""


def tab_to(page: Page, name: str) -> None:
    """Press Tab until what is called ``name`` has the focus."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if (
            page.evaluate(
                "(document.activeElement.labels?.[0] ?? document.activeElement).textContent"
            )
            == name
        ):
            return
    raise AssertionError(f"{name} is not reached by the keyboard")


def test_a_session_is_told_by_keyboard_and_read_as_it_was_told(page: Page, tmp_path: Path) -> None:
    leave_looks_out(page)
    page.goto("/contribute/session/?course=reader-whose-survey")
    page.locator(".session:visible").wait_for()
    page.locator("#session-course").focus()
    assert page.locator("#session-course").input_value() == "reader-whose-survey"
    tab_to(page, "해 본 날")
    page.locator(":focus").fill("2026-11-20")  # In which order a date is typed is the browser's.
    tab_to(page, "지역")
    page.keyboard.press("ArrowDown")
    tab_to(page, "사람 수")
    page.keyboard.type("18")
    for step, minutes in enumerate(("6", "20", "14", "0", "5")):
        tab_to(page, page.locator(".session__steps label").nth(step).inner_text())
        page.keyboard.type(minutes)
    tab_to(page, "뺀 것")
    page.keyboard.type("질문 만들기를 뺐습니다.")
    tab_to(page, "파일로 내려받기")
    with page.expect_download() as downloaded:
        page.keyboard.press("Enter")
    downloaded.value.save_as(tmp_path / "session.txt")
    told = read_session((tmp_path / "session.txt").read_text("utf-8"), ARCHIVE)
    assert told == Told(
        {
            "date": "2026-11-20",
            "course": "reader-whose-survey",
            "district": page.locator("#session-district option").nth(1).get_attribute("value"),
            "people": 18,
            "planned": [5, 18, 15, 7, 5],
            "used": [6, 20, 14, 0, 5],
            "cut": "질문 만들기를 뺐습니다.",
        },
        (),
    )
