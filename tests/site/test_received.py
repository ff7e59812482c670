"""The list of received cases: how it is read, what is said of its mistakes, and the page it becomes."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.broken_files import CASE, problems, shelf
from helpers.small_library import page, said
from hyeopchi.library.library import Library
from hyeopchi.records.reader import read_archive
from hyeopchi.site.pages import all_views

RECORD = "mapo-gu/2017-meeting.md"
FIRST = "{number: 1, date: 2026-11-22, district: mapo-gu, title: 주민이 마을 모임을 열다, state: added, record: 2017-meeting}"
SECOND = "{number: 2, date: 2026-12-01, district: seoul, title: 함께 쓰는 부엌, state: mending, note: 자료의 쪽을 여쭈었습니다}"


def listed(folder: Path, *cases: str) -> Path:
    """A shelf with one record and these received cases."""
    rows = "".join(f"  - {case}\n" for case in cases)
    return shelf(folder, {RECORD: CASE, "_received.yml": f"received:\n{rows}"})


def told(text: str, place: str = "2:5") -> list[str]:
    """The one problem that is expected of the list."""
    return [f"cases/_received.yml:{place}: {text}"]


def test_a_list_of_received_cases_becomes_a_page_with_the_newest_first(tmp_path: Path) -> None:
    cases = listed(tmp_path, FIRST, SECOND)
    assert problems(cases) == []
    html = page(Library(read_archive(cases)), "contribute/received/")
    assert (
        "2 2026년 12월 1일 서울특별시 함께 쓰는 부엌 고칠 곳 있음 자료의 쪽을 여쭈었습니다 "
        "1 2026년 11월 22일 마포구 주민이 마을 모임을 열다 실림"
    ) in said(html)
    assert '<a href="../../cases/2017-meeting/">주민이 마을 모임을 열다</a>' in html


@pytest.mark.parametrize("text", [None, "", "# 아직 없습니다\n", "received: []\n", "received:\n"])
def test_nothing_received_is_no_mistake_and_is_said(tmp_path: Path, text: str | None) -> None:
    cases = shelf(tmp_path, {} if text is None else {"_received.yml": text})
    assert problems(cases) == []
    assert "아직 받은 사례가 없습니다." in said(
        page(Library(read_archive(cases)), "contribute/received/")
    )


def test_a_long_list_goes_on_to_a_second_page(tmp_path: Path) -> None:
    many = [SECOND.replace("number: 2", f"number: {number}") for number in range(1, 61)]
    library = Library(read_archive(listed(tmp_path, *many)))
    assert [
        view.address
        for view in all_views(library)
        if view.address.startswith("contribute/received/")
    ] == ["contribute/received/", "contribute/received/page/2/"]


@pytest.mark.parametrize(
    ("wrong", "text"),
    [
        (
            ("state: added", "state: 실림"),
            "상태(state)에 없는 말입니다: '실림' → 'added'를 쓰려던 것인가요?",
        ),
        (
            ("mapo-gu", "mapogu"),
            "지역(district)에 없는 말입니다: 'mapogu' → 'mapo-gu'를 쓰려던 것인가요?",
        ),
        (
            ("2026-11-22", "11월 22일"),
            "받은 날(date): 날짜가 아닙니다: '11월 22일' → 해-달-날로 적어 주세요. 예: 2017-02-22",
        ),
        (
            ("number: 1,", "number: 첫째,"),
            "번호(number): 정수가 아닙니다: '첫째' → 단위와 쉼표 없이 수만 적어 주세요. 예: 60",
        ),
    ],
)
def test_a_mistyped_value_is_told_in_its_place(
    tmp_path: Path, wrong: tuple[str, str], text: str
) -> None:
    cases = listed(tmp_path, FIRST.replace(*wrong))
    column = f"  - {FIRST}".index(wrong[0].split(": ")[-1].rstrip(",")) + 1
    assert problems(cases) == told(text, f"2:{column}")


@pytest.mark.parametrize(
    ("wrong", "text"),
    [
        (
            (", state: added, record: 2017-meeting", ""),
            "받은 사례(received): 상태(state) 칸이 없습니다 → 예: state: reading",
        ),
        (
            (", record: 2017-meeting", ""),
            "받은 사례: 실렸다고 했는데 기록(record)이 없습니다 → 예: record: 2026-alley-chairs",
        ),
        (
            ("added", "reading"),
            "받은 사례: 실렸다고 하지 않았는데 기록(record)이 적혀 있습니다 → "
            "실렸으면 'state: added'로 바꾸고, 아니면 record를 지워 주세요",
        ),
        (
            ("2017-meeting", "2017-meting"),
            "받은 사례: 없는 기록입니다: '2017-meting' → '2017-meeting'을 쓰려던 것인가요?",
        ),
    ],
)
def test_a_case_that_does_not_fit_together_is_told(
    tmp_path: Path, wrong: tuple[str, str], text: str
) -> None:
    assert problems(listed(tmp_path, FIRST.replace(*wrong))) == told(text)


def test_a_number_stands_once(tmp_path: Path) -> None:
    assert problems(listed(tmp_path, FIRST, SECOND.replace("number: 2", "number: 1"))) == told(
        "받은 사례: 같은 번호가 두 번 나옵니다: 1 → 받은 차례대로 새 번호를 적어 주세요", "3:5"
    )


def test_what_is_no_list_is_told(tmp_path: Path) -> None:
    cases = shelf(tmp_path, {"_received.yml": "recieved: []\nreceived: 셋\n"})
    assert problems(cases) == [
        "cases/_received.yml:1:1: 받은 사례 목록에 없는 칸입니다: 'recieved' → 'received'를 쓰려던 것인가요?",
        "cases/_received.yml:2:11: 받은 사례(received): '이름: 값' 묶음이 와야 합니다 → 예: "
        "[{number: 1, date: 2026-11-22, district: mapo-gu, title: 골목에 의자를 놓다, state: reading}]",
    ]


def test_a_telephone_number_does_not_get_onto_the_page(tmp_path: Path) -> None:
    cases = listed(tmp_path, SECOND.replace("자료의 쪽을 여쭈었습니다", "010-2345-6789로 여쭘"))
    assert problems(cases) == [
        "cases/_received.yml:2:91: 휴대전화 번호로 보이는 번호가 있습니다: 010-****-**89 → 번호를 지우고, 꼭 필요하면 기관의 대표 번호를 쓰세요"
    ]
