"""Scripts: the search's modules joined into the few files that pages load.

Each module is written, read and checked alone; a page that loads them one by one would ask seven
times, and their comments are no use to it. ``box.js`` holds what every page needs, ``page.js``
what ``/search/`` needs besides, and ``missing.js`` what the page for wrong addresses does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

FOLDER = "assets/javascripts/search"
_ENTRIES = ("box.js", "page.js", "missing.js")
_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([\w-]+\.js)";\n', re.MULTILINE)
_COMMENTS = re.compile(r"/\*\*.*?\*/ ?|^\s*//[^\n]*\n", re.DOTALL | re.MULTILINE)
_INDENTS = re.compile(r"\n\s*")


class Module(NamedTuple):
    """A module's text without its imports, and the names it imports from each other module."""

    text: str
    imports: dict[str, set[str]]


def join_scripts(site: Path) -> None:
    """Join the modules in ``site``, without their comments and indents; the parts go."""
    folder = site / FOLDER
    modules = {file.name: _read(file) for file in sorted(folder.glob("*.js"))}
    taken: set[str] = set()
    for entry in _ENTRIES if set(_ENTRIES) <= modules.keys() else ():
        names = [name for name in _in_order(entry, modules) if name not in taken]
        (folder / entry).write_text(_joined(names, taken, modules), encoding="utf-8", newline="\n")
        taken.update(names)
    for name in taken - set(_ENTRIES):
        (folder / name).unlink()


def _read(file: Path) -> Module:
    text = file.read_text(encoding="utf-8")
    imports: dict[str, set[str]] = {}
    for names, module in _IMPORT.findall(text):
        imports.setdefault(module, set()).update(name.strip() for name in names.split(","))
    short = _INDENTS.sub("\n", _COMMENTS.sub("", _IMPORT.sub("", text)))
    return Module(short.strip() + "\n", imports)


def _in_order(entry: str, modules: dict[str, Module]) -> Iterator[str]:
    """A module after everything that it imports, each once."""
    seen: set[str] = set()

    def visit(name: str) -> Iterator[str]:
        if name not in seen:
            seen.add(name)
            for other in modules[name].imports:
                yield from visit(other)
            yield name

    return visit(entry)


def _joined(names: list[str], taken: set[str], modules: dict[str, Module]) -> str:
    """The modules one after the other; what others hold already is imported from the first file."""
    wanted = {
        word
        for name in names
        for module, words in modules[name].imports.items()
        if module in taken
        for word in words
    }
    head = f'import {{{",".join(sorted(wanted))}}} from "./{_ENTRIES[0]}";\n' if wanted else ""
    return head + "".join(modules[name].text for name in names)
