"""Received: the cases that people sent in, as those who look after the library list them.

They stand in ``_received.yml`` beside the districts' folders: no record, and no vocabulary.
"""

from __future__ import annotations

from dataclasses import dataclass

from hyeopchi.files.problem import Place, Problem
from hyeopchi.files.source import SourceFile
from hyeopchi.schema.entry import Entry

RECEIVED_FILE = "_received.yml"
ADDED = "added"
"""The state of a case that became a record."""


@dataclass(frozen=True, slots=True)
class Received:
    """The cases in the order of the file, what is wrong with it, and its text.

    Each is an entry with ``number``, ``date``, ``district``, ``title``, ``state`` and, where they
    apply, ``record`` (a link) and ``note``; ``places`` are where they stand.
    """

    cases: tuple[Entry, ...] = ()
    places: tuple[Place, ...] = ()
    problems: tuple[Problem, ...] = ()
    sources: tuple[SourceFile, ...] = ()


NOTHING_RECEIVED = Received()
