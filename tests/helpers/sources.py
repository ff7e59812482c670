"""The source code as tests read it: modules, what they import, the words they hold."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from support.environment import ROOT

HOOKS, SCRIPTS = ROOT / "hooks", ROOT / "scripts"


@cache
def tree(file: Path) -> ast.Module:
    """The syntax of one file."""
    return ast.parse(file.read_text(encoding="utf-8"))


@cache
def modules() -> dict[str, Path]:
    """Every module below ``hooks/`` by its dotted name; a package by its own."""
    found = {
        file.relative_to(HOOKS).with_suffix("").as_posix().replace("/", "."): file
        for file in HOOKS.rglob("*.py")
    }
    return {name.removesuffix(".__init__"): file for name, file in sorted(found.items())}


def imported(name: str) -> Iterator[str]:
    """The dotted names that a module imports, our own and foreign ones, anywhere in it."""
    for node in ast.walk(tree(modules()[name])):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in modules() else str(node.module)


@cache
def own_imports(name: str) -> frozenset[str]:
    """Our own modules that a module imports."""
    return frozenset(imported(name)) & modules().keys()


@cache
def below(name: str) -> frozenset[str]:
    """A module, and our own modules that are imported on its behalf, however far down."""
    found, left = set(), {name}
    while left:
        found |= left
        left = {inner for outer in left for inner in own_imports(outer)} - found
    return frozenset(found)


def texts(file: Path) -> Iterator[str]:
    """Every string constant of a file."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def rules_named(file: Path) -> Iterator[str]:
    """The names of rules that a file tells of; the list of all rules names none."""
    for node in ast.walk(tree(file)) if file.name != "rule.py" else ():
        match node:
            case ast.Attribute(value=ast.Name(id="Rule")):
                yield node.attr
