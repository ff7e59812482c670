"""Filling in the form as a person would in a word processor: by the words of its questions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any

from docx import Document
from hwpx.document import HwpxDocument

from helpers.real_library import LIBRARY
from hyeopchi.paper.content.form import case_form, form_files

FORM = case_form(LIBRARY)
EMPTY = {file.address.rpartition(".")[2]: data for file, data in form_files(FORM, LIBRARY.settings)}


def filled(
    ending: str,
    answers: Mapping[str, str],
    rows: Mapping[str, Sequence[Sequence[str]]] | None = None,
) -> bytes:
    """The form with ``answers`` by their questions, and ``rows`` of the tables by their heads' first words."""
    opened = opened_in(EMPTY[ending], ending)
    left, tables = dict(answers), dict(rows or {})
    for cells in tables_of(opened, ending):
        for number, said in enumerate(tables.pop(cells[0][0].text, ()), start=1):
            for cell, text in zip(cells[number][1:], said, strict=True):
                write(cell, text)
        for row in cells:
            question = row[0].text.split("\n")[0].removesuffix(" (꼭 적기)")
            if question in left:
                write(row[1], left.pop(question))
    assert (left, tables) == ({}, {}), "the form does not ask this"
    return saved(opened, ending)


def opened_in(data: bytes, ending: str) -> Any:
    """A document as a program of its format opens it."""
    return Document(BytesIO(data)) if ending == "docx" else HwpxDocument.open(BytesIO(data))


def tables_of(opened: Any, ending: str) -> Iterator[list[list[Any]]]:
    """The cells of each table, row by row."""
    tables = opened.tables if ending == "docx" else opened.tables.all
    return ([list(row.cells) for row in table.rows] for table in tables)


def write(cell: Any, text: str) -> None:
    """``text`` in the place of what stands in the cell, each line a paragraph as the Enter key makes it."""
    if hasattr(cell, "set_text"):
        cell.set_text(text, split_paragraphs=True)
        return
    first, *others = text.split("\n")
    cell.text = first
    for line in others:
        cell.add_paragraph(line)


def saved(opened: Any, ending: str) -> bytes:
    """The document as a file."""
    if ending == "hwpx":
        return opened.to_bytes()
    out = BytesIO()
    opened.save(out)
    return out.getvalue()
