"""The basket: records that a reader picks and prints as a booklet, and collections that print without a script.

Which records a reader picked stands in the browser or in the address, so scripts fill the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from hyeopchi.library.library import Library
from hyeopchi.records.record import Record
from hyeopchi.schema.kinds import Kind
from hyeopchi.site.pages.collections import of_purpose
from hyeopchi.site.pages.records import RecordFill
from hyeopchi.site.view import Crumb, View

BASKET = Crumb("내 자료집", "basket/")
MOST = 40
"""The most records in one booklet: more make a browser wait too long for its pages."""
_SHOWN = 12
"""Collections of a purpose that the page names; the list of collections holds all."""


class Part(NamedTuple):
    """What of a record a booklet may hold: its mark in the record's page, its label, and whether one gets it unasked."""

    id: str
    label: str
    is_usual: bool


PARTS = (
    Part("easy", "쉬운 말로", True),
    Part("summary", "요약과 한눈에 보기", True),
    Part("text", "온 글", True),
    Part("questions", "함께 이야기할 질문", True),
    Part("activity", "활동", False),
    Part("sources", "자료", True),
    Part("cards", "오려 쓰는 카드 (디딤돌과 걸림돌)", False),
)


def basket_views(library: Library) -> Iterator[View]:
    """``/basket/``, and ``/basket/<id>/`` for every collection: all its records on one page to print."""
    yield View(
        BASKET.address,
        BASKET.label,
        "basket.html",
        partial(_fill, library),
        "고른 기록을 엮어 인쇄하는 쪽",
        styles=("basket",),
        early_scripts=("basket/page",),
        sets_styles=True,
        door=None,
    )
    fill = RecordFill(library)
    for record in library.of_kind(Kind.COLLECTION):
        yield View(
            preset_address(record),
            f"{record.title} (인쇄용)",
            "preset.html",
            partial(_preset, record, library, fill),
            record.get("summary", ""),
            (BASKET,),
            is_indexed=False,
            styles=("preset",),
            door=None,
        )


def preset_address(collection: Record) -> str:
    """Where the records of ``collection`` stand on one page to print."""
    return f"{BASKET.address}{collection.id}/"


def _fill(library: Library) -> Mapping[str, Any]:
    purposes = ((term, of_purpose(library, term.id)) for term in library.vocabularies["purposes"])
    presets = tuple((term, found[:_SHOWN], len(found)) for term, found in purposes if found)
    return {"parts": PARTS, "most": MOST, "presets": presets, "preset_address": preset_address}


def _preset(collection: Record, library: Library, fill: RecordFill) -> Mapping[str, Any]:
    """``chapters`` pairs why a record is read with what fills its part of the page, made one by one."""

    def chapters() -> Iterator[tuple[str, Mapping[str, Any]]]:
        for record_id, why in _whys(collection).items():
            record = library.by_id.get(record_id)
            if record is not None and not record.is_withdrawn:
                yield why, fill.chapter(record, preset_address(collection))

    return {"collection": collection, "chapters": chapters()}


def _whys(collection: Record) -> Mapping[str, str]:
    """The records of ``collection``, each once, with the reason to read it."""
    found: dict[str, str] = {}
    for item in collection.get("items", ()):
        if "record" in item:
            found.setdefault(item["record"].id, item.get("why", ""))
    return found
