"""Wide tables: those of a record's own text scroll by themselves, so that none runs under what stands beside it."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_HEAD = re.compile(r"<th(?: [^>]*)?>(.*?)</th>", re.DOTALL)


def scrolling(html: Markup) -> Markup:
    """``html`` of a body with every table in a region that scrolls, by keyboard too, named by its heads."""
    return Markup(_TABLE.sub(_region, html))


def _region(table: re.Match[str]) -> str:
    heads = ", ".join(filter(None, (Markup(head).striptags() for head in _HEAD.findall(table[0]))))
    name = escape(f"표: {heads}" if heads else "표")
    return (
        f'<div class="table-scroll" tabindex="0" role="group" aria-label="{name}">{table[0]}</div>'
    )
