"""Tables: one each however many pages it takes, and each head says what it is the head of."""

from __future__ import annotations

from collections.abc import Iterator

import pydyf
from weasyprint.document import Document
from weasyprint.formatting_structure.boxes import TableBox

from hyeopchi.paper.writers.tags.tree import Element, Tree

_LINES = {"Table": "Div", "Caption": "P", "THead": "Div", "TBody": "Div", "TR": "P"}
"""What the parts of a table are called that is read as lines; its cells are Spans."""


def mend_tables(tree: Tree, document: Document) -> None:
    """Join the parts of every table, and give its heads their scope.

    A table that is there to be written in is no table for who hears it: its words are lines.
    """
    for table in _whole_tables(tree, document):
        cells = [
            (cell, "/Column" if group["S"] == "/THead" else "/Row")
            for group in tree.kids(table)
            for row in tree.kids(group)
            for cell in tree.kids(row)
            if cell["S"] in ("/TH", "/TD")
        ]
        if sum(_is_empty(tree, cell) for cell, _ in cells) > len(cells) / 2:
            _read_as_lines(tree, table)
            continue
        heads = [(cell, scope) for cell, scope in cells if cell["S"] == "/TH"]
        if len(heads) > len(cells) / 2:
            _keep_columns(heads)
        for cell, scope in cells:
            _say(cell, scope)


def _whole_tables(tree: Tree, document: Document) -> Iterator[Element]:
    """Every table; its parts on later pages become rows of the first and are no tables any more."""
    parts = [
        box.element
        for page in document.pages
        for box in page._page_box.descendants()
        if isinstance(box, TableBox)
    ]
    whole: Element = None
    before = None
    for table, element in zip(tree.of_type("Table"), parts, strict=True):
        if element is before:
            _join(tree, whole, table)
        else:
            if whole is not None:
                yield whole
            whole, before = table, element
    if whole is not None:
        yield whole


def _join(tree: Tree, whole: Element, part: Element) -> None:
    """Move the rows of ``part`` to the end of ``whole``; its repeated heads are left to no element."""
    body = tree.kids(whole)[-1]
    for group in tree.kids(part):
        if group["S"] == "/TBody":
            for row in tree.kids(group):
                row["P"] = body.reference
                body["K"].append(row.reference)
    around = tree.at(part["P"])
    around["K"] = pydyf.Array(kid for kid in around["K"] if kid != part.reference)


def _is_empty(tree: Tree, element: Element) -> bool:
    return all(
        not any(isinstance(kid, int) for kid in one["K"]) for one in (element, *tree.below(element))
    )


def _read_as_lines(tree: Tree, table: Element) -> None:
    """Make lines of the rows that have words, and words of their cells."""
    for one in [table, *tree.below(table)]:
        name = one["S"].removeprefix("/")
        if name in ("TH", "TD"):
            one["S"] = "/Span"
            one.pop("ID", None)
            one.pop("A", None)
        elif name in _LINES:
            one["S"] = f"/{_LINES[name]}"
            one["K"] = pydyf.Array(
                kid for kid in one["K"] if isinstance(kid, int) or not _is_empty(tree, tree.at(kid))
            )


def _keep_columns(heads: list[tuple[Element, str]]) -> None:
    """Leave the heads to the columns: where most cells would be heads, nobody listens to them."""
    if any(scope == "/Column" for _, scope in heads):
        for cell, scope in heads:
            cell["S"] = "/TH" if scope == "/Column" else "/TD"


def _say(cell: Element, scope: str) -> None:
    cell.pop("ID", None)
    cell["A"].pop("Headers", None)
    if cell["S"] == "/TH":
        cell["A"]["Scope"] = scope
    elif len(cell["A"]) == 1:  # only whose attributes they are
        del cell["A"]
