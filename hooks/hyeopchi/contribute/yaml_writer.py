"""Plain values as YAML on one line."""

from __future__ import annotations

import json
import re

from hyeopchi.records.as_json import Plain

_UNQUOTED = re.compile(r"[\w‘“(](?:[^,\[\]{}#:\"?\\\n]|:(?=[^\s,\[\]{}\"?])|(?<=\S)#)*(?<=\S)")
"""A text that means itself without quotes, inside brackets too."""


def flow(value: Plain) -> str:
    """``value`` in flow style: ``[{value: 249, unit: 명, from: {plan: 8~15쪽}}]``."""
    if isinstance(value, list):
        return f"[{', '.join(map(flow, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{name}: {flow(below)}' for name, below in value.items())}}}"
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    is_plain = isinstance(value, int | float) or _UNQUOTED.fullmatch(text)
    return text if is_plain else json.dumps(text, ensure_ascii=False)
