"""The rule over letters that paper does not show: only a warning, for a site shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hyeopchi.files.problem import Problem, Severity
from hyeopchi.files.rule import Rule
from hyeopchi.files.source import SourceFile
from hyeopchi.rules.findings import Finding, report
from hyeopchi.rules.text import BROKEN, HIDDEN, PRIVATE, unusual
from hyeopchi.text.korean import josa
from hyeopchi.text.print_letters import STAND_IN, nearest_drawn, undrawn

_TOLD = (BROKEN, HIDDEN, PRIVATE)
"""What other rules say more of."""
_ELSE = f"그대로 두면 종이(PDF)에는 {STAND_IN}로 찍힙니다"


def letter_is_drawn_on_paper(source: SourceFile) -> Iterator[Problem]:
    """Every letter is drawn by one of the fonts of paper."""
    letters = undrawn(unusual(source.text))  # the others are drawn by the first font
    missing = [letter for letter in letters if not any(told.match(letter) for told in _TOLD)]
    if missing:
        pattern = re.compile("|".join(map(re.escape, missing)))
        found = (_finding(match) for match in pattern.finditer(source.text))
        yield from report(source, Rule.LETTER_NOT_ON_PAPER, found, Severity.WARNING)


def _finding(match: re.Match[str]) -> Finding:
    letter = match[0]
    near = nearest_drawn(letter)
    instead = josa(f"‘{near}’", "으로/로") if near else "같은 뜻의 다른 글자로"
    return Finding(
        match.start(),
        f"인쇄용 글꼴에 없는 글자가 있습니다: ‘{letter}’(U+{ord(letter):04X})",
        f"{instead} 바꿔 주세요. {_ELSE}",
    )


RULES = (letter_is_drawn_on_paper,)
