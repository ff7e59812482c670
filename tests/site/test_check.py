"""The check of two eyes: questions from the recorded obstacles, codes that are handed over, and the overlay of both sides."""

from __future__ import annotations

import io
import re
from pathlib import Path

from pypdf import PdfReader

from helpers.real_library import LIBRARY
from helpers.small_library import STORY, said, small_library
from helpers.small_library import page as rendered_page
from hyeopchi.site.pages.check import questions
from hyeopchi.site.pages.lessons import themes

OFFICIALS, RESIDENTS = 0, 1


def answer(page, side: int, answers: str) -> str:
    """Answer every question as ``side``, a digit for each (0 for not knowing); the code that comes."""
    page.locator(".check__side input").nth(side).check()
    for at, step in enumerate(answers):
        page.locator(".check__question").nth(at).locator(f'input[value="{step}"]').check()
    page.get_by_role("button", name="내 답 번호 만들기").click()
    return page.locator(".check__letters").inner_text()


def overlay(page, *answered: tuple[int, str]) -> None:
    """The page with the overlay of these answers."""
    page.goto("/check/")
    page.locator("#check-codes").fill(
        "\n".join(answer(page, side, answers) for side, answers in answered)
    )
    page.get_by_role("button", name="더하기", exact=True).click()


def test_the_ten_questions_are_of_the_themes_that_most_records_met_as_obstacles() -> None:
    library = LIBRARY
    counts = {
        theme: len({factor.record.id for factor in found.obstacles})
        for theme, found in themes(library).items()
    }
    asked = questions(library)
    assert [one.count for one in asked] == sorted(counts.values(), reverse=True)[:10]
    assert all(counts[one.theme.id] == one.count for one in asked)


def test_every_theme_has_a_question_of_its_own() -> None:
    vocabulary = LIBRARY.vocabularies["themes"]
    assert len({term.check for term in vocabulary if str(term.check).endswith("?")}) == len(
        vocabulary
    )


def test_a_question_names_who_met_the_obstacle_and_who_overcame_it(tmp_path: Path) -> None:
    text = said(rendered_page(small_library(tmp_path, STORY), "check/"))
    assert (
        "‘신뢰’를 걸림돌로 꼽은 기록 1개 서로 못 믿어 더뎠습니다. ● 사례 예산을 배우는 학교를 열기로 하다 행정의 말"
        in text
    )
    assert (
        "같은 주제에서 힘이 된 것 서로 믿고 시작했습니다. ● 사례 장터에서 동네 예산을 이야기하다 당사자의 말"
        in text
    )


def test_a_library_without_obstacles_asks_nothing_and_says_why(tmp_path: Path) -> None:
    text = said(rendered_page(small_library(tmp_path, {}), "check/"))
    assert "걸림돌을 적은 기록이 아직 없어 점검표의 물음을 만들 수 없습니다." in text


def test_what_is_not_answered_is_named(page) -> None:
    page.goto("/check/")
    page.locator(".check__question").nth(0).locator("input").nth(2).check()
    page.get_by_role("button", name="내 답 번호 만들기").click()
    assert page.locator(".check__said").inner_text() == (
        "아직 고르지 않은 것이 10개 있습니다: 나는, 2번, 3번, 4번, 5번, 6번, 7번, 8번, 9번, 10번"
    )
    assert page.evaluate("document.activeElement.name") == "side"


def test_one_answers_with_the_keyboard_alone(page) -> None:
    page.goto("/check/")
    page.locator(".check__side input").first.focus()
    page.keyboard.press("Space")
    for _ in range(10):
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert re.fullmatch(r"G-22222-22222-[A-Z0-9]{4}", page.locator(".check__letters").inner_text())


def test_the_overlay_shows_the_largest_difference_first_in_a_drawing_and_a_table(page) -> None:
    overlay(page, (OFFICIALS, "5533333333"), (OFFICIALS, "5533333330"), (RESIDENTS, "1433333333"))
    assert page.locator(".check__added").inner_text() == "공무원 2명, 주민 1명의 답을 겹쳤습니다."
    first = page.locator(".check__overlay tbody tr").first
    asked = page.locator(".check__question legend").all_inner_texts()
    assert first.locator("th, td").all_inner_texts() == [
        asked[0],
        "5.0 (2명)",
        "1.0 (1명)",
        "4.0 크게 다름",
    ]
    assert (
        page.locator(".check__overlay tbody tr").nth(1).locator("td").last.inner_text()
        == "1.0 다름"
    )
    assert (
        page.locator(".check__lines .check__asked").first.inner_text().split(" 크게")[0].strip()
        == asked[0]
    )
    assert page.locator(".check__drawing circle").first.get_attribute("cx") == "384"
    assert "모름 1명" in page.locator(".check__overlay tbody").inner_text()
    assert page.locator(".check__begin ul ul a").count() >= 6


def test_the_address_holds_the_overlay_and_no_server_is_asked(page) -> None:
    asked: list[str] = []
    overlay(page, (OFFICIALS, "1" * 10), (RESIDENTS, "2" * 10))
    address = page.url
    assert re.search(r"/check/#a=G1{10}\w{4},J2{10}\w{4}$", address)
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/")
    page.goto(address)
    assert page.locator(".check__added").inner_text() == "공무원 1명, 주민 1명의 답을 겹쳤습니다."
    assert [url for url in asked if "G111" in url.partition("#")[0]] == []


def test_a_bad_code_is_named_and_the_good_ones_stay(page) -> None:
    page.goto("/check/")
    good = answer(page, OFFICIALS, "3" * 10)
    wrong = good.replace("-33333-", "-33343-", 1)
    page.locator("#check-codes").fill(f"{good}, {wrong} 안녕 {good.lower()}")
    page.get_by_role("button", name="더하기", exact=True).click()
    assert page.locator(".check__added").inner_text() == (
        f"공무원 1명, 주민 0명. 주민의 답 번호를 더하면 겹쳐 볼 수 있습니다. 이미 있는 답 번호 1개는 다시 세지 않았습니다. "
        f"읽지 못한 답 번호: {wrong}, 안녕. 글자를 다시 살펴봐 주세요. 다른 때의 점검표로 만든 답 번호일 수도 있습니다."
    )
    page.get_by_role("button", name="모두 지우기").click()
    assert page.locator(".check__added").inner_text() == "더한 답 번호가 없습니다."
    page.get_by_role("button", name="더하기", exact=True).click()


def test_equal_answers_of_two_people_are_two(page) -> None:
    overlay(page, (OFFICIALS, "3" * 10), (OFFICIALS, "3" * 10), (RESIDENTS, "3" * 10))
    assert page.locator(".check__added").inner_text() == "공무원 2명, 주민 1명의 답을 겹쳤습니다."


def test_the_empty_sheet_and_the_overlay_print_on_one_sheet_each(page) -> None:
    page.goto("/check/")
    sheet = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert len(sheet.pages) == 1
    assert "내 답 번호 만들기" not in sheet.pages[0].extract_text()
    overlay(page, (OFFICIALS, "5432154321"), (RESIDENTS, "1234512345"))
    assert len(PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages) == 1


def test_without_scripts_the_sheet_of_paper_and_the_cases_stand_there(browser, server: str) -> None:
    context = browser.new_context(base_url=server, java_script_enabled=False)
    page = context.new_page()
    page.goto("/check/")
    assert page.locator(".check__paper tbody tr").count() == 10
    assert page.locator(".check__paper").is_visible()
    assert page.locator(".check__form, .check__together").first.is_visible() is False
    page.locator("details").first.locator("summary").click()
    assert page.locator("details ul a").first.is_visible()
    context.close()
