"""Grounds: the places in the sources that a part rests on, and what later sources show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from hyeopchi.library.wording import Worded, source_marks
from hyeopchi.paper.blocks.block import Block, Paragraph, Tone, paragraph
from hyeopchi.paper.blocks.reading import every
from hyeopchi.records.record import Record

_GROUNDS = "근거: "
_NUMBER = re.compile(r"(?:^근거: |, )자료 (\d+)")


def grounds(
    record: Record, library: Worded, entries: Iterable[Mapping[str, Any]]
) -> Iterator[Block]:
    """One small line with the places in the sources that ``entries`` rest on."""
    marks = source_marks(record, library)
    cited = dict.fromkeys(citation for entry in entries for citation in entry.get("from", ()))
    said = ", ".join(
        " ".join(
            filter(None, (f"자료 {marks[key].number}", marks[key].place(where), marks[key].beside))
        )
        for key, where in cited
        if key in marks
    )
    if said:
        yield paragraph(f"{_GROUNDS}{said}", tone=Tone.SMALL)


def cited_in(blocks: Iterable[Block]) -> frozenset[int]:
    """The numbers of the sources that the lines of ``grounds`` in ``blocks`` name."""
    said = (
        run.text for block in every(blocks) if isinstance(block, Paragraph) for run in block.runs
    )
    return frozenset(
        int(number)
        for text in said
        if text.startswith(_GROUNDS)
        for number in _NUMBER.findall(text)
    )


def followup_words(followup: Mapping[str, Any], library: Worded) -> str:
    """What a later source shows, with its date and whose verdict it is: "2018년 자료: 했음(자료에 있음). …"."""
    verdict = library.vocabularies.label("verdicts", followup["verdict"])
    judge = library.vocabularies.label("bases", followup["basis"])
    return f"{followup['as_of'].printed} 자료: {verdict}({judge}). {followup['what']}"
