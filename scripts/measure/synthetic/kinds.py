"""The front matter of the synthetic records, kind by kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from hyeopchi.schema.fields import Schema
from hyeopchi.schema.kinds import Kind
from measure.synthetic import parts
from measure.synthetic.case import case
from measure.synthetic.others import others
from measure.synthetic.parts import Fields, filled
from measure.synthetic.plan import plan
from measure.synthetic.shelf import Shelf, Sketch
from measure.synthetic.words import Words

ADDED, REVISED, WITHDRAWN = "2029-11-22", "2029-12-01", "2029-12-24"
"""Days after all that the records tell of: of what is yet to come the check would say that it cannot be over."""


def fields(sketch: Sketch, made: Shelf, words: Words, schema: Schema) -> Fields:
    """All fields of a record; a tombstone has few."""
    if sketch.is_withdrawn:
        return _tombstone(sketch, made, words)
    told = {
        "kind": sketch.kind,
        **_common(sketch, words),
        **_KINDS[sketch.kind](sketch, made, words),
        "added": ADDED,
        "revised": [REVISED] if words.chance(0.1) else [],
        "withdrawn": {},
    }
    return filled({**told, **others(told, schema.of_kind(sketch.kind), sketch, words)})


def _tombstone(sketch: Sketch, made: Shelf, words: Words) -> Fields:
    target = made.earlier(sketch.kind, sketch, words.random)
    replacement = {"replaced_by": target.id} if target else {}
    return {
        "kind": sketch.kind,
        "title": words.title(),
        "added": ADDED,
        "withdrawn": {"date": WITHDRAWN, "reason": "다른 기록과 합쳤습니다.", **replacement},
    }


def _common(sketch: Sketch, words: Words) -> Fields:
    is_full = sketch.depth == "full" or sketch.kind in (Kind.DECLARATION, Kind.COLLECTION)
    easy = [f"{words.place()} 사람들이 모였습니다." for _ in range(3)] if is_full else []
    return {
        "title": words.title(),
        "official_name": words.name(),
        "summary": words.sentences(1, 2)[:200],
        "easy": easy,
        "districts": list(sketch.districts),
        "dong": f"{words.place()[:2]}동" if words.chance(0.2) else "",
        "domains": words.terms("domains", 1, 3),
        "groups": words.terms("groups", 0, 2),
        **(_dated(sketch, words) if sketch.kind != Kind.COLLECTION else {}),
    }


def _dated(sketch: Sketch, words: Words) -> Fields:
    unknown = [] if sketch.year else [{"field": "period", "note": "언제인지 자료에 없음"}]
    if sketch.kind == Kind.PLAN and sketch.depth == "stub":
        unknown.append({"field": "strategies", "note": "이름만 나옴"})
    return {
        "period": parts.period(sketch, words) if sketch.year else {},
        "unknown": unknown,
        "sources": parts.sources(sketch, words),
    }


def _declaration(sketch: Sketch, made: Shelf, words: Words) -> Fields:
    pledges = [
        {"number": str(number), "text": words.sentences(1, 1), "from": parts.cited(sketch, words)}
        for number in range(1, sketch.pledges + 1)
    ]
    return {
        "declared_on": f"{sketch.year or parts.LAST_YEAR}-09",
        "signatories": parts.actors(words, 1, 5),
        "actors": parts.actors(words, 1, 5),
        "pledges": pledges,
    }


def _resource(sketch: Sketch, made: Shelf, words: Words) -> Fields:
    shown: Fields = {
        "resource_type": words.term("resource-types"),
        "issuer": parts.actors(words, 1, 1),
    }
    if sketch.depth == "stub":
        return shown
    guide = {name: words.sentences(1, 1) for name in ("why", "who", "when", "what")}
    shown |= {
        "actors": parts.actors(words, 1, 4),
        "reading_guide": guide,
        "relations": {"related": parts.relation(Kind.CASE, 0.5, sketch, made, words)},
    }
    if sketch.depth == "full":
        shown |= {
            "figures": parts.figures(sketch, words, 3),
            "enablers": parts.factors(sketch, words, 1, 4),
            "obstacles": parts.factors(sketch, words, 1, 4),
        }
    return shown | {"relations": filled(shown["relations"])}


def _collection(sketch: Sketch, made: Shelf, words: Words) -> Fields:
    found = {
        parts.link(words.one((Kind.CASE, Kind.CASE, Kind.PLAN, Kind.RESOURCE)), sketch, made, words)
        for _ in range(8)
    }
    links = {link for link in found if link}
    items = [
        {"record": to, "why": words.sentences(1, 1), "minutes": 10}
        for to in sorted(links) or [sketch.id]
    ]
    answers = {
        part: [{"what": words.sentences(1, 2)} for _ in range(2)]
        for part in ("better", "stuck", "who_says", "nobody_says")
    }
    if sketch.id.startswith("question-"):
        return {
            "purpose": "question",
            "items": items,
            "answer": answers,
            "ask": [f"{words.place()}에서는 누가 정하나요?" for _ in range(3)],
        }
    return {
        "purpose": "teaching",
        "items": items,
        "audience": words.terms("audiences", 1, 2),
        "minutes": 90,
        "aims": [f"{words.place()}의 일을 말할 수 있다"],
        "session": [{"minutes": 30, "activity": words.sentences(1, 1)} for _ in range(3)],
    }


_KINDS: Mapping[str, Callable[[Sketch, Shelf, Words], Fields]] = MappingProxyType(
    {
        Kind.CASE: case,
        Kind.PLAN: plan,
        Kind.DECLARATION: _declaration,
        Kind.RESOURCE: _resource,
        Kind.COLLECTION: _collection,
    }
)
