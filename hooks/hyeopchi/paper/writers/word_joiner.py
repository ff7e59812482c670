"""The word joiner: keeps Korean words whole at the end of a line.

WeasyPrint knows no ``word-break: keep-all`` and breaks a line between any two syllables. A word
joiner (U+2060) between them forbids it; it has no width, and the text that is copied out of a
PDF is free of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from hyeopchi.paper.blocks.block import Run

WORD_JOINER = "\N{WORD JOINER}"

_SYLLABLE = "가-힣ㄱ-ㅎㅏ-ㅣ一-鿿"
_INSIDE = re.compile(
    rf"(?<=[{_SYLLABLE}])(?=[{_SYLLABLE}0-9A-Za-z%‘“])|(?<=[0-9A-Za-z%)’”])(?=[{_SYLLABLE}])"
)
"""The places inside a word at which a line would break."""


def joined(text: str) -> str:
    """``text`` whose words stay whole."""
    return _INSIDE.sub(WORD_JOINER, text)


def sewn(runs: Iterable[Run]) -> Iterator[Run]:
    """``runs`` whose words stay whole where one run ends and the next begins: "[협치](…)였습니다"."""
    before = ""
    for run in runs:
        is_inside = bool(before and run.text and _INSIDE.search(before[-1] + run.text[0]))
        yield replace(run, text=WORD_JOINER + run.text) if is_inside else run
        before = run.text if not run.note else ""
