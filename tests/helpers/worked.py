"""The worked examples of CONTRIBUTING.md: tests do what it says, word for word."""

from __future__ import annotations

import re

from support.environment import ROOT


def examples(section: str) -> tuple[str, ...]:
    """The blocks of code below a heading, in order."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    told = text.split(f"\n## {section}\n")[1].split("\n## ")[0]
    return tuple(re.findall(r"^```\w+\n(.*?)^```$", told, re.MULTILINE | re.DOTALL))
