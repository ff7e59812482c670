"""A citation: where in a source a fact stands."""

from __future__ import annotations

from typing import NamedTuple


class Citation(NamedTuple):
    """The key of one of the record's sources, and the finest place that a reader can find."""

    key: str
    where: str
