"""What the bench says: a table of figures, ours beside stock, and how they grow."""

from __future__ import annotations

import statistics
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from measure.cost import Cost
from measure.looks import Looks

_NO_COST = Cost(0, 0, 0)
_NOTE = "검사와 색인의 비율은 기본 MkDocs가 짓는 데 든 것에 견준 것입니다."


class Again(NamedTuple):
    """The second time: a check after one record was edited, a build of the same records and one after an edit."""

    check: Cost | None
    same: Cost
    edited: Cost


class Figures(NamedTuple):
    """What one way of building took and made; sizes in bytes, times in seconds.

    ``check`` is what checking the records took, ``indexing`` making their search index from nothing:
    None where the generator does no such thing by itself. ``build`` finds the index made and nothing
    else; ``again`` is what all that took once more.
    ``looks`` is what its preview took. ``page_median`` and ``page_largest`` are of the HTML of records' pages.
    """

    check: Cost | None
    indexing: Cost | None
    build: Cost
    page_median: float
    page_largest: int
    total: int
    files: int
    looks: Looks | None = None
    again: Again | None = None


def figures(
    check: Cost | None,
    index: Cost | None,
    build: Cost,
    site: Path,
    looks: Looks | None = None,
    again: Again | None = None,
) -> Figures:
    """The figures of a site that was built in ``site``."""
    pages = [page.stat().st_size for page in site.glob("cases/*/index.html")]
    sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    return Figures(
        check,
        index,
        build,
        statistics.median(pages),
        max(pages),
        sum(sizes),
        len(sizes),
        looks,
        again,
    )


def seconds(value: float) -> str:
    """12.3초"""
    return f"{value:,.1f}초"


def exactly(value: float) -> str:
    """0.13초"""
    return f"{value:,.2f}초"


def size(value: float) -> str:
    """59.5KB, 514.0MB, in powers of 1,000."""
    return f"{value / 1e3:,.1f}KB" if value < 1e6 else f"{value / 1e6:,.1f}MB"


def count(value: float) -> str:
    """1,234개"""
    return f"{value:,.0f}개"


def _looks(figures: Figures) -> Looks:
    return figures.looks or Looks(_NO_COST, 0, 0)


class Row(NamedTuple):
    """One line of the table; ``of`` gives 0 where nothing was measured.

    ``against`` is what of stock stands below the line of the ratio, by default the same.
    """

    label: str
    of: Callable[[Figures], float]
    told: Callable[[float], str]
    against: Callable[[Figures], float] | None = None


def _costs(
    labels: tuple[str, str, str], cost: Callable[[Figures], Cost | None], *, is_ours: bool = False
) -> tuple[Row, ...]:
    """The rows of the time, the processor time and the memory of one step; "" stands for no row.

    Of a step that is ours alone the ratio is to stock's whole build.
    """

    def of(number: int) -> Callable[[Figures], float]:
        return lambda figures: (cost(figures) or _NO_COST)[number]

    def of_build(number: int) -> Callable[[Figures], float]:
        return lambda figures: figures.build[number]

    return tuple(
        Row(label, of(number), told, of_build(number) if is_ours else None)
        for number, (label, told) in enumerate(zip(labels, (seconds, seconds, size), strict=True))
        if label
    )


ROWS = (
    *_costs(
        ("검사 시간", "검사에 든 CPU 시간", "검사 때 가장 큰 메모리"),
        lambda figures: figures.check,
        is_ours=True,
    ),
    *_costs(
        ("하나 고치고 다시 검사하는 시간", "그때 든 CPU 시간", ""),
        lambda figures: figures.again and figures.again.check,
        is_ours=True,
    ),
    *_costs(
        (
            "색인을 처음 만드는 시간",
            "색인을 처음 만드는 데 든 CPU 시간",
            "색인을 만들 때 가장 큰 메모리",
        ),
        lambda figures: figures.indexing,
        is_ours=True,
    ),
    *_costs(
        ("짓는 시간", "짓는 데 든 CPU 시간", "지을 때 가장 큰 메모리"),
        lambda figures: figures.build,
    ),
    *_costs(
        ("그대로 다시 짓는 시간", "그때 든 CPU 시간", ""),
        lambda figures: figures.again and figures.again.same,
    ),
    *_costs(
        ("하나 고치고 다시 짓는 시간", "그때 든 CPU 시간", ""),
        lambda figures: figures.again and figures.again.edited,
    ),
    Row("미리보기의 첫 쪽까지", lambda figures: _looks(figures).first.seconds, seconds),
    Row("저장하고 그 쪽까지", lambda figures: _looks(figures).save, exactly),
    Row("저장하고 그 쪽까지 든 CPU 시간", lambda figures: _looks(figures).processor, exactly),
    Row("미리볼 때 가장 큰 메모리", lambda figures: _looks(figures).first.memory, size),
    Row("기록 쪽 HTML (가운데값)", lambda figures: figures.page_median, size),
    Row("기록 쪽 HTML (가장 큰 것)", lambda figures: figures.page_largest, size),
    Row("사이트 크기", lambda figures: figures.total, size),
    Row("파일 수", lambda figures: figures.files, count),
)


def table(records: int, ours: Figures, stock: Figures) -> str:
    """The figures side by side; the ratio is ours to stock."""
    lines = [("", "협치도서관", "기본 MkDocs", "비율")]
    for row in ROWS:
        one, other = row.of(ours), row.of(stock)
        base = (row.against or row.of)(stock)
        lines.append((row.label, _told(row, one), _told(row, other), ratio(one, base)))
    return f"\n기록 {records:,}개\n{aligned(lines)}\n{_NOTE}"


def growth(measured: Mapping[int, tuple[Figures, Figures]]) -> str:
    """How often each figure of the smallest library goes into the larger ones'."""
    first, *others = measured
    lines = [
        (
            "",
            *(
                f"{name} {records:,}개"
                for records in others
                for name in ("협치도서관", "기본 MkDocs")
            ),
        )
    ]
    for row in ROWS:
        cells = (
            ratio(row.of(measured[records][side]), row.of(measured[first][side]))
            for records in others
            for side in (0, 1)
        )
        lines.append((row.label, *cells))
    return f"\n기록 {first:,}개일 때의 몇 배인가\n{aligned(lines)}"


def ratio(value: float, base: float) -> str:
    """0.93×; a dash where one of the two was not measured."""
    return f"{value / base:.2f}×" if value and base else "–"


def _told(row: Row, value: float) -> str:
    return row.told(value) if value else "–"


def aligned(lines: Sequence[Sequence[str]]) -> str:
    """Lines of cells in columns: the first to the left, the others to the right."""
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(
            _padded(cell, width, number > 0)
            for number, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def _padded(cell: str, width: int, to_the_right: bool) -> str:
    blanks = " " * (width - _width(cell))
    return blanks + cell if to_the_right else cell + blanks


def _width(text: str) -> int:
    """Columns on a terminal, where a Korean letter takes two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
