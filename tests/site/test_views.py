"""Views: what the pages say, over a library of six records and over libraries that lack things."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from helpers.site_pages import inside, pages, read
from helpers.small_library import (
    BOOK,
    DECLARATION,
    FORUM,
    PLAN,
    PLAN_WITHOUT_PLEDGES,
    SCHOOL,
    STORY,
    page,
    rendered,
    said,
    small_library,
)
from hyeopchi.library.library import Library
from hyeopchi.library.settings import Settings
from hyeopchi.site.pages import all_views
from hyeopchi.site.pages.preview import broken_records
from hyeopchi.site.pages.timeline import season, vagueness
from hyeopchi.site.shell import shell_of
from hyeopchi.site.view import View

_WITHOUT = {
    "nothing": {},
    "no plan": {
        key: value for key, value in STORY.items() if "plan" not in key and "school" not in key
    },
    "no pledge": {"seoul/2017-plan": PLAN_WITHOUT_PLEDGES, "seoul/nd-first-book": BOOK},
    "everything": STORY,
}


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return rendered(small_library(tmp_path_factory.mktemp("story"), STORY))


@pytest.fixture(scope="module")
def views(tmp_path_factory: pytest.TempPathFactory) -> dict[str, View]:
    library = small_library(tmp_path_factory.mktemp("views"), STORY)
    return {view.address: view for view in all_views(library)}


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return rendered(small_library(tmp_path_factory.mktemp("empty"), {}))


def test_the_story_breaks_no_rule(tmp_path: Path) -> None:
    assert small_library(tmp_path, STORY, Settings(preview=True)).problems == ()


@pytest.mark.parametrize("records", _WITHOUT.values(), ids=_WITHOUT)
def test_any_library_gives_whole_pages_whose_links_lead_somewhere(
    tmp_path: Path, records: Mapping[str, str]
) -> None:
    site = tmp_path / "site"
    for address, html in rendered(small_library(tmp_path / "cases", records)).items():
        file = site / address / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(html, encoding="utf-8")
    assert [fault for page in pages(site) for fault in faults(site, page)] == []


def faults(site: Path, page: Path) -> list[str]:
    """What is wrong with the headings, ids and links of a page; data files are written later."""
    said_by = page.relative_to(site)
    found = read(page)
    skips = any(
        after > before + 1
        for before, after in zip(found.headings, found.headings[1:], strict=False)
    )
    wrong = (
        [f"{said_by}: headings {found.headings}"] if skips or found.headings.count(1) != 1 else []
    )
    wrong += [f"{said_by}: twice #{one}" for one in set(found.ids) if found.ids.count(one) > 1]
    wrong += [f"{said_by}: no #{one}" for one in set(found.labelled_by) - set(found.ids)]
    targets = ((address, inside(site, page, address)) for address in set(found.links))
    return wrong + [
        f"{said_by}: {address}"
        for address, target in targets
        if target and not leads(site, *target)
    ]


def leads(site: Path, file: Path, anchor: str) -> bool:
    """Whether a link finds its page and its place in it."""
    if file.suffix not in ("", ".html"):
        return True
    return file.is_file() and (not anchor or anchor in read(file).ids)


def test_no_two_pages_share_an_address(tmp_path: Path) -> None:
    addresses = [view.address for view in all_views(small_library(tmp_path, STORY))]
    assert len(addresses) == len(set(addresses))


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("", "아직 질문 묶음이 없습니다. 모든 기록에서 찾아보세요."),
        ("", "아직 해를 알 수 있는 기록이 없습니다."),
        ("", "아직 깊이 읽을 기록이 없습니다."),
        ("matrix/", "아직 기록이 없어 모든 칸이 비어 있습니다."),
        ("timeline/", "아직 해를 알 수 있는 기록이 없습니다."),
        ("timeline/unknown/", "모든 기록의 해를 알고 있습니다."),
        ("promises/", "아직 선언의 기록이 없습니다. 약속이 기록되면 여기에서 따라갈 수 있습니다."),
        ("promises/open/", "이어지지 않은 약속과 과제가 없습니다."),
        ("promises/followups/", "아직 나중 자료와 견준 과제나 제안이 없습니다."),
        (
            "lessons/trust/",
            "이 주제의 디딤돌이나 걸림돌을 적은 기록이 아직 없습니다. 아무 일도 없었다는 뜻은 아닙니다.",
        ),
        (
            "districts/gangnam-gu/",
            "아직 기록이 없습니다. 아무 일도 없었다는 뜻은 아닙니다. 아는 일이 있으면 보태 주세요.",
        ),
        ("proposals/", "아직 번호 붙은 제안의 기록이 없습니다."),
        ("collections/", "아직 읽기 묶음이 없습니다. 모든 기록에서 찾아보세요."),
        ("about/", "아직 기록이 없습니다. 첫 기록을 기다립니다."),
        ("about/", "아직 기록이 없어 기댄 자료도 없습니다."),
    ],
)
def test_an_empty_library_says_so_kindly(
    empty: Mapping[str, str], address: str, sentence: str
) -> None:
    assert sentence in said(empty[address])


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        (
            "promises/",
            "약속 3개 가운데 1개에서 현장의 기록까지 따라갈 수 있습니다. 자료에 있는 연결만으로 닿는 것은 1개(현장의 기록 1개)입니다. 현장의 기록에 닿는다고 약속을 지켰다는 뜻은 아닙니다.",
        ),
        ("promises/", "1 시민과 함께 정한다 과제 1개, 사례 1개. 현장까지 이어진 사례 1개"),
        (
            "promises/",
            "다짐을 지키려는 계획 — 과제 1-2 예산학교 열기 그만뒀음 (2018년 12월 6일 자료) "
            "도서관의 판단: 예산이라는 말이 같음",
        ),
        (
            "promises/",
            "예산을 배우는 학교를 열기로 하다 하기로 했음 (2017년 2월 22일 자료) 같은 계획의 설명 자료에 있음",
        ),
        (
            "promises/",
            "장터에서 동네 예산을 이야기하다 마쳤음 (2018년 12월 6일 자료) 현장의 기록 자료에 있음",
        ),
        (
            "promises/",
            "그 뒤 (2018년 12월 자료) 일부 했음 도서관의 판단 열다섯 구에서 열렸습니다. "
            "(그 기록의 자료 2 9쪽)",
        ),
        ("promises/", "3 정보를 모두 연다 이어진 기록이 아직 없음"),
        ("promises/", "아직 이어진 기록이 없습니다. 하지 않았다는 뜻은 아닙니다."),
        (
            "promises/open/",
            "현장의 기록으로 이어지지 않은 약속과 과제 4개입니다. "
            "아직 이어진 기록이 없습니다. 하지 않았다는 뜻은 아닙니다.",
        ),
        (
            "promises/open/",
            "약속 3 정보를 모두 연다 ◆ 선언 함께 정하자는 다짐 이어진 기록이 아직 없음",
        ),
        ("promises/followups/", "과제 1-1 공론장 열기 동네마다 공론장을 열기로 했습니다."),
        (
            "promises/followups/",
            "2018년 12월 일부 했음 도서관의 판단 열다섯 구에서 열렸습니다.",
        ),
        (
            "promises/followups/",
            "일부 했음 1개. 약속한 것 가운데 일부만 한 것이 나중 자료에 나옵니다.",
        ),
        ("lessons/", "신뢰 1개 1개"),
        (
            "lessons/trust/",
            "서로 믿고 시작했습니다. 당사자의 말 ● 사례 장터에서 동네 예산을 이야기하다",
        ),
        (
            "lessons/trust/",
            "서로 못 믿어 더뎠습니다. 행정의 말 ● 사례 예산을 배우는 학교를 열기로 하다",
        ),
        (
            "lessons/trust/",
            "같은 주제에서 힘이 된 것 ‘신뢰’에 관한 것을 디딤돌로 꼽은 기록입니다. 걸림돌로도 꼽은 기록이 있을 수 있고, 걸림돌을 넘었다는 뜻은 아닙니다.",
        ),
        ("proposals/", "제안은 모두 2개입니다."),
        ("proposals/", "뒤의 기록이 없음 1개. 하지 않았다는 뜻은 아닙니다."),
        ("proposals/", "공원과 1개 2017년 1개"),
        (
            "proposals/2017/",
            "1. 빈터를 정원으로 ● 사례 장터에서 동네 예산을 이야기하다 마을 공원과 뒤의 기록이 없습니다",
        ),
        ("timeline/", "2017년 기록 3개 ● 사례 2개 ■ 계획 1개"),
        ("timeline/", "때를 알 수 없는 기록 1개"),
        (
            "timeline/2017/",
            "2017년 상반기 정확한 달은 모름 ● 사례 예산을 배우는 학교를 열기로 하다",
        ),
        (
            "timeline/2017/",
            "2017년, 달은 알 수 없음 2017년 시작한 달은 모름 ■ 계획 다짐을 지키려는 계획",
        ),
        (
            "timeline/2018/",
            "앞서 시작해 이어진 일 2017년 6월 20일 ~ 2018년 3월 ● 사례 장터에서 동네 예산을 이야기하다",
        ),
        ("timeline/unknown/", "때를 알 수 없음 ▤ 자료 협치를 처음 배우는 책"),
        ("matrix/", "금천구 재정민주주의·참여예산 기록 1개"),
        ("matrix/geumcheon-gu/participatory-budget/", "기록 1개입니다."),
        ("collections/", "함께 정할 수 있나요? 함께 정한 일을 모아 봅니다. 기록 1개"),
        ("", "이런 것이 궁금한가요? 함께 정할 수 있나요?"),
        ("", "자치구 25곳 가운데 24곳은 아직 그 구의 기록이 하나도 없습니다."),
        (
            "",
            "하기로 정했고 그 뒤에 나온 자료도 있는 과제 2개 가운데 1개는 그 뒤에 한 것이 기록에 없습니다. 하지 않았다는 뜻은 아닙니다.",
        ),
        ("about/", "날짜가 적힌 자료는 2016년부터 2018년까지의 것입니다."),
        ("about/", "이 자료들이 다룬 일을 골라 담은 것이며, 있었던 일을 모두 모은 것이 아닙니다."),
        ("about/", "계획서, 2017년 2월 22일. 기록 2개가 기댐"),
        ("about/", "서울시의 공식 사이트가 아닙니다."),
        ("glossary/", "함께 보기:"),
        ("glossary/", "같은 말: 공론의 장 함께 다루는 말: 거리공론장, 소규모공론장"),
        (
            "glossary/",
            "자료: 민관협치활성화 기본계획 시민설명회 자료집 「진단 및 과제」 (53쪽부터)",
        ),
    ],
)
def test_a_page_says_what_the_records_hold(
    story: Mapping[str, str], address: str, sentence: str
) -> None:
    assert sentence in said(story[address])


def test_home_draws_the_last_fourteen_years_and_leads_to_all_of_them(tmp_path: Path) -> None:
    long_ago = FORUM.replace("start: 2017-06-20", "start: 1989-06-20")
    home = rendered(small_library(tmp_path, {**STORY, "geumcheon-gu/2017-market-forum": long_ago}))[
        ""
    ]
    assert home.count('<svg class="strip__bar"') == 14
    assert "2005년" in said(home) and "2004년" not in said(home)
    assert '<a href="timeline/">1989년부터 모두 보기</a>' in home


def test_home_walks_the_richest_promise_from_pledge_to_practice(story: Mapping[str, str]) -> None:
    assert (
        said(story[""])
        .partition("약속 하나를 따라가면 ")[2]
        .startswith(
            "◆ 선언 약속 2016년 11월 27일 시민과 함께 정한다 "
            "■ 계획 과제 하기로 했음 (2017년 2월 22일 자료) 다짐을 지키려는 계획 — 과제 1-1 공론장 열기 자료에 있음 "
            "● 사례 현장 마쳤음 (2018년 12월 6일 자료) 장터에서 동네 예산을 이야기하다 자료에 있음"
        )
    )


def test_home_walks_no_promise_that_reaches_no_practice(tmp_path: Path) -> None:
    library = small_library(tmp_path, {"seoul/2016-pledges": DECLARATION, "seoul/2017-plan": PLAN})
    assert "약속 하나를 따라가면" not in said(page(library, ""))


SUB_PROPOSALS = FORUM.replace(
    "enablers:",
    """  - {number: "3", title: 골목 고치기, group: 골목, from: {note: 5쪽}}
  - {number: "3-1", title: 의자 놓기, group: 골목, from: {note: 5쪽}}
  - {number: "3-2", title: 화분 놓기, group: 골목, from: {note: 5쪽}}
enablers:""",
    1,
)


def test_a_proposal_that_gathers_others_is_not_counted_beside_them(tmp_path: Path) -> None:
    library = small_library(tmp_path, {**STORY, "geumcheon-gu/2017-market-forum": SUB_PROPOSALS})
    told = said(page(library, "proposals/"))
    assert "제안은 모두 4개입니다. 세부 제안을 거느린 제목 1개는 세지 않았습니다." in told
    assert "골목 2개 2017년 2개" in told
    assert "제안 4개(세부 제안을 거느린 제목 1개는 세지 않음)입니다." in said(
        page(library, "proposals/2017/")
    )


def test_home_walks_a_promise_whose_links_sources_name_before_a_richer_one_of_ours(
    tmp_path: Path,
) -> None:
    ours = PLAN.replace(
        "answers: [{to: 2016-pledges#1, basis: source, from: {plan: 2쪽}}]",
        "answers: [{to: 2016-pledges#1, basis: editor, note: 말이 같음}]",
    )
    direct = FORUM.replace(
        "relations:\n",
        "relations:\n  answers: [{to: 2016-pledges#3, basis: source, from: {note: 1쪽}}]\n",
    )
    library = small_library(
        tmp_path, {**STORY, "seoul/2017-plan": ours, "geumcheon-gu/2017-market-forum": direct}
    )
    assert "약속 2016년 11월 27일 정보를 모두 연다 ● 사례 현장" in said(page(library, ""))
    assert (
        "약속 3개 가운데 2개에서 현장의 기록까지 따라갈 수 있습니다. 자료에 있는 연결만으로 닿는 것은 1개(현장의 기록 1개)이고, "
        "나머지 1개는 도서관이 이은 연결을 거칩니다. 현장의 기록에 닿는다고 약속을 지켰다는 뜻은 아닙니다."
    ) in said(page(library, "promises/"))


def test_a_task_counts_as_open_only_where_more_could_be_known(tmp_path: Path) -> None:
    proposed = PLAN.replace("status: {value: planned,", "status: {value: unknown,", 1)
    library = small_library(tmp_path, {**STORY, "seoul/2017-plan": proposed})
    assert "하기로 정했고" not in said(page(library, ""))
    assert (
        "현장의 기록으로 이어지지 않은 약속과 과제 4개입니다. 아직 이어진 기록이 없습니다. 하지 않았다는 뜻은 아닙니다. "
        "이 가운데 과제 2개는 제안에 그쳤거나 그 뒤에 나온 자료가 이 도서관에 없어, 이어질 기록이 있을 수 없습니다."
    ) in said(page(library, "promises/open/"))


def test_the_domains_of_proposals_and_tasks_fill_the_matrix_and_the_lists(tmp_path: Path) -> None:
    forum = FORUM.replace(
        "title: 빈터를 정원으로,", "title: 빈터를 정원으로, domains: [environment],"
    )
    plan = PLAN.replace(
        "title: 공론장 열기\n", "title: 공론장 열기\n        districts: [mapo-gu, yongsan-gu]\n"
    )
    library = small_library(
        tmp_path, {**STORY, "geumcheon-gu/2017-market-forum": forum, "seoul/2017-plan": plan}
    )
    told = rendered(library)
    assert {
        address for address in told if address.startswith("matrix/") and address != "matrix/"
    } == {
        "matrix/geumcheon-gu/civic-participation/",
        "matrix/geumcheon-gu/environment/",
        "matrix/geumcheon-gu/participatory-budget/",
        "matrix/mapo-gu/governance-system/",
        "matrix/seoul/civic-participation/",
        "matrix/seoul/governance-learning/",
        "matrix/seoul/governance-system/",
        "matrix/seoul/participatory-budget/",
        "matrix/yongsan-gu/governance-system/",
    }
    assert "장터에서 동네 예산을 이야기하다" in said(told["domains/environment/"])
    assert "마을 분야: 기후·환경 공원과" in said(told["proposals/2017/"])
    assert "빈터를 정원으로 분야: 기후·환경 마을" in said(told["cases/2017-market-forum/"])
    assert "자치구: 마포구, 용산구" in said(told["cases/2017-plan/"])


def test_about_says_by_what_rubric_the_library_judges(story: Mapping[str, str]) -> None:
    assert (
        "‘바뀌었음’과 ‘하지 않았음’은 자료가 그렇게 말할 때만 씁니다. 했음: 약속한 것을 했다고 나중 자료가 말합니다."
    ) in said(story["about/"])
    assert "협치도서관이 정함. 판정 기준 2판(2026년 11월 30일)" in said(story["about/"])


def test_an_empty_cell_of_the_matrix_says_so_and_leads_to_the_form_that_fills_it(
    story: Mapping[str, str],
) -> None:
    cells = 26 * 19
    assert story["matrix/"].count('<span class="visually-hidden">없음. ') == cells - 6
    assert (
        '<a tabindex="-1" href="../contribute/form/?district=mapo-gu&amp;domain=youth"><span class="visually-hidden">'
        "없음. 마포구 청년 사례 보태기</span></a>"
    ) in story["matrix/"]
    assert "matrix/mapo-gu/youth/" not in story


def test_the_matrix_has_a_page_for_every_cell_that_is_not_empty(story: Mapping[str, str]) -> None:
    assert sorted(
        address for address in story if address.startswith("matrix/") and address != "matrix/"
    ) == [
        "matrix/geumcheon-gu/civic-participation/",
        "matrix/geumcheon-gu/participatory-budget/",
        "matrix/seoul/civic-participation/",
        "matrix/seoul/governance-learning/",
        "matrix/seoul/governance-system/",
        "matrix/seoul/participatory-budget/",
    ]


def test_lists_go_on_after_fifty_entries(tmp_path: Path) -> None:
    pledges = "\n".join(
        f'  - {{number: "{one}", text: 다짐 {one}, from: {{paper: 1쪽}}}}' for one in range(4, 60)
    )
    long = DECLARATION.replace("sources:", f"{pledges}\nsources:")
    library = small_library(tmp_path, {"seoul/2016-pledges": long})
    assert "51 다짐 51" not in said(page(library, "promises/"))
    assert "51 다짐 51 이어진 기록이 아직 없음" in said(page(library, "promises/page/2/"))
    assert [
        view.address for view in all_views(library) if view.address.startswith("promises/")
    ] == [
        "promises/",
        "promises/page/2/",
        "promises/open/",
        "promises/open/page/2/",
        "promises/followups/",
    ]


def test_a_theme_with_more_sentences_than_a_page_holds_goes_on(tmp_path: Path) -> None:
    many = "".join(
        f"{{theme: trust, what: 까닭 {one}입니다., said_by: research, from: {{plan: 4쪽}}}}, "
        for one in range(30)
    )
    school = SCHOOL.replace("obstacles: [", f"obstacles: [{many}").replace(
        "  implements", "  related"
    )
    library = small_library(
        tmp_path, {"seoul/2017-budget-school": school, "seoul/2017-plan": PLAN_WITHOUT_PLEDGES}
    )
    first, second = (
        said(page(library, "lessons/trust/")),
        said(page(library, "lessons/trust/page/2/")),
    )
    assert "걸림돌 31개" in first
    assert "까닭 24입니다." in first
    assert "까닭 25입니다." not in first
    assert "까닭 25입니다." in second


@pytest.mark.parametrize(
    ("period", "heading", "how"),
    [
        ("{start: 2017-06-20}", "2017년 6월", "day"),
        ("{start: 2017-06}", "2017년 6월", "month"),
        ("{start: 2017-40}", "2017년 상반기", "part"),
        ("{start: 2017-24}", "2017년 겨울", "part"),
        ("{start: 2017}", "2017년, 달은 알 수 없음", "year"),
        ("{start: 2017-06~}", "2017년 6월", "about"),
        ("{start: 2016, end: 2017}", "앞서 시작해 이어진 일", "year"),
    ],
)
def test_a_vague_date_stands_where_it_is_known_and_says_how_vague_it_is(
    tmp_path: Path, period: str, heading: str, how: str
) -> None:
    front_matter = FORUM.replace("{start: 2017-06-20, end: 2018-03, from: {note: 3쪽}}", period)
    (record,) = small_library(tmp_path, {"geumcheon-gu/2017-market-forum": front_matter}).records
    assert (season(record, 2017), vagueness(record)) == (heading, how)


def test_every_field_has_its_row_with_what_it_holds(story: Mapping[str, str]) -> None:
    text = said(story["fields/"])
    assert (
        "제목 title 모두 꼭 적기 한 줄 글, 80자까지 무슨 일이 있었는지 우리 말로 적은 제목." in text
    )
    assert "분야 domains 모두 꼭 적기 정해진 낱말: 분야, 여럿, 3개까지" in text
    assert (
        "기간 period 사례, 계획, 선언, 자료 적거나, 모른다고 밝히기 묶음: 기간 언제부터 언제까지의 일인지."
        in text
    )


def test_who_runs_the_library_is_said_where_it_is_known(tmp_path: Path) -> None:
    settings = Settings(operator="마을기록모임", contact="desk@example.org", version="1.2")
    text = said(page(small_library(tmp_path, {}, settings), "about/"))
    assert "마을기록모임에서 꾸립니다." in text
    assert "틀린 곳이나 물어볼 것은 desk@example.org로 알려 주세요." in text
    assert "판: 1.2" in text
    assert "서울시의 공식 사이트가 아닙니다." not in text


def broken(folder: Path, **settings: object) -> Library:
    """The story with a word that is in no vocabulary in one of its records."""
    wrong = {
        **STORY,
        "geumcheon-gu/2017-market-forum": FORUM.replace(
            "participatory-budget", "participatory-bugdet"
        ),
    }
    return small_library(folder, wrong, Settings(**settings))


def test_a_preview_lists_its_problems_and_shows_them_where_the_record_would_stand(
    tmp_path: Path,
) -> None:
    library = broken(tmp_path, preview=True)
    listed, in_place = (
        said(page(library, "preview-problems/")),
        said(page(library, "cases/2017-market-forum/")),
    )
    problem = next(one for one in library.problems if one.path.endswith("2017-market-forum.md"))
    sentence = f"{problem.line}번째 줄, {problem.column}번째 글자: {problem.message} {problem.hint}"
    assert sentence in listed
    assert sentence in in_place
    assert (
        "이 기록은 아래를 고쳐야 보입니다. 고치고 저장하면 이 자리에 기록이 나타납니다." in in_place
    )


def test_a_preview_names_only_records_that_are_kept_out(tmp_path: Path) -> None:
    assert "2017-market-forum" in broken_records(broken(tmp_path, preview=True))
    assert "2017-plan" not in broken_records(broken(tmp_path / "again", preview=True))


def test_a_library_for_publishing_shows_no_problems(tmp_path: Path) -> None:
    library = small_library(tmp_path, STORY)
    assert [view.address for view in all_views(library) if view.address.startswith("preview")] == []
    assert shell_of(library).preview_notice == ""


def test_the_shell_of_a_preview_says_how_much_there_is_to_mend(tmp_path: Path) -> None:
    library = broken(tmp_path, preview=True)
    errors = sum(problem.is_error for problem in library.problems)
    assert shell_of(library).preview_notice == f"고칠 곳이 {errors}개 있습니다. 보기"


@pytest.mark.parametrize(
    ("address", "door"),
    [
        ("cases/", "둘러보기"),
        ("cases/2017-plan/", "둘러보기"),
        ("matrix/", "둘러보기"),
        ("teach/", "교육에 쓰기"),
        ("contribute/", "사례 보태기"),
        ("contribute/form/", "사례 보태기"),
        ("contribute/tell/", "사례 보태기"),
        ("", None),
        ("basket/", None),
        ("glossary/", None),
        ("vocabulary/", None),
    ],
)
def test_a_page_stands_behind_the_door_that_leads_to_its_like(
    views: Mapping[str, View], address: str, door: str | None
) -> None:
    view = views[address]
    assert (view.door and view.door.label) == door
