"""A case on paper: its headings in the order of what happened."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping

from hyeopchi.library.library import Library
from hyeopchi.paper.blocks.block import Block, Heading
from hyeopchi.paper.content import parts_of_record
from hyeopchi.paper.content.proposals import proposal_blocks
from hyeopchi.paper.content.prose import prose
from hyeopchi.records.record import Record
from hyeopchi.records.sections import Section, sections_of
from hyeopchi.text.slug import slug

_FIELDS: Mapping[str, Callable[[Record, Library], Iterator[Block]]] = {
    "outcomes": lambda record, library: parts_of_record.findings(record, "outcomes", library),
    "enablers": parts_of_record.factor_blocks,
    "lessons": lambda record, library: parts_of_record.findings(record, "lessons", library),
}
"""What is set under the heading to which a field belongs; obstacles come with the enablers."""


def case_parts(
    record: Record, library: Library, headings: Container[str], stages: range, is_end: bool = False
) -> Iterator[Block]:
    """The headings of ``headings`` with their texts and fields, and the numbered ``stages`` before what was done.

    The part that begins a case opens with what its body says before any heading; the part that
    ``is_end`` closes with what a page has after its headings: voices and proposals.
    """
    texts = prose(record, library.settings.site_url)
    told = [one for one in sections_of(record, library.schema) if one.id in headings]
    first = [slug(one.label) for one in library.schema.headings_of(record.kind)[:1]]
    if not is_end:
        yield from texts.get("", ())
    for section in told:
        if section.id in first:
            yield from _section(section, texts, record, library)
    yield from _stages(record, library, stages)
    for section in told:
        if section.id not in first:
            yield from _section(section, texts, record, library)
    if is_end:
        yield from _end(record, library)


def own_parts(record: Record, library: Library) -> Iterator[Block]:
    """What the body of a record without fixed headings says."""
    sections = prose(record, library.settings.site_url)
    yield from sections.get("", ())
    for text, _ in record.headings():
        yield Heading(text)
        yield from sections.get(slug(text), ())


def _stages(record: Record, library: Library, stages: range) -> Iterator[Block]:
    if stages:
        yield Heading("언제 무엇을 했나")
        yield from parts_of_record.stage_blocks(record, library, stages.start, stages.stop - 1)


def _section(
    section: Section, texts: Mapping[str, Iterable[Block]], record: Record, library: Library
) -> Iterator[Block]:
    yield Heading(section.heading)
    yield from texts.get(section.id, ())
    for name in section.fields:
        if name in _FIELDS:
            yield from _FIELDS[name](record, library)


def _end(record: Record, library: Library) -> Iterator[Block]:
    for heading, blocks in (
        ("함께한 이의 말", tuple(parts_of_record.voice_blocks(record, library))),
        ("제안과 그 뒤", tuple(proposal_blocks(record, library))),
    ):
        if blocks:
            yield Heading(heading)
            yield from blocks
