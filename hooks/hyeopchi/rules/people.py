"""Rules about who took part, and how far."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from hyeopchi.files.problem import Problem, Severity
from hyeopchi.files.rule import Rule
from hyeopchi.records.archive import Archive
from hyeopchi.records.places import names_in, place_in, problem_in
from hyeopchi.records.record import Record
from hyeopchi.records.walk import Path, groups
from hyeopchi.schema.entry import Entry
from hyeopchi.schema.vocabulary import Vocabulary
from hyeopchi.text.korean import josa
from hyeopchi.text.quoting import quoted


def actor_is_listed_or_described(record: Record, archive: Archive) -> Iterator[Problem]:
    """An actor has an ``id``, or a ``name`` with its ``sector``; not both."""
    for path, field, actor, _ in groups(record, archive.schema):
        if field.type != "actor":
            continue
        if "id" in actor and "name" in actor:
            yield problem_in(
                record,
                (*path, "name"),
                Rule.ACTOR_TWICE,
                "목록에 있는 이(id)에게 이름을 또 적었습니다",
                "name을 지워 주세요",
            )
        elif (
            "id" not in actor
            and not ("name" in actor and "sector" in actor)
            and not _is_broken(record, actor, path)
        ):
            yield problem_in(
                record,
                path,
                Rule.ACTOR_INCOMPLETE,
                "함께한 이에게 id가 없으면 이름과 부문이 있어야 합니다",
                "예: {id: seoul-institute} 또는 {name: 새재미마을활력소, sector: resident}",
            )


def _is_broken(record: Record, actor: Entry, path: Path) -> bool:
    """Whether the file has a value here that the reader has already complained about."""
    return any(name not in actor for name in names_in(record, *path))


def actor_is_not_a_listed_one(record: Record, archive: Archive) -> Iterator[Problem]:
    """An unlisted actor's name is not that of a listed one (a warning)."""
    names = _listed_names(archive.vocabularies["actors"])
    for path, field, actor, _ in groups(record, archive.schema):
        is_unlisted = field.type == "actor" and "name" in actor and "id" not in actor
        listed = names.get(_folded(actor["name"])) if is_unlisted else None
        if listed:
            said = f"'id: {listed}'"
            yield Problem.at(
                record.source.path,
                place_in(record, *path, "name"),
                Rule.ACTOR_LOOKS_LISTED,
                f"목록에 있는 이와 이름이 같습니다: {quoted(actor['name'])}",
                f"name을 지우고 {josa(said, '이라고/라고')} 적어 주세요",
                Severity.WARNING,
            )


@lru_cache(maxsize=2)
def _listed_names(actors: Vocabulary) -> dict[str, str]:
    return {_folded(name): term.id for term in actors for name in (term.label, *term.aliases)}


def _folded(name: str) -> str:
    return "".join(name.split()).casefold()


def participation_levels_are_neighbours(record: Record, archive: Archive) -> Iterator[Problem]:
    """A level of participation is one IAP2 level, or two neighbouring ones from low to high."""
    participation = record.get("participation", {})
    level, to = participation.get("level"), participation.get("to")
    levels = archive.vocabularies["participation"].terms
    steps = list(levels)
    if level in levels and to in levels and steps.index(to) - steps.index(level) != 1:
        yield problem_in(
            record,
            ("participation", "to"),
            Rule.LEVELS_APART,
            f"이웃한 두 수준이 아닙니다: {levels[level].label}, {levels[to].label}",
            "한 수준만 적거나 바로 위 수준을 to에 적어 주세요",
        )


RULES = (
    actor_is_listed_or_described,
    actor_is_not_a_listed_one,
    participation_levels_are_neighbours,
)
