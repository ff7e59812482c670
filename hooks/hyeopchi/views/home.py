"""The home page: what the library is for, and the first ways into it."""

from __future__ import annotations

from collections.abc import Iterator

from hyeopchi.library import Library
from hyeopchi.view import View


def home_views(library: Library) -> Iterator[View]:
    """``/``."""
    yield View("", library.settings.name, "home.html", dict,
               "시민과 행정이 함께 해 본 일과 하기로 한 일을 찾고, 배우고, 보태는 곳")
