"""A stock MkDocs + Material site of the same records: what the library is measured against."""

from __future__ import annotations

import json
import re
from pathlib import Path

CONFIG = {
    "site_name": "stock",
    "theme": {"name": "material", "language": "ko"},
    "plugins": ["search"],
    "nav": ["index.md"],
    "not_in_nav": "/cases/\n",
}
"""Records out of the navigation, which would make every page carry all of them."""

_TITLE = re.compile(r"^title: (.+)$", re.MULTILINE)
_LINK = re.compile(r"\]\(([a-z0-9-]+)\)")


def write_stock(cases: Path, folder: Path) -> Path:
    """Write the pages and the configuration to ``folder``; returns the configuration's path."""
    pages = folder / "docs" / "cases"
    pages.mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("# stock\n", encoding="utf-8")
    for record in cases.glob("[!_]*/*.md"):
        text = stock_page(record.read_text(encoding="utf-8"))
        (pages / record.name).write_text(text, encoding="utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(json.dumps(CONFIG), encoding="utf-8")
    return config


def stock_page(record: str) -> str:
    """A record's title and body as a page of MkDocs: links lead to files there."""
    _, front_matter, body = record.split("---\n", 2)
    title = _TITLE.search(front_matter)[1]
    title = json.loads(title) if title.startswith('"') else title
    linked = _LINK.sub(r"](\1.md)", body)
    return f"# {title}\n{linked}"
