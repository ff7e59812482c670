"""Search engines as a page of a built site drives them: the library's own, Material's and Pagefind's."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

OURS, MATERIAL, PAGEFIND = "협치도서관", "Material 검색", "Pagefind"


class Engine(NamedTuple):
    """An engine. ``start`` is a page to open; the program ``script`` gives that page
    ``ask(query, most)``, which resolves to the ids of at most ``most`` records, the fittest first."""

    start: str
    script: str


ENGINES = {
    OURS: Engine("/about/", "ours"),
    MATERIAL: Engine("/", "material"),
    PAGEFIND: Engine("/", "pagefind"),
}


def program(name: str) -> str:
    """A function that runs in a page: one of the files beside this module in ``browser/``."""
    return (Path(__file__).with_name("browser") / f"{name}.js").read_text(encoding="utf-8")
