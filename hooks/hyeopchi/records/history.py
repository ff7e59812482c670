"""History: what a record's revisions changed, as one pass over the log of its repository tells it.

The days of revisions stand in the records; the log adds what was done on such a day. Where there is
no log, or only the end of one, nothing is added: half a history would mislead.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path, PurePosixPath

from hyeopchi.files.git import LogEntry, NoHistory, repository_of
from hyeopchi.files.memory import FORGETFUL, Memory
from hyeopchi.records.record import Record
from hyeopchi.text.quoting import shown

_LONGEST = 100

Changes = Mapping[tuple[str, str], tuple[str, ...]]
"""What was done, by the record's id and the day in ISO form."""


def changes_of(records: Iterable[Record], cases: Path, memory: Memory = FORGETFUL) -> Changes:
    """What was done on the days on which ``records`` were revised; git is asked once, and only if one was.

    ``memory`` knows the log of the commit at which the repository stands.
    """
    days = {(record.id, day.isoformat()) for record in records for day in record.get("revised", ())}
    if not days:
        return {}
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    head = memory.same("head", _head(cases))
    for key, words in _told(memory.kept("log", (head,), partial(_log, cases))):
        if key in days and words not in found[key]:
            found[key].append(words)
    changes = {key: tuple(words) for key, words in found.items()}
    return memory.same("changes", changes)


def _head(cases: Path) -> str:
    try:
        return repository_of(cases).commit("HEAD")
    except NoHistory:
        return ""


def _log(cases: Path) -> tuple[LogEntry, ...]:
    try:
        return repository_of(cases).log(cases)
    except NoHistory:
        return ()


def _told(log: Iterable[LogEntry]) -> Iterator[tuple[tuple[str, str], str]]:
    """Record and day with the commit's first line, the oldest first; a record keeps its id where its file moves."""
    for entry in reversed(tuple(log)):
        for path in map(PurePosixPath, entry.paths):
            if path.suffix == ".md":
                yield (path.stem, entry.day), shown(entry.subject, _LONGEST)
