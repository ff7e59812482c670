"""Places: where in its file a value of a record stands.

The file is read again when a place is asked for, since only problems need places.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from hyeopchi.files.front_matter import Document, read_document
from hyeopchi.files.nodes import Mapping, node_at
from hyeopchi.files.problem import Place, Problem
from hyeopchi.files.rule import Rule
from hyeopchi.files.source import SourceFile
from hyeopchi.records.record import Record


def names_in(record: Record, *path: str | int) -> tuple[str, ...]:
    """The keys that the file has in the group that ``path`` leads to, readable or not."""
    node = node_at(_document(record.source).root, path, record.left_out)
    return tuple(pair.key.text for pair in node.pairs) if isinstance(node, Mapping) else ()


def place_in(record: Record, *path: str | int) -> Place:
    """Line and column of the value that ``path`` leads to: ``place_in(record, "stages", 0, "start")``."""
    return node_at(_document(record.source).root, path, record.left_out).place


def problem_in(
    record: Record, path: Sequence[str | int], rule: Rule, message: str, hint: str = ""
) -> Problem:
    """An error at the value that ``path`` leads to."""
    return Problem.at(record.source.path, place_in(record, *path), rule, message, hint)


@lru_cache(maxsize=4)
def _document(source: SourceFile) -> Document:
    return read_document(source)
