"""The page on which people learn how to have a record mended or taken down, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from hyeopchi.library.library import Library
from hyeopchi.site.view import Crumb, View, part_title, parts

REMOVAL = Crumb("고치거나 내려 달라고 하려면", "removal/")


def removal_views(library: Library) -> Iterator[View]:
    """``/removal/``: the way to ask, and every request with what was done, the newest first."""
    requests = sorted(library.archive.requests.entries, key=lambda one: -one.get("number", 0))
    for part in parts(REMOVAL.address, requests):
        yield View(
            part.address,
            part_title(REMOVAL.label, part),
            "removal.html",
            partial(dict, part=part),
            "기록에 나오는 분과 권리를 가진 분이 요청하는 길, 받은 요청과 한 일",
            door=None,
        )
