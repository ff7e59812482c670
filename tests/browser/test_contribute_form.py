"""The form on the page, in a real browser: from empty to a record that passes, and from a record back to itself."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page

from helpers.axe import AXE, RUN
from helpers.by_keyboard import choose, press, reach, write
from helpers.real_library import ARCHIVE, LIBRARY
from hyeopchi.exports.dataset import record_object
from hyeopchi.library.library import Library
from hyeopchi.records.reader import read_archive
from hyeopchi.rules.checking import check
from support.environment import ROOT

FORUM = "2018-siheung4-residents-council"
STEPS = 6
HOSTILE = '"><img src=//evil.example onerror=ran=1><script>ran=1</script><svg/onload=ran=1>[x](javascript:ran=1){{7*7}}'
LIVE = """where => [...document.querySelectorAll(where)].flatMap(element => [
  ...(/^(audio|base|embed|form|iframe|img|link|meta|object|script|style|svg|video)$/.test(element.localName) ? [element.localName] : []),
  ...[...element.attributes].filter(({ name, value }) => /^(on|src|href|style|action)/.test(name) || value.includes("evil")).map(({ name }) => name)])"""
"""What stands below ``where`` that could act or lead away."""
TYPE = """(controls, text) => controls.forEach(control => {
  control.value = text;
  for (const name of ["input", "change"]) control.dispatchEvent(new Event(name, { bubbles: true }));
})"""


def open_form(page: Page, query: str = "") -> None:
    """Open the form and wait until its first step stands."""
    page.goto(f"/contribute/form/{query}")
    page.locator("#step").wait_for()


def go(page: Page, number: int) -> None:
    """Open a step by the list of steps."""
    page.locator(f".form__steps li:nth-child({number}) button").click()


def library_with(folder: Path, place: str, text: str) -> Library:
    """The real library with one more file, or another text of one, checked."""
    shutil.copytree(ROOT / "cases", folder / "cases")
    file = folder / "cases" / place
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    archive = read_archive(folder / "cases")
    return Library(archive, problems=check(archive))


def download(page: Page, press_it) -> tuple[str, str]:
    """Name and text of the file that the form hands out."""
    with page.expect_download() as handed:
        press_it()
    return handed.value.suggested_filename, Path(handed.value.path()).read_text(encoding="utf-8")


def test_a_record_is_brought_in_by_the_keyboard_alone(page: Page, tmp_path: Path) -> None:
    open_form(page)
    write(page, "무슨 일이었는지", "주민이 함께 고친 골목")
    write(page, "200자", "마포구의 한 골목에서 주민과 구청이 함께 쉼터를 만들었습니다.")
    press(page, "마포구", "Space")
    press(page, "마을·주민자치", "Space")
    write(page, "언제 시작했나요", "2019년 3월")
    write(page, "언제 끝났나요", "2019. 11")
    choose(page, "상태", "마쳤음")
    write(page, "자료 이름", "골목 쉼터 만들기 결과 보고")
    write(page, "쪽이나 자리", "3~5쪽")
    choose(page, "어떤 모습의", "사업")
    choose(page, "어느 만큼의", "동")
    press(page, "다음 차례로")
    choose(page, "‘참여한 사람’", "자료에 없어 모릅니다")
    press(page, "다음 차례로")
    write(page, "본문: 무엇이 문제였나", "골목에 쉴 곳이 없었습니다.")
    press(page, "단계 적기")
    choose(page, "어떤 일", "실행")
    write(page, "누가 무엇을 했나요", "주민과 구청이 함께 의자를 놓았습니다.")
    write(page, "쪽이나 자리", "4쪽")
    press(page, "다음 차례로")
    press(page, "다음 차례로")
    write(page, "낸 날", "2020-01")
    write(page, "인터넷 주소", "https://example.org/a")
    choose(page, "써도 되는 조건", "공공누리 제1유형")
    press(page, "다음 차례로")
    assert page.locator(".form__problems").inner_text().split("\n") == [
        "고칠 곳",
        "",
        "고칠 곳이 없습니다.",
    ]
    reach(page, "파일로 내려받기")
    name, text = download(page, lambda: page.keyboard.press("Enter"))
    assert name == "2019-jumini-hamkke-gochin-golmok.md"
    library = library_with(tmp_path, f"mapo-gu/{name}", text)
    assert [problem.text() for problem in library.problems] == []
    record = record_object(library.by_id[name.removesuffix(".md")], library)
    assert (record["period"], record["unknown"], record["body"]) == (
        {"start": "2019-03", "end": "2019-11"},
        [{"field": "participants"}],
        "## 무엇이 문제였나\n\n골목에 쉴 곳이 없었습니다.",
    )


def test_a_record_is_edited_whole_and_only_what_was_changed_differs(
    page: Page, tmp_path: Path
) -> None:
    open_form(page, f"?edit={FORUM}")
    assert (
        page.locator(".form__notice").inner_text()
        == "‘주민이 먼저 맡고, 서로 빨리 답한 동네’ 기록을 고칩니다."
    )
    page.locator("#f-dong").fill("시흥 4동")
    for number in range(2, STEPS + 1):
        go(page, number)
    _, text = download(page, page.get_by_role("button", name="파일로 내려받기").click)
    library = library_with(tmp_path, f"geumcheon-gu/{FORUM}.md", text)
    before = LIBRARY
    old, new = (
        record_object(before.by_id[FORUM], before),
        record_object(library.by_id[FORUM], library),
    )
    today = page.evaluate("new Date().toLocaleDateString('sv')")
    assert new == {**old, "dong": "시흥 4동", "revised": [today]}
    assert [problem.text() for problem in library.problems] == []


def test_a_record_that_was_only_looked_at_is_not_revised(page: Page) -> None:
    open_form(page, f"?edit={FORUM}")
    go(page, STEPS)
    _, text = download(page, page.get_by_role("button", name="파일로 내려받기").click)
    assert "revised" not in text


def test_an_empty_cell_of_the_matrix_opens_the_form_with_its_district_and_domain(
    page: Page,
) -> None:
    page.goto("/matrix/")
    empty = page.locator('.matrix__cell--empty a[href*="?district=mapo-gu&domain="]').first
    domain = (empty.get_attribute("href") or "").rpartition("=")[2]
    empty.click()
    page.locator("#step").wait_for()
    assert page.locator("#f-districts .ask__note").inner_text() == "고른 것: 마포구"
    label = ARCHIVE.vocabularies.label("domains", domain)
    assert page.locator("#f-domains .ask__note").inner_text() == f"고른 것: {label}"


def test_an_address_that_names_what_is_not_there_is_told_so(
    page: Page, page_problems: list[str]
) -> None:
    open_form(page, "?district=atlantis&domain=youth")
    assert (
        page.locator(".form__notice").inner_text()
        == "주소에 적힌 지역(atlantis)은 없는 것이라 비워 두었습니다."
    )
    assert page.locator("#f-domains .ask__note").inner_text() == "고른 것: 청년"
    page.goto("/contribute/form/?edit=2099-not-there")
    page.get_by_text(
        "‘2099-not-there’ 기록을 찾지 못했습니다. 주소를 다시 살펴봐 주세요."
    ).wait_for()
    page_problems[:] = [problem for problem in page_problems if "404" not in problem]
    open_form(page, "?edit=<script>")
    assert (
        page.locator(".form__notice").inner_text()
        == "고칠 기록의 주소가 바르지 않아 빈 서식을 열었습니다."
    )


def test_what_is_wrong_is_counted_said_at_its_place_and_led_to(page: Page) -> None:
    open_form(page)
    page.get_by_label("언제 시작했나요").fill("어제쯤")
    page.get_by_role("button", name="다음 차례로").click()
    assert (
        page.get_by_role("alert").inner_text()
        == "고칠 곳이 8개 있습니다. 나중에 고치려면 위의 차례에서 다음을 고르세요."
    )
    title = page.locator("#f-title")
    assert page.evaluate("document.activeElement.id") == "f-title"
    assert title.get_attribute("aria-invalid") == "true"
    assert title.get_attribute("aria-describedby") == "f-title-help f-title-said"
    assert (
        page.locator("#f-title-said").inner_text()
        == "꼭 적어야 합니다. 예: 249명이 낸 스무 가지 제안"
    )
    assert page.locator("#f-period-start-said").inner_text() == (
        "날짜로 읽을 수 없습니다. 아는 만큼만 적어 주세요. 예: 2017, 2017-06, 2017-06-20, 2017-40(상반기), 2017-21(봄), 2017-06~(무렵)"
    )
    title.fill("010-0000-1234로 오세요")
    title.blur()
    assert (
        page.locator("#f-title-said").inner_text()
        == "휴대전화 번호로 보이는 번호가 있습니다. 번호를 지우고, 꼭 필요하면 기관의 대표 번호를 쓰세요"
    )
    title.fill("가" * 81)
    title.blur()
    assert (
        page.locator("#f-title-said").inner_text()
        == "너무 깁니다: 81자 (최대 80자). 짧게 줄여 주세요"
    )


def test_both_ends_of_a_time_may_be_typed_into_one_field_and_none_is_written_over(
    page: Page,
) -> None:
    open_form(page)
    start, end = page.locator("#f-period-start"), page.locator("#f-period-end")
    start.fill("2018. 3. ~ 6.")
    start.press("Tab")
    assert (start.input_value(), end.input_value()) == ("2018-03", "2018-06")
    notes = page.locator("#f-period .ask__note")
    assert notes.nth(0).inner_text() == (
        "시작(2018년 3월)과 끝(2018년 6월)을 두 칸에 나누어 적었습니다"
    )
    assert notes.nth(1).inner_text() == "2018년 6월"
    assert page.locator("#f-period-start-said").is_hidden()
    start.fill("2017년 봄부터 가을까지")
    start.press("Tab")
    assert (start.input_value(), end.input_value()) == ("2017년 봄부터 가을까지", "2018-06")
    assert page.locator("#f-period-start-said").inner_text() == (
        "날짜로 읽을 수 없습니다. 한 때만 적어 주세요. 시작은 2017-21, 끝은 2017-23입니다"
    )
    start.fill("")
    end.fill("2017년 봄부터 가을까지")
    end.press("Tab")
    assert (start.input_value(), end.input_value()) == ("2017-21", "2017-23")


def test_a_draft_stays_in_the_browser_and_goes_when_one_says_so(page: Page) -> None:
    open_form(page)
    page.locator("#f-title").fill("쓰다 만 글")
    page.get_by_text("쓰던 글을 이 브라우저에 두었습니다.").wait_for()
    open_form(page)
    assert page.locator("#f-title").input_value() == "쓰다 만 글"
    assert (
        page.locator(".form__notice").inner_text() == "이 브라우저에 있던, 쓰다 만 글을 열었습니다."
    )
    page.get_by_role("button", name="모두 지우고 처음부터").click()
    with page.expect_navigation():
        page.get_by_role("button", name="정말 지웁니다").click()
    page.locator("#step").wait_for()
    assert (page.locator("#f-title").input_value(), page.evaluate("localStorage.length")) == ("", 0)


@pytest.mark.parametrize(
    ("draft", "title", "notice"),
    [
        (
            {
                "version": 0,
                "id": "",
                "fields": {"kind": "case", "title": "옛 글", "gone": 1},
                "body": "",
            },
            "옛 글",
            "전 판의 서식에서 쓰던 글을 옮겼습니다. 빠진 것이 없는지 봐 주세요.",
        ),
        (
            {
                "version": 1,
                "id": 5,
                "fields": {
                    "kind": "poem",
                    "title": ["가"],
                    "stages": "x",
                    "period": [1],
                    "sources": {"a": 1},
                },
                "body": None,
            },
            "",
            "이 브라우저에 있던, 쓰다 만 글을 열었습니다.",
        ),
        ("[[[", "", ""),
    ],
)
def test_a_draft_of_another_time_is_read_as_far_as_it_fits(
    page: Page, draft: object, title: str, notice: str
) -> None:
    kept = draft if isinstance(draft, str) else json.dumps(draft)
    page.add_init_script(f"localStorage.setItem('hyeopchi-form', {json.dumps(kept)})")
    open_form(page)
    assert (page.locator("#f-title").input_value(), page.locator(".form__notice").inner_text()) == (
        title,
        notice,
    )
    for number in range(1, STEPS + 1):
        go(page, number)


def test_a_browser_that_keeps_nothing_is_told_what_that_means(page: Page) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no') }})"
    )
    open_form(page)
    page.locator("#f-title").fill("남지 않는 글")
    page.get_by_text(
        "쓰던 글을 이 브라우저에 두지 못했습니다. 닫기 전에 꼭 내려받으세요."
    ).wait_for()
    assert page.get_by_text("창을 닫으면 쓰던 글이 사라지니, 닫기 전에 내려받으세요.").is_visible()


def test_an_actor_and_a_place_of_a_record_are_found_by_their_words(page: Page) -> None:
    open_form(page)
    go(page, 2)
    page.get_by_role("button", name="함께한 이 적기").click()
    page.keyboard.insert_text("혁신기획관")
    page.get_by_role("button", name="서울혁신기획관").click()
    go(page, 5)
    page.get_by_role("group", name="답한 약속").get_by_role("button", name="관계 적기").click()
    page.keyboard.insert_text("협치서울 선언")
    page.locator(".finder__choice", has_text="선언").first.click()
    page.get_by_label("기록 안의 어디인가요").select_option(index=2)
    go(page, STEPS)
    text = page.locator(".form__file code").text_content()
    assert "- {id: seoul-innovation-bureau}" in text
    assert 'relations: {answers: [{to: "2016-seoul-governance-declaration#2"}]}' in text


def test_the_record_is_shown_while_it_is_written(page: Page) -> None:
    open_form(page)
    page.locator(".form__live summary").click()
    page.locator("#f-title").fill("골목에 의자를 놓다")
    page.get_by_role("article", name="도서관에 나올 모습").get_by_role(
        "heading", name="골목에 의자를 놓다"
    ).wait_for()
    go(page, 2)
    assert page.get_by_role("article", name="도서관에 나올 모습").count() == 1


def test_hostile_text_stays_text_in_every_field_while_it_is_written_and_read_over(
    page: Page,
) -> None:
    """What a script, a handler or a request to another host did would be among the page's problems."""
    open_form(page)
    page.locator(".form__live summary").click()
    for number in range(1, STEPS):
        go(page, number)
        page.locator(".groups__add").evaluate_all(
            "buttons => buttons.forEach(button => button.click())"
        )
        page.locator(".form__page :is(input[type=text], textarea)").evaluate_all(TYPE, HOSTILE)
        page.get_by_role("article", name="도서관에 나올 모습").get_by_role(
            "heading", name=HOSTILE
        ).wait_for()
        assert page.evaluate(LIVE, ".preview *") == []
    page.get_by_text("쓰던 글을 이 브라우저에 두었습니다.").wait_for()
    open_form(page)
    go(page, STEPS)
    page.locator(".form__file summary").click()
    assert page.locator(".preview").inner_text().count(HOSTILE) > 10
    assert (
        page.evaluate(LIVE, ":is(.preview, .sheet, .form__problems, .form__file, .endings) *") == []
    )
    page.emulate_media(media="print")
    assert page.locator(".sheet").inner_text().count(HOSTILE) > 10


def test_a_taken_address_is_said_and_a_new_one_follows_the_title(page: Page) -> None:
    open_form(page)
    page.locator("#f-title").fill("골목 쉼터")
    go(page, STEPS)
    address = page.get_by_label("기록의 주소 이름")
    assert address.input_value() == "nd-golmok-swimteo"
    address.fill(FORUM)
    address.blur()
    page.get_by_text("이 주소의 기록이 이미 있습니다").wait_for()
    go(page, 1)
    page.locator("#f-title").fill("다른 제목")
    go(page, STEPS)
    assert address.input_value() == FORUM


def test_the_last_page_shows_the_record_and_prints_as_a_form_for_approval(page: Page) -> None:
    open_form(page, f"?edit={FORUM}")
    go(page, STEPS)
    shown = page.get_by_role("article", name="도서관에 나올 모습")
    assert shown.get_by_role("heading", name="주민이 먼저 맡고, 서로 빨리 답한 동네").is_visible()
    assert [
        one
        for one in shown.get_by_role("heading").all_inner_texts()
        if one in ("쉬운 말로", "한눈에 보기", "디딤돌과 걸림돌", "자료")
    ] == ["쉬운 말로", "한눈에 보기", "디딤돌과 걸림돌", "자료"]
    page.emulate_media(media="print")
    assert page.locator(".sheet").is_visible()
    assert page.locator(".sheet__signed th").all_inner_texts() == ["담당", "팀장", "과장"]
    assert [
        name
        for name in (
            ".form__steps",
            ".form__buttons",
            ".form__problems",
            ".preview",
            ".endings",
            ".form__safety",
            ".form-questions",
            "h1",
        )
        if page.locator(name).is_visible()
    ] == []


@pytest.mark.parametrize(("scheme", "width"), [("dark", 390), ("light", 1280)])
def test_axe_finds_nothing_in_any_step(browser, server: str, scheme: str, width: int) -> None:
    context = browser.new_context(
        base_url=server, color_scheme=scheme, viewport={"width": width, "height": 900}
    )
    context.add_init_script(AXE)
    page = context.new_page()
    open_form(page, f"?edit={FORUM}")
    found = []
    for number in range(1, STEPS + 1):
        go(page, number)
        if number == 1:
            page.locator("#f-title").fill("")
            page.get_by_role("button", name="다음 차례로").click()
        found += [
            f"step {number}: {violation['id']}: {violation['nodes'][0]['target'][0]}"
            for violation in page.evaluate(RUN)["violations"]
        ]
    context.close()
    assert found == []


def test_no_step_is_wider_than_a_small_phone(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    open_form(page, f"?edit={FORUM}")
    wide = []
    for number in range(1, STEPS + 1):
        go(page, number)
        wide += [number] * page.evaluate("document.documentElement.scrollWidth > 320")
    assert wide == []


def test_without_scripts_the_page_says_so_and_shows_what_is_asked(browser, server: str) -> None:
    context = browser.new_context(base_url=server, java_script_enabled=False)
    page = context.new_page()
    page.goto("/contribute/form/")
    said = page.locator("noscript .gap")
    assert said.is_visible()
    assert said.locator("a").first.get_attribute("href") == "../../data/template-case.md"
    page.locator("summary", has_text="무슨 일이고 어디인가요").click()
    assert page.get_by_text("무슨 일이었는지 한 줄로 적어 주세요").is_visible()
    context.close()


@pytest.mark.parametrize(("text", "is_whole"), [("가" * 500, True), ("가" * 700, False)])
def test_githubs_page_is_opened_with_the_file_only_where_its_address_is_short_enough(
    page: Page, text: str, is_whole: bool
) -> None:
    page.goto("/contribute/")
    address = page.evaluate(
        """async text => (await import("/assets/javascripts/contribute/finishing.js")).newFileAddress(
      {contact: "", repo: "https://github.com/example/library/", branch: "main"}, "cases/mapo-gu/2019-chairs.md", text)""",
        text,
    )
    assert bool(address) is is_whole
    assert not is_whole or (
        len(address) <= 6000
        and address.startswith(
            "https://github.com/example/library/new/main?filename=cases/mapo-gu/2019-chairs.md&value=%EA%B0%80"
        )
    )


def test_a_letter_about_a_long_title_never_cuts_a_character_in_two(page: Page) -> None:
    page.goto("/contribute/")
    address = page.evaluate(
        """async title => {
      const [{ cut }, { mailAddress }] = await Promise.all(["text", "finishing"].map(name => import(`/assets/javascripts/contribute/${name}.js`)));
      return mailAddress("library@example.org", cut(title, 5), "");
    }""",
        "가나다라🪑🪑",
    )
    assert (
        address
        == "mailto:library@example.org?subject=%EA%B0%80%EB%82%98%EB%8B%A4%EB%9D%BC%F0%9F%AA%91&body="
    )


def test_for_money_only_units_of_money_are_offered(page: Page) -> None:
    open_form(page)
    go(page, 2)
    page.locator("#f-budget .groups__add").click()
    units = page.locator("#f-budget-0-unit option").all_inner_texts()
    assert units == ["고르세요", "원", "천원", "만원", "백만원", "억원"]
    page.locator("#f-participants .groups__add").click()
    assert "명" in page.locator("#f-participants-0-unit option").all_inner_texts()
