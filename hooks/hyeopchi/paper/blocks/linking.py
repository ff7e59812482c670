"""Linking: the addresses that are printed can be followed too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from hyeopchi.paper.blocks.block import Run

_ADDRESS = re.compile(r"https?://[!#-'*-;=?-~]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
"""Without what a sentence puts around an address or, in Korean, right behind it."""
_AFTER = ".,;:!?"
"""Signs that end the sentence, not the address before them."""


def linked(runs: Iterable[Run]) -> Iterator[Run]:
    """``runs`` whose addresses on the web and of mail are links; those in a link already stay."""
    for run in runs:
        if run.href or not _ADDRESS.search(run.text):
            yield run
        else:
            yield from _parts(run)


def _parts(run: Run) -> Iterator[Run]:
    """``run`` cut where addresses begin and end; its note stays after its last words."""
    *before, last = _cut(run.text)
    for text, href in before:
        yield replace(run, text=text, href=href, note="")
    yield replace(run, text=last[0], href=last[1])


def _cut(text: str) -> list[tuple[str, str]]:
    """The pieces of ``text``, each with the address that it is, "" where it is none."""
    pieces: list[tuple[str, str]] = []
    done = 0
    for found in _ADDRESS.finditer(text):
        address = found[0].rstrip(_AFTER)
        pieces += [(text[done : found.start()], ""), (address, _followed(address))]
        done = found.start() + len(address)
    pieces.append((text[done:], ""))
    return [piece for piece in pieces if piece[0]]


def _followed(address: str) -> str:
    return address if "://" in address else f"mailto:{address}"
