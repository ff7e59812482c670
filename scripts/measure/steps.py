"""What the bench runs in processes of their own, so that the cost of each is its own.

``python -m measure.steps NAME ARGUMENT…``; what a step finds out is its last line.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path


def write(cases: str, records: str, seed: str) -> None:
    """Make up records."""
    from measure.synthetic import write_synthetic

    write_synthetic(Path(cases), int(records), int(seed))


def write_stock(cases: str, folder: str) -> None:
    """Write the records as a stock MkDocs has them."""
    from measure import stock_site

    stock_site.write_stock(Path(cases), Path(folder))


def index(cases: str, folder: str) -> None:
    """Make the search index."""
    from hyeopchi.search.index import Index

    Index(Path(cases), Path(folder)).refresh()


def edit(cases: str, folder: str) -> None:
    """Print the seconds that the index takes after one more sentence with a new word in a record.

    The process has read a new word before: the preview's loads the analyser once.
    """
    from hyeopchi.search.index import Index

    own = Index(Path(cases), Path(folder))
    own.refresh()
    record = sorted(Path(cases).glob("[!_]*/*.md"))[0]
    took = 0.0
    for word in ("별빛마을", "달빛골목"):
        record.write_bytes(record.read_bytes() + f"\n{word} 이야기를 더 적었습니다.\n".encode())
        began = time.monotonic()
        own.refresh()
        took = time.monotonic() - began
    print(took)


def first_page(cases: str) -> None:
    """Show the first page of a preview."""
    from measure.looks import show_first_page

    show_first_page(Path(cases))


def saves(cases: str) -> None:
    """Print the seconds and the processor seconds from a save to the changed page of a preview."""
    from measure.looks import middle_of_saves

    print(json.dumps(middle_of_saves(Path(cases))))


def handouts(cases: str) -> None:
    """Print the processor seconds of the handout that takes longest."""
    from hyeopchi.library.library import Library
    from hyeopchi.paper.content.handouts import of
    from hyeopchi.paper.writers.pdf import write_pdf
    from hyeopchi.records.reader import read_archive

    library = Library(read_archive(Path(cases)))
    taken = []
    for sheet in [sheet for record in library.records for sheet in of(record, library)]:
        began = time.process_time()
        write_pdf(sheet, library.settings)
        taken.append(time.process_time() - began)
    print(max(taken, default=0))


STEPS: Mapping[str, Callable[..., None]] = {
    step.__name__: step for step in (write, write_stock, index, edit, first_page, saves, handouts)
}


if __name__ == "__main__":
    STEPS[sys.argv[1]](*sys.argv[2:])
