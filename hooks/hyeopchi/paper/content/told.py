"""A told book: the chapters that a collection tells itself, each statement with its ground in a note.

What stands behind the chapters is made of the fields of the records that they cite.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from hyeopchi.library.addresses import public_address
from hyeopchi.library.library import Library
from hyeopchi.library.promises import Promise, Step, promises_of
from hyeopchi.paper.blocks.block import (
    Block,
    Heading,
    Items,
    Listed,
    Paragraph,
    Quote,
    Run,
    Runs,
    Table,
    Tone,
    items,
    paragraph,
    runs,
)
from hyeopchi.paper.blocks.sheet import Sheet
from hyeopchi.paper.content import back
from hyeopchi.paper.content.citing import Citing, cited
from hyeopchi.paper.content.grounds import followup_words
from hyeopchi.paper.content.prose import addressed_prose
from hyeopchi.records.record import Record
from hyeopchi.records.sections import sections_of
from hyeopchi.records.years import first_year
from hyeopchi.schema.kinds import Kind
from hyeopchi.schema.link import Link
from hyeopchi.text.slug import slug

_PLACE = "place:"
"""Begins the addresses of links to records until they are cited."""
_WORD_END = re.compile(r"[^\s]+")


def told_book(record: Record, library: Library) -> Sheet:
    """The book of the collection ``record``: its chapters, then lists of what they rest on."""
    citing = Citing(cited(record.body, library), library)
    blocks = (
        *_preface(record, library),
        *_chapters(record, citing),
        *_promise_trails(citing),
        *_years(citing),
        *_sources(citing),
        *_index(record, citing),
        *back.colophon(library),
    )
    return Sheet(
        record.id,
        record.title,
        blocks,
        record.get("official_name", ""),
        name=record.title,
        rights=back.rights_words(library),
        is_book=True,
    )


def _preface(record: Record, library: Library) -> Iterator[Block]:
    yield Heading("이 책을 읽기 전에", 1)
    yield paragraph(record["summary"], tone=Tone.LEAD)
    if record.get("easy"):
        yield paragraph(" ".join(record["easy"]))
    yield from addressed_prose(record, lambda link: public_address(link, library.settings)).get(
        "", ()
    )


def _chapters(record: Record, citing: Citing) -> Iterator[Block]:
    texts = addressed_prose(record, lambda link: f"{_PLACE}{link}")
    for section in sections_of(record, citing.library.schema):
        yield Heading(section.heading, 1, anchor=section.id)
        notes = _Notes(citing)
        yield from (_cited(block, notes) for block in texts.get(section.id, ()))


class _Notes:
    """The notes of one chapter, each in the light of the one before."""

    def __init__(self, citing: Citing) -> None:
        self._citing = citing
        self._before: Link | None = None

    def next(self, link: Link) -> str:
        """The note of what stands at ``link``."""
        before, self._before = self._before, link
        return self._citing.note(link, before)


def _cited(block: Block, notes: _Notes) -> Block:
    """``block`` with a note behind the words that lead to a record."""
    match block:
        case Heading():
            return replace(block, level=block.level - 1)
        case Paragraph():
            return replace(block, runs=_noted(block.runs, notes))
        case Listed(entries):
            told = tuple(tuple(_cited(one, notes) for one in entry) for entry in entries)
            return replace(block, items=told)
        case Quote(inner):
            return Quote(tuple(_cited(one, notes) for one in inner))
        case Table(rows=rows):
            noted = tuple(tuple(_noted(cell, notes) for cell in row) for row in rows)
            return replace(block, rows=noted)
    return block


def _noted(said: Runs, notes: _Notes) -> Runs:
    """``said`` with the mark of each note at the end of its word, behind the particle."""
    told: list[Run] = []
    for run in said:
        if told and told[-1].note and (end := _WORD_END.match(run.text)):
            told[-1] = replace(told[-1], text=f"{told[-1].text}{end[0]}")
            run = replace(run, text=run.text[end.end() :])
        if run.text:
            told.append(_with_note(run, notes))
    return tuple(told)


def _with_note(run: Run, notes: _Notes) -> Run:
    if not run.href.startswith(_PLACE):
        return run
    link = Link.parse(run.href.removeprefix(_PLACE))
    return replace(run, href="", note=notes.next(link))


def _promise_trails(citing: Citing) -> Iterator[Block]:
    """Every pledge of the cited declarations with the tasks and cases that follow it."""
    library = citing.library
    declarations = [one for one in citing.records if one.kind == Kind.DECLARATION]
    if not declarations:
        return
    yield Heading("약속에서 현장까지", 1)
    yield paragraph(
        "약속마다 이어진 과제와 사례, 그리고 뒤의 자료에 나타난 것입니다. "
        "이어진 기록이 없다고 해서 하지 않았다는 뜻은 아닙니다.",
        tone=Tone.SMALL,
    )
    for declaration in declarations:
        yield Heading(declaration.title)
        for promise in promises_of(declaration, library.archive, library.relations):
            yield from _trail(promise, library)


def _trail(promise: Promise, library: Library) -> Iterator[Block]:
    yield Heading(promise.entry["text"], 3, promise.entry["number"])
    told = [_step(step, library) for step in promise.steps]
    yield items(told) if told else paragraph("아직 이어진 기록이 없습니다.")


def _step(step: Step, library: Library) -> Runs:
    passage = library.passage(step.link)
    basis = library.label("bases", step.relation.basis)
    cases = dict.fromkeys(f"「{case.record.title}」" for case in step.next)
    followups = passage.entry.get("followups", ()) if passage else ()
    return runs(
        Run(passage.words if passage else step.record.title, is_strong=True),
        f" (「{step.record.title}」, {basis})" if passage else f" ({basis})",
        f" 사례: {', '.join(cases)}." if cases else "",
        *(f" {followup_words(followup, library)}" for followup in followups),
    )


def _years(citing: Citing) -> Iterator[Block]:
    by_year: defaultdict[int, list[str]] = defaultdict(list)
    for record in citing.records:
        if (year := first_year(record)) is not None:
            by_year[year].append(record.title)
    yield Heading("해마다 시작된 일", 1)
    rows = [(runs(f"{year}년"), runs("\n".join(sorted(by_year[year])))) for year in sorted(by_year)]
    yield Table(("해", "기록"), tuple(rows), widths=(2, 14), has_row_heads=True)


def _sources(citing: Citing) -> Iterator[Block]:
    yield Heading("자료 목록", 1)
    yield Items(tuple((Run(name, is_small=True),) for name in citing.sources), is_ordered=True)


def _index(record: Record, citing: Citing) -> Iterator[Block]:
    """Districts with the chapters that tell of their records."""
    library = citing.library
    chapters = _chapters_of_records(record, library)
    yield Heading("찾아보기", 1)
    yield paragraph("자치구마다 그 기록이 나오는 장입니다.", tone=Tone.SMALL)
    entries = []
    for term in library.vocabularies["districts"]:
        told = {one.id for one in library.index.of("districts", term.id)} & chapters.keys()
        found = [
            heading
            for heading, _ in record.headings()
            if any(heading in chapters[one] for one in told)
        ]
        if found:
            entries.append(runs(Run(f"{term.label} ", is_strong=True), *_pages(found)))
    yield Items(tuple(entries))


def _pages(headings: Iterable[str]) -> Iterator[str | Run]:
    """Chapters by the first word of their headings, each with its page."""
    for place, heading in enumerate(headings):
        yield " · " if place else ""
        yield Run(heading.partition(" ")[0], href=f"#{slug(heading)}")


def _chapters_of_records(record: Record, library: Library) -> Mapping[str, frozenset[str]]:
    """The headings of the chapters that cite a record, by its id."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    starts = [start for _, start in record.headings()]
    ends = (*starts[1:], len(record.source.text))
    for (heading, start), end in zip(record.headings(), ends, strict=True):
        for link in cited(record.source.text[start:end], library):
            found[link.id].add(heading)
    return {one: frozenset(headings) for one, headings in found.items()}
