"""Reading the pages of a built site: their links, ids and headings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from os.path import join, normpath
from pathlib import Path
from urllib.parse import unquote, urlsplit

from helpers.real_library import LIBRARY
from hyeopchi.site.docs.page import read_docs
from hyeopchi.site.docs.views import with_docs
from hyeopchi.site.pages import all_views
from support.environment import ROOT


@dataclass
class Page:
    """What a page holds that tests look at, in the order of the page."""

    links: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    landmarks: list[str] = field(default_factory=list)
    labelled_by: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if named.get("id"):
            self.page.ids.append(named["id"])
        if tag in ("a", "link", "img", "script"):
            address = named.get("href") or named.get("src")
            if address:
                self.page.links.append(address)
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.page.headings.append(int(tag[1]))
        if tag in ("main", "header", "footer", "nav"):
            self.page.landmarks.append(tag)
        self.page.labelled_by.extend((named.get("aria-labelledby") or "").split())


@cache
def read(file: Path) -> Page:
    """The page in ``file``."""
    reader = _Reader()
    reader.feed(file.read_text(encoding="utf-8"))
    return reader.page


def pages(site: Path) -> Iterator[Path]:
    """Every page of a site in order, the page for wrong addresses left out."""
    return (file for file in sorted(site.rglob("*.html")) if file.name != "404.html")


_LONG = 200_000
"""Bytes of a page that has nothing which a shorter one of its type has not: a bound book's."""


@cache
def page_types(site: Path, most: int = _LONG) -> Mapping[str, str]:
    """Of every type of page the one with the most on it, up to ``most`` bytes: its address by the type's name.

    A type is a template; records of each kind are a type of their own, and so is the page for
    wrong addresses.
    """
    library = LIBRARY
    found: dict[str, str] = {}
    best: dict[str, int] = {}
    for view in with_docs(all_views(library), read_docs(ROOT / "docs")):
        name = view.template.removesuffix(".html")
        if name == "record":
            name = library.by_id[view.address.split("/")[1]].kind
        size = _size(site, view.address)
        rank = size if size <= most else -size
        if name not in best or best[name] < rank:
            found[name], best[name] = view.address, rank
    return {**found, "404": "no-such-page/"}


def _size(site: Path, address: str) -> int:
    return (site / address / "index.html").stat().st_size


def inside(site: Path, page: Path, address: str) -> tuple[Path, str] | None:
    """The file and anchor that an address on a page leads to; None where it leaves the site."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    target = _file(normpath(join(page.parent, unquote(parts.path)))) if parts.path else page
    return target, unquote(parts.fragment)


@cache
def _file(path: str) -> Path:
    """The file that a host gives for a path."""
    target = Path(path)
    return target / "index.html" if target.is_dir() else target
