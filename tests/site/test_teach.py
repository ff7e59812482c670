"""The pages for teaching: ways in, what a number of people need, sheets that print one at a time."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from helpers.browsing import until
from helpers.real_library import LIBRARY
from helpers.small_library import COURSE, STORY, rendered, said, small_library
from helpers.small_library import page as page_of
from hyeopchi.library.library import Library
from hyeopchi.library.settings import Settings
from hyeopchi.library.teachable import facets, teachables
from hyeopchi.paper.catalogue import papers_of, zip_of
from hyeopchi.paper.kit.amounts import Amounts
from hyeopchi.paper.kit.copy_list import for_people, total_words, with_pages
from hyeopchi.paper.kit.handed_out import course_of
from hyeopchi.paper.kit.making import kit_of
from hyeopchi.site.view import PAGE_SIZE

QUARREL = LIBRARY.by_id["reader-broken-agreement"]
LINES = kit_of(course_of(QUARREL, LIBRARY)).lines
COUNCIL = "2018-siheung4-residents-council"
TUESDAY = "/teach/reader-three-cases/"
CASE = STORY["geumcheon-gu/2017-market-forum"].replace(
    "relations:",
    """teaching:
  audience: [residents, students]
  minutes: 50
  activity: 둘러앉아 읽습니다.
  cut: 무엇이-달라졌나
  questions: [{text: 누가 빠졌나요?, hint: 명단을 봅니다., minutes: 10}]
relations:""",
)


def small(tmp_path: Path) -> Library:
    return small_library(
        tmp_path, {**STORY, "geumcheon-gu/2017-market-forum": CASE, "seoul/reader-course": COURSE}
    )


def test_everything_that_can_be_taught_is_found_in_each_of_three_ways() -> None:
    found = teachables(LIBRARY)
    assert {one.record.id for one in found} == {
        record.id
        for record in LIBRARY.records
        if record.get("teaching") or record.get("purpose") == "teaching"
    }
    audience, minutes, groups = facets(found, LIBRARY)
    assert (
        sum(len(way.found) for way in minutes.ways)
        == sum(len(way.found) for way in groups.ways)
        == len(found)
    )
    assert {one.record.id for way in audience.ways for one in way.found} == {
        one.record.id for one in found
    }


def test_a_time_belongs_to_one_span_only() -> None:
    _, minutes, _ = facets(teachables(LIBRARY), LIBRARY)
    spans = {way.label: sorted({one.minutes for one in way.found}) for way in minutes.ways}
    assert (
        max(spans["한 시간까지"])
        <= 60
        < min(spans["한 시간 반까지"])
        <= max(spans["한 시간 반까지"])
        <= 90
    )
    assert min(spans["두 시간 넘게"]) > 120


def test_courses_with_the_facilitators_words_come_first_and_courses_before_cases() -> None:
    order = [
        (one.is_course, any("say" in step for step in one.record.get("session", ())))
        for one in teachables(LIBRARY)
    ]
    assert order == sorted(order, reverse=True)
    assert {(True, True), (False, False)} <= set(order)


def test_the_door_leads_to_audiences_times_and_groups_with_their_numbers(tmp_path: Path) -> None:
    words = said(page_of(small(tmp_path), "teach/"))
    assert (
        "누구와 함께하나 주민 1 민관이 함께 1 학생 1 시간이 얼마나 있나 한 시간까지 1 두 시간까지 1"
        in words
    )
    assert "한 모둠에 몇 명인가 정해 두지 않음 2" in words
    assert "협치 보드게임: 기록에 적힌 디딤돌과 걸림돌을 카드로 만들었습니다." in words


def test_only_ways_that_lead_somewhere_have_a_page(tmp_path: Path) -> None:
    made = {address for address in rendered(small(tmp_path)) if address.startswith("teach/")}
    assert made == {
        "teach/",
        "teach/audience/mixed/",
        "teach/audience/residents/",
        "teach/audience/students/",
        "teach/minutes/60/",
        "teach/minutes/120/",
        "teach/group/any/",
        "teach/find/",
        "teach/game/",
        "teach/2017-market-forum/",
        "teach/reader-course/",
        "teach/reader-course/screen/",
    }


def test_a_library_without_anything_to_teach_says_so(tmp_path: Path) -> None:
    words = said(page_of(small_library(tmp_path, {}), "teach/"))
    assert "교육에 쓸 질문을 적은 기록이 아직 없습니다." in words
    assert "보드게임" not in words


def test_a_cases_page_has_its_sheets_and_keeps_the_keys_folded(tmp_path: Path) -> None:
    html = page_of(small(tmp_path), "teach/2017-market-forum/")
    assert re.findall(r'<section class="sheet[^"]*" id="([^"]+)"', html) == [
        "handout",
        "outcome",
        "questions",
        "map",
        "cards",
        "questions-key",
        "map-key",
    ]
    assert html.count("<details><summary>답지 펴기</summary>") == 2
    levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", html)]
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []
    assert "명단을 봅니다." not in html.partition("<details>")[0]


def test_the_catalogue_names_a_courses_papers() -> None:
    assert [paper.stem for paper in papers_of(LIBRARY.by_id["reader-three-cases"], LIBRARY)] == [
        "reader-three-cases",
        "kit-reader-three-cases",
    ]


def test_no_sheet_on_a_page_carries_a_style_of_its_own(tmp_path: Path) -> None:
    pages = {
        address: html
        for address, html in rendered(small(tmp_path)).items()
        if address.startswith("teach/")
    }
    assert [address for address, html in pages.items() if " style=" in html] == []


def test_a_number_of_people_scales_papers_and_materials(page) -> None:
    page.goto(TUESDAY)
    people = page.get_by_label("몇 명이 오나요?")
    assert (people.input_value(), page.locator(".amounts output").inner_text()) == ("24", "4모둠")
    people.press("Control+a")
    people.press_sequentially("13")
    rows = page.locator(".amounts tbody tr")
    assert page.locator(".amounts output").inner_text() == "3모둠"
    assert page.evaluate("location.search") == "?people=13"
    assert rows.filter(has_text="읽을 종이").first.locator("[data-per]").inner_text() == "13부"
    assert rows.filter(has_text="가위").locator("[data-per]").inner_text() == "6개"


@pytest.mark.parametrize("typed", ["0", "501", ""])
def test_a_number_that_makes_no_sense_changes_nothing_and_says_why(page, typed: str) -> None:
    page.goto(TUESDAY)
    page.get_by_label("몇 명이 오나요?").fill(typed)
    assert page.locator(".amounts output").inner_text() == "1에서 500 사이의 수를 적어 주세요."
    read = page.locator(".amounts tbody tr", has_text="읽을 종이").first
    assert read.locator("[data-per]").inner_text() == "24부"
    assert page.evaluate("location.search") == ""


def test_without_scripts_the_numbers_for_twenty_four_stand_there(browser, server: str) -> None:
    context = browser.new_context(base_url=server, java_script_enabled=False)
    page = context.new_page()
    page.goto(TUESDAY)
    assert not page.locator(".amounts__people").is_visible()
    assert (
        page.locator(".amounts__fixed")
        .inner_text()
        .startswith("24명이 4모둠(한 모둠 6명까지)으로 앉을 때입니다.")
    )
    context.close()


def test_a_chosen_sheet_prints_alone(page) -> None:
    page.goto(f"/teach/{COUNCIL}/")
    page.get_by_role("link", name="차례 맞추기", exact=True).click()
    page.emulate_media(media="print")
    shown = page.locator(".sheet").evaluate_all(
        "all => all.filter(one => one.offsetParent).map(one => one.id)"
    )
    assert shown == ["ordering"]
    page.goto(f"/teach/{COUNCIL}/?all")
    assert (
        len(page.locator(".sheet").evaluate_all("all => all.filter(one => one.offsetParent)")) > 8
    )


def test_the_door_leads_to_the_pages_of_courses_and_cases(tmp_path: Path) -> None:
    html = page_of(small(tmp_path), "teach/")
    assert re.findall(r'card__title"><a href="([^"]+)"', html) == [
        "../teach/reader-course/",
        "../teach/2017-market-forum/",
    ]


def test_papers_have_the_same_names_on_a_courses_page_and_on_the_pages_that_it_leads_to(
    site: Path,
) -> None:
    html = (site / TUESDAY.strip("/") / "index.html").read_text("utf-8")
    links = set(re.findall(r'<a href="[./]+teach/([\w-]+)/#([\w-]+)">([^<]+)</a>', html))
    assert len(links) > 5
    for record_id, anchor, name in links:
        sheets = (site / "teach" / record_id / "index.html").read_text("utf-8")
        assert f'<h2 id="{anchor}-name">{name}</h2>' in sheets


def test_an_address_brings_its_number_of_people_and_counts_every_sheet(page) -> None:
    counted = Library(LIBRARY.archive, pages={zip_of(QUARREL): {line.stem: 3 for line in LINES}})
    told = page_of(counted, "teach/reader-broken-agreement/")

    def answer(route) -> None:
        html = route.fetch().text()
        start = html.index('<section class="amounts"')
        end = html.index("</section>", start)
        mine = told.index('<section class="amounts"')
        new = told[mine : told.index("</section>", mine)]
        route.fulfill(body=html[:start] + new + html[end:], content_type="text/html; charset=utf-8")

    page.route("**/teach/reader-broken-agreement/?people=20", answer)
    page.goto("/teach/reader-broken-agreement/?people=20")
    people = page.get_by_label("몇 명이 오나요?")
    assert (people.input_value(), page.locator(".amounts output").inner_text()) == ("20", "4모둠")
    expected = for_people(
        with_pages(LINES, dict.fromkeys((line.stem for line in LINES), 3)), Amounts(20, 5)
    )
    assert page.locator(".amounts__total").inner_text() == total_words(expected)
    row = page.locator(".amounts tr", has_text="읽을 종이").first
    assert row.locator("[data-per]").inner_text() == "3쪽 × 20부 = 60장"


def test_a_course_without_a_printer_has_a_slide_for_each_step_and_a_code_for_each_sheet(
    tmp_path: Path,
) -> None:
    course = COURSE.replace("2017-plan#1-1}", "2017-market-forum}")
    records = {**STORY, "geumcheon-gu/2017-market-forum": CASE, "seoul/reader-course": course}
    library = small_library(tmp_path, records, Settings(site_url="https://library.example/"))
    html = page_of(library, "teach/reader-course/screen/")
    made = course_of(library.by_id["reader-course"], library)
    anchors = re.findall(r'<section class="slide" id="([^"]+)"', html)
    assert anchors == [
        "agreements",
        *(f"step-{step.number}" for step in made.steps),
        "sharing",
        "evaluation",
    ]
    assert re.findall(r'data-minutes="(\d+)"', html) == [
        str(step.entry["minutes"]) for step in made.steps
    ]
    assert html.count('class="code"') == len(made.papers) > 0
    assert "네모 무늬를 찍어" in html
    assert 'href="#step-1"' in html
    names = re.findall(r'<h2 id="[^"]+-name">([^<]+)</h2>', html)
    assert len(set(names)) == len(names) == len(anchors)


def test_a_slides_clock_runs_by_keyboard_without_a_network_and_says_when_time_is_up(
    page, page_problems: list[str]
) -> None:
    page.clock.install()
    page.goto(f"{TUESDAY}screen/#step-1")
    page.context.set_offline(True)
    clock = page.locator("#step-1 .timer")
    run = clock.get_by_role("button", name="시작")
    run.focus()
    page.keyboard.press("Enter")
    page.clock.run_for(61_000)
    assert clock.get_by_role("timer").inner_text() == "8:59"
    page.keyboard.press("Space")
    page.clock.run_for(30_000)
    assert clock.inner_text().split() == ["8:59", "이어서", "처음으로", "멈추었습니다."]
    page.keyboard.press("Space")
    page.clock.run_for(540_000)
    assert clock.inner_text().split() == [
        "0:00",
        "다시",
        "시작",
        "처음으로",
        "시간이",
        "다",
        "되었습니다.",
    ]
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert clock.get_by_role("timer").inner_text() == "10:00"
    page.context.set_offline(False)
    page_problems.clear()  # The fonts that were still on their way when the network went.


def test_every_sheet_of_a_course_has_its_code_on_a_slide(page) -> None:
    page.goto(f"{TUESDAY}screen/")
    links = page.locator(".slide__sheets a").evaluate_all("all => all.map(one => one.hash)")
    assert links[:3] == ["#handout", "#easy", "#roles"]


def test_a_course_is_found_by_the_minutes_that_it_takes_when_shortened() -> None:
    least = {one.record.id: (one.minutes, one.least) for one in teachables(LIBRARY)}
    assert least["reader-broken-agreement"] == (90, 60)
    assert least["reader-basics"] == (180, 0)


def shown(page, count: int | None = None) -> list[str]:
    """The titles on the list, once it says that it holds ``count``, or is calm."""
    said = "" if count is None else f" && found.previousElementSibling.textContent === '{count}개'"
    until(
        page,
        f"(found => !found.hasAttribute('aria-busy'){said})(document.querySelector('.find__list'))",
    )
    return page.locator(".find__list li:visible a").all_inner_texts()


def answers_that_came(page) -> list[str]:
    """The paths of all that the page asks for from now on, as they come."""
    paths: list[str] = []
    page.on("response", lambda answer: paths.append(urlsplit(answer.url).path))
    return paths


def test_who_how_long_and_in_what_groups_are_asked_together_and_stay_in_the_address(page) -> None:
    asked = answers_that_came(page)
    page.goto("/teach/")
    page.get_by_label("누구와", exact=True).select_option("students")
    page.get_by_label("몇 분 안에", exact=True).select_option("50")
    page.get_by_label("한 모둠에", exact=True).select_option("4")
    page.locator("form.find button").click()
    page.wait_for_url("**/teach/find/?audience=students&minutes=50&group=4")
    fitting = [
        one.record.title
        for one in teachables(LIBRARY)
        if "students" in one.audience
        and (one.least or one.minutes) <= 50
        and one.group_size in (0, 4)
    ]
    assert shown(page, len(fitting)) == fitting
    assert "쉰 분: 같은 길을 두고 답이 다른 조사 읽기" in fitting
    assert not page.locator(".pager").is_visible()
    page.get_by_label("누구와", exact=True).select_option("facilitators")
    page.get_by_label("한 모둠에", exact=True).select_option("")
    assert page.evaluate("location.search") == "?audience=facilitators&minutes=50"
    shown(page)
    assert [name for name in asked if name.startswith("/teach/find/page")] == []
    assert [name for name in asked if name.startswith("/data/")] == [
        "/data/teach/students-4.json",
        "/data/teach/facilitators-4.json",
        "/data/teach/facilitators-any.json",
    ]
    page.reload()
    assert page.get_by_label("누구와", exact=True).input_value() == "facilitators"
    fitting = [
        one.record.title
        for one in teachables(LIBRARY)
        if "facilitators" in one.audience and (one.least or one.minutes) <= 50
    ]
    assert shown(page, len(fitting)) == fitting
    assert "쉰 분: 소리로 다투는 두 집 사이에 앉아 보기" in fitting


def test_what_stands_on_another_page_of_the_list_is_found_from_each(page) -> None:
    found = teachables(LIBRARY)
    page.goto("/teach/find/page/2/?minutes=40")
    fitting = [one for one in found if (one.least or one.minutes) <= 40]
    assert {found.index(one) < PAGE_SIZE for one in fitting} == {True, False}
    assert shown(page, len(fitting)) == [one.record.title for one in fitting]
    assert page.locator(".find__list a").evaluate_all(
        "links => links.map(link => new URL(link.href).pathname)"
    ) == [f"/teach/{one.record.id}/" for one in fitting]


def test_an_address_that_asks_for_what_nobody_has_shows_the_list_a_page_at_a_time(page) -> None:
    page.goto("/teach/find/?audience=nobody&minutes=x&group=%3Cb%3E")
    found = [one.record.title for one in teachables(LIBRARY)]
    assert shown(page, len(found)) == found[:PAGE_SIZE]
    page.locator(".pager a[rel=next]").click()
    page.wait_for_url("**/teach/find/page/2/")
    assert shown(page, len(found)) == found[PAGE_SIZE : 2 * PAGE_SIZE]


def test_where_the_answer_does_not_come_the_list_stays_and_says_so(page, page_problems) -> None:
    page.route("**/data/teach/*.json", lambda route: route.abort())
    page.goto("/teach/find/?minutes=40")
    page.locator(".find__more:visible").wait_for()
    assert page.locator(".find__more").inner_text() == (
        "고른 대로 찾지 못해 목록을 그대로 보입니다. 잠시 뒤에 쪽을 새로 고쳐 주세요."
    )
    found = [one.record.title for one in teachables(LIBRARY)]
    assert shown(page, len(found)) == found[:PAGE_SIZE]
    assert page.locator(".pager").is_visible()
    page.unroute("**/data/teach/*.json")
    page.get_by_label("누구와", exact=True).select_option("students")
    fitting = [
        one.record.title
        for one in teachables(LIBRARY)
        if "students" in one.audience and (one.least or one.minutes) <= 40
    ]
    assert shown(page, len(fitting)) == fitting
    assert not page.locator(".find__more").is_visible()
    page_problems.clear()  # The file that was kept from coming.


def test_the_game_is_read_to_its_end_on_a_phone_and_printed_whole(page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/teach/game/")
    assert page.evaluate("document.documentElement.scrollHeight") < 7_000
    page.locator("summary", has_text="디딤돌 24장").press("Enter")
    assert page.locator(".deck__card:visible").count() == 24
    page.emulate_media(media="print")
    every = page.locator(".deck__card")
    assert every.count() == page.locator(".deck__card:visible").count() == 64
