"""Records read as they are written, without the library's own reader: facts are checked on these.

Every value is text, as ``yaml.BaseLoader`` gives it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from support.environment import ROOT

CASES = ROOT / "cases"


@dataclass(frozen=True)
class PlainRecord:
    """A record's front matter as text values, and its body."""

    id: str
    fields: dict
    body: str

    @property
    def text(self) -> str:
        """Every word of the record, fields and body, with single spaces."""
        return " ".join(" ".join([*scalars(self.fields), self.body]).split())


@cache
def read_yaml(path: Path) -> object:
    """A YAML file with every value as text."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


@cache
def plain_records() -> dict[str, PlainRecord]:
    """All records under ``cases/`` by id."""
    return {path.stem: _read(path) for path in sorted(CASES.glob("[a-z]*/*.md"))}


def _read(path: Path) -> PlainRecord:
    _, front, body = path.read_text(encoding="utf-8-sig").split("---\n", 2)
    fields = yaml.load(front, Loader=yaml.BaseLoader)
    for source in fields.get("sources", ()):
        if "id" in source:  # what a document says of itself stands in a file of its own
            source |= read_yaml(CASES / "_sources" / f"{source['id']}.yml")
    return PlainRecord(path.stem, fields, body)


@cache
def actor_names() -> dict[str, frozenset[str]]:
    """Every name, label and aliases, of each actor of the vocabulary by id."""
    terms = read_yaml(CASES / "_vocabulary/actors.yml")["terms"]
    return {term["id"]: frozenset([term["label"], *term.get("aliases", [])]) for term in terms}


@cache
def actor_districts() -> dict[str, list[str]]:
    """The districts of each actor of the vocabulary that is at home in some, by id."""
    terms = read_yaml(CASES / "_vocabulary/actors.yml")["terms"]
    return {term["id"]: [*scalars(term["district"])] for term in terms if "district" in term}


def nodes(node: object) -> Iterator[object]:
    """``node`` and everything inside it."""
    yield node
    inside = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    for part in inside:
        yield from nodes(part)


def scalars(node: object) -> Iterator[str]:
    """Every single value inside ``node``."""
    return (part for part in nodes(node) if isinstance(part, str))


def reach(node: object, path: str) -> list[object]:
    """What stands at a path such as ``stages.*.activities``; ``*`` is every entry of a list."""
    found = [node]
    for step in path.split("."):
        found = [part for here in found for part in _step(here, step)]
    return found


def _step(node: object, step: str) -> list[object]:
    if step == "*":
        return node if isinstance(node, list) else []
    return [node[step]] if isinstance(node, dict) and step in node else []
