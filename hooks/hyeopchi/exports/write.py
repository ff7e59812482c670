"""Exports: the library's data as files beside its pages. Needs no site generator."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from hyeopchi.contribute.form_data import form_fields, id_files, word_files
from hyeopchi.exports.bibliography import FILES, reference_of
from hyeopchi.exports.dataset import in_order, record_object
from hyeopchi.exports.json_schema import json_schema
from hyeopchi.exports.spreadsheet import write_spreadsheet
from hyeopchi.exports.teaching import write_teaching
from hyeopchi.exports.template_record import template_record
from hyeopchi.library.comparison import facts_in_words
from hyeopchi.library.library import Library
from hyeopchi.records.record import Record


def write_lists(library: Library, site_dir: Path) -> None:
    """Every record, tombstones too: ``data/records.json``, ``data/records.csv``, and each by itself."""
    _write_table(library, site_dir)
    write_records(library, site_dir, in_order(library))
    join_records(library, site_dir)


def write_beside_records(library: Library, site_dir: Path) -> None:
    """All that is neither a record's own nor joined of what is."""
    _write_table(library, site_dir)
    write_helps(library, site_dir)
    write_teaching(library, site_dir)


def write_records(library: Library, site_dir: Path, records: Iterable[Record]) -> None:
    """Each of ``records`` by itself, tombstones too."""
    for record in records:
        write_record(library, site_dir, record)


def write_record(library: Library, site_dir: Path, record: Record) -> None:
    """One record as ``cases/<id>/record.json``, and what helps to cite and to compare it.

    These are ``cite.bib``, ``cite.ris`` and ``cite.json``, and ``facts.json``: its facts in words.
    """
    folder = site_dir / record.link.address
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(record_object(record, library), ensure_ascii=False)
    _write(folder / "record.json", text + "\n")
    if not record.is_withdrawn:
        _write_aids(record, library, folder)


def write_helps(library: Library, site_dir: Path) -> None:
    """What helps to write more records.

    ``data/schema.json`` and ``data/template-<kind>.md``; ``data/fields.json``, ``data/words/`` and
    ``data/ids/`` are for the form on the page.
    """
    data = site_dir / "data"
    for folder in (data / "words", data / "ids"):
        folder.mkdir(parents=True, exist_ok=True)
    schema = json.dumps(json_schema(library), ensure_ascii=False, indent=2)
    _write(data / "schema.json", schema + "\n")
    for kind in library.vocabularies["kinds"]:
        text = template_record(kind, library.schema, library.vocabularies)
        _write(data / f"template-{kind.id}.md", text)
    _write_json(data / "fields.json", form_fields(library))
    for name, rows in word_files(library):
        _write_json(data / "words" / f"{name}.json", rows)
    for number, ids in enumerate(id_files(library)):
        _write_json(data / "ids" / f"{number}.json", ids)


def join_records(library: Library, site_dir: Path) -> None:
    """``data/records.json``, a record a line, of what stands beside their pages.

    Ten thousand of them never stand in memory at once.
    """
    with (site_dir / "data/records.json").open("w", encoding="utf-8", newline="\n") as stream:
        mark = "[\n"
        for record in in_order(library):
            text = (site_dir / record.link.address / "record.json").read_text(encoding="utf-8")
            stream.write(mark + text.removesuffix("\n"))
            mark = ",\n"
        stream.write("[]\n" if mark == "[\n" else "\n]\n")


def _write_table(library: Library, site_dir: Path) -> None:
    data = site_dir / "data"
    data.mkdir(parents=True, exist_ok=True)
    write_spreadsheet(library, data / "records.csv")


def _write_aids(record: Record, library: Library, folder: Path) -> None:
    """What helps to cite and to compare a record; a tombstone has nothing of either."""
    reference = reference_of(record, library.settings)
    for name, written in FILES.items():
        _write(folder / name, written(reference))
    _write(
        folder / "facts.json",
        json.dumps(facts_in_words(record, library), ensure_ascii=False) + "\n",
    )


def _write_json(file: Path, value: object) -> None:
    _write(file, json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n")


def _write(file: Path, text: str) -> None:
    file.write_bytes(text.encode())
