"""A number that names a person leaves the page by no way: no file, no copy, no letter, no paper, no other site."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from browser.test_contribute_form import STEPS, go, open_form
from helpers.by_keyboard import reach

AFTER = "가 있어 내보낼 수 없습니다. 내려받기, 복사, 전자우편, 인쇄, GitHub는 그 번호를 지운 뒤에 쓸 수 있습니다."
RESIDENT, MOBILE = "주민등록번호나 외국인등록번호로 보이는 번호", "휴대전화 번호로 보이는 번호"
KINDS = {
    "850101-1000000": RESIDENT,
    "주민등록번호는 앞 850101 뒤 1000000": RESIDENT,
    "010-0000-1234": MOBILE,
    "0 1 0 - 0 0 0 0 - 1 2 3 4": MOBILE,
    "4111-1111-1111-1111": "카드 번호로 보이는 번호",
    "국민은행 123456-01-123456": "계좌 번호로 보이는 번호",
    "운전면허 11-99-123456-01": "운전면허 번호로 보이는 번호",
    "여권 M12345678": "여권 번호로 보이는 번호",
}
WAYS = ["파일로 내려받기", "글로 복사하기", "인쇄하기", "전자우편 쓰기", "GitHub에서 열기 (새 창)"]
TIP_WAYS = ["전자우편 쓰기", "글로 복사하기", "파일로 내려받기", "GitHub에 남기기 (새 창)"]


@pytest.fixture(autouse=True)
def reachable(page: Page) -> None:
    """A library that can be written to, and has a repository."""

    def give(route) -> None:
        answer = route.fetch()
        body = answer.text().replace(
            'data-contact="" data-repo=""',
            'data-contact="desk@example.org" data-repo="https://github.com/example/library/"',
        )
        route.fulfill(response=answer, body=body)

    page.route("**/contribute/*/", give)
    page.route("**/contribute/*/?*", give)


def ways(page: Page) -> dict[str, bool]:
    """The ways out by their names, and whether each can be used."""
    buttons = page.locator(".endings__ways button").all()
    return {button.inner_text(): button.is_enabled() for button in buttons}


def held(page: Page) -> str:
    return page.locator(".endings__held").inner_text()


def prints(page: Page, place: str = ":is(.form, .tell)") -> str:
    """What stands on the paper when one prints by the browser's own menu."""
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    shown = page.locator("body").inner_text()
    before = page.locator(place).evaluate("one => getComputedStyle(one, '::after').content")
    page.emulate_media(media="screen")
    return shown + before


@pytest.mark.parametrize(("text", "kind"), KINDS.items())
def test_nothing_leaves_the_form_while_it_holds_a_number(page: Page, text: str, kind: str) -> None:
    open_form(page)
    page.locator("#f-title").fill("골목 쉼터")
    page.locator("#f-summary").fill(f"{text} 로 물어보세요.")
    assert AFTER in prints(page) and text not in prints(page)
    go(page, STEPS)
    assert ways(page) == dict.fromkeys(WAYS, False)
    assert held(page) == kind + AFTER
    assert (
        page.locator(".form__problems p")
        .inner_text()
        .endswith("번호를 지우기 전에는 보낼 수 없습니다.")
    )
    assert page.locator(".form__file code").text_content() == kind + AFTER
    assert kind + AFTER in prints(page) and text not in prints(page)
    page.locator(".form__problems button", has_text=kind).click()
    page.locator("#f-summary").fill("구청에 물어보세요.")
    go(page, STEPS)
    assert ways(page) == dict.fromkeys(WAYS, True)
    assert held(page) == ""
    assert "구청에 물어보세요." in prints(page)


@pytest.mark.parametrize(("text", "kind"), KINDS.items())
def test_nothing_leaves_the_tip_while_it_holds_a_number(page: Page, text: str, kind: str) -> None:
    page.goto("/contribute/tell/")
    page.get_by_label("무슨 일인가요").fill("골목 쉼터")
    words = page.get_by_label("왜 알리고 싶은가요")
    words.fill(f"{text} 로 물어보세요.")
    assert ways(page) == dict.fromkeys(TIP_WAYS, False)
    assert held(page) == kind + AFTER
    assert page.locator(".tell__text").inner_text() == kind + AFTER
    assert AFTER in prints(page) and text not in prints(page)
    words.fill("구청에 물어보세요.")
    assert ways(page) == dict.fromkeys(TIP_WAYS, True)
    assert held(page) == ""
    reach(page, "파일로 내려받기")
    with page.expect_download():
        page.keyboard.press("Enter")


def test_nothing_leaves_the_letter_of_a_meeting_while_it_holds_a_number(page: Page) -> None:
    page.goto("/contribute/session/")
    page.get_by_label("수업", exact=True).select_option(index=1)
    changed = page.get_by_label("바꾼 것")
    changed.fill("010-0000-1234 로 물어보세요.")
    assert ways(page) == dict.fromkeys(TIP_WAYS, False)
    assert held(page) == MOBILE + AFTER
    assert AFTER in prints(page, ".session") and "010-0000-1234" not in prints(page, ".session")
    changed.fill("구청에 물어보세요.")
    assert ways(page) == dict.fromkeys(TIP_WAYS, True)
    assert held(page) == ""


def test_a_number_of_which_each_field_holds_a_part_is_held_too(page: Page) -> None:
    """The checker reads the whole file: a word in one field speaks of the number in the next."""
    page.goto("/contribute/tell/")
    page.get_by_label("어디에서 볼 수 있나요").fill("여권")
    page.get_by_label("왜 알리고 싶은가요").fill("M12345678")
    assert held(page) == "여권 번호로 보이는 번호" + AFTER


def test_what_only_may_be_meant_is_said_and_holds_nothing_back(page: Page) -> None:
    page.goto("/contribute/tell/")
    words = page.get_by_label("왜 알리고 싶은가요")
    words.fill("kim@example.com으로 물어보세요.")
    words.blur()
    page.locator(
        "#tell-words-said", has_text="개인 전자우편 주소로 보이는 글이 있습니다"
    ).wait_for()
    assert ways(page) == dict.fromkeys(TIP_WAYS, True)


def test_without_the_rules_a_tip_does_not_leave_and_says_why(
    page: Page, page_problems: list[str]
) -> None:
    page.route("**/data/fields.json", lambda route: route.abort())
    page.goto("/contribute/tell/")
    page.get_by_label("무슨 일인가요").fill("골목 쉼터")
    assert ways(page) == dict.fromkeys(TIP_WAYS, False)
    assert held(page) == (
        "개인의 번호가 있는지 살피지 못해 아직 내보낼 수 없습니다. 이 쪽을 새로 고쳐 주세요. 쓰던 글은 이 브라우저에 남습니다."
    )
    page.locator(".form__kept", has_text="두었습니다").wait_for()
    page_problems.clear()
