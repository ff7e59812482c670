"""Views of records: their own pages, the list of all of them, and what stands where one was withdrawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import Any

from hyeopchi.exports.bibliography import in_words, reference_of
from hyeopchi.library.addresses import relative
from hyeopchi.library.facts import facts
from hyeopchi.library.library import Library
from hyeopchi.library.lineage import MOST_IN_PLACE, MOST_SHOWN, lineage
from hyeopchi.library.promises import Step, carried_out, promises_of
from hyeopchi.library.relations import Relation
from hyeopchi.library.schedule import by_strategy
from hyeopchi.library.wording import source_marks, status_words
from hyeopchi.markup.renderer import Renderer
from hyeopchi.records.record import Record
from hyeopchi.records.sections import first_from, sections_of
from hyeopchi.schema.conventions import ACTIONS, CHANGES
from hyeopchi.schema.entry import Entry
from hyeopchi.schema.kinds import Kind
from hyeopchi.schema.link import Link
from hyeopchi.schema.vocabulary import Term
from hyeopchi.site.glossary import Glossary
from hyeopchi.site.metadata import metadata_of
from hyeopchi.site.pages.listing import CASES, by_kind
from hyeopchi.site.view import Crumb, View, part_title, parts
from hyeopchi.site.wide_tables import scrolling

LONGEST_OPEN = 6_000
"""Letters of a collection's own text; what is longer is a book, and its chapters are folded."""


def record_views(library: Library) -> Iterator[View]:
    """The page of every record and tombstone, and the further pages of relations that one page cannot hold."""
    fill = RecordFill(library)
    for record in library.by_id.values():
        if record.is_withdrawn:
            yield _tombstone(record, library)
            continue
        yield View(
            record.link.address,
            record.title,
            "record.html",
            partial(fill, record),
            record.get("summary", ""),
            (CASES,),
            metadata=partial(metadata_of, record, library),
            scripts=("record/tools", "record/contents", "record/mistake", "shared/folds"),
        )
        yield from _more_relations(record, library)


def _tombstone(record: Record, library: Library) -> View:
    return View(
        record.link.address,
        record.title,
        "withdrawn.html",
        lambda: {"record": record, "replacement": record["withdrawn"].get("replaced_by")},
        trail=(CASES,),
        is_indexed=False,
    )


def _more_relations(record: Record, library: Library) -> Iterator[View]:
    relations = library.relations
    ties = (*relations.outgoing.get(record.id, ()), *relations.incoming.get(record.id, ()))
    if len(ties) <= MOST_IN_PLACE:  # as of most records: no group of them can be larger
        return
    groups = [group for group in lineage(record, library) if group.needs_page]
    if groups:
        kin = [(group.label, one) for group in groups for one in group.kin]
        for part in parts(f"{record.link.address}links/", kin):
            yield View(
                part.address,
                part_title(f"‘{record.title}’에 이어진 기록", part),
                "kin.html",
                partial(dict, record=record, part=part),
                trail=(CASES, Crumb(record.title, record.link.address)),
            )


class RecordFill:
    """Fills the templates that show a record; its Markdown renderer and glossary serve all of them."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._glossary = Glossary(library.vocabularies["glossary"])
        self._here, self._record = "", ""
        self._renderer = Renderer(self._resolve)

    def _resolve(self, target: str) -> str | None:
        try:
            link = Link.parse(f"{self._record}{target}" if target.startswith("#") else target)
        except ValueError:
            return None
        return relative(self._here, link.address)

    def __call__(self, record: Record) -> Mapping[str, Any]:
        """What the record's own page needs: itself, and the records around it."""
        library = self._library
        related = frozenset(one.target.id for one in library.relations.outgoing.get(record.id, ()))
        related |= {one.source.id for one in library.relations.incoming.get(record.id, ())}
        return {
            **self.chapter(record, record.link.address),
            "depth": library.index.depths[record.id],
            "lineage": lineage(record, library),
            "most_shown": MOST_SHOWN,
            "collections": library.relations.collections.get(record.id, ()),
            "likes": library.likeness.like(record, without=related),
        }

    def chapter(self, record: Record, here: str) -> Mapping[str, Any]:
        """What ``record`` itself needs wherever it is told, on the page at ``here``."""
        self._here, self._record = here, record.id
        library = self._library
        sections = tuple(
            replace(section, html=scrolling(section.html))
            for section in self._renderer.body(record.body)
        )
        return {
            "record": record,
            "entry": record.entry,
            "kind": library.vocabularies["kinds"][record.kind],
            "status": status_words(record, library),
            "status_of": partial(status_words, record, library),
            "sections": {section.id: section for section in sections},
            "headings": sections_of(record, library.schema),
            "explain": self._glossary.reader(relative(here, "glossary/")).explain,
            "facts": tuple(facts(record, library)),
            "source_marks": source_marks(record, library),
            "cited_as": in_words(reference_of(record, library.settings)),
            "most_in_place": MOST_IN_PLACE,
            **(_OF_KIND[record.kind](record, library) if record.kind in _OF_KIND else {}),
        }


def _of_case(record: Record, library: Library) -> Mapping[str, Any]:
    """The stages stand before what was done; what is told before what changed may be folded."""
    ids = [section.id for section in sections_of(record, library.schema)]
    changes = first_from(ids, library.schema, CHANGES)
    return {
        "stages_before": first_from(ids, library.schema, ACTIONS),
        "before_changes": ids[: ids.index(changes)] if changes else (),
    }


def _of_plan(record: Record, library: Library) -> Mapping[str, Any]:
    def carried(number: str) -> tuple[Step, ...]:
        return carried_out(Link(record.id, number), library.archive, library.relations)

    def continued(number: str) -> tuple[Relation, ...]:
        return library.relations.to_place(Link(record.id, number), "continues")

    return {
        "carried": carried,
        "continued": continued,
        "schedule": tuple(by_strategy(record.get("schedule", ()), record.get("strategies", ()))),
    }


def _of_declaration(record: Record, library: Library) -> Mapping[str, Any]:
    return {"promises": tuple(promises_of(record, library.archive, library.relations))}


def _of_collection(record: Record, library: Library) -> Mapping[str, Any]:
    items = [
        (item, library.by_id.get(item["record"].id))
        for item in record.get("items", ())
        if "record" in item
    ]
    return {
        "items": tuple((item, target) for item, target in items if target is not None),
        "are_chapters_folded": len(record.body) > LONGEST_OPEN,
        "checks": tuple(_checks(record, library)),
    }


def _checks(
    record: Record, library: Library
) -> Iterator[tuple[Term, tuple[tuple[int, Entry], ...]]]:
    """The numbered questions of a checklist by their stages."""
    numbered = enumerate(record.get("checks", ()), start=1)
    for stage, found in groupby(numbered, key=lambda one: str(one[1].get("stage", ""))):
        if stage in library.vocabularies["stages"]:
            yield library.vocabularies["stages"][stage], tuple(found)


_OF_KIND: Mapping[str, Callable[[Record, Library], Mapping[str, Any]]] = {
    Kind.CASE: _of_case,
    Kind.PLAN: _of_plan,
    Kind.DECLARATION: _of_declaration,
    Kind.COLLECTION: _of_collection,
}


def all_records_views(library: Library) -> Iterator[View]:
    """``/cases/``: every record, deepest and newest first, 50 a page, with the ways to narrow them."""
    for part in parts("cases/", library.records):
        yield View(
            part.address,
            part_title("둘러보기", part),
            "cases.html",
            partial(dict, part=part, groups=by_kind(part.items)),
            "도서관의 모든 기록과 그것을 찾는 길",
        )
