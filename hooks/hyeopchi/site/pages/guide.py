"""The guides: how to contribute, how to review what comes in, how to look after the library."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from hyeopchi.library.library import Library
from hyeopchi.site.view import Crumb, View

GUIDE = Crumb("안내", "guide/")


class Guide(NamedTuple):
    """One guide: where it stands below ``/guide/``, for whom it is and what it tells."""

    name: str
    label: str
    description: str

    @property
    def address(self) -> str:
        """Where its page stands."""
        return f"{GUIDE.address}{self.name}/"


GUIDES = (
    Guide("contributors", "사례를 보태는 분께", "사례를 쓰고 보내는 법, 보낸 뒤에 일어나는 일"),
    Guide("reviewers", "살펴보는 분께", "기록이 실리려면 갖추어야 하는 것과 살펴보는 차례"),
    Guide(
        "maintainers",
        "꾸리는 분께",
        "펴내기, 받은 서식 다루기, 거두기와 지우기, 다른 생성기로 옮기기",
    ),
)


def guide_views(library: Library) -> Iterator[View]:
    """``/guide/`` and the guides below it."""
    yield View(
        GUIDE.address,
        GUIDE.label,
        "guide.html",
        partial(dict, guides=GUIDES),
        "사례를 보태고, 살펴보고, 도서관을 꾸리는 법",
        styles=("guide",),
        door=None,
    )
    for guide in GUIDES:
        yield View(
            guide.address,
            guide.label,
            f"guide_{guide.name}.html",
            dict,
            guide.description,
            (GUIDE,),
            styles=("guide",),
            door=None,
        )
