"""The copy list: every paper of a meeting with how often it is copied and how many sheets of paper that takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from hyeopchi.paper.blocks.block import Block, Cards, Runs, Table, Tone, paragraph, runs
from hyeopchi.paper.blocks.reading import every
from hyeopchi.paper.blocks.sheet import Copies, Sheet
from hyeopchi.paper.kit.amounts import Amounts

_TABLE = range(5, 61, 5)
"""The numbers of people that a page tells without a script."""
SIDES = "오려 쓰는 종이는 양면으로 찍지 않습니다."


@dataclass(frozen=True, slots=True)
class Line:
    """A paper of the list. ``copies`` is None where it stands on a screen; ``pages`` 0 where nobody counted them.

    ``is_cut``: it is cut apart, so that nothing may stand on its back. ``step`` hands it out, 0 for none.
    """

    stem: str
    name: str
    of: str
    copies: Copies | None
    pages: int = 0
    is_cut: bool = False
    step: int = 0

    @property
    def title(self) -> str:
        """Its name, and what it was made of."""
        return " · ".join(filter(None, (self.name, self.of)))

    @property
    def sheets(self) -> int:
        """Sheets of paper printed on one side."""
        return self.pages * self.copies.count if self.copies else 0

    @property
    def two_sided(self) -> int:
        """Sheets of paper printed on both sides, where that may be."""
        return (
            self.sheets
            if self.is_cut or not self.copies
            else -(-self.pages // 2) * self.copies.count
        )

    @property
    def words(self) -> str:
        """How it is counted: "3쪽 × 20부 = 60장"; only how often where nobody counted its pages."""
        if not self.copies:
            return "화면에 띄웁니다"
        often = f"{self.copies.count:,}부"
        return f"{self.pages}쪽 × {often} = {self.sheets:,}장" if self.pages else often


def lines_of(
    sheets: Iterable[Sheet], title: str = "", steps: Mapping[str, int] | None = None
) -> tuple[Line, ...]:
    """The list of ``sheets`` in their order.

    ``title`` is that of the course or case, which a line does not repeat. ``steps`` are by the
    stems of what they hand out.
    """
    return tuple(
        Line(
            sheet.stem,
            sheet.name,
            "" if sheet.of == title else sheet.of,
            None if sheet.is_slides else sheet.copies or Copies(1),
            is_cut=any(isinstance(block, Cards) for block in every(sheet.blocks)),
            step=(steps or {}).get(sheet.stem, 0),
        )
        for sheet in sheets
    )


def with_pages(lines: Iterable[Line], pages: Mapping[str, int]) -> tuple[Line, ...]:
    """``lines`` with the pages of those whose stem is in ``pages``."""
    return tuple(replace(line, pages=pages.get(line.stem, 0)) for line in lines)


def for_people(lines: Iterable[Line], amounts: Amounts) -> tuple[Line, ...]:
    """``lines`` with as many copies as ``amounts`` need."""
    return tuple(
        replace(line, copies=Copies(amounts.of(line.copies.per), line.copies.per))
        if line.copies
        else line
        for line in lines
    )


def by_people(lines: Sequence[Line], group_size: int) -> Iterator[tuple[Amounts, str]]:
    """How many sheets of paper all takes for every five people more; nothing where that is not known."""
    for people in _TABLE if total_words(lines) else ():
        amounts = Amounts(people, group_size)
        yield amounts, total_words(for_people(lines, amounts))


def total_words(lines: Sequence[Line]) -> str:
    """How many sheets of paper all takes; "" where the pages of one are not known."""
    if not all(line.pages for line in lines if line.copies):
        return ""
    one, two = sum(line.sheets for line in lines), sum(line.two_sided for line in lines)
    return f"모두 {one:,}장, 양면으로 찍으면 {two:,}장"


def copy_blocks(lines: Sequence[Line]) -> tuple[Block, ...]:
    """The list on paper: as many blocks whether pages are known or not."""
    table = Table(
        ("번호", "종이", "몇 장", "어느 차례"),
        tuple(_row(number, line) for number, line in enumerate(lines)),
        widths=(1, 9, 5, 2),
    )
    total = total_words(lines)
    said = f"{total}. 쪽수는 PDF로 세었습니다. " if total else ""
    return table, paragraph(f"{said}{SIDES}", tone=Tone.INSTRUCTION)


def _row(number: int, line: Line) -> tuple[Runs, ...]:
    step = f"{line.step}번째" if line.step else ""
    return runs(f"{number:02}"), runs(line.title), runs(line.words), runs(step)


def recounted(sheet: Sheet, old: Sequence[Line], new: Sequence[Line]) -> Sheet:
    """``sheet`` whose copy list of ``old`` says ``new``."""
    exchanged = list(zip(copy_blocks(old), copy_blocks(new), strict=True))
    return replace(sheet, blocks=tuple(_exchanged(sheet.blocks, exchanged)))


def _exchanged(
    blocks: Iterable[Block], exchanged: Sequence[tuple[Block, Block]]
) -> Iterator[Block]:
    for block in blocks:
        yield next((new for old, new in exchanged if old == block), block)
