"""Exports: the library's data as files beside its pages. Needs no site generator."""

from __future__ import annotations

import json
from pathlib import Path

from hyeopchi.bibliography import FILES, reference_of
from hyeopchi.dataset import in_order, record_object
from hyeopchi.json_schema import json_schema
from hyeopchi.library import Library, Settings
from hyeopchi.record import Record
from hyeopchi.spreadsheet import write_spreadsheet
from hyeopchi.template_record import template_record


def write_exports(library: Library, site_dir: Path) -> None:
    """Write all data files below ``site_dir``; the same library gives the same bytes.

    ``data/records.json`` and ``data/records.csv`` hold every record, tombstones too, and
    ``cases/<id>/record.json`` one, with ``cite.bib``, ``cite.ris`` and ``cite.json`` beside it to
    cite it by; ``data/schema.json`` and ``data/template-<kind>.md`` help to write more of them.
    """
    data = site_dir / "data"
    data.mkdir(parents=True, exist_ok=True)
    write_spreadsheet(library, data / "records.csv")
    _write_records(library, site_dir, data / "records.json")
    schema = json.dumps(json_schema(library), ensure_ascii=False, indent=2)
    _write(data / "schema.json", schema + "\n")
    for kind in library.vocabularies["kinds"]:
        text = template_record(kind, library.schema, library.vocabularies)
        _write(data / f"template-{kind.id}.md", text)


def _write_records(library: Library, site_dir: Path, file: Path) -> None:
    """The list of all records, a record a line, and each record beside its page.

    Record by record: ten thousand of them never stand in memory at once.
    """
    with file.open("w", encoding="utf-8", newline="\n") as stream:
        mark = "[\n"
        for record in in_order(library):
            text = json.dumps(record_object(record, library), ensure_ascii=False)
            stream.write(mark + text)
            _write(site_dir / record.link.address / "record.json", text + "\n")
            _write_citations(record, library.settings, site_dir / record.link.address)
            mark = ",\n"
        stream.write("[]\n" if mark == "[\n" else "\n]\n")


def _write_citations(record: Record, settings: Settings, folder: Path) -> None:
    """A tombstone is not cited: nothing stands there any more."""
    if not record.is_withdrawn:
        reference = reference_of(record, settings)
        for name, written in FILES.items():
            _write(folder / name, written(reference))


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
