"""A stock MkDocs + Material site of the same records: what the library is measured against."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

from hyeopchi.library.library import Library
from hyeopchi.records.reader import read_archive
from hyeopchi.site.pages.records import record_views
from hyeopchi.site.templating import Templates

CONFIG = {
    "site_name": "stock",
    "theme": {"name": "material", "language": "ko"},
    "plugins": ["search"],
    "nav": ["index.md"],
    "not_in_nav": "/cases/\n",
}
"""Records out of the navigation, which would make every page carry all of them."""

_RECORD = re.compile(r"(?:\.\./)+cases/([a-z0-9-]+)/(?:#.*)?$")
_LEVELS = {f"h{level}": "#" * level for level in range(1, 7)}


def write_stock(cases: Path, folder: Path) -> Path:
    """Write the pages and the configuration to ``folder``; returns the configuration's path.

    A stock page says all that ours says, in Markdown: its headings, facts, lists, tables and
    links to other records. Otherwise the two sites would not be the same pages.
    """
    pages = folder / "docs" / "cases"
    pages.mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("# stock\n", encoding="utf-8")
    library = Library(read_archive(cases))
    templates = Templates(library)
    for view in record_views(library):
        if view.template == "record.html":
            name = view.address.split("/")[1]
            (pages / f"{name}.md").write_text(as_markdown(templates.render(view)), encoding="utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(json.dumps(CONFIG), encoding="utf-8")
    return config


def as_markdown(page: str) -> str:
    """The words of a page of ours as Markdown: links to records lead to their files."""
    writer = _Writer()
    writer.feed(page)
    writer.close()
    return writer.text()


class _Writer(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self._lines: list[str] = []
        self._words: list[str] = []
        self._cells: list[str] = []
        self._opening = ""
        self._link = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            found = _RECORD.search(dict(attrs).get("href") or "")
            self._link = found[1] if found else ""
            self._words.append("[" if found else "")
        elif tag in _LEVELS or tag in (
            "p",
            "li",
            "dt",
            "dd",
            "td",
            "th",
            "tr",
            "summary",
            "caption",
        ):
            self._end("")
            self._opening = _LEVELS.get(tag, {"li": "-", "dd": ":   "}.get(tag, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._link:
            self._words.append(f"]({self._link}.md)")
            self._link = ""
        elif tag in ("td", "th"):
            self._cells.append(self._said())
        elif tag == "tr":
            self._lines.append(f"| {' | '.join(self._cells)} |")
            self._cells = []
        elif tag in _LEVELS or tag in ("p", "li", "dt", "dd", "summary", "caption"):
            self._end("" if tag == "li" else "\n")

    def handle_data(self, data: str) -> None:
        self._words.append(data.replace("<", "&lt;"))

    def _said(self) -> str:
        said = " ".join("".join(self._words).split())
        self._words = []
        return said

    def _end(self, after: str) -> None:
        said = self._said()
        if said:
            self._lines.append(f"{self._opening} {said}".strip() + after)
        self._opening = ""

    def text(self) -> str:
        """What was written so far."""
        self._end("")
        return "\n".join(self._lines) + "\n"
