"""What the bench measures of papers: one handout by itself, and all PDFs of a library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from measure.cost import STEP, Cost
from measure.report import count, seconds, size

_HANDOUTS = ("*-handout.pdf", "*-outcome.pdf", "*-facilitator.pdf")


class PaperFigures(NamedTuple):
    """The longest handout's processor seconds; what all PDFs cost, and their sizes in bytes."""

    longest: float
    cost: Cost
    files: Sequence[int]
    handouts: Sequence[int]


def measure_papers(folder: Path, python: Callable[..., Cost]) -> PaperFigures:
    """The figures of the records in ``folder/cases``; the PDFs stay in ``folder/papers``."""
    cases, papers = folder / "cases", folder / "papers"
    python(cases, "handouts", *STEP, "handouts", str(cases))
    longest = float((folder / "handouts.log").read_text(encoding="utf-8").splitlines()[-1])
    cost = python(
        cases,
        "papers",
        str(Path(__file__).parents[1] / "pdf.py"),
        "--all",
        "--format",
        "pdf",
        "--cases",
        str(cases),
        "--out",
        str(papers),
    )
    handouts = [path.stat().st_size for pattern in _HANDOUTS for path in papers.glob(pattern)]
    return PaperFigures(
        longest, cost, [path.stat().st_size for path in papers.glob("*.pdf")], handouts
    )


def told(found: PaperFigures) -> str:
    """The figures in lines, each beside what it may be at most."""
    lines = (
        ("가장 오래 걸린 나눠 줄 종이의 CPU 시간", seconds(found.longest), "2초"),
        ("가장 큰 나눠 줄 종이", size(max(found.handouts, default=0)), "300KB"),
        ("모든 PDF", f"{count(len(found.files))}, {size(sum(found.files))}", "500MB"),
        ("모든 PDF를 만드는 시간", seconds(found.cost.seconds), "300초"),
        ("모든 PDF를 만드는 CPU 시간", seconds(found.cost.processor), ""),
        ("만들 때 가장 큰 메모리", size(found.cost.memory), ""),
    )
    return "\n나눠 줄 종이\n" + "\n".join(
        f"{name}: {value}" + (f" (한도 {most})" if most else "") for name, value, most in lines
    )
