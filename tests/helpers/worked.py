"""The worked examples of CONTRIBUTING.md: tests do what it says, line for line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from support.environment import ROOT

_EXAMPLE = re.compile(
    r"^```(?P<language>\w+)\n# (?P<file>\S+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)


class Example(NamedTuple):
    """A new file, or with the language ``diff`` lines to put into one."""

    language: str
    file: str
    text: str

    def follow(self, folder: Path) -> None:
        """Do it in the copy of the repository in ``folder``."""
        file = folder / self.file
        file.parent.mkdir(parents=True, exist_ok=True)
        is_change = self.language == "diff"
        assert file.exists() is is_change, self.file
        told = _merged(file.read_text("utf-8"), self.text) if is_change else self.text
        file.write_text(told, "utf-8")


def examples() -> Iterator[Example]:
    """All of them, in order."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    return (Example(**found.groupdict()) for found in _EXAMPLE.finditer(text))


def _merged(there: str, told: str) -> str:
    """``there`` with the lines after ``+``, each behind the line that is told before it, or at the end."""
    lines = there.splitlines()
    at = len(lines)
    for sign, line in ((line[:1], line[1:]) for line in told.splitlines()):
        if sign == "+":
            lines.insert(at, line)
            at += 1
        else:
            at = lines.index(line) + 1
    return "\n".join(lines) + "\n"
