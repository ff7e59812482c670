"""The page that says how everyone can use the library."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from hyeopchi.library.library import Library
from hyeopchi.site.accessibility import accessibility
from hyeopchi.site.view import Crumb, View
from hyeopchi.text.korean import josa

_ABOUT = Crumb("이 도서관은", "about/")


def accessibility_views(library: Library) -> Iterator[View]:
    """``/about/accessibility/``."""
    yield View(
        "about/accessibility/",
        "접근성",
        "accessibility.html",
        partial(dict, principles=accessibility()),
        f"{josa(library.settings.name, '을/를')} 누구나 쓸 수 있게 하려고 지키는 것",
        (_ABOUT,),
        door=None,
    )
