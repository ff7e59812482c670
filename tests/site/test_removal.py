"""Rights and removal: what the page and the licence say, the way to ask, and the public list of requests."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from helpers.broken_files import CASE, problems, shelf
from helpers.docs_pages import DOCS
from helpers.small_library import page, said, small_library
from hyeopchi.library.library import Library
from hyeopchi.library.settings import Settings
from hyeopchi.records.reader import read_archive
from hyeopchi.site.pages import all_views
from support.environment import ROOT

RECORD = "mapo-gu/2017-meeting.md"
OPEN = "{number: 2, date: 2026-12-03, asker: holder, wish: leave-out, record: 2017-meeting, state: open}"
MENDED = (
    "{number: 1, date: 2026-11-22, asker: named, wish: correct, record: 2017-meeting, state: done, "
    "answered: 2026-12-01, done: 이름을 맡은 자리로 바꾸었습니다}"
)
SHARED = ("자료에서 가져오는 것", "가져오지 않는 것", "이용조건이 미치는 곳", "권리를 가진 분께")
"""Headings under which the page and the licence say the same."""


def listed(folder: Path, *requests: str) -> Path:
    """A shelf with one record and these requests."""
    rows = "".join(f"  - {request}\n" for request in requests)
    return shelf(folder, {RECORD: CASE, "_requests.yml": f"requests:\n{rows}"})


def told(text: str, place: str = "2:5") -> list[str]:
    """The one problem that is expected of the list."""
    return [f"cases/_requests.yml:{place}: {text}"]


def items_under(text: str, heading: str) -> list[str]:
    """The items of the list that follows a heading."""
    below = re.split(rf"^(?:## )?{heading}.*$", text, maxsplit=1, flags=re.MULTILINE)[1].lstrip(
        "\n"
    )
    return re.findall(r"^- (.+)$", below.split("\n\n")[0], re.MULTILINE)


@pytest.mark.parametrize("heading", SHARED)
def test_the_page_about_rights_and_the_licence_say_the_same(heading: str) -> None:
    on_the_page = items_under((DOCS / "rights.md").read_text("utf-8"), heading)
    in_the_licence = items_under((ROOT / "LICENSE-CONTENT").read_text("utf-8"), heading)
    assert len(on_the_page) >= 2 and on_the_page == in_the_licence


def test_no_mark_promises_what_records_do_not_keep() -> None:
    terms = (ROOT / "cases/_vocabulary/rights.yml").read_text("utf-8")
    guides = "".join(file.read_text("utf-8") for file in DOCS.rglob("*.md"))
    for promise in ("이어 주기만", "이어 줄 뿐", "허락을 받기 전에는"):
        assert promise not in terms + guides


def test_the_page_about_rights_lists_the_terms_below_its_words(tmp_path: Path) -> None:
    words = said(page(small_library(tmp_path, {}), "rights/"))
    assert words.index("자료에 붙는 이용조건") < words.index("공공누리 제1유형")


@pytest.mark.parametrize(
    ("settings", "sentences"),
    [
        (
            Settings(operator="마포구청", contact="desk@example.org", answer_days=14),
            "연락할 곳은 desk@example.org입니다.|마포구청에서 정합니다. 받은 날부터 14일 안에 답합니다.",
        ),
        (
            Settings(repo_url="https://github.com/x/y/"),
            "연락할 전자우편은 아직 없습니다. 저장소의 이슈에 적어 주세요.|"
            "이 도서관을 꾸리는 곳에서 정합니다. 꾸리는 곳은 아직 밝혀 두지 않았습니다"
            "(mkdocs.yml의 extra.library.operator). 며칠 안에 답하는지는 아직 정하지 않았습니다. "
            "꾸리는 분은 mkdocs.yml의 extra.library.answer_days에 날수를 적어 주세요.",
        ),
        (
            Settings(),
            "연락할 곳이 아직 없습니다. 꾸리는 분은 mkdocs.yml의 extra.library.contact나 repo_url을 적어 주세요.",
        ),
    ],
)
def test_the_page_says_where_to_ask_and_who_decides_by_when(
    tmp_path: Path, settings: Settings, sentences: str
) -> None:
    words = said(page(small_library(tmp_path, {}, settings), "removal/"))
    assert [one for one in sentences.split("|") if one not in words] == []


def test_the_way_without_mail_leads_to_the_issues_of_the_repository(tmp_path: Path) -> None:
    html = page(small_library(tmp_path, {}, Settings(repo_url="https://x.kr/y/")), "removal/")
    assert (
        '<a href="https://x.kr/y/issues" rel="external noopener noreferrer">저장소의 이슈</a>'
        in html
    )


def test_requests_stand_with_what_was_done_the_newest_first(tmp_path: Path) -> None:
    cases = listed(tmp_path, MENDED, OPEN)
    assert problems(cases) == []
    html = page(Library(read_archive(cases)), "removal/")
    title = read_archive(cases).records[0].title
    assert (
        f"2 2026년 12월 3일 권리를 가진 분 일부 빼기 {title} 살펴보는 중 아직 없음 "
        f"1 2026년 11월 22일 기록에 나오는 분 고치기 {title} 그대로 함 2026년 12월 1일 "
        "이름을 맡은 자리로 바꾸었습니다"
    ) in said(html)
    assert f'<a href="../cases/2017-meeting/">{title}</a>' in html


@pytest.mark.parametrize("text", [None, "", "requests: []\n"])
def test_nothing_asked_is_no_mistake_and_is_said(tmp_path: Path, text: str | None) -> None:
    cases = shelf(tmp_path, {} if text is None else {"_requests.yml": text})
    assert problems(cases) == []
    assert "아직 받은 요청이 없습니다." in said(page(Library(read_archive(cases)), "removal/"))


def test_a_long_list_of_requests_goes_on_to_a_second_page(tmp_path: Path) -> None:
    many = [OPEN.replace("number: 2", f"number: {number}") for number in range(1, 61)]
    library = Library(read_archive(listed(tmp_path, *many)))
    assert [view.address for view in all_views(library) if view.address.startswith("removal/")] == [
        "removal/",
        "removal/page/2/",
    ]


@pytest.mark.parametrize(
    ("wrong", "text"),
    [
        (
            ("2017-meeting", "2017-meting"),
            "받은 요청: 없는 기록입니다: '2017-meting' → '2017-meeting'을 쓰려던 것인가요?",
        ),
        (
            (", answered: 2026-12-01", ""),
            "받은 요청: 답했다고 했는데 답한 날(answered)이 없습니다 → 예: answered: 2026-12-01",
        ),
        (
            (", done: 이름을 맡은 자리로 바꾸었습니다", ""),
            "받은 요청: 답했다고 했는데 한 일(done)이 없습니다 → 예: done: 이름을 맡은 자리로 바꾸었습니다",
        ),
        (
            ("answered: 2026-12-01", "answered: 2026-11-01"),
            "받은 요청: 답한 날(2026-11-01)이 받은 날(2026-11-22)보다 앞입니다 → 두 날짜를 확인해 주세요",
        ),
        (
            ("wish: correct", "wish: withdraw"),
            "받은 요청: 거두었다고 했는데 기록이 그대로 있습니다: '2017-meeting' → 기록의 앞머리에 "
            "withdrawn: {date: 2026-12-01, reason: 까닭}을 적고 내용을 지워 주세요",
        ),
        (
            (", state: done", ""),
            "받은 요청(requests): 상태(state) 칸이 없습니다 → 예: state: open",
        ),
    ],
)
def test_a_request_that_does_not_fit_together_is_told(
    tmp_path: Path, wrong: tuple[str, str], text: str
) -> None:
    assert problems(listed(tmp_path, MENDED.replace(*wrong))) == told(text)


@pytest.mark.parametrize(
    ("more", "text"),
    [
        (
            "answered: 2026-12-09",
            "받은 요청: 아직 살펴보는 중인데 답한 날(answered)이 적혀 있습니다 → "
            "답했으면 state를 바꾸고, 아니면 답한 날을 지워 주세요",
        ),
        (
            "done: 했습니다",
            "받은 요청: 아직 살펴보는 중인데 한 일(done)이 적혀 있습니다 → "
            "답했으면 state를 바꾸고, 아니면 한 일을 지워 주세요",
        ),
    ],
)
def test_an_open_request_has_no_answer_yet(tmp_path: Path, more: str, text: str) -> None:
    assert problems(listed(tmp_path, OPEN.replace("}", f", {more}}}"))) == told(text)


def test_a_request_stands_under_a_number_of_its_own(tmp_path: Path) -> None:
    assert problems(listed(tmp_path, MENDED, OPEN.replace("number: 2", "number: 1"))) == told(
        "받은 요청: 같은 번호가 두 번 나옵니다: 1 → 받은 차례대로 새 번호를 적어 주세요", "3:5"
    )


def test_a_mistyped_wish_is_told_with_the_one_that_was_meant(tmp_path: Path) -> None:
    cases = listed(tmp_path, MENDED.replace("wish: correct", "wish: 고침"))
    assert problems(cases) == told(
        "무엇을(wish)에 없는 말입니다: '고침' → 'correct'를 쓰려던 것인가요?", "2:55"
    )


def test_a_record_taken_down_as_asked_is_a_tombstone_on_the_list(tmp_path: Path) -> None:
    stone = "---\nkind: case\ntitle: 거둔 기록\nadded: 2026-11-22\nwithdrawn: {date: 2026-12-01, reason: 요청을 받아 거두었습니다.}\n---\n"
    request = MENDED.replace("wish: correct", "wish: withdraw")
    cases = shelf(tmp_path, {RECORD: stone, "_requests.yml": f"requests:\n  - {request}\n"})
    assert problems(cases) == []
    assert "내리기 거둔 기록 그대로 함" in said(page(Library(read_archive(cases)), "removal/"))


def test_personal_data_in_the_list_of_requests_is_told_masked(tmp_path: Path) -> None:
    text = MENDED.replace("이름을 맡은 자리로 바꾸었습니다", "010-2345-6789를 지웠습니다")
    found = problems(listed(tmp_path, text))
    assert len(found) == 1 and "휴대전화 번호로 보이는 번호가 있습니다: 010-****-**89" in found[0]
