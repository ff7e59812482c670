"""The preview: how soon it shows its first page, and the page of a record that was saved."""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from measure.cost import STEP, Cost

if TYPE_CHECKING:
    from hyeopchi.preview.preview import Preview

_SAVES = 7


class Looks(NamedTuple):
    """``first``: from the start of the program to its first page; ``save``: from a save to the page.

    ``save`` is the middle of seven, in a preview that has shown the page before; so is ``processor``
    of the processor time of one. All in seconds.
    """

    first: Cost
    save: float
    processor: float


def measure_looks(cases: Path, python: Callable[..., Cost]) -> Looks:
    """What the preview of ``cases`` takes; ``python`` runs a program with a name and arguments."""
    first = python(cases, "first-page", *STEP, "first_page", str(cases))
    python(cases, "saves", *STEP, "saves", str(cases))
    lines = cases.with_name("saves.log").read_text("utf-8").splitlines()
    return Looks(first, *json.loads(lines[-1]))


def looks_of_stock(build: Cost) -> Looks:
    """A stock preview builds the whole site before its first page, and again after each save."""
    return Looks(build, build.seconds, build.processor)


def show_first_page(cases: Path) -> None:
    """Open the preview and show the home page."""
    with TemporaryDirectory() as made:
        _shown(_opened(cases, Path(made)), "")


def middle_of_saves(cases: Path) -> tuple[float, float]:
    """Seconds and processor seconds from a save of a record to its page; the record is as before then."""
    record = sorted(cases.glob("[!_]*/*.md"))[0]
    kept = record.read_bytes()
    with TemporaryDirectory() as made:
        preview = _opened(cases, Path(made))
        _shown(preview, f"cases/{record.stem}/")
        taken = []
        for number in range(_SAVES):
            word = f"별빛마을 {number + 1}번지"
            record.write_bytes(kept + f"\n{word} 이야기를 더 적었습니다.\n".encode())
            began = time.perf_counter(), time.process_time()
            assert word in _shown(preview, f"cases/{record.stem}/")
            ended = time.perf_counter(), time.process_time()
            taken.append([after - before for before, after in zip(began, ended, strict=True)])
        record.write_bytes(kept)
    seconds, processor = map(statistics.median, zip(*taken, strict=True))
    return seconds, processor


def _opened(cases: Path, made: Path) -> Preview:
    from hyeopchi.preview.preview import Preview
    from support import mkdocs

    return Preview(mkdocs.CONFIGURATION, cases, made, "http://127.0.0.1:8000", lambda line: None)


def _shown(preview: Preview, address: str) -> str:
    answer = preview.answer(address)
    assert answer.status == 200, answer.content.decode()
    return answer.content.decode()
