"""Bodies as people write them, at random, and what one reads of a page or of its like."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html.parser import HTMLParser

from hypothesis import strategies as st

_BLOCKS = frozenset("p h2 h3 h4 ul ol li blockquote hr table thead tbody tr th td pre".split())
_KEPT = {"ol": "start", "th": "align", "td": "align"}

WORDS = tuple("마을 의제 주민 협치 골목 의자 나무 모임 예산 조례 약속 광장".split())


class _Outliner(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._open: list[str] = []
        self._words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._words += "⏎"
        elif tag in _BLOCKS:
            self._say()
            kept = dict(attrs).get(_KEPT.get(tag, ""))
            if not (tag == "p" and self._open[-1:] == ["li"]):
                self.lines.append(f"{'  ' * len(self._open)}{tag}{f' {kept}' if kept else ''}")
            if tag != "hr":
                self._open.append(tag)
        else:
            self._words += f"<{tag}>"

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS and tag != "hr":
            self._say()
            self._open.pop()
        elif tag not in ("br", "hr"):
            self._words += f"</{tag}>"

    def handle_data(self, data: str) -> None:
        self._words += data

    def _say(self) -> None:
        said = " ".join(self._words.split()).replace("⏎ ", "⏎")
        if said:
            depth = len(self._open) - (self._open[-2:] == ["li", "p"])
            self.lines.append(f"{'  ' * depth}'{said}'")
        self._words = ""


def structure(html: str) -> list[str]:
    """The blocks of ``html``, a line each, set in by their depth, with their words.

    Whether the words of an item stand in a paragraph of their own makes no difference.
    """
    outliner = _Outliner()
    outliner.feed(html)
    outliner.close()
    outliner._say()
    return outliner.lines


class _Counter(HTMLParser):
    """Counts the items of numbered lists, one in the other."""

    def __init__(self) -> None:
        super().__init__()
        self.numbers: list[int] = []
        self._next: list[int | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("ol", "ul"):
            self._next.append(int(dict(attrs).get("start") or 1) if tag == "ol" else None)
        elif tag == "li" and (number := self._next[-1]) is not None:
            self.numbers.append(int(dict(attrs).get("value") or number))
            self._next[-1] = self.numbers[-1] + 1

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ol", "ul"):
            self._next.pop()


def numbers_of(html: str) -> list[int]:
    """The numbers of the items of numbered lists, in the order in which one reads them."""
    counter = _Counter()
    counter.feed(html)
    return counter.numbers


def words_of(text: str) -> list[str]:
    """The Korean words of a text, in their order."""
    return re.findall("[가-힣]+", text)


def _set_in(lines: Sequence[str], first: str, others: str) -> list[str]:
    """``lines`` behind the mark of an item or a quote; blank lines stay blank in a list."""
    return [
        f"{first if number == 0 else others}{line}" if line or others.strip() else ""
        for number, line in enumerate(lines)
    ]


_word = st.sampled_from(WORDS)
_said = st.one_of(
    _word,
    _word,
    _word.map("**{}**을".format),
    _word.map("*{}* 에".format),
    _word.map("`{}`".format),
)
_sentence = st.lists(_said, min_size=1, max_size=4).map(" ".join)
_paragraph = st.lists(_sentence, min_size=1, max_size=3).flatmap(
    lambda lines: st.sampled_from([lines, [*(f"{line}  " for line in lines[:-1]), lines[-1]]])
)


@st.composite
def _table(draw: st.DrawFn) -> list[str]:
    columns = draw(st.integers(1, 3))
    row = st.lists(_said, min_size=columns, max_size=columns).map(
        lambda cells: f"| {' | '.join(cells)} |"
    )
    rule = "|".join(draw(st.sampled_from(["---", ":-:", "--:"])) for _ in range(columns))
    return [draw(row), f"|{rule}|", *draw(st.lists(row, max_size=2))]


def _list(blocks: st.SearchStrategy[list[str]]) -> st.SearchStrategy[list[str]]:
    @st.composite
    def listed(draw: st.DrawFn) -> list[str]:
        first = draw(st.sampled_from([0, 1, 7, 99]))
        sign = draw(st.sampled_from("-*+"))
        items = [""] if first > 1 else []  # no list but one from 1 ends a paragraph
        for number in range(draw(st.integers(1, 3))):
            mark = f"{sign} " if first == 0 else f"{first + number}. "
            items += [""] * draw(st.integers(0, 1)) if number else []
            items += _set_in([draw(_sentence), *draw(blocks)], mark, " " * len(mark))
        return items

    return listed()


def _joined(blocks: st.SearchStrategy[list[str]], most: int) -> st.SearchStrategy[list[str]]:
    """Blocks one below the other, now and then without a blank line between."""
    block = st.tuples(st.integers(0, 1), blocks).map(lambda pair: [""] * pair[0] + pair[1])
    return st.lists(block, max_size=most).map(lambda all_: [line for one in all_ for line in one])


_flat = st.one_of(_paragraph, _table(), st.just(["***"]))
_inner = st.recursive(
    _flat,
    lambda blocks: st.one_of(
        _list(_joined(blocks, 2)),
        _joined(blocks, 3).map(lambda lines: _set_in(lines, "> ", "> ")),
    ),
    max_leaves=6,
)
BODIES = _joined(_inner, 4).map(lambda lines: "\n".join(lines) + "\n")
"""Bodies of paragraphs, lists, tables and quotes in one another."""

_PIECES = st.sampled_from(
    [
        *"가 나 * ** _ __ ` `` \\ \n \t ( ) [ ] < > | ! 🪑 漢 → 「협치」".split(" "),
        *("\n", "\n\n", "  \n", "    ", "- ", "1. ", "3) ", "> ", "2017. 6. 20. ", "6. 20. "),
        *("[글](https://a.kr/x)", "[x](javascript:1)", "[가](2016-x#p)", "<https://a.kr>"),
        *("<a@b.kr>", "<script>", "&amp;", "&#48;", "![x](y)", "===\n", "---\n", "```\n"),
        *("| 가 | 나 |\n|---|---|\n", "## 제목\n", "### 안\n", "<<<<<<< HEAD\n"),
    ]
)
_FAR = st.tuples(
    st.integers(0, 9),
    st.sampled_from(["- ", "* ", "1. ", "10. ", "> ", "", "- - ", "> - ", "***", "|---|---|"]),
    st.sampled_from(["가", "나 다", "**라**", "", "| 가 | 나 |"]),
).map(lambda parts: f"{' ' * parts[0]}{parts[1]}{parts[2]}")
ODD_BODIES = st.one_of(
    st.lists(_PIECES, max_size=25).map("".join),
    st.lists(_FAR, max_size=7).map("\n".join),
)
"""Bodies of marks in no order, and of lines that are set in by any number of blanks."""
