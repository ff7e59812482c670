"""Usual places: where in its sources a record's facts stand unless an entry says otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from hyeopchi.link import Citation
from hyeopchi.nodes import Listing, Node, Scalar
from hyeopchi.nodes import Mapping as MappingNode


@dataclass(frozen=True, slots=True)
class UsualPlaces:
    """The keys of a record's sources in their order, each with its usual place or ""."""

    by_key: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def unless_said(self) -> tuple[Citation, ...]:
        """What an entry without a ``from`` rests on: the first source that has a usual place."""
        return next(((Citation(key, place),) for key, place in self.by_key.items() if place), ())

    @property
    def only(self) -> str | None:
        """The key of the one source; None where there are several or none."""
        return next(iter(self.by_key)) if len(self.by_key) == 1 else None


def told_places(sources: Iterable[Mapping[str, Any]]) -> UsualPlaces:
    """The usual places in sources that are told as plain values."""
    return UsualPlaces(
        MappingProxyType(
            {str(one["key"]): str(one.get("place", "")) for one in sources if one.get("key")}
        )
    )


def usual_places(root: MappingNode) -> UsualPlaces:
    """The usual places in the front matter ``root``, read ahead of all that rests on them."""
    pair = root.find("sources")
    rows = pair.value.items if pair and isinstance(pair.value, Listing) else ()
    return UsualPlaces(
        MappingProxyType({key: _text(row, "place") for row in rows if (key := _text(row, "key"))})
    )


def _text(row: Node, name: str) -> str:
    pair = row.find(name) if isinstance(row, MappingNode) else None
    return pair.value.text if pair and isinstance(pair.value, Scalar) else ""
