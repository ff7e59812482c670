"""Views of the pages below ``docs/``: one of its own for each, or its words on a page that is made anyway."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from hyeopchi.site.docs.page import DocsPage
from hyeopchi.site.view import DOORS, Crumb, View

_TEMPLATE = "docs.html"


def with_docs(views: Iterable[View], pages: Iterable[DocsPage]) -> Iterator[View]:
    """``views``, those that a page of ``docs/`` adds its words to naming it, then the other pages' own."""
    by_address = {page.address: page for page in pages}
    left = dict(by_address)
    for view in views:
        page = left.pop(view.address, None)
        yield _joined(view, page) if page else view
    for page in left.values():
        if not page.joins:
            yield _view(page, by_address)


def _joined(view: View, page: DocsPage) -> View:
    """``view`` under the title that the page gives it."""
    return replace(
        view,
        title=page.title or view.title,
        description=page.description or view.description,
        styles=(*view.styles, "docs"),
        written=page.path,
    )


def _view(page: DocsPage, by_address: Mapping[str, DocsPage]) -> View:
    return View(
        page.address,
        page.title or PurePosixPath(page.path).stem,
        _TEMPLATE,
        dict,
        page.description,
        tuple(_trail(page, by_address)),
        door=next((door for door in DOORS if page.address.startswith(door.address)), None),
        styles=("docs",),
        written=page.path,
    )


def _trail(page: DocsPage, by_address: Mapping[str, DocsPage]) -> Iterator[Crumb]:
    """The pages whose addresses the page's own begins with, the home page left out."""
    steps = page.address.split("/")[:-2]
    for number in range(1, len(steps) + 1):
        above = by_address.get(f"{'/'.join(steps[:number])}/")
        if above:
            yield Crumb(above.title, above.address)
