"""A change in Markdown, for the summary of a job: strangers' text, in which nothing acts.

All of it stands in fences that are longer than any run of backticks in it: there, neither Markdown nor
HTML nor a mention is read. What no screen draws is told by its code point; numbers that may name a person
are starred.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from difflib import unified_diff

from hyeopchi.site.change_text import Changed, Text
from hyeopchi.text.quoting import printable, without_personal_data

MOST_BYTES = 1_000_000
"""Of one summary in UTF-8: GitHub takes 1 MiB from a step and drops the whole of what is longer."""
MOST_LINES = 4_000
"""Of one text: no record has so many; comparing takes longer than the lines are many."""
_WIDTH = 88
"""Columns of a line; a Hangul syllable takes two."""
_AROUND = 2
"""Unchanged lines shown around what has changed."""
_HEAD = (
    "각 기록이 누리집에서 어떻게 읽히는지 글만 보입니다. 지운 줄은 -, 새 줄은 +로 시작합니다. "
    "쪽의 모양은 이 실행의 Artifacts에 있는 preview에서 봅니다."
)


def change_summary(changes: Sequence[Changed], most: int = MOST_BYTES) -> str:
    """Markdown of at most ``most`` bytes: of each change what differs, then the whole text before and after.

    Where there is no room for all, the whole texts go first, then what differs; what is left out is counted.
    """
    parts = [f"## 바뀐 기록 {len(changes):,}개\n\n{_HEAD}\n\n"]
    left = most - len(parts[0].encode()) - len(_rest(len(changes)).encode())
    for number, change in enumerate(changes):
        part = next((one for one in _parts(change) if len(one.encode()) <= left), None)
        if part is None:
            parts.append(_rest(len(changes) - number))
            break
        parts.append(part)
        left -= len(part.encode())
    return "".join(parts) if changes else "바뀐 기록이 없습니다.\n"


def _rest(count: int) -> str:
    return f"요약에 더 담을 수 없어 기록 {count:,}개를 뺐습니다. preview에서 봐 주세요.\n"


def _parts(change: Changed) -> Iterator[str]:
    """What is said of a change, the longest first."""
    head = f"### {_code(change.title)}\n\n{_code(change.path)} · {_what(change)}\n\n"
    notes = {side.note for side in (change.before, change.after) if side and side.note}
    head += "".join(f"> {_code(note)}\n\n" for note in sorted(notes))
    before, after = _shown(change.before), _shown(change.after)
    diff = list(unified_diff(before, after, n=_AROUND, lineterm=""))[2:]
    differs = _fold("바뀐 곳", diff, "diff") if before and after and diff else ""
    whole = _fold("앞: 지금 도서관의 글", before) + _fold("뒤: 이 제안의 글", after)
    yield head + differs + whole
    yield head + differs + "글이 길어 앞뒤의 글 모두는 싣지 못했습니다. preview에서 봐 주세요.\n\n"
    yield head + "글이 길어 싣지 못했습니다. preview에서 봐 주세요.\n\n"


def _what(change: Changed) -> str:
    if change.before is None:
        return "새 기록"
    return "없어진 기록" if change.after is None else "고친 기록"


def _shown(text: Text | None) -> list[str]:
    """The lines of a text as they are shown: nothing hidden, none too long."""
    lines = text.lines[:MOST_LINES] if text else ()
    return [
        one for line in lines for one in wrapped(printable(without_personal_data(line)), _WIDTH)
    ]


def _fold(name: str, lines: Iterable[str], language: str = "") -> str:
    """Lines that open under ``name``; what has changed stands open."""
    text = "\n".join(lines)
    if not text:
        return ""
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    opened = " open" if language else ""
    return f"<details{opened}><summary>{name}</summary>\n\n{fence}{language}\n{text}\n{fence}\n\n</details>\n\n"


def _code(text: str) -> str:
    """``text`` in a span of code, in which nothing is read."""
    plain = printable(without_personal_data(text)).replace("`", "'").strip()
    return f"`{plain or '?'}`"


def wrapped(line: str, width: int) -> Iterator[str]:
    """``line`` in pieces of at most ``width`` columns, parted at blanks where there are some."""
    while _columns(line) > width:
        end = _fitting(line, width)
        cut = line.rfind(" ", 1, end + 1)
        cut = cut if cut > 0 else end
        yield line[:cut]
        line = line[cut:].lstrip(" ")
    yield line


def _fitting(line: str, width: int) -> int:
    """How many characters of ``line`` fit into ``width`` columns."""
    columns = 0
    for at, char in enumerate(line):
        columns += _columns(char)
        if columns > width:
            return at
    return len(line)


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
