"""Code: the modules that decide what the index holds; when one of them changes, it is made anew."""

from __future__ import annotations

import re
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
_IMPORT = re.compile(r"^\s*from hyeopchi\.([\w.]+) import ", re.MULTILINE)


def code_of(module: str) -> tuple[Path, ...]:
    """The file of a module of the package (``search.index``) and of all that it imports, sorted."""
    found: set[Path] = set()
    waiting = [module]
    while waiting:
        file = _file(waiting.pop())
        if file not in found:
            found.add(file)
            waiting += _IMPORT.findall(file.read_text(encoding="utf-8"))
    return tuple(sorted(found))


def _file(module: str) -> Path:
    path = PACKAGE.joinpath(*module.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
