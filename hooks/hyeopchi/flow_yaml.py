"""Nodes written back as YAML on one line."""

from __future__ import annotations

import json
import re

from hyeopchi.nodes import Listing, Node, Scalar

_PLAIN = re.compile(r"[\w(‘“'’][^,\[\]{}#:\"?\n]*(?:[#:][^\s,\[\]{}\"?\n]+)*")
"""A text that needs no quotes, even inside brackets."""


def flow(node: Node) -> str:
    """``node`` in flow style: ``[{value: 249, unit: 명, from: {plan: 8~15쪽}}]``."""
    if isinstance(node, Scalar):
        return scalar(node.text)
    if isinstance(node, Listing):
        return f"[{', '.join(flow(item) for item in node.items)}]"
    return f"{{{', '.join(f'{pair.key.text}: {flow(pair.value)}' for pair in node.pairs)}}}"


def scalar(text: str) -> str:
    """A text as YAML, in double quotes where YAML might read it otherwise."""
    plain = _PLAIN.fullmatch(text) and text == text.strip() and not text.startswith("'")
    return text if plain else json.dumps(text, ensure_ascii=False)
