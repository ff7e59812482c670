"""The parts that records of several kinds are made of."""

from __future__ import annotations

from typing import Any

from hyeopchi.schema.kinds import Kind
from measure.synthetic.shelf import Shelf, Sketch
from measure.synthetic.words import Words

Fields = dict[str, Any]

LAST_YEAR = 2027
"""When records without a year came about, as far as anyone can tell."""
SOURCES = {"full": 2, "thin": 1, "stub": 1}
"""How many sources a record rests on, by its depth."""


def sources(sketch: Sketch, words: Words) -> list[Fields]:
    """Its sources, all from the year after the record's."""
    return [_source(f"s{number}", sketch, words) for number in range(1, SOURCES[sketch.depth] + 1)]


def _source(key: str, sketch: Sketch, words: Words) -> Fields:
    return {
        "key": key,
        "title": f"{words.name()} 자료집",
        "publisher": words.place(),
        "date": f"{(sketch.year or LAST_YEAR) + 1}-{words.random.randint(1, 12):02}",
        "url": f"https://example.org/{sketch.id}/{key}",
        "rights": words.term("rights"),
    }


def cited(sketch: Sketch, words: Words) -> Fields:
    """Where in one of the sources a fact stands."""
    key = words.random.randint(1, SOURCES[sketch.depth])
    return {f"s{key}": f"{words.random.randint(1, 90)}쪽"}


def period(sketch: Sketch, words: Words) -> Fields:
    """A span of the record's year: whole, months, a day, about."""
    start, end = sorted(words.random.sample(range(1, 13), 2))
    year = sketch.year
    return words.one(
        (
            {"start": f"{year}", "end": f"{year}"},
            {"start": f"{year}-{start:02}", "end": f"{year}-{end:02}"},
            {"start": f"{year}-{start:02}-17"},
            {"start": f"{year}-40~"},
        )
    )


def status(sketch: Sketch, words: Words) -> Fields:
    """What the first source says of how far the thing has come."""
    value = words.random.choices(
        ("planned", "underway", "done", "ended", "unknown"), (45, 25, 20, 3, 7)
    )[0]
    return {"value": value, "from": {"s1": f"{words.random.randint(1, 90)}쪽"}}


def actors(words: Words, least: int, most: int) -> list[Fields]:
    """Listed actors, and now and then an unlisted one."""
    listed = [
        {"id": actor, "role": words.one(("주최", "진행", "지원", "심의", "참여"))}
        for actor in words.terms("actors", least, most)
    ]
    unlisted = {"name": f"{words.place()} 사람들", "sector": words.term("sectors")}
    return [*listed, unlisted] if words.chance(0.3) else listed


def quantity(value: int, unit: str, of: str, words: Words) -> Fields:
    """A number with its unit, one in three softened."""
    softened = (
        {"qualifier": words.one(("about", "more-than", "at-least"))} if words.chance(0.3) else {}
    )
    return {"value": value, "unit": unit, "of": of, **softened}


def factors(sketch: Sketch, words: Words, least: int, most: int) -> list[Fields]:
    """Enablers or obstacles, each of a theme."""
    return [
        {"theme": theme, **finding(sketch, words)} for theme in words.terms("themes", least, most)
    ]


def findings(sketch: Sketch, words: Words, most: int) -> list[Fields]:
    """Outcomes or lessons."""
    return [finding(sketch, words) for _ in range(words.random.randint(1, most))]


def finding(sketch: Sketch, words: Words) -> Fields:
    """A sentence or two, with who says so."""
    return {
        "what": words.sentences(1, 2),
        "said_by": words.term("said-by"),
        "from": cited(sketch, words),
    }


def figures(sketch: Sketch, words: Words, most: int) -> list[Fields]:
    """Tables of numbers."""
    return [
        {
            "what": f"{words.name()} 조사",
            "base": quantity(words.random.randint(50, 900), "명", "답한 사람", words),
            "values": [
                {"label": words.place(), "value": words.random.randint(1, 999) / 10, "unit": "%"}
                for _ in range(3)
            ],
            "from": cited(sketch, words),
        }
        for _ in range(words.random.randint(1, most))
    ]


def link(kind: str, sketch: Sketch, made: Shelf, words: Words) -> str | None:
    """An earlier record of a kind, or the place in it that such links lead to."""
    target = made.earlier(kind, sketch, words.random)
    if target is None:
        return None
    if kind == Kind.PLAN:
        return f"{target.id}#{words.one(words.one(target.tasks))}"
    return (
        f"{target.id}#{words.random.randint(1, target.pledges)}"
        if kind == Kind.DECLARATION
        else target.id
    )


def relation(kind: str, share: float, sketch: Sketch, made: Shelf, words: Words) -> list[Fields]:
    """In this share of all cases a relation to an earlier record of a kind, else none."""
    to = link(kind, sketch, made, words) if words.chance(share) else None
    if to is None:
        return []
    basis = (
        {"basis": "source", "from": cited(sketch, words)}
        if words.chance(0.5)
        else {"basis": "editor", "note": f"{words.place()}이라는 이름이 같음"}
    )
    return [{"to": to, **basis}]


def filled(fields: Fields) -> Fields:
    """The fields that hold something."""
    return {name: value for name, value in fields.items() if value not in ([], {}, "", None)}
