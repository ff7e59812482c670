"""Insets: the markup of one page set into another, where the ids of several must not meet."""

from __future__ import annotations

import re

from markupsafe import Markup

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)([^>]*)>")
_NAMING = re.compile(r'\s(?:id|for|aria-labelledby|aria-describedby)="|\shref="#')
_LANDMARK = re.compile(r'\saria-labelledby="[^"]*"')
_HEADING = re.compile(r"h[1-5]")


def inset(markup: str, name: str, deeper: int = 0) -> Markup:
    """``markup``, made by our templates, with every id and what refers to it beginning with ``name``.

    Its headings go ``deeper`` by so many levels, at most to the sixth, and its sections are no
    landmarks any more: several of one name would stand on the page.
    """

    def tag(match: re.Match[str]) -> str:
        closing, element, attributes = match.groups()
        if element == "section":
            attributes = _LANDMARK.sub("", attributes)
        named = _NAMING.sub(lambda start: f"{start[0]}{name}--", attributes)
        return f"<{closing}{_lowered(element, deeper)}{named}>"

    return Markup(_TAG.sub(tag, str(markup)))


def _lowered(element: str, deeper: int) -> str:
    return f"h{min(6, int(element[1]) + deeper)}" if _HEADING.fullmatch(element) else element
