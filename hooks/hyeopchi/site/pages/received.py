"""The page that says what became of each case that people sent in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from hyeopchi.library.library import Library
from hyeopchi.site.pages.contribute import CONTRIBUTE
from hyeopchi.site.view import TO_CONTRIBUTING, Crumb, View, part_title, parts

RECEIVED = Crumb("받은 사례", "contribute/received/")


def received_views(library: Library) -> Iterator[View]:
    """``/contribute/received/``, the newest first."""
    cases = sorted(library.archive.received.entries, key=lambda case: -case.get("number", 0))
    for part in parts(RECEIVED.address, cases):
        yield View(
            part.address,
            part_title(RECEIVED.label, part),
            "received.html",
            partial(dict, part=part),
            "보내 주신 사례를 어디까지 살폈는지 적은 목록",
            (CONTRIBUTE,),
            door=TO_CONTRIBUTING,
        )
