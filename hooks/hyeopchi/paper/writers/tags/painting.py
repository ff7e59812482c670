"""Painting: a page's words in the order in which they are read, what is no content marked so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

import pydyf

Operations = list[Any]
"""What WeasyPrint wrote on a page: operators with their operands as bytes; the tag and the
properties of marked content stand before their operator, as text and ``pydyf.Dictionary``."""

_SETTINGS = frozenset(
    b"g G rg RG k K cs CS sc SC scn SCN gs w J j M d ri i Tf Tr Ts Tc Tw Tz TL".split()
)
"""The operators that set what stays so until it is set again or ``Q`` takes it back."""


class _Sequence(NamedTuple):
    """Marked content: what stands from its tag to its end, and what was set before it."""

    number: int
    start: int
    end: int
    matrices: tuple[bytes, ...]
    settings: tuple[bytes, ...]


def mark_artifacts(operations: Operations, kinds: Mapping[int, str]) -> None:
    """Mark the sequences with these numbers as artifacts of a kind (ISO 32000-1, 14.8.2.2.2)."""
    for place, operation in enumerate(operations):
        if isinstance(operation, dict) and operation.get("MCID") in kinds:
            kind = kinds[operation["MCID"]]
            operations[place - 1] = "/Artifact"
            operations[place] = pydyf.Dictionary({"Type": f"/{kind}"})


def painted_in_order(operations: Operations, wanted: Sequence[int]) -> Operations:
    """``operations`` whose marked content is painted in the order of ``wanted``, its numbers.

    List markers, for one, are painted after everything else. Where something is out of its order,
    all words are painted at the end, over everything drawn: nothing else may lie over words.
    """
    sequences = {one.number: one for one in _sequences(operations)}
    if list(sequences) == list(wanted):
        return operations
    fresh = list(_without(operations, sequences.values()))
    base = _leading_matrices(operations)
    for matrices, group in groupby((sequences[one] for one in wanted), lambda one: one.matrices):
        fresh += [b"q", *matrices[len(base) :]]
        for one in group:
            fresh += [b"q", *one.settings, *operations[one.start : one.end], b"Q"]
        fresh.append(b"Q")
    return fresh


def _sequences(operations: Operations) -> list[_Sequence]:
    """The tagged sequences, as they are painted."""
    found: list[_Sequence] = []
    matrices: tuple[bytes, ...] = ()
    settings: dict[bytes, bytes] = {}
    saved: list[tuple[tuple[bytes, ...], dict[bytes, bytes]]] = []
    opened: list[_Sequence | None] = []
    for place, operation in enumerate(operations):
        name = _operator(operation)
        if name == b"q":
            saved.append((matrices, dict(settings)))
        elif name == b"Q":
            matrices, settings = saved.pop()
        elif name == b"cm":
            matrices = (*matrices, operation)
        elif name in _SETTINGS:
            settings.pop(name, None)
            settings[name] = operation
        elif name in (b"BMC", b"BDC"):
            opened.append(_begun(operations, place, matrices, settings) if name == b"BDC" else None)
        elif name == b"EMC" and (ended := opened.pop()):
            found.append(ended._replace(end=place + 1))
    return found


def _begun(
    operations: Operations, place: int, matrices: tuple[bytes, ...], settings: dict[bytes, bytes]
) -> _Sequence | None:
    """The sequence whose operator stands at ``place``; None where it is an artifact."""
    number = operations[place - 1].get("MCID")
    if number is None:
        return None
    return _Sequence(number, place - 2, place, matrices, tuple(settings.values()))


def _without(operations: Operations, sequences: Iterable[_Sequence]) -> Iterable[Any]:
    """``operations`` less the sequences, but with what these set for what follows them."""
    done = 0
    for one in sequences:
        yield from operations[done : one.start]
        yield from (
            inner for inner in operations[one.start : one.end] if _operator(inner) in _SETTINGS
        )
        done = one.end
    yield from operations[done:]


def _leading_matrices(operations: Operations) -> tuple[bytes, ...]:
    """What turns the whole page, before anything is saved."""
    return tuple(one for one in operations[: operations.index(b"q")] if _operator(one) == b"cm")


def _operator(operation: Any) -> bytes:
    """The operator of an operation; nothing for a tag or properties."""
    return operation[operation.rfind(b" ") + 1 :] if isinstance(operation, bytes) else b""
