"""The outline of a page: what stands in its main part, a line a block, as one would read it aloud."""

from __future__ import annotations

from html.parser import HTMLParser

_BLOCKS = frozenset(
    {
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "p",
        "li",
        "dt",
        "dd",
        "th",
        "td",
        "caption",
        "summary",
        "figcaption",
    }
)
_INSIDE = "page"


class _Outliner(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._is_inside = False
        self._block = ""
        self._words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if named.get("id") == "main":
            self._is_inside = True
        elif tag == "footer":
            self._end()
            self._is_inside = False
        if not self._is_inside:
            return
        if tag in _BLOCKS:
            self._end()
            self._block = tag
        elif tag == "a":
            self._words.append(f"<{named.get('href')}>")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._end()

    def handle_data(self, data: str) -> None:
        if self._is_inside:
            self._words.append(data)

    def _end(self) -> None:
        said = " ".join("".join(self._words).split())
        if said:
            self.lines.append(f"{self._block or '-'} {said}")
        self._block, self._words = "", []


def outline(html: str) -> str:
    """The main part of a page: tag and text of every block, links with their addresses."""
    outliner = _Outliner()
    outliner.feed(html)
    outliner.close()
    return "\n".join(outliner.lines) + "\n"
