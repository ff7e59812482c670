"""The back of a book: glossary, sources, index of districts and domains, colophon."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from hyeopchi.library.library import Library
from hyeopchi.paper.blocks.block import (
    Block,
    Code,
    Heading,
    Items,
    Run,
    Runs,
    Tone,
    items,
    paragraph,
    runs,
)
from hyeopchi.paper.content import parts_of_record
from hyeopchi.records.record import Record
from hyeopchi.schema.conventions import DEFAULT_LICENCE
from hyeopchi.schema.vague_date import printed_day

_INDEXED = ("districts", "domains")


def glossary(library: Library) -> Iterator[Block]:
    """The words that the records use, in order."""
    yield Heading("용어 풀이", 1)
    yield Items(
        tuple(
            runs(Run(term.label, is_strong=True), f": {term.definition}")
            for term in sorted(library.vocabularies["glossary"], key=lambda term: term.label)
        )
    )


def sources(records: Iterable[Record], library: Library) -> Iterator[Block]:
    """Every source once, by its title."""
    found = {
        parts_of_record.source_words({**source, "part": ""}, library)
        for record in records
        for source in record.get("sources", ())
    }
    if found:
        yield Heading("자료 목록", 1)
        yield items(sorted(found))


def index(records: Iterable[Record], library: Library) -> Iterator[Block]:
    """Districts and domains, each with its records and their pages."""
    told = tuple(records)
    yield Heading("찾아보기", 1)
    for vocabulary in _INDEXED:
        yield Heading(library.schema.fields[vocabulary].label)
        for term in library.vocabularies[vocabulary]:
            about = {record.id for record in library.index.of(vocabulary, term.id)}
            found = [record for record in told if record.id in about]
            if found:
                yield Heading(term.label, 3)
                yield Items(tuple(_entry(record) for record in found))


def _entry(record: Record) -> Runs:
    return runs(Run(record.title, href=f"#{record.id}"))


def colophon(library: Library) -> Iterator[Block]:
    """Which library, of which day, run by whom, under which terms."""
    said = library.settings
    yield Heading("펴낸 정보", 1)
    yield items(
        filter(
            None,
            (
                f"도서관: {said.name}",
                f"꾸리는 곳: {said.operator}"
                if said.operator
                else "서울시의 공식 책자가 아닙니다.",
                f"판: {said.version}" if said.version else "",
                f"날짜: {printed_day(_edition(library))}",
                f"연락: {said.contact}" if said.contact else "",
                "글꼴: Noto Sans KR 등 Noto Sans 계열 (SIL Open Font License 1.1)",
            ),
        )
    )
    yield paragraph(
        "여기 적힌 일은 자료를 낸 때의 것입니다. 하기로 한 일이 실제로 되었는지는 따로 적힌 것만 알 수 있습니다.",
        tone=Tone.SMALL,
    )
    yield Code(said.site_url, "도서관의 첫 쪽")


def _edition(library: Library) -> datetime.date | None:
    """The day on which the library last changed."""
    return max(
        filter(None, (record.latest_change for record in library.by_id.values())), default=None
    )


def rights_words(library: Library) -> str:
    """Under which terms a book of the library's own sentences may be used."""
    licence = library.label("licences", DEFAULT_LICENCE)
    return f"글은 {library.settings.name}이 썼습니다. 기록에 다른 말이 없으면 {licence}에 따라 쓸 수 있습니다."
