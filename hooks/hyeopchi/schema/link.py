"""A link: a record, or a place inside one; a citation: a place inside a source."""

from __future__ import annotations

import re
from typing import NamedTuple

ID = re.compile(r"[a-z0-9][a-z0-9-]{2,63}")
"""A record's id: the stem of its file, its address for good."""

_LINK = re.compile(r"(?P<id>[a-z0-9][a-z0-9-]{2,63})(?:#(?P<anchor>[\w-]+))?")


class Link(NamedTuple):
    """The id of a record and, where a place in it is meant, the anchor without ``#``."""

    id: str
    anchor: str = ""

    @classmethod
    def parse(cls, text: str) -> Link:
        """The link written as ``id`` or ``id#anchor``. Raises ValueError where it is none."""
        match = _LINK.fullmatch(text)
        if match is None:
            raise ValueError(text)
        return cls(match["id"], match["anchor"] or "")

    def __str__(self) -> str:
        return f"{self.id}#{self.anchor}" if self.anchor else self.id

    @property
    def address(self) -> str:
        """Where it stands in the site, from the site's root."""
        return f"cases/{self.id}/" + (f"#{self.anchor}" if self.anchor else "")


class Citation(NamedTuple):
    """The key of one of the record's sources, and the finest place that a reader can find."""

    key: str
    where: str
