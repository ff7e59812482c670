"""The text of a page as lines: what one reads, without what only a screen or a mouse needs."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from hyeopchi.text.korean import sentences

_BLOCKS = frozenset(
    "address article aside blockquote br caption dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tbody tfoot thead tr ul".split()
)
_CELLS = frozenset(("td", "th"))
_LEFT_OUT = frozenset("button nav script style svg template".split())
_UNSEEN = re.compile(r"\bvisually-hidden\b")


def page_text(html: str) -> list[str]:
    """The lines of ``html``: a sentence each, headings behind ``#``, items behind ``-``, cells parted by ``|``."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_line()
    return reader.lines


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._line: list[str] = []
        self._mark = ""
        self._left_out, self._depth = "", 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._left_out:
            self._depth += tag == self._left_out
            return
        named = dict(attrs)
        if tag in _LEFT_OUT or "hidden" in named or _UNSEEN.search(named.get("class") or ""):
            self._left_out, self._depth = tag, 1
        elif tag in _CELLS:
            self._line += [" | "] if "".join(self._line).strip() else []
        elif tag in _BLOCKS:
            self.end_line()
            self._mark = _mark_of(tag) or self._mark

    def handle_endtag(self, tag: str) -> None:
        if self._left_out:
            self._depth -= tag == self._left_out
            self._left_out = self._left_out if self._depth else ""
        elif tag in _BLOCKS:
            self.end_line()
            self._mark = ""

    def handle_data(self, data: str) -> None:
        if not self._left_out:
            self._line.append(data)

    def end_line(self) -> None:
        """Close the line that is being read."""
        text = " ".join("".join(self._line).split())
        self._line = []
        if text:
            first, *others = sentences(text)
            self.lines += [self._mark + first, *others]
            self._mark = ""


def _mark_of(tag: str) -> str:
    if tag == "li":
        return "- "
    return "#" * int(tag[1]) + " " if re.fullmatch("h[1-6]", tag) else ""
