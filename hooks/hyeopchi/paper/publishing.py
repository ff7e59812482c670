"""Publishing: every paper in every format beside the pages of a site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from hyeopchi.files.problem import START, Problem
from hyeopchi.library.library import Library
from hyeopchi.paper.catalogue import FOLDER
from hyeopchi.paper.papers import all_papers
from hyeopchi.paper.writers.formats import ENDINGS
from hyeopchi.paper.writing import write_papers


def publish_papers(library: Library, site: Path) -> Iterator[Problem]:
    """Write every paper of ``library`` below ``site``; what could not be made, as problems of the site."""
    for written in write_papers(all_papers(library), site / FOLDER, library.settings, ENDINGS):
        for fault in written.faults:
            yield Problem.at(
                f"{FOLDER}/{written.name}",
                START,
                "paper",
                fault,
                "기록이나 종이의 틀을 고쳐 주세요",
            )
