"""Finishing: a PDF's structure is mended, and only then the file says that it conforms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping

import pydyf
from weasyprint.document import Document

from hyeopchi.paper.writers.tags.links import mend_links
from hyeopchi.paper.writers.tags.lists import mend_lists
from hyeopchi.paper.writers.tags.painting import mark_artifacts, painted_in_order
from hyeopchi.paper.writers.tags.tables import mend_tables
from hyeopchi.paper.writers.tags.tree import Tree

_LEADER, _FURNITURE = "Layout", "Pagination"
"""The kinds of artifacts: dots before a page number; running heads, page numbers."""


def finishing(names: Mapping[str, str]) -> Callable[[Document, pydyf.PDF], None]:
    """What WeasyPrint calls before it writes a tagged file; ``names`` are the headings by their anchor."""

    def finish(document: Document, pdf: pydyf.PDF) -> None:
        tree = Tree(pdf)
        mend_tables(tree, document)
        mend_lists(tree)
        leaders = mend_links(tree, names)
        artifacts: defaultdict[int, dict[int, str]] = defaultdict(dict)
        for content in tree.unclaimed():
            artifacts[content.page][content.number] = _LEADER if content in leaders else _FURNITURE
        wanted: defaultdict[int, list[int]] = defaultdict(list)
        for content in tree.contents():
            wanted[content.page].append(content.number)
        for number, page in enumerate(tree.pages):
            stream = tree.at(page["Contents"])
            mark_artifacts(stream.stream, artifacts[number])
            stream.stream = painted_in_order(stream.stream, wanted[number])
        document.metadata.include_in_pdf(pdf, "ua", 1, None, compress=True)

    return finish
