"""Usual places: where in its sources a record's facts stand unless an entry says otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from hyeopchi.files.nodes import Listing, Node, Scalar, Unread
from hyeopchi.files.nodes import Mapping as MappingNode
from hyeopchi.files.problem import Place
from hyeopchi.schema.link import Citation
from hyeopchi.schema.scalars import Mistake
from hyeopchi.text.quoting import quoted


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


NO_PLACES = UsualPlaces()


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


def read_citations(
    node: Node, places: UsualPlaces, example: str
) -> tuple[tuple[Citation, ...], tuple[tuple[Place, Mistake], ...]]:
    """The citations that ``node`` holds, and what of it is none, with its place.

    A mapping gives each source its place, a list names sources, a single text is a source or,
    where there is but one, a place in it.
    """
    citations: list[Citation] = []
    mistakes: list[tuple[Place, Mistake]] = []
    for key, said in _said(node):
        try:
            citations.append(_citation(key, said, places, example))
        except Mistake as mistake:
            mistakes.append((said.place, mistake))
    return tuple(citations), tuple(mistakes)


def _said(node: Node) -> Iterator[tuple[str | None, Node]]:
    """Each thing that ``node`` cites: the source's key where it is written before it."""
    if isinstance(node, MappingNode):
        pairs = ((pair.key.text, pair.value) for pair in node.pairs)
        yield from (pair for pair in pairs if not isinstance(pair[1], Unread))
    else:
        yield from ((None, item) for item in (node.items if isinstance(node, Listing) else [node]))


def _citation(key: str | None, node: Node, places: UsualPlaces, example: str) -> Citation:
    text = node.text if isinstance(node, Scalar) else ""
    if key is None:
        return _alone(text, places, example)
    if not text:
        raise Mistake("자료의 자리가 비어 있습니다", f"예: {example}")
    return Citation(key, text)


def _alone(text: str, places: UsualPlaces, example: str) -> Citation:
    """A source by its key alone, or, with one source, the place alone."""
    if place := places.by_key.get(text):
        return Citation(text, place)
    if text in places.by_key:
        raise Mistake(
            f"자료 {quoted(text)}에 늘 기대는 자리(place)가 없습니다",
            f"sources에 place를 적거나 자리를 함께 적어 주세요. 예: {example}",
        )
    if text and places.only:
        return Citation(places.only, text)
    raise Mistake(
        "자료가 여럿이면 짧은 이름과 자리를 함께 적습니다"
        if text and places.by_key
        else "자료의 짧은 이름과 자리가 와야 합니다",
        f"예: {example}",
    )
