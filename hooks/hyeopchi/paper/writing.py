"""Writing: sheets become files, two at a time, each judged before it is kept."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from hyeopchi.library.settings import Settings
from hyeopchi.paper.blocks.sheet import Sheet, Unprintable
from hyeopchi.paper.catalogue import formats_of
from hyeopchi.paper.kit.kit import Kit
from hyeopchi.paper.sparing import spared
from hyeopchi.paper.writers.formats import judge, writer
from hyeopchi.paper.writers.page_count import pages_of
from hyeopchi.paper.writers.zip_file import packed

WORKERS = 2
_ROOT = str(Path(__file__).resolve().parents[2])
_WAITING = 2 * WORKERS
"""Sheets made ahead of the workers: a large library's never stand in memory at once."""
_SELDOM = 50_000, 10, 2
"""New values after which the collector looks for garbage, and how often it then looks further; a
paper makes some hundred thousand."""


PDF = "pdf"
Judged = tuple[bytes, tuple[str, ...]]
"""The bytes of a file, and what is wrong with them."""


class Written(NamedTuple):
    """A file that was written, or what kept it from being: sentences, none where it is good.

    ``without`` are the chapters that it had to do without: ids of records, or titles. ``pages`` are
    those of a PDF and of the sheets in it, by their stems.
    """

    name: str
    size: int
    faults: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    pages: Mapping[str, int] = MappingProxyType({})


def write_papers(
    sheets: Iterable[Sheet | Kit], folder: Path, settings: Settings, endings: tuple[str, ...]
) -> Iterator[Written]:
    """Write every sheet with each of ``endings`` into ``folder``, as they get ready.

    Raises OSError where the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if (
        _ROOT not in sys.path
    ):  # MkDocs forgets what its hooks add; new processes look where this one does
        sys.path.insert(0, _ROOT)
    left = iter(sheets)
    with ProcessPoolExecutor(
        min(WORKERS, os.cpu_count() or 1), multiprocessing.get_context("spawn"), _collect_seldom
    ) as pool:
        running: set[Future[list[Written]]] = set()
        while running := running | {
            pool.submit(_write, sheet, folder, settings, endings)
            for sheet in islice(left, _WAITING - len(running))
        }:
            done, running = wait(running, return_when=FIRST_COMPLETED)
            yield from (written for future in done for written in future.result())


def _collect_seldom() -> None:
    """Let a worker look for garbage a few times in a paper, not hundreds of times: a twelfth of its work."""
    gc.freeze()
    gc.set_threshold(*_SELDOM)


def _write(
    made: Sheet | Kit, folder: Path, settings: Settings, endings: tuple[str, ...]
) -> list[Written]:
    if isinstance(made, Kit):
        of_kit = tuple(ending for ending in formats_of(made.stem) if ending in endings)
        return write_kit(made, folder, settings, of_kit)
    return [
        write_paper(made, folder, settings, ending)
        for ending in formats_of(made.stem)
        if ending in endings
    ]


def write_paper(sheet: Sheet, folder: Path, settings: Settings, ending: str) -> Written:
    """Write one file; what is judged bad is not kept, and one that stood there stays.

    A book does without the chapters that cannot be printed.
    """
    name = f"{sheet.stem}.{ending}"
    data, found = _judged(sheet, settings, ending)
    without: tuple[str, ...] = ()
    if found and sheet.is_book:
        sheet, without = spared(sheet, lambda one: not _judged(one, settings, ending)[1])
        data, found = _judged(sheet, settings, ending)
    pages = pages_of(data, sheet) if ending == PDF and not found else {}
    return _kept(folder, name, data, found)._replace(without=without, pages=pages)


def write_kit(
    kit: Kit, folder: Path, settings: Settings, endings: tuple[str, ...]
) -> list[Written]:
    """Write a kit's zip, a folder for each ending, and the whole; no zip where one sheet is judged bad.

    Its list says how many pages each PDF has.
    """
    printed = [_judged(sheet, settings, PDF) for sheet in kit.sheets[1:]]
    kit, first, pages = _counted(kit, settings, [data for data, _ in printed])
    of_ending = {
        ending: (first, *printed)
        if ending == PDF
        else [_judged(sheet, settings, ending) for sheet in kit.sheets]
        for ending in endings
    }
    made = [
        (f"{ending}/{name}.{ending}", data, wrong)
        for ending, files in of_ending.items()
        for (name, _), (data, wrong) in zip(kit.named, files, strict=True)
    ]
    found = tuple(f"{name}: {fault}" for name, _, wrong in made for fault in wrong)
    zipped = packed({name: data for name, data, _ in made})
    written = _kept(folder, f"{kit.stem}.zip", zipped, found)._replace(pages=pages)
    return [written, *_write_whole(kit, folder, settings, endings)]


def _write_whole(
    kit: Kit, folder: Path, settings: Settings, endings: tuple[str, ...]
) -> Iterator[Written]:
    """Write the whole of ``kit``, its list with the pages that each sheet has in it: bound, some have fewer."""
    if PDF in endings:
        written = write_paper(kit.whole, folder, settings, PDF)
        bound = {stem: count for stem, count in written.pages.items() if stem != kit.stem}
        counted = kit.counted(bound)
        if bound and counted.whole != kit.whole:
            kit, written = counted, write_paper(counted.whole, folder, settings, PDF)
        yield written
    yield from (
        write_paper(kit.whole, folder, settings, ending) for ending in endings if ending != PDF
    )


def _counted(
    kit: Kit, settings: Settings, printed: Sequence[bytes]
) -> tuple[Kit, Judged, Mapping[str, int]]:
    """``kit`` whose list counts the pages of all its sheets, its first page as PDF, and the counts.

    ``printed`` are the PDFs of the others; the first page is counted in its own list.
    """
    first, *others = kit.sheets
    pages = {first.stem: 1}
    for sheet, data in zip(others, printed, strict=True):
        pages |= pages_of(data, sheet) if data else {}
    while True:
        counted = kit.counted(pages)
        judged = _judged(counted.sheets[0], settings, PDF)
        own = pages_of(judged[0], first) if judged[0] else pages
        if own[first.stem] <= pages[first.stem]:
            return counted, judged, pages
        pages |= own


def _judged(sheet: Sheet, settings: Settings, ending: str) -> Judged:
    """A sheet's bytes, and what is wrong with them."""
    try:
        data = writer(ending)(sheet, settings)
        return data, tuple(judge(ending)(data, sheet))
    except Unprintable as error:
        return b"", (str(error),)
    except OSError:
        raise
    except Exception as error:  # whatever a writer trips over, the other papers are made
        return b"", (f"{ending.upper()}를 짜다가 멈췄습니다: {type(error).__name__}: {error}",)


def _kept(folder: Path, name: str, data: bytes, found: tuple[str, ...]) -> Written:
    """Put ``data`` in its place at once, where nothing was ``found`` wrong."""
    if not found:
        fresh = folder / f".{name}.new"
        fresh.write_bytes(data)
        fresh.replace(folder / name)
    return Written(name, len(data), found)
