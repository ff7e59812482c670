"""Asking in a terminal: lines, choices from lists, and the words that work at every question."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import NamedTuple

from hyeopchi.text.korean import josa
from hyeopchi.text.quoting import quoted
from support.console import say

UNKNOWN_WORDS, NOT_APPLICABLE_WORDS = ("모름", "모릅니다"), ("해당 없음", "해당없음")
_BACK, _ENOUGH, _HELP = ("뒤로", "<"), ("끝",), ("?", "도움말")
_LONGEST_LIST = 15
"""Choices shown without being asked for."""

RULES = """\
모든 물음에서 쓸 수 있는 말:
  엔터        건너뛰기 ('(꼭)'이 붙은 물음은 건너뛸 수 없습니다)
  모름        찾아보았지만 자료에 없음
  해당 없음   이 일에는 맞지 않는 물음
  뒤로        앞의 물음으로
  ?           설명과 보기
  끝          남은 물음을 건너뛰고 마치기
  Ctrl+C      쓰던 것을 두고 나가기"""


class Back(Exception):
    """The person wants the question before this one."""


class Enough(Exception):
    """The person leaves out every question that may be left out."""


class Said(Exception):
    """The person says that it is not known, or does not apply: ``gap`` is the field that says so."""

    def __init__(self, gap: str) -> None:
        super().__init__(gap)
        self.gap = gap


class Choice(NamedTuple):
    """One of the words to choose from; ``more`` holds other words by which it is found."""

    id: str
    label: str
    more: str = ""

    def is_named(self, word: str) -> bool:
        """Whether ``word`` is its id or its label."""
        return _folded(word) in (_folded(self.id), _folded(self.label))

    def holds(self, word: str) -> bool:
        """Whether ``word`` stands anywhere in it."""
        return _folded(word) in _folded(f"{self.id} {self.label} {self.more}")


def line(help_text: str = "", default: str = "") -> str:
    """One line of the person, or ``default`` for none. Raises Back, Enough or Said."""
    while True:
        said = " ".join(unicodedata.normalize("NFC", input("> ")).split())
        if said in _HELP:
            say("\n".join(filter(None, (help_text, RULES))))
        elif said in _BACK:
            raise Back
        elif said in _ENOUGH:
            raise Enough
        elif said in UNKNOWN_WORDS or said in NOT_APPLICABLE_WORDS:
            raise Said("unknown" if said in UNKNOWN_WORDS else "not_applicable")
        else:
            return said or default


def paragraph(help_text: str = "") -> str:
    """Lines up to an empty one. Raises what ``line`` raises for its first line."""
    lines = [line(help_text)]
    while lines[-1]:
        lines.append(" ".join(unicodedata.normalize("NFC", input("> ")).split()))
    return "\n".join(lines[:-1])


def choose(
    choices: Sequence[Choice], many: bool, suggest: Callable[[str], str | None], help_text: str = ""
) -> list[str]:
    """The ids of the chosen ones, by number, name or search; none for an empty line."""
    shown = list(choices) if len(choices) <= _LONGEST_LIST else []
    show(shown or [], "낱말을 적으면 찾아 드립니다. 모두 보려면 *를 적으세요.")
    while True:
        said = line(help_text)
        if said == "*":
            shown = list(choices)
            show(shown)
            continue
        parts = (
            [part.strip() for part in re.split(r"[,，]", said) if part.strip()]
            if many
            else [said]
            if said
            else []
        )
        found = [_meant(part, choices, shown) for part in parts]
        if all(len(one) == 1 for one in found):
            picked = dict.fromkeys(one[0] for one in found)
            say("".join(f"  → {choice.label}\n" for choice in picked), end="")
            return [choice.id for choice in picked]
        part, hits = next(
            (part, one) for part, one in zip(parts, found, strict=True) if len(one) != 1
        )
        shown = hits
        show(
            hits,
            _not_found(part, suggest),
            f"{josa(quoted(part), '으로/로')} 찾은 것입니다. 번호를 적으세요.",
        )


def show(choices: Sequence[Choice], otherwise: str = "", title: str = "") -> None:
    """Print a numbered list, or ``otherwise`` where it is empty."""
    if title and choices:
        say(title)
    for number, choice in enumerate(choices, start=1):
        say(
            f"  {number:>2}. {choice.label}"
            + (f" ({choice.id})" if choice.id != choice.label else "")
        )
    if not choices and otherwise:
        say(otherwise)


def _meant(part: str, choices: Sequence[Choice], shown: Sequence[Choice]) -> list[Choice]:
    """The choices that ``part`` may mean: a number of the list that is shown, a name, a word."""
    if part.isdecimal() and 0 < int(part) <= len(shown):
        return [shown[int(part) - 1]]
    named = [choice for choice in choices if choice.is_named(part)]
    return named[:1] or [choice for choice in choices if choice.holds(part)]


def _not_found(part: str, suggest: Callable[[str], str | None]) -> str:
    meant = suggest(part)
    more = f"{josa(_quoted(meant), '을/를')} 찾으셨나요?" if meant else "다른 낱말로 찾아보세요."
    return f"{quoted(part)}에 맞는 것이 없습니다. {more}"


def _quoted(word: str) -> str:
    return f"'{word}'"


def _folded(text: str) -> str:
    return "".join(text.split()).casefold()
