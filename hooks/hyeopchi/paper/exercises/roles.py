"""Roles: who took part and what each took on, to be matched."""

from __future__ import annotations

from collections.abc import Iterator

from hyeopchi.library.library import Library
from hyeopchi.paper.blocks.block import Table, Tone, WritingLines, paragraph, runs
from hyeopchi.paper.exercises.exercise import Exercise, key_of, name_of, sheet_of
from hyeopchi.paper.mixing import LETTERS, mixed
from hyeopchi.records.record import Record
from hyeopchi.schema.entry import Entry

PAPER = "roles"
_LEAST, _MOST = 4, 8
_TELLING = 2
"""Letters of a name's word that give it away where the role says it too."""
_ASK = "왼쪽의 함께한 이가 어떤 일을 맡았는지 오른쪽에서 찾아, 그 기호를 가운데 칸에 적습니다."


def roles(record: Record, library: Library) -> Exercise | None:
    """A table to match; None where fewer than four took on something different."""
    actors = tuple(_distinct(record, library))[:_MOST]
    if len(actors) < _LEAST:
        return None
    order = mixed(range(len(actors)), f"{PAPER} {record.id}")
    rows = tuple(
        (runs(name_of(actor, library)), (), runs(f"{letter}. {actors[at]['role']}"))
        for actor, letter, at in zip(actors, LETTERS, order, strict=False)
    )
    table = Table(
        ("함께한 이", "기호", "맡은 일"), rows, widths=(4, 1, 5), row_height=17, has_row_heads=True
    )
    sheet = sheet_of(
        record,
        library,
        PAPER,
        (
            paragraph(_ASK, tone=Tone.INSTRUCTION),
            table,
            WritingLines(3, "빠진 사람이나 빠진 몫이 있다면"),
        ),
    )
    letters = {at: letter for letter, at in zip(LETTERS, order, strict=False)}
    answers = tuple(
        (runs(name_of(actor, library)), runs(letters[at]), runs(actor["role"]))
        for at, actor in enumerate(actors)
    )
    return Exercise(
        PAPER,
        sheet,
        key_of(
            sheet,
            (
                Table(
                    ("함께한 이", "기호", "맡은 일"), answers, widths=(4, 1, 5), has_row_heads=True
                ),
            ),
        ),
    )


def _distinct(record: Record, library: Library) -> Iterator[Entry]:
    """The actors with a role, each role once: two of one role could not be told apart.

    A role that says a word of its actor's name is left out: it would match itself.
    """
    seen: set[str] = set()
    for actor in record.get("actors", ()):
        role = actor.get("role")
        if role and role not in seen and not _tells(role, name_of(actor, library)):
            seen.add(role)
            yield actor


def _tells(role: str, name: str) -> bool:
    return any(word in role for word in name.split() if len(word) >= _TELLING)
