"""Choices: what a person ticked, numbered or wrote out among the choices of a form.

People put their sign in place of the box, before or behind it, or behind the label. Where it may
mean this choice or its neighbour, nothing is chosen: the answer is a ``Misfit``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from hyeopchi.schema.vocabulary import Vocabulary

_BOXES = "□☐◻▢⬜ㅁ\u1106"
_HOLLOW = "○〇⭕"
_FILLED = "■◼▪⬛☑☒▣🗹"
"""Signs that are a box themselves."""
_SIGNS = f"{_FILLED}{_HOLLOW}✓✔✅🗸●◉◎⊙√∨˅◆★⭐*ㅇ\u110b"
_TICK = rf"(?:[{_SIGNS}]|(?<![^\W\d_])[VvOo](?![^\W\d_]))"
_TOKENS = re.compile(
    rf"(?P<box>[{_BOXES}]|\[ *\]|\( *\))"
    rf"|(?P<tick>{_TICK}|\( ?{_TICK} ?\)|\[ ?{_TICK} ?\])"
    r"|(?P<room>\s+)|(?P<part>[,.·;/、:])|(?P<word>.)"
)
_CIRCLED = {ord("①") + at: f"●{at + 1}" for at in range(20)}
_CIRCLED |= {ord("❶") + at: f"●{at + 1}" for at in range(10)}
_UNSEEN = dict.fromkeys(map(ord, "\ufe0e\ufe0f\u200b\u200d\u2060\ufeff"))
"""What phones and web pages put behind and between signs, without a look of its own."""
_NEXT_LINE = 1000
"""How far the next line is, in spaces."""


class Misfit(ValueError):
    """An answer that the field cannot hold."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A choice as it stands in the cell. Its label counts, not a number beside it: lists grow.

    ``id`` is "" where a number stands alone that no choice has.
    """

    id: str
    start: int
    end: int
    is_number: bool


@dataclass(slots=True)
class _Gap:
    """What stands between two choices: who is ticked by it, and whether the right one has a box."""

    ticks_left: bool = False
    ticks_right: bool = False
    has_box: bool = False


def chosen(cell: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The ids of the choices that are meant, in their order. Raises ``Misfit``."""
    text = _plain(cell)
    entries = tuple(_entries(text, vocabulary))
    _refuse_numbers_between(entries)
    between = zip(
        [0, *(one.end for one in entries)],
        [*(one.start for one in entries), len(text)],
        strict=True,
    )
    marks = " ".join(text[end:start] for end, start in between)
    kinds = {one.lastgroup for one in _TOKENS.finditer(marks)}
    if "word" in kinds:
        raise Misfit(cell)
    gaps = tuple(_gaps(text, entries, "box" in kinds))
    ids = _meant(entries, gaps, kinds & {"box", "tick"}, len(vocabulary))
    is_said = bool(ids) or not entries or _is_untouched(entries, kinds, len(vocabulary))
    if "" in ids or (len(ids) == len(vocabulary) > 2) or not is_said:
        raise Misfit(cell)
    return ids


def _refuse_numbers_between(entries: Sequence[_Entry]) -> None:
    """Raise ``Misfit`` for a number behind one label and before another: it may tick either."""
    labels = [at for at, entry in enumerate(entries) if not entry.is_number]
    for at, entry in enumerate(entries):
        is_between = entry.is_number and labels and labels[0] < at < labels[-1]
        if is_between and entry.id not in (entries[at - 1].id, entries[at + 1].id):
            raise Misfit(entry.id)


def _is_untouched(entries: Sequence[_Entry], kinds: Set[str | None], choices: int) -> bool:
    """Whether the boxes stand as they were printed, each once: whoever left a few, or put a sign there, said something."""
    ids = {entry.id for entry in entries}
    has_numbers = any(entry.is_number for entry in entries)
    return len(ids) == len(entries) >= choices / 2 and not has_numbers and "part" not in kinds


def _plain(cell: str) -> str:
    """``cell`` in usual letters. Where rings stand beside full signs, they are boxes."""
    text = unicodedata.normalize("NFKC", cell.translate(_UNSEEN | _CIRCLED))
    is_full = any(sign in text for sign in _SIGNS if sign not in f"{_HOLLOW}*ㅇ\u110b")
    text = re.sub(r"[^\S\n]{9,}", " " * 8, re.sub(r"\n\s*", "\n", text))
    return re.sub(f"[{_HOLLOW}]", "□", text) if is_full else text


def _entries(text: str, vocabulary: Vocabulary) -> Iterator[_Entry]:
    ids, numbered = known(vocabulary), tuple(vocabulary.terms)
    labels = "|".join(
        r"\s*".join(map(re.escape, name)) for name in sorted(ids, key=len, reverse=True) if name
    )
    pattern = re.compile(
        rf"(?:(?<!\d)(?P<number>\d{{1,2}})\s*[.):번]?\s*)?(?P<label>{labels})"
        r"|(?<!\d)(?P<alone>\d{1,2})(?!\d)(?: ?번|[.)])?",
        re.IGNORECASE,
    )
    for match in pattern.finditer(text):
        number = int(match["alone"] or 0)
        by_number = numbered[number - 1] if 1 <= number <= len(numbered) else ""
        label = ids.get(folded(match["label"]), "") if match["label"] else ""
        yield _Entry(label or by_number, match.start(), match.end(), not match["label"])


def _gaps(text: str, entries: Sequence[_Entry], has_boxes: bool) -> Iterator[_Gap]:
    """What stands before each entry, and last what stands behind all."""
    ends = [0, *(entry.end for entry in entries)]
    starts = [*(entry.start for entry in entries), len(text)]
    for at, (end, start) in enumerate(zip(ends, starts, strict=True)):
        yield _gap(text[end:start], at > 0, at < len(entries), has_boxes)


def _gap(text: str, has_left: bool, has_right: bool, has_boxes: bool) -> _Gap:
    gap, left = _Gap(), 0
    tokens = [(one.lastgroup, one[0]) for one in _TOKENS.finditer(text)]
    if sum(kind == "tick" for kind, _ in tokens) > 2:
        raise Misfit(text)
    for at, (kind, sign) in enumerate(tokens):
        if kind == "box":
            gap.has_box = True
        elif kind == "tick":
            right = _width(tokens[at + 1 :])
            if (
                min(left if has_left else _NEXT_LINE, right if has_right else _NEXT_LINE)
                >= _NEXT_LINE
            ):
                raise Misfit(text)
            box_follows = any(later == "box" for later, _ in tokens[at + 1 :])
            nearer = 1 if left < right else -1 if right < left else 0
            if not has_left or gap.has_box:
                nearer = -1
            elif not has_right:
                nearer = 1
            elif not box_follows and (has_boxes or sign in _FILLED):
                nearer = -1 if nearer < 1 else 0
            _tick(gap, nearer, has_right, text)
        left += _width([(kind, sign)]) if kind == "room" else 0
    return gap


def _tick(gap: _Gap, nearer: int, has_right: bool, text: str) -> None:
    if not nearer or (nearer < 0 and not has_right):
        raise Misfit(text)
    gap.ticks_left = gap.ticks_left or nearer > 0
    gap.ticks_right = gap.ticks_right or nearer < 0


def _width(tokens: Sequence[tuple[str | None, str]]) -> int:
    """The room before the next sign, in spaces."""
    width = 0
    for kind, text in tokens:
        if kind in ("box", "tick"):
            break
        if kind == "room":
            width += _NEXT_LINE if "\n" in text else len(text.expandtabs(4))
    return width


def _meant(
    entries: Sequence[_Entry], gaps: Sequence[_Gap], marks: set[str | None], choices: int
) -> tuple[str, ...]:
    """The ids of the entries that are ticked, or of all where nothing in the cell is a box or a tick."""
    if not marks:
        return tuple(dict.fromkeys(entry.id for entry in entries))
    boxed = {entry.id for entry, gap in zip(entries, gaps, strict=False) if gap.has_box}
    is_whole_list = len({entry.id for entry in entries}) == choices
    found = []
    for entry, before, behind in zip(entries, gaps[:-1], gaps[1:], strict=True):
        is_ticked = before.ticks_right or behind.ticks_left
        if is_ticked or (not before.has_box and entry.id in boxed):
            found.append(entry.id)
        elif not before.has_box and (boxed or not is_whole_list):
            raise Misfit(entry.id)
    return tuple(dict.fromkeys(found))


def known(vocabulary: Vocabulary) -> Mapping[str, str]:
    """Ids by labels and other names, folded."""
    names = {folded(name): term.id for term in vocabulary for name in term.aliases}
    return names | {folded(term.label): term.id for term in vocabulary}


def folded(label: str) -> str:
    """``label`` without what people write in one way or the other: spaces, width, case."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", label)).lower()
