"""Drafts in two windows of one browser: nothing that was written is lost, and nobody is overwritten unseen."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
from playwright.sync_api import Page

from browser.test_contribute_form import FORUM, open_form
from helpers.by_keyboard import press

MET = "다른 창에서 이 글을 고쳤습니다. 그 글 위에 덮어쓰지 않았습니다. 어느 글로 이어 쓸까요?"
GONE = "다른 창에서 이 글을 지웠습니다. 이 창에는 아직 있습니다. 어떻게 할까요?"
KEPT = "쓰던 글을 이 브라우저에 두었습니다."
LEAVE = "dispatchEvent(new Event('pagehide'))"
"""What a window is told when it is closed, or another page opened in it."""


@pytest.fixture
def other(page: Page) -> Page:
    """A second window of the browser."""
    return page.context.new_page()


def drafts(page: Page, name: str = "hyeopchi-form") -> Mapping[str, Any]:
    """What the browser keeps under ``name``: what was written, by key."""
    kept = page.evaluate(
        "name => Object.entries(localStorage).filter(([key]) => key.startsWith(name))", name
    )
    return {key: json.loads(text) for key, text in kept}


def titles(page: Page) -> list[str]:
    return sorted(draft["fields"].get("title", "") for draft in drafts(page).values())


def write(page: Page, field: str, text: str) -> None:
    """Write as a person does, and wait until it is kept or another window is met."""
    page.locator(field).fill(text)
    page.locator(".form__kept", has_text=KEPT).or_(
        page.locator(".form__other:visible")
    ).first.wait_for()


def alert(page: Page) -> str:
    """What is said of another window."""
    page.locator(".form__other").wait_for()
    return page.locator(".form__other p").first.inner_text()


def test_a_window_that_changed_nothing_never_writes(page: Page, other: Page) -> None:
    open_form(page)
    write(page, "#f-title", "골목 쉼터")
    open_form(other)
    write(other, "#f-summary", "주민이 쉼터를 만들었습니다.")
    before = drafts(page)
    for window in (other, page):
        window.evaluate(LEAVE)
    assert drafts(page) == before
    assert [draft["fields"]["summary"] for draft in before.values()] == [
        "주민이 쉼터를 만들었습니다."
    ]


def test_a_newer_draft_is_told_of_and_opened_and_what_stood_here_stays_too(
    page: Page, other: Page
) -> None:
    open_form(page)
    write(page, "#f-title", "골목 쉼터")
    open_form(other)
    write(other, "#f-title", "골목 쉼터 둘째")
    assert alert(page) == MET
    write(page, "#f-title", "골목 쉼터 첫째")
    page.locator(".form__other", has_text="고르지 않은 글도").wait_for()
    assert titles(page) == ["골목 쉼터 둘째"]
    press(page, "다른 창의 글 열기")
    page.wait_for_load_state()
    page.locator("#step").wait_for()
    assert page.locator("#f-title").input_value() == "골목 쉼터 둘째"
    assert titles(page) == ["골목 쉼터 둘째", "골목 쉼터 첫째"]
    page.get_by_role("link", name="‘골목 쉼터 첫째’").click()
    page.wait_for_url("**draft=2")
    page.locator("#step").wait_for()
    assert page.locator("#f-title").input_value() == "골목 쉼터 첫째"


def test_one_may_go_on_with_what_stands_here_and_both_stay(page: Page, other: Page) -> None:
    open_form(page)
    write(page, "#f-title", "골목 쉼터")
    open_form(other)
    write(other, "#f-title", "골목 쉼터 둘째")
    alert(page)
    press(page, "이 창의 글로 이어 쓰기")
    assert alert(page) == "이 창의 글을 따로 두었습니다. 이어서 쓰세요."
    assert page.evaluate("document.activeElement.className") == "form__other"
    write(page, "#f-title", "골목 쉼터 첫째")
    page.wait_for_timeout(800)
    assert titles(page) == ["골목 쉼터 둘째", "골목 쉼터 첫째"]
    open_form(page, "?draft=2")
    assert page.locator("#f-title").input_value() == "골목 쉼터 첫째"


def test_a_window_closed_before_one_has_chosen_keeps_both(page: Page, other: Page) -> None:
    open_form(page)
    write(page, "#f-title", "골목 쉼터")
    open_form(other)
    write(other, "#f-title", "골목 쉼터 둘째")
    alert(page)
    page.locator("#f-title").fill("골목 쉼터 첫째")
    page.evaluate(LEAVE)
    assert titles(page) == ["골목 쉼터 둘째", "골목 쉼터 첫째"]


def test_two_new_records_are_two_drafts(page: Page, other: Page) -> None:
    open_form(page)
    open_form(other)
    write(page, "#f-title", "골목 쉼터")
    write(other, "#f-title", "장터 공론장")
    assert titles(page) == ["골목 쉼터", "장터 공론장"]
    page.reload()
    page.locator("#step").wait_for()
    assert page.locator("#f-title").input_value() == "골목 쉼터"
    page.get_by_role("link", name="이 글은 두고 새로 쓰기").click()
    page.wait_for_url("**draft=new")
    page.locator("#step").wait_for()
    assert page.locator("#f-title").input_value() == ""
    assert (
        page.locator(".form__notice").inner_text()
        == "쓰던 다른 글 2개는 아래 ‘쓰던 글은 어디에 있나요’에서 열 수 있습니다."
    )


def test_an_address_that_says_what_a_record_is_about_opens_a_new_one(page: Page) -> None:
    open_form(page)
    write(page, "#f-title", "골목 쉼터")
    open_form(page, "?district=mapo-gu&domain=environment")
    assert page.locator("#f-districts .ask__note").inner_text() == "고른 것: 마포구"
    write(page, "#f-title", "나무 심기")
    assert titles(page) == ["골목 쉼터", "나무 심기"]
    page.reload()
    page.locator("#step").wait_for()
    assert (page.locator("#f-title").input_value(), page.url.split("?")[1]) == (
        "나무 심기",
        "draft=2",
    )


def test_a_draft_that_was_erased_elsewhere_is_not_kept_again_without_a_word(
    page: Page, other: Page
) -> None:
    open_form(page)
    write(page, "#f-title", "골목 쉼터")
    open_form(other)
    other.get_by_role("button", name="모두 지우고 처음부터").click()
    other.get_by_role("button", name="정말 지웁니다").click()
    other.wait_for_url("**draft=new")
    assert alert(page) == GONE
    page.locator("#f-title").fill("골목 쉼터 둘째")
    page.wait_for_timeout(800)
    assert titles(page) == []
    press(page, "이 창에서도 지우기")
    page.wait_for_url("**draft=new")
    page.locator("#step").wait_for()
    assert (page.locator("#f-title").input_value(), titles(page)) == ("", [])


def test_what_another_window_has_written_is_not_erased_from_here(page: Page, other: Page) -> None:
    open_form(page)
    write(page, "#f-title", "골목 쉼터")
    open_form(other)
    page.evaluate("addEventListener('storage', event => event.stopImmediatePropagation(), true)")
    write(other, "#f-title", "골목 쉼터 둘째")
    page.get_by_role("button", name="모두 지우고 처음부터").click()
    page.get_by_role("button", name="정말 지웁니다").click()
    assert alert(page) == MET
    assert titles(page) == ["골목 쉼터 둘째"]


def test_a_draft_that_is_not_here_is_said(page: Page) -> None:
    open_form(page, "?draft=7")
    assert (
        page.locator(".form__notice").inner_text()
        == "주소에 적힌 쓰던 글이 이 브라우저에 없어 처음부터 엽니다."
    )


def test_the_draft_of_a_change_is_listed_beside_new_ones(page: Page) -> None:
    open_form(page, f"?edit={FORUM}")
    write(page, "#f-dong", "시흥 4동")
    open_form(page)
    link = page.locator(".form__safety li a")
    assert [text.rpartition("’")[2] for text in link.all_inner_texts()] == [" 고치기"]
    link.click()
    page.wait_for_url(f"**edit={FORUM}&draft=1")
    page.locator("#step").wait_for()
    assert page.locator("#f-dong").input_value() == "시흥 4동"


def test_a_tip_is_kept_too_and_one_about_another_passage_is_another(
    page: Page, other: Page
) -> None:
    page.goto("/contribute/tell/")
    write(page, "#tell-title", "골목 쉼터")
    page.goto(f"/contribute/tell/?record={FORUM}&passage=하나")
    write(page, "#tell-words", "둘입니다.")
    page.goto(f"/contribute/tell/?record={FORUM}&passage=셋")
    assert page.locator("#tell-words").input_value() == ""
    write(page, "#tell-words", "넷입니다.")
    page.goto("/contribute/tell/")
    assert page.locator("#tell-title").input_value() == "골목 쉼터"
    page.get_by_text("이 브라우저에 있던, 쓰다 만 글을 열었습니다.").wait_for()
    other.goto(f"/contribute/tell/?record={FORUM}&draft=1")
    other.locator("#tell-words").wait_for()
    assert other.locator("#tell-words").input_value() == "둘입니다."
    assert "자리: 하나\n" in other.locator(".tell__text").inner_text()
    assert sorted(drafts(page, "hyeopchi-tell")) == [
        "hyeopchi-tell",
        f"hyeopchi-tell:{FORUM}",
        f"hyeopchi-tell:{FORUM}+2",
    ]


def test_a_tip_in_two_windows_is_not_overwritten(page: Page, other: Page) -> None:
    page.goto("/contribute/tell/")
    write(page, "#tell-title", "골목 쉼터")
    other.goto("/contribute/tell/")
    write(other, "#tell-words", "주민이 만들었습니다.")
    assert alert(page) == MET
    page.evaluate(LEAVE)
    assert [draft["words"] for draft in drafts(page, "hyeopchi-tell").values()] == [
        "주민이 만들었습니다."
    ]
