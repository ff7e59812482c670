"""Setting up: the hour before, where everything stands, who does what, and how it changes with the number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hyeopchi.paper.blocks.block import (
    Block,
    Heading,
    Runs,
    Table,
    Together,
    items,
    paragraph,
    runs,
)
from hyeopchi.paper.kit.amounts import Amounts
from hyeopchi.paper.kit.course import Course
from hyeopchi.paper.kit.room import room_plan
from hyeopchi.paper.kit.words import AT_THE_TABLE, SCALES, setting_up

_MOST_TABLES = 8
"""Tables of which one row of names has room for."""
_HELPED, _ALONE = 2, 12
"""Tables that one helper looks after; people that a facilitator manages alone."""


def setting_up_blocks(course: Course) -> Iterator[Block]:
    """The list by the clock, the plan of the room, the people, and ten and forty of them."""
    amounts = course.amounts
    yield Heading("시작 전에 할 일")
    yield Table(
        ("때", "할 일"),
        tuple((runs(when), _ticked(todo)) for when, todo in setting_up(amounts)),
        widths=(2, 9),
    )
    plan = room_plan(amounts)
    yield Together((Heading("자리 그림"), plan, paragraph(plan.words)))
    yield Together((Heading("누가 무엇을 맡나"), items(_staff(amounts)), _at_tables(amounts)))
    yield Together((Heading("열 사람, 마흔 사람일 때"), _scales(course)))


def helpers(amounts: Amounts) -> int:
    """How many help beside the facilitator: one for two tables, nobody where there are few people."""
    return 0 if amounts.people <= _ALONE else -(-amounts.groups // _HELPED)


def _ticked(todo: Sequence[str]) -> Runs:
    return runs("\n".join(f"□ {one}" for one in todo))


def _staff(amounts: Amounts) -> Sequence[str]:
    count = helpers(amounts)
    said = ["진행자 1명: 시간표대로 이끌고, 진행자의 말을 읽고, 뜨거워질 때 나섭니다."]
    if count:
        said.append(
            f"도우미 {count}명: 한 사람이 두 모둠을 봅니다. 종이를 나누고, 멈춘 모둠 곁에 앉습니다."
        )
    return (*said, "모둠의 네 몫은 앉은 사람이 나누어 맡습니다. 아래에 이름을 적습니다.")


def _at_tables(amounts: Amounts) -> Table:
    """The four parts at each table, with room for the names."""
    tables = min(amounts.groups, _MOST_TABLES)
    return Table(
        ("모둠의 몫", *(f"모둠 {number}" for number in range(1, tables + 1))),
        tuple((runs(part), *(() for _ in range(tables))) for part in AT_THE_TABLE),
        widths=(4, *(2,) * tables),
        row_height=13,
        has_row_heads=True,
    )


def _scales(course: Course) -> Table:
    size = course.amounts.group_size
    return Table(
        ("사람", "모둠", "도우미", "이렇게 바꿉니다"),
        tuple(_scale(Amounts(people, size), change) for people, change in SCALES),
        widths=(2, 2, 2, 9),
        has_row_heads=True,
    )


def _scale(amounts: Amounts, change: str) -> tuple[Runs, ...]:
    count = helpers(amounts)
    return (
        runs(f"{amounts.people}명"),
        runs(f"{amounts.groups}모둠"),
        runs(f"{count}명" if count else "없음"),
        runs(change),
    )
