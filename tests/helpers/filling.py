"""Filling in the form as a person would in a word processor: by the words of its questions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any

from docx import Document
from hwpx.document import HwpxDocument

from hyeopchi.library.library import Library
from hyeopchi.paper.content.form import case_form, form_files
from hyeopchi.records.reader import read_archive
from support.environment import ROOT

LIBRARY = Library(read_archive(ROOT / "cases"))
FORM = case_form(LIBRARY)
EMPTY = {file.address.rpartition(".")[2]: data for file, data in form_files(FORM, LIBRARY.settings)}


def filled(
    ending: str,
    answers: Mapping[str, str],
    rows: Mapping[str, Sequence[Sequence[str]]] | None = None,
) -> bytes:
    """The form with ``answers`` by their questions, and ``rows`` of the tables by their heads' first words."""
    opened: Any = (
        Document(BytesIO(EMPTY[ending]))
        if ending == "docx"
        else HwpxDocument.open(BytesIO(EMPTY[ending]))
    )
    left, tables = dict(answers), dict(rows or {})
    for cells in _tables(opened, ending):
        for number, said in enumerate(tables.pop(cells[0][0].text, ()), start=1):
            for cell, text in zip(cells[number][1:], said, strict=True):
                _write(cell, text)
        for row in cells:
            question = row[0].text.split("\n")[0].removesuffix(" (꼭 적기)")
            if question in left:
                _write(row[1], left.pop(question))
    assert (left, tables) == ({}, {}), "the form does not ask this"
    return _saved(opened, ending)


def _tables(opened: Any, ending: str) -> Iterator[list[list[Any]]]:
    tables = opened.tables if ending == "docx" else opened.tables.all
    return ([list(row.cells) for row in table.rows] for table in tables)


def _write(cell: Any, text: str) -> None:
    """``text`` in the place of what stands in the cell, each line a paragraph as the Enter key makes it."""
    if hasattr(cell, "set_text"):
        cell.set_text(text, split_paragraphs=True)
        return
    first, *others = text.split("\n")
    cell.text = first
    for line in others:
        cell.add_paragraph(line)


def _saved(opened: Any, ending: str) -> bytes:
    if ending == "hwpx":
        return opened.to_bytes()
    out = BytesIO()
    opened.save(out)
    return out.getvalue()
