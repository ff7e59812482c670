"""An exercise: a sheet made of one record, and the key that the facilitator keeps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from hyeopchi.library.library import Library
from hyeopchi.paper.blocks.block import Block, Cards, Heading, PageBreak, Tone, paragraph
from hyeopchi.paper.blocks.sheet import Sheet
from hyeopchi.paper.content.origin import code_of, rights_of, status_line
from hyeopchi.records.record import Record
from hyeopchi.schema.entry import Entry

KEYS, KEY = "답지", "key"
"""What the facilitator's sheet of answers is called, and how the stem of its file ends."""
KEY_NOTE = "진행하는 사람만 봅니다. 기록이 이렇게 적었다는 뜻이며, 까닭이 있으면 다르게 놓아도 틀린 것이 아닙니다."
_NOTE = paragraph(KEY_NOTE, tone=Tone.INSTRUCTION)


@dataclass(frozen=True, slots=True)
class Exercise:
    """``paper`` is its term in the vocabulary of papers; ``key`` is None where there is nothing to know."""

    paper: str
    sheet: Sheet
    key: Sheet | None = None


def sheet_of(
    record: Record,
    library: Library,
    paper: str,
    blocks: Iterable[Block],
    cards: Cards | None = None,
    *,
    is_landscape: bool = False,
) -> Sheet:
    """The participants' sheet of a paper, titled by the vocabulary; cards to cut follow on pages of their own.

    A sheet on its side has no room for a code; its rights name the address.
    """
    title = library.label("papers", paper)
    deck = (PageBreak(), cards) if cards else ()
    code = () if is_landscape else (code_of(record, library),)
    return Sheet(
        f"{record.id}-{paper}",
        title,
        (status_line(record, library), *blocks, *code, *deck),
        name=title,
        of=record.title,
        rights=rights_of(record, library),
        is_landscape=is_landscape,
    )


def key_of(sheet: Sheet, blocks: Iterable[Block]) -> Sheet:
    """The facilitator's key to ``sheet``, which begins with the note on keys."""
    title = f"{sheet.title}: {KEYS}"
    return replace(
        sheet,
        stem=f"{sheet.stem}-{KEY}",
        title=title,
        name=title,
        blocks=(_NOTE, *blocks),
        is_landscape=False,
    )


def keys_on_one(stem: str, of: str, keys: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """``keys`` as one sheet with the note once, each under its name; none where there is no key.

    They follow one another: each by itself is a short table on a page. ``of`` is the title of what
    they belong to, which a name does not repeat. The rights of every record are told.
    """
    if not keys:
        return ()
    told = [
        block
        for key in keys
        for block in (Heading(key.name if key.of == of else key.head), *key.blocks[1:])
    ]
    rights = "\n".join(dict.fromkeys(key.rights for key in keys))
    return (Sheet(stem, KEYS, (_NOTE, *told), name=KEYS, of=of, rights=rights, is_close=True),)


def name_of(actor: Entry, library: Library) -> str:
    """The name of a listed or an unlisted actor."""
    return library.label("actors", actor["id"]) if "id" in actor else actor["name"]
