"""Views: what each page of the site says, without knowing the generator that writes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hyeopchi.library.library import Library
from hyeopchi.view import View
from hyeopchi.views.accessibility import accessibility_views
from hyeopchi.views.basket import basket_views
from hyeopchi.views.check import check_views
from hyeopchi.views.collections import collection_views
from hyeopchi.views.compare import compare_views
from hyeopchi.views.contribute import contribute_views
from hyeopchi.views.guide import guide_views
from hyeopchi.views.home import home_views
from hyeopchi.views.lessons import lesson_views
from hyeopchi.views.matrix import matrix_views
from hyeopchi.views.preview import preview_views
from hyeopchi.views.promises import promise_views
from hyeopchi.views.proposals import proposal_views
from hyeopchi.views.received import received_views
from hyeopchi.views.records import all_records_views, record_views
from hyeopchi.views.reference import reference_views
from hyeopchi.views.search import search_views
from hyeopchi.views.teach import teach_views
from hyeopchi.views.terms import term_views
from hyeopchi.views.timeline import timeline_views

_VIEWS: tuple[Callable[[Library], Iterator[View]], ...] = (
    home_views,
    all_records_views,
    record_views,
    collection_views,
    term_views,
    teach_views,
    matrix_views,
    compare_views,
    basket_views,
    check_views,
    timeline_views,
    promise_views,
    lesson_views,
    proposal_views,
    reference_views,
    accessibility_views,
    contribute_views,
    received_views,
    guide_views,
    preview_views,
    search_views,
)


def all_views(library: Library) -> Iterator[View]:
    """Every page of the site, each made when it is asked for."""
    for views in _VIEWS:
        yield from views(library)
