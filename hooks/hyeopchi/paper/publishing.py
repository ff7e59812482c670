"""Publishing: every paper in every format beside the pages of a site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from hyeopchi.files.problem import START, Problem, Severity
from hyeopchi.files.rule import Rule
from hyeopchi.library.library import Library
from hyeopchi.paper.blocks.sheet import Sheet
from hyeopchi.paper.catalogue import FOLDER, papers_of, zip_of
from hyeopchi.paper.kit.kit import Kit
from hyeopchi.paper.writers.formats import ENDINGS
from hyeopchi.paper.writing import Written, write_papers
from hyeopchi.records.record import Record

_HINT = "사이트는 이것 없이 지었습니다. 기록에 아주 긴 글이 있으면 나누어 주세요"


class Published(NamedTuple):
    """What came of the papers: the addresses of those that could not be made, and what to say of it.

    ``pages`` are those of each PDF by its address, as ``Library`` has them.
    """

    left_out: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()
    pages: Mapping[str, Mapping[str, int]] = MappingProxyType({})


def publish_papers(papers: Iterable[Sheet | Kit], library: Library, site: Path) -> Published:
    """Write ``papers``, those of ``library``, below ``site``; one that cannot be made keeps no other from it."""
    owners = dict(_owners(library))
    left_out: set[str] = set()
    problems: list[Problem] = []
    pages: dict[str, Mapping[str, int]] = {}
    for written in write_papers(papers, site / FOLDER, library.settings, ENDINGS):
        if written.faults:
            left_out.add(f"{FOLDER}/{written.name}")
        if written.pages:
            pages[f"{FOLDER}/{written.name}"] = written.pages
        problems.extend(_told(written, library, owners))
    return Published(frozenset(left_out), tuple(sorted(problems)), pages)


def _owners(library: Library) -> Iterator[tuple[str, Record]]:
    """The stem of every paper that is made of one record, with that record."""
    for record in library.by_id.values():
        yield from ((paper.stem, record) for paper in papers_of(record, library))
        yield Path(zip_of(record)).stem, record


def _told(written: Written, library: Library, owners: Mapping[str, Record]) -> Iterator[Problem]:
    address = f"{FOLDER}/{written.name}"
    owner = owners.get(written.name.rpartition(".")[0])
    for fault in written.faults:
        yield _warning(owner, address, f"종이 하나를 만들지 못해 뺐습니다({address}): {fault}")
    for name in written.without:
        chapter = library.by_id.get(name)
        said = f"책에서 한 장을 뺐습니다({address}): {chapter.title if chapter else name}"
        yield _warning(chapter or owner, address, said)


def _warning(record: Record | None, address: str, said: str) -> Problem:
    path = record.source.path if record else address
    return Problem.at(path, START, Rule.PAPER, said, _HINT, Severity.WARNING)
