"""Limits on what front matter holds, so that no record takes long to judge.

The largest real record has 2,510 nodes and a list of 55. What goes beyond a limit is told once and
left out; every rule then sees no more than this.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from hyeopchi.files.nodes import Listing, Mapping, Node, Pair, Unread
from hyeopchi.files.problem import Place, Problem
from hyeopchi.files.rule import Rule

MAX_ITEMS = 500
"""Entries of one list, names of one group."""
MAX_NODES = 6_000
"""Values, lists and groups of a record's front matter."""

_Part = TypeVar("_Part")
_HINT = "내용을 둘 이상의 기록으로 나눠 주세요"


def within_limits(root: Mapping, path: str) -> tuple[Mapping, tuple[Problem, ...]]:
    """``root`` less what is too much, and the problems that say so."""
    if _is_within(root):
        return root, ()
    trimmer = _Trimmer(path)
    kept = trimmer.trimmed(root)
    return (kept if isinstance(kept, Mapping) else root), tuple(trimmer.problems)


def _is_within(root: Mapping) -> bool:
    """Whether nothing of ``root`` is too much, as of every record that a person wrote."""
    left = MAX_NODES
    waiting: list[Sequence[Node | Pair]] = [root.pairs]
    while waiting and left > 0:
        parts = waiting.pop()
        left -= 1 if len(parts) <= MAX_ITEMS else MAX_NODES
        for part in parts:
            node = part.value if isinstance(part, Pair) else part
            if isinstance(node, Mapping):
                waiting.append(node.pairs)
            elif isinstance(node, Listing):
                waiting.append(node.items)
            else:
                left -= 1
    return left > 0


class _Trimmer:
    """Cuts the nodes of one file; ``problems`` tells where."""

    def __init__(self, path: str) -> None:
        self.problems: list[Problem] = []
        self._path, self._left = path, MAX_NODES

    def trimmed(self, node: Node) -> Node:
        """``node`` as far as it is within the limits."""
        self._left -= 1
        if self._left == 0:
            self._tell(node.place, f"앞머리에 적은 것이 너무 많습니다 (최대 {MAX_NODES:,}개)")
        if self._left <= 0:
            return Unread(node.place)
        if isinstance(node, Listing):
            return Listing(
                tuple(map(self.trimmed, self._first(node.items, node.place))), node.place
            )
        if isinstance(node, Mapping):
            pairs = self._first(node.pairs, node.place)
            return Mapping(
                tuple(pair._replace(value=self.trimmed(pair.value)) for pair in pairs), node.place
            )
        return node

    def _first(self, parts: Sequence[_Part], place: Place) -> Sequence[_Part]:
        if len(parts) > MAX_ITEMS:
            self._tell(
                place, f"한 묶음에 든 것이 너무 많습니다: {len(parts):,}개 (최대 {MAX_ITEMS:,}개)"
            )
        return parts[:MAX_ITEMS]

    def _tell(self, place: Place, message: str) -> None:
        self.problems.append(Problem.at(self._path, place, Rule.YAML_SIZE, message, _HINT))
