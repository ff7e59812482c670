"""A view: one page of the site, told as an address, a title, a template and what fills it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

PAGE_SIZE = 50
"""Entries on one page of a list."""


class Crumb(NamedTuple):
    """A step of the way from the home page to a page."""

    label: str
    address: str


class Door(NamedTuple):
    """One of the few ways into the library that every page offers; ``note`` says what is behind it."""

    label: str
    address: str
    note: str


TO_RECORDS = Door("둘러보기", "cases/", "모든 기록을 깊은 것부터")
TO_TEACHING = Door("교육에 쓰기", "teach/", "함께 배우는 자리의 종이와 차례")
TO_CONTRIBUTING = Door("사례 보태기", "contribute/", "우리 동네에서 해 본 일을 알리기")
DOORS = (TO_RECORDS, TO_TEACHING, TO_CONTRIBUTING)


@dataclass(frozen=True, slots=True)
class View:
    """One page.

    ``address`` is relative to the site's root and ends with a slash ("" for the home page).
    ``fill`` makes the template's values when the page is written, so that ten thousand pages
    never stand in memory at once. ``trail`` leads from the home page to the page above. ``door``
    is the door behind which the page stands: most lead to records; None where it is none.
    ``metadata`` makes what a record's page tells machines (``metadata.Metadata``). ``styles``,
    ``scripts`` and ``early_scripts`` (those that run before the page first shows) name what only
    this page needs below ``assets/``, without their endings. ``written`` is the file below
    ``docs/`` whose words stand on the page, "" where it has none.
    """

    address: str
    title: str
    template: str
    fill: Callable[[], Mapping[str, Any]]
    description: str = ""
    trail: tuple[Crumb, ...] = ()
    door: Door | None = TO_RECORDS
    is_indexed: bool = True
    metadata: Callable[[], Any] | None = None
    styles: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    early_scripts: tuple[str, ...] = ()
    sets_styles: bool = False
    written: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One page's part of the list ``whole``: its items, its number from 1, and its neighbours."""

    whole: Sequence[Any]
    size: int
    number: int
    base: str

    @property
    def items(self) -> Sequence[Any]:
        """What stands on this page: nothing of the list is looked at before it is shown."""
        return self.whole[(self.number - 1) * self.size : self.number * self.size]

    @property
    def total(self) -> int:
        """The items of the whole list."""
        return len(self.whole)

    @property
    def count(self) -> int:
        """The pages of the whole list; an empty one has a page too."""
        return max(1, -(-self.total // self.size))

    @property
    def address(self) -> str:
        """Where this part stands."""
        return part_address(self.base, self.number)

    @property
    def previous(self) -> str | None:
        """The address of the part before."""
        return part_address(self.base, self.number - 1) if self.number > 1 else None

    @property
    def next(self) -> str | None:
        """The address of the part after."""
        return part_address(self.base, self.number + 1) if self.number < self.count else None

    @property
    def numbers(self) -> tuple[int, ...]:
        """The parts to link: the first, the last, and those near this one."""
        near = range(max(1, self.number - 2), min(self.count, self.number + 2) + 1)
        return tuple(sorted({1, self.count, *near}))

    def address_of(self, number: int) -> str:
        """The address of the part with this number."""
        return part_address(self.base, number)


def part_address(base: str, number: int) -> str:
    """``methods/survey/`` for the first part, ``methods/survey/page/2/`` for the second."""
    return base if number == 1 else f"{base}page/{number}/"


def parts(base: str, items: Sequence[Any], size: int = PAGE_SIZE) -> Iterator[Part]:
    """A long list cut into pages; an empty list is one empty page."""
    first = Part(items, size, 1, base)
    yield from (first, *(replace(first, number=number) for number in range(2, first.count + 1)))


def part_title(title: str, part: Part) -> str:
    """The title of a page of a list, with its number from the second page on."""
    return title if part.number == 1 else f"{title} ({part.number}쪽)"
