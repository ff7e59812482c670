"""Answers: a draft that grows by what people wrote, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hyeopchi.contribute.cell_values import values_of
from hyeopchi.contribute.choices import Misfit
from hyeopchi.contribute.draft import Draft
from hyeopchi.contribute.escaping import escaped
from hyeopchi.contribute.form_questions import KIND, Listing, Question
from hyeopchi.contribute.row_groups import Group, amount, completed, denied
from hyeopchi.schema.fields import Field
from hyeopchi.schema.missing import NOT_SAID
from hyeopchi.schema.vocabulary import Vocabularies, money

Said = tuple[str, Field | None, str]
"""A cell of a row: the head of its column, the field that the head names, and the words."""


class Answers:
    """The draft that a form makes. ``sources``: the numbers of the filled rows of sources."""

    def __init__(self, vocabularies: Vocabularies, sources: Sequence[int]) -> None:
        self._vocabularies, self._sources = vocabularies, sources
        self._answered: set[tuple[str, ...]] = set()
        self.draft = Draft({"kind": KIND})

    @property
    def are_given(self) -> bool:
        """Whether anything was answered."""
        return bool(self._answered) or len(self.draft.values) > 1

    def take(self, question: Question, answer: str) -> bool:
        """Put an answer where it belongs; a word for not knowing is one too. False: it says nothing.

        Raises ``Misfit`` where the field cannot hold it, or was answered before.
        """
        if question.path in self._answered:
            raise Misfit(answer)
        gap = NOT_SAID.get(answer.strip().lower())
        is_taken = (
            self._text(question, answer, gap)
            if question.field is None
            else self._value(question, question.field, answer, gap)
        )
        if is_taken:
            self._answered.add(question.path)
        return is_taken

    def _text(self, question: Question, answer: str, gap: str | None) -> bool:
        """A text below a heading, which is left out where nobody knows."""
        if gap is None:
            self.draft = self.draft.with_section(question.path[0], escaped(answer))
        return True

    def _value(self, question: Question, field: Field, answer: str, gap: str | None) -> bool:
        try:
            said = values_of(field, answer, self._vocabularies, self._sources)
        except Misfit:
            if gap is None:
                raise
            said = {}
        is_word = gap is not None and field.type in ("text", "prose", "citations")
        if gap is not None and (is_word or not said):
            self.gap(question, gap)
        elif said:
            self._put(question, said)
        return bool(gap or said)

    def gap(self, question: Question, gap: str) -> None:
        """Note that nobody knows, or that it does not apply. Raises ``Misfit`` where another answer told it."""
        name, *inner = question.path
        if inner and inner[0] in self._group(name):
            raise Misfit(gap)
        before = self.draft.gaps[gap].get(name, "")
        note = ", ".join(filter(None, (before, question.ask if inner else "")))
        gaps = {**self.draft.gaps[gap], name: note}
        self.draft = replace(self.draft, gaps={**self.draft.gaps, gap: gaps})

    def _group(self, name: str) -> Group:
        """What is told of a group so far."""
        group = self.draft.values.get(name)
        return group if isinstance(group, dict) else {}

    def _put(self, question: Question, said: Group) -> None:
        name, *inner = question.path
        value = said[name] if not inner else _joined(self._group(name), said)
        if isinstance(value, dict):
            value = completed(name, value, 0, self._vocabularies)
        self.draft = replace(self.draft, values={**self.draft.values, name: value})

    def row(self, listing: Listing, number: int, said: Sequence[Said]) -> Iterator[tuple[str, str]]:
        """Add a row of a list; the head and the words of each cell that does not fit."""
        group: Group = {}
        for head, column, cell in said:
            try:
                group = _joined(group, self._cell(listing, column, cell))
            except Misfit:
                yield head, cell
        lost = denied(listing.field.type, group, self._vocabularies)
        yield from ((head, cell) for head, column, cell in said if column and column.name in lost)
        whole = completed(listing.field.type, group, number, self._vocabularies)
        before = self.draft.values.get(listing.field.name, ())
        rows = [*(before if isinstance(before, list) else ()), *([whole] if whole else ())]
        if rows:
            self.draft = self.draft.with_value(listing.field.name, rows)

    def _cell(self, listing: Listing, column: Field | None, cell: str) -> Group:
        if column is None:
            raise Misfit(cell)
        said = (
            amount(cell, self._vocabularies)
            if listing.field.type == "quantity" and column.name == "value"
            else values_of(column, cell, self._vocabularies, self._sources)
        )
        unit = said.get("unit", "")
        if listing.field.money and unit and unit not in money(self._vocabularies["units"]):
            raise Misfit(cell)
        return said


def _joined(before: Group, said: Group) -> Group:
    """Both answers in one group. Raises ``Misfit`` where they say different things of the same."""
    if any(before.get(name, value) != value for name, value in said.items()):
        raise Misfit
    return before | said
