"""Grounds: the places in the sources that a part rests on, and what later sources show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from hyeopchi.library.wording import Worded, source_marks
from hyeopchi.paper.blocks.block import Block, Paragraph, Tone, paragraph
from hyeopchi.paper.blocks.reading import every
from hyeopchi.records.record import Record


def grounds(
    record: Record, library: Worded, entries: Iterable[Mapping[str, Any]]
) -> Iterator[Block]:
    """One small line with the places in the sources that ``entries`` rest on."""
    marks = source_marks(record, library)
    cited = dict.fromkeys(citation for entry in entries for citation in entry.get("from", ()))
    named = [(marks[key], where) for key, where in cited if key in marks]
    said = ", ".join(
        " ".join(filter(None, (f"자료 {mark.number}", mark.place(where), mark.beside)))
        for mark, where in named
    )
    if said:
        yield paragraph(f"근거: {said}", tone=Tone.SMALL, cites=(mark.number for mark, _ in named))


def cited_in(blocks: Iterable[Block]) -> frozenset[int]:
    """The numbers of the sources that ``blocks`` name."""
    return frozenset(
        number for block in every(blocks) if isinstance(block, Paragraph) for number in block.cites
    )


def followup_words(followup: Mapping[str, Any], library: Worded) -> str:
    """What a later source shows, with its date and whose verdict it is: "2018년 자료: 했음(자료에 있음). …"."""
    verdict = library.vocabularies.label("verdicts", followup["verdict"])
    judge = library.vocabularies.label("bases", followup["basis"])
    return f"{followup['as_of'].printed} 자료: {verdict}({judge}). {followup['what']}"
