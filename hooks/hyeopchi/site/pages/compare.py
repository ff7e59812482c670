"""Compare: two to four records side by side. Which ones stands in the address, so a script fills the page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from hyeopchi.library.comparison import MOST
from hyeopchi.library.library import Library
from hyeopchi.site.pages.listing import CASES
from hyeopchi.site.view import View


def compare_views(library: Library) -> Iterator[View]:
    """``/compare/``.

    Its paper lies on its side, and a rule for paper holds for a whole page. Its script makes room
    for the table before the page first shows, so that nothing moves when the table comes.
    """
    yield View(
        "compare/",
        "기록 견주기",
        "compare.html",
        partial(dict, most=MOST),
        "기록 두 개에서 네 개를 나란히 놓고 보는 쪽",
        (CASES,),
        styles=("compare",),
        early_scripts=("record/compare",),
    )
