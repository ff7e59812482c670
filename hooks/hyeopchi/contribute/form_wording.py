"""Wording: the lines that forms have of their own, today and before, and what they ask by them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from hyeopchi.contribute.choices import folded
from hyeopchi.contribute.documents.document import Document
from hyeopchi.contribute.documents.story import Aside, Block
from hyeopchi.contribute.form_questions import Listing, Question, told
from hyeopchi.schema.fields import Field

_CHOICES = re.compile(r"(?P<ask>[^:]+): (?P<words>1 [^·]+(?: · [0-9]{1,2} [^·]+)+)")
"""What stands below a table: a column's question, and the words that it takes by their numbers."""
_GONE = (
    "얼마나 읽으셨나요",
    "얼마나 읽으셨나요: 1 끝까지 읽음 · 2 앞부분만 봄 · 3 다른 자료에서 봄",
)
"""Lines of older forms about what no field asks any more."""

Asked = TypeVar("Asked", Question, Listing, Field)


@dataclass(frozen=True, slots=True)
class Own:
    """The lines, folded, that the form has before anyone fills it in: in its tables and outside them."""

    inside: frozenset[str] = frozenset()
    outside: frozenset[str] = frozenset()

    @classmethod
    def of(cls, empty: Iterable[Document]) -> Own:
        """What empty forms say."""
        found = [line for form in empty for line in every_line(form.blocks, is_inside=False)]
        inside, outside = (
            frozenset(folded(line) for line, is_inside in found if is_inside is wanted)
            for wanted in (True, False)
        )
        return cls(inside, outside)

    def with_lines(self, lines: Collection[str]) -> Own:
        """With the lines of forms that are older."""
        more = frozenset(map(folded, lines))
        return Own(self.inside | more, self.outside | more)


def is_list_of_choices(line: str, choices: Mapping[str, Collection[str]]) -> bool:
    """Whether a line names choices of a question, fewer maybe than there are today, and nothing else.

    ``choices``: the words, folded, that each question takes.
    """
    match = _CHOICES.fullmatch(line.strip())
    if match is None or match["ask"] not in choices:
        return False
    numbered = [words.split(" ", 1) for words in match["words"].split(" · ")]
    known = choices[match["ask"]]
    return all(
        int(number) == at and folded(word) in known for at, (number, word) in enumerate(numbered, 1)
    )


def by_wording(asked: Iterable[tuple[Asked, str, Field | None]]) -> Mapping[str, Asked]:
    """What is asked by its words, folded: as forms ask today, or as they asked before."""
    all_ = tuple(asked)
    before = {folded(words): one for one, _, field in all_ if field for words in field.asked_before}
    return before | {folded(ask): one for one, ask, _ in all_}


def said_before(fields: Iterable[Field]) -> set[str]:
    """The lines that older forms had: a question, its help, and both on one line; and what nobody asks now."""
    lines = set(_GONE)
    for one in fields:
        lines.update(one.asked_before)
        if one.asked_before:
            said = (one.question, one.help, *one.asked_before)
            lines.update(told(ask, help_) for ask in said for help_ in said)
    return lines


def every_line(blocks: Iterable[Block], is_inside: bool) -> Iterator[tuple[str, bool]]:
    """Each line of a form, and whether it stands in a table."""
    for block in blocks:
        if isinstance(block, str):
            yield block, is_inside
        elif isinstance(block, Aside):
            yield from every_line(block.blocks, is_inside)
        else:
            for row in block.rows:
                for cell in row:
                    yield from every_line(cell.blocks, True)
