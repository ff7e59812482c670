"""Citing: where a told book says that something stands, in the records and in their sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from hyeopchi.library.library import Library
from hyeopchi.library.wording import source_marks
from hyeopchi.markup.grammar import targets
from hyeopchi.paper.content.parts_of_record import source_name
from hyeopchi.records.record import Record
from hyeopchi.schema.link import Link
from hyeopchi.text.url import Kind, read_address


def cited(body: str, library: Library) -> tuple[Link, ...]:
    """The records, and the places in them, that ``body`` links to, each once, in its order."""
    found = (read_address(target.written) for target in targets(body))
    links = (
        Link.parse(address.url)
        for address in found
        if address.kind is Kind.INSIDE and not address.url.startswith("#")
    )
    return tuple(link for link in dict.fromkeys(links) if link.id in library.by_id)


@dataclass(frozen=True)
class Citing:
    """Cites the ``links`` of one book under the numbers of its list of sources."""

    links: tuple[Link, ...]
    library: Library

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """The records that are cited, each once, as they first come; none that was withdrawn since."""
        found = (self.library.by_id[id] for id in dict.fromkeys(link.id for link in self.links))
        return tuple(record for record in found if not record.is_withdrawn)

    @cached_property
    def sources(self) -> Mapping[str, int]:
        """Every source that a note names, once, with its number: by title."""
        told = {name for link in self.links for name, _ in self._grounds(link)}
        return {name: number for number, name in enumerate(sorted(told), start=1)}

    def note(self, link: Link, before: Link | None = None) -> str:
        """Where it stands that a passage of the book tells: the record and, of its sources, the places.

        ``before`` is what the last note of the chapter cites: its record is not named again.
        """
        same = before is not None and before.id == link.id
        record = "같은 기록" if same else f"「{self.library.by_id[link.id].title}」"
        grounds = ", ".join(
            " ".join(filter(None, (str(self.sources[name]), place)))
            for name, place in self._grounds(link)
        )
        said = filter(None, (record, self._place(link), f"자료 {grounds}" if grounds else ""))
        return f"{', '.join(said)}."

    def _place(self, link: Link) -> str:
        """Where in its record a passage stands: the field, and which of its entries."""
        passage = self.library.passage(link)
        if passage is None:
            return link.anchor.replace("-", " ")
        prefix = passage.field.anchor or ""
        return f"{passage.field.label} {link.anchor.removeprefix(prefix)}"

    def _grounds(self, link: Link) -> Iterator[tuple[str, str]]:
        """The sources of a passage by name, with the place in each; those of the whole record where it has none."""
        record = self.library.by_id[link.id]
        marks = source_marks(record, self.library)
        sources = {source.get("key", ""): source for source in record.get("sources", ())}
        passage = self.library.passage(link)
        places = passage.entry.get("from", ()) if passage else ()
        for key, where in dict.fromkeys(places or ((key, "") for key in sources)):
            if key in sources:
                yield source_name({**sources[key], "part": ""}), marks[key].place(where)
