"""Rules about the body: its headings, and on what the paragraphs of a book rest."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from hyeopchi.files.problem import Problem
from hyeopchi.files.rule import Rule
from hyeopchi.markup.grammar import targets
from hyeopchi.records.archive import Archive
from hyeopchi.records.record import Record
from hyeopchi.schema.conventions import BOOK
from hyeopchi.text.nearest import nearest
from hyeopchi.text.quoting import did_you_mean, quoted
from hyeopchi.text.slug import slug
from hyeopchi.text.url import Kind, read_address

_HEADING = re.compile(r"^(#{1,6}).*$", re.MULTILINE)
PARAGRAPH = re.compile(r"(?:^(?!#)[^\n]*\S[^\n]*(?:\n|\Z))+", re.MULTILINE)
"""Lines up to a blank one or a heading."""


def body_heading_is_known(record: Record, archive: Archive) -> Iterator[Problem]:
    """Where a kind has fixed headings, the body uses no others."""
    labels = [heading.label for heading in archive.schema.headings_of(record.kind)]
    for text, offset in record.headings():
        if labels and text not in labels:
            suggestion = nearest(text, labels)
            hint = (
                did_you_mean(f"## {suggestion}")
                if suggestion
                else f"쓸 수 있는 제목: {' · '.join(labels)}"
            )
            yield record.source.problem(
                offset, Rule.UNKNOWN_HEADING, f"사례 본문에 없는 제목입니다: {quoted(text)}", hint
            )


def body_headings_stand_in_order(record: Record, archive: Archive) -> Iterator[Problem]:
    """Fixed headings stand in their order."""
    labels = [heading.label for heading in archive.schema.headings_of(record.kind)]
    first = {text: offset for text, offset in reversed(record.headings()) if text in labels}
    known = sorted((offset, labels.index(text), text) for text, offset in first.items())
    for (_, before, _), (offset, after, text) in itertools.pairwise(known):
        if after < before:
            yield record.source.problem(
                offset,
                Rule.HEADING_ORDER,
                f"제목의 차례가 다릅니다: {quoted(text)}",
                f"차례: {' · '.join(labels)}",
            )


def body_section_is_not_empty(record: Record, archive: Archive) -> Iterator[Problem]:
    """A heading has text below it."""
    headings = record.headings()
    ends = [offset for _, offset in headings[1:]] + [len(record.source.text)]
    for (text, offset), end in zip(headings, ends, strict=False):
        if not record.source.text[offset:end].partition("\n")[2].strip():
            yield record.source.problem(
                offset,
                Rule.EMPTY_SECTION,
                f"제목 아래에 글이 없습니다: {quoted(text)}",
                "글을 쓰거나 제목을 지워 주세요",
            )


def body_heading_levels_are_nested(record: Record, archive: Archive) -> Iterator[Problem]:
    """Headings start at ``##`` and go down one level at a time."""
    level = 1
    for match in _HEADING.finditer(record.body):
        found = len(match[1])
        if found > level + 1 or found == 1:
            yield record.source.problem(
                record.body_offset + match.start(),
                Rule.HEADING_LEVEL,
                f"제목의 단계가 맞지 않습니다: {quoted(match[0])}",
                "본문 제목은 ##에서 시작해 한 단계씩 내려갑니다",
            )
        level = found if found > 1 else level


def body_headings_differ(record: Record, archive: Archive) -> Iterator[Problem]:
    """No two headings of a body have the same address."""
    seen: set[str] = set()
    for text, offset in record.headings():
        address = slug(text)
        if address in seen:
            yield record.source.problem(
                offset,
                Rule.REPEATED_HEADING,
                f"같은 제목이 두 번 나옵니다: {quoted(text)}",
                "둘을 합치거나 제목을 다르게 지어 주세요",
            )
        seen.add(address)


def book_paragraph_rests_on_a_record(record: Record, archive: Archive) -> Iterator[Problem]:
    """Under the headings of a book every paragraph names a place in a record; before them it tells of itself."""
    headings = record.headings() if record.get("purpose") == BOOK else ()
    told = record.source.text[headings[0][1] :] if headings else ""
    for paragraph in PARAGRAPH.finditer(told):
        if not any(_names_a_place(target.written) for target in targets(paragraph[0])):
            yield record.source.problem(
                headings[0][1] + paragraph.start(),
                Rule.UNGROUNDED_PARAGRAPH,
                f"근거가 되는 기록이 없는 문단입니다: {quoted(paragraph[0].strip())}",
                "그렇게 적은 기록의 자리를 이어 주세요. 예: [차를 막았습니다](2006-seoul-incinerator-sharing#stage-2)",
            )


def _names_a_place(target: str) -> bool:
    return read_address(target).kind is Kind.INSIDE and "#" in target.lstrip("#")


RULES = (
    body_heading_is_known,
    body_headings_stand_in_order,
    body_section_is_not_empty,
    body_heading_levels_are_nested,
    body_headings_differ,
    book_paragraph_rests_on_a_record,
)
