"""Limits on the markup of a body, so that no body takes long to render.

Rule 1 of the safety rules. Each limit was set by measuring its worst case over a file of the
largest size; a test renders such files.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from hyeopchi.files.problem import Problem
from hyeopchi.files.rule import Rule
from hyeopchi.files.source import SourceFile
from hyeopchi.markup.grammar import blanked
from hyeopchi.rules.findings import Finding, report

MAX_PARAGRAPH = 5_000
"""Characters between two blank lines."""
MAX_LINES = 2_000
"""Lines of a body; the largest file holds about 1,600 lines of Korean text."""
MAX_OPEN = 50
"""Marks of a paragraph that open something nothing closes."""
MAX_MARKS = 500
"""Marks of a paragraph, closed ones too."""
MAX_MARKS_IN_BODY = 5_000
"""Marks of a body."""
MAX_NESTING = 8
"""Lists and quotes, one inside the other."""
MAX_CELLS = 30
"""Column lines (``|``) of a line."""

BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
MARK = re.compile(r"[*_`\\\[<]")
RUN = re.compile(r"\*+|_+")
OPENING_RUN = re.compile(r"(?<![^\s(\[])(?:\*+|_+)(?=\S)")
BACKTICKS = re.compile(r"`+")
LEADING = re.compile(r"^(?:[ \t]*(?:>|(?:[*+-]|[0-9]{1,3}[.)])(?=[ \t])))+", re.MULTILINE)
LEADING_MARK = re.compile(r">|[*+-]|[0-9]+[.)]")
LINE_OF_CELLS = re.compile(r"^[^|\n]*\|.*$", re.MULTILINE)


def paragraph_is_short(source: SourceFile, body_offset: int) -> Iterator[Problem]:
    """A paragraph has at most ``MAX_PARAGRAPH`` characters."""
    yield from report(
        source,
        Rule.PARAGRAPH_LENGTH,
        (
            Finding(
                at,
                f"한 문단이 너무 깁니다: {len(text):,}자 (최대 {MAX_PARAGRAPH:,}자)",
                "나눌 만한 곳에 빈 줄을 넣어 주세요",
            )
            for at, text in _paragraphs(source, body_offset)
            if len(text) > MAX_PARAGRAPH
        ),
    )


def lines_are_few(source: SourceFile, body_offset: int) -> Iterator[Problem]:
    """A body has at most ``MAX_LINES`` lines."""
    lines = source.text.count("\n", body_offset)
    if lines > MAX_LINES:
        yield source.problem(
            body_offset,
            Rule.BODY_LINES,
            f"본문의 줄이 너무 많습니다: {lines:,}줄 (최대 {MAX_LINES:,}줄)",
            "내용을 둘 이상의 기록으로 나눠 주세요",
        )


def marks_are_closed(source: SourceFile, body_offset: int) -> Iterator[Problem]:
    """A paragraph has at most ``MAX_OPEN`` marks that open something nothing closes."""
    found = ((at, _open_marks(text)) for at, text in _paragraphs(source, body_offset))
    yield from report(
        source,
        Rule.OPEN_MARKS,
        (
            Finding(
                at,
                f"열고 닫지 않은 표시([ ( * _ `)가 한 문단에 너무 많습니다: {count:,}개 (최대 {MAX_OPEN}개)",
                "짝이 되는 표시로 닫거나, 글자 그대로 쓰려면 앞에 \\를 붙여 주세요",
            )
            for at, count in found
            if count > MAX_OPEN
        ),
    )


def marks_are_few(source: SourceFile, body_offset: int) -> Iterator[Problem]:
    """A paragraph has at most ``MAX_MARKS`` marks, a body ``MAX_MARKS_IN_BODY``."""
    counts = [(at, len(MARK.findall(text))) for at, text in _paragraphs(source, body_offset)]
    too_many = [(at, count, "한 문단", MAX_MARKS) for at, count in counts if count > MAX_MARKS]
    in_all = sum(count for _, count in counts)
    if in_all > MAX_MARKS_IN_BODY:
        too_many.insert(0, (body_offset, in_all, "본문", MAX_MARKS_IN_BODY))
    yield from report(
        source,
        Rule.MANY_MARKS,
        (
            Finding(
                at,
                f"{where}에 표시(* _ ` [ < \\)가 너무 많습니다: {count:,}개 (최대 {limit:,}개)",
                "꼭 필요한 표시만 남겨 주세요",
            )
            for at, count, where, limit in too_many
        ),
    )


def nesting_is_shallow(source: SourceFile, body_offset: int) -> Iterator[Problem]:
    """Lists and quotes stand at most ``MAX_NESTING`` deep, by marks and by indentation."""
    lines = _depths(LEADING.finditer(source.text, body_offset))
    yield from report(
        source,
        Rule.DEEP_NESTING,
        (
            Finding(
                match.start(),
                f"목록이나 인용이 너무 깊습니다: {depth}단계 (최대 {MAX_NESTING}단계)",
                "바깥쪽부터 나눠 적어 주세요",
            )
            for match, depth in lines
            if depth > MAX_NESTING
        ),
    )


def table_is_narrow(source: SourceFile, body_offset: int) -> Iterator[Problem]:
    """A line has at most ``MAX_CELLS`` column lines."""
    lines = LINE_OF_CELLS.finditer(source.text, body_offset)
    counts = ((match.start(), match[0].count("|")) for match in lines)
    yield from report(
        source,
        Rule.WIDE_TABLE,
        (
            Finding(
                at,
                f"표의 칸이 너무 많습니다: 세로줄(|) {count:,}개 (최대 {MAX_CELLS}개)",
                "표를 둘로 나눠 주세요",
            )
            for at, count in counts
            if count > MAX_CELLS
        ),
    )


def _paragraphs(source: SourceFile, body_offset: int) -> Iterator[tuple[int, str]]:
    """Offset and text of what stands between blank lines: lists and tables count as paragraphs."""
    start = body_offset
    for blank in (*BLANK_LINES.finditer(source.text, body_offset), None):
        text = source.text[start : blank.start() if blank else None].strip("\n")
        if text:
            yield source.text.index(text, start), text
        start = blank.end() if blank else start


def _open_marks(paragraph: str) -> int:
    """How many marks of ``paragraph`` open something nothing closes; 0 where there are few."""
    if sum(map(paragraph.count, "[(*_`")) <= MAX_OPEN:
        return 0
    text = blanked(paragraph)
    backticks = Counter(map(len, BACKTICKS.findall(text)))
    odd = sum(count % 2 for count in backticks.values())
    runs = Counter(run[0] for run in RUN.findall(text))
    opening = Counter(run[0] for run in OPENING_RUN.findall(text))
    emphasis = sum(max(0, 2 * opening[sign] - runs[sign]) for sign in "*_")
    return odd + emphasis + _unclosed(text, "[", "]") + _unclosed(text, "(", ")")


def _unclosed(text: str, opening: str, closing: str) -> int:
    depth = 0
    for sign in re.findall(f"[{re.escape(opening + closing)}]", text):
        depth = depth + 1 if sign == opening else max(0, depth - 1)
    return depth


def _depths(lines: Iterator[re.Match[str]]) -> Iterator[tuple[re.Match[str], int]]:
    """How deep the words of each line that begins with marks may stand, at most.

    A mark stands inside every item whose mark is further to the left; a quote's may go on.
    """
    opened: list[tuple[int, bool]] = []
    for line in lines:
        inside = 0
        for mark in LEADING_MARK.finditer(line[0].expandtabs(4)):
            here = (mark.start(), mark[0] == ">")
            while inside < len(opened) and opened[inside][0] < here[0]:
                inside += 1
            if not (here[1] and opened[inside : inside + 1] == [here]):
                opened[inside:] = [here]
            inside += 1
        del opened[inside:]
        yield line, inside


RULES = (
    paragraph_is_short,
    lines_are_few,
    marks_are_closed,
    marks_are_few,
    nesting_is_shallow,
    table_is_narrow,
)
