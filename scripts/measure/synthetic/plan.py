"""The fields of a synthetic plan."""

from __future__ import annotations

from hyeopchi.schema.kinds import Kind
from measure.synthetic import parts
from measure.synthetic.parts import Fields, filled
from measure.synthetic.shelf import Shelf, Sketch
from measure.synthetic.words import Words


def plan(sketch: Sketch, made: Shelf, words: Words) -> Fields:
    """What a plan adds: its strategies and tasks, and where it is full also when and for how much."""
    shown: Fields = {"status": parts.status(sketch, words)}
    if sketch.depth == "stub":
        return shown
    shown |= {
        "actors": parts.actors(words, 2, 8),
        "vision": words.sentences(1, 2),
        "strategies": [
            _strategy(number, tasks, sketch, made, words)
            for number, tasks in enumerate(sketch.tasks, start=1)
        ],
        "relations": filled(
            {
                "follows": parts.relation(Kind.CASE, 0.3, sketch, made, words),
                "related": parts.relation(Kind.RESOURCE, 0.3, sketch, made, words),
            }
        ),
    }
    return shown | _full(sketch, words) if sketch.depth == "full" else shown


def _full(sketch: Sketch, words: Words) -> Fields:
    return {
        "schedule": [_date(task, sketch, words) for tasks in sketch.tasks for task in tasks],
        "budget_items": _budget(sketch, words),
        "figures": parts.figures(sketch, words, 2),
        "obstacles": parts.factors(sketch, words, 1, 4),
    }


def _strategy(
    number: int, tasks: tuple[str, ...], sketch: Sketch, made: Shelf, words: Words
) -> Fields:
    return {
        "number": str(number),
        "title": words.name(),
        "what": words.sentences(1, 2),
        "from": parts.cited(sketch, words),
        "tasks": [_task(task, sketch, made, words) for task in tasks],
    }


def _task(task: str, sketch: Sketch, made: Shelf, words: Words) -> Fields:
    followups = (
        [
            {
                "as_of": str((sketch.year or parts.LAST_YEAR) + 2),
                "what": words.sentences(1, 1),
                "verdict": words.term("verdicts"),
                "basis": "source",
                "from": parts.cited(sketch, words),
            }
        ]
        if words.chance(0.2)
        else []
    )
    units = [
        _unit(f"{task}-{number}", sketch, words) for number in range(1, words.random.randint(1, 4))
    ]
    return filled(
        {
            **_unit(task, sketch, words),
            "leads": parts.actors(words, 1, 2),
            "answers": parts.relation(Kind.DECLARATION, 0.3, sketch, made, words),
            "continues": parts.relation(Kind.PLAN, 0.2, sketch, made, words),
            "followups": followups,
            "units": units,
        }
    )


def _unit(number: str, sketch: Sketch, words: Words) -> Fields:
    return {
        "number": number,
        "title": words.name(),
        "what": words.sentences(1, 2),
        "from": parts.cited(sketch, words),
    }


def _date(task: str, sketch: Sketch, words: Words) -> Fields:
    year = sketch.year or parts.LAST_YEAR
    return {
        "task": task,
        "what": words.name(),
        "start": f"{year}-{words.random.randint(1, 12):02}",
        "from": parts.cited(sketch, words),
    }


def _budget(sketch: Sketch, words: Words) -> list[Fields]:
    """Items in units of a thousand won, and their total."""
    amounts = [words.random.randint(1, 900) * 100 for _ in range(6)]
    rows = [
        {
            "item": f"{words.name()}비",
            "amount": {"value": amount, "unit": "천원"},
            "from": parts.cited(sketch, words),
        }
        for amount in amounts
    ]
    return [
        *rows,
        {
            "item": "합계",
            "amount": {"value": sum(amounts), "unit": "천원"},
            "total": True,
            "from": parts.cited(sketch, words),
        },
    ]
