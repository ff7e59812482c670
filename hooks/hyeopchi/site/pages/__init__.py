"""Views: what each page of the site says, without knowing the generator that writes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hyeopchi.library.library import Library
from hyeopchi.site.pages.accessibility import accessibility_views
from hyeopchi.site.pages.basket import basket_views
from hyeopchi.site.pages.check import check_views
from hyeopchi.site.pages.collections import collection_views
from hyeopchi.site.pages.compare import compare_views
from hyeopchi.site.pages.contribute import contribute_views
from hyeopchi.site.pages.home import home_views
from hyeopchi.site.pages.lessons import lesson_views
from hyeopchi.site.pages.matrix import matrix_views
from hyeopchi.site.pages.preview import preview_views
from hyeopchi.site.pages.promises import promise_views
from hyeopchi.site.pages.proposals import proposal_views
from hyeopchi.site.pages.received import received_views
from hyeopchi.site.pages.records import all_records_views, record_views
from hyeopchi.site.pages.reference import reference_views
from hyeopchi.site.pages.removal import removal_views
from hyeopchi.site.pages.screen import screen_views
from hyeopchi.site.pages.search import search_views
from hyeopchi.site.pages.sources import source_views
from hyeopchi.site.pages.teach import teach_views
from hyeopchi.site.pages.terms import term_views
from hyeopchi.site.pages.timeline import timeline_views
from hyeopchi.site.view import View

_VIEWS: tuple[Callable[[Library], Iterator[View]], ...] = (
    home_views,
    all_records_views,
    record_views,
    collection_views,
    term_views,
    teach_views,
    screen_views,
    matrix_views,
    compare_views,
    basket_views,
    check_views,
    timeline_views,
    promise_views,
    lesson_views,
    proposal_views,
    reference_views,
    source_views,
    accessibility_views,
    contribute_views,
    received_views,
    removal_views,
    preview_views,
    search_views,
)


def all_views(library: Library) -> Iterator[View]:
    """Every page of the site, each made when it is asked for."""
    for views in _VIEWS:
        yield from views(library)
