"""The fields of a synthetic case."""

from __future__ import annotations

from hyeopchi.schema.kinds import Kind
from measure.synthetic import parts
from measure.synthetic.parts import Fields, filled
from measure.synthetic.shelf import Shelf, Sketch
from measure.synthetic.words import Words

_BUDGETS = ((120, "백만원"), (35000, "천원"), (3, "억원"))


def case(sketch: Sketch, made: Shelf, words: Words) -> Fields:
    """What a case adds: little where it is short, all where it is full."""
    state = parts.status(sketch, words)
    shown: Fields = {
        "status": state,
        "case_type": words.term("case-types"),
        "scale": words.term("scales"),
    }
    if sketch.depth == "stub":
        return shown
    shown |= {
        "actors": parts.actors(words, 2, 5),
        "methods": words.terms("methods", 1, 4),
        "stages": _stages(sketch, words),
        "relations": _relations(sketch, made, words),
    }
    return shown | _full(sketch, words, state["value"]) if sketch.depth == "full" else shown


def _full(sketch: Sketch, words: Words, state: str) -> Fields:
    value, unit = words.one(_BUDGETS)
    return {
        "participation": {
            "level": words.term("participation"),
            "basis": "editor",
            "note": "함께 정한 일이 적혀 있음",
        },
        "participants": [_counted(sketch, words) for _ in range(words.random.randint(1, 3))],
        "budget": [
            {**parts.quantity(value, unit, words.name(), words), "from": parts.cited(sketch, words)}
        ],
        "outcomes": [] if state == "planned" else parts.findings(sketch, words, 4),
        "enablers": parts.factors(sketch, words, 1, 5),
        "obstacles": parts.factors(sketch, words, 1, 5),
        "lessons": parts.findings(sketch, words, 2),
        "voices": _voices(sketch, words),
        "proposals": _proposals(sketch, words) if words.chance(0.1) else [],
        "teaching": _teaching(words),
    }


def _counted(sketch: Sketch, words: Words) -> Fields:
    return {
        **parts.quantity(words.random.randint(5, 900), "명", f"{words.place()}에 온 사람", words),
        "from": parts.cited(sketch, words),
    }


def _stages(sketch: Sketch, words: Words) -> list[Fields]:
    most = 5 if sketch.depth == "full" else 2
    return [
        {
            "stage": stage,
            "name": words.name(),
            "what": words.sentences(1, 3),
            "activities": [_activity(sketch, words) for _ in range(words.random.randint(1, 4))],
            "from": parts.cited(sketch, words),
        }
        for stage in words.terms("stages", 1, most)
    ]


def _activity(sketch: Sketch, words: Words) -> Fields:
    return {
        "method": words.term("methods"),
        "name": words.name(),
        "what": words.sentences(1, 1),
        "sessions": {"value": words.random.randint(1, 20), "unit": "회"},
        "from": parts.cited(sketch, words),
    }


def _voices(sketch: Sketch, words: Words) -> list[Fields]:
    return [
        {
            "role": words.one(("주민", "담당 공무원", "위원", "활동가")),
            "place": words.place(),
            "what": words.sentences(1, 2),
            "from": parts.cited(sketch, words),
        }
        for _ in range(words.random.randint(0, 2))
    ]


def _proposals(sketch: Sketch, words: Words) -> list[Fields]:
    return [
        {
            "number": str(number),
            "title": words.name(),
            "group": words.place(),
            "responsible": f"{words.place()}과",
            "from": parts.cited(sketch, words),
        }
        for number in range(1, words.random.randint(5, 20))
    ]


def _teaching(words: Words) -> Fields:
    questions = [
        {
            "text": f"{words.place()}에는 누가 빠졌나요?",
            "hint": words.sentences(1, 1),
            "minutes": 10,
        }
        for _ in range(4)
    ]
    return {
        "audience": words.terms("audiences", 1, 2),
        "minutes": 60,
        "activity": words.sentences(2, 3),
        "cut": "stage-1",
        "questions": questions,
    }


def _relations(sketch: Sketch, made: Shelf, words: Words) -> Fields:
    return filled(
        {
            "part_of": parts.relation(Kind.CASE, 0.15, sketch, made, words),
            "implements": parts.relation(Kind.PLAN, 0.5, sketch, made, words),
            "answers": parts.relation(Kind.DECLARATION, 0.1, sketch, made, words),
            "follows": parts.relation(Kind.CASE, 0.2, sketch, made, words),
            "related": [
                *parts.relation(Kind.RESOURCE, 0.3, sketch, made, words),
                *parts.relation(Kind.CASE, 0.3, sketch, made, words),
            ],
        }
    )
