"""Views: what each page of the site says, without knowing the generator that writes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hyeopchi.library import Library
from hyeopchi.view import View
from hyeopchi.views.home import home_views
from hyeopchi.views.records import all_records_views, record_views
from hyeopchi.views.terms import term_views

_VIEWS: tuple[Callable[[Library], Iterator[View]], ...] = (
    home_views, all_records_views, record_views, term_views)


def all_views(library: Library) -> Iterator[View]:
    """Every page of the site, each made when it is asked for."""
    for views in _VIEWS:
        yield from views(library)
