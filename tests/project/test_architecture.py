"""What holds the code together: who may import whom, how long a thing may be, what it may not say."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from helpers.sources import HOOKS, SCRIPTS, below, imported, modules, own_imports, tree
from support.environment import ROOT

LONGEST_FUNCTION, LONGEST_MODULE = 22, 160
"""In statements: what a formatter does to lines says nothing of what they hold."""

LAYERS = {
    "problem": (
        "files",
        "text",
        "markup",
        "schema",
        "processes",
    ),
    "vocabulary": ("records",),
    "record": (),
    "archive": (),
    "rules and links": (
        "rules",
        "library",
    ),
    "checking": ("cli",),
}
"""The modules below the pages, lowest layer first; one imports its own layer and those below it.

Every module that is not named here belongs to the pages and what else is made of records.
"""

CHECKED = sorted([*HOOKS.rglob("*.py"), *SCRIPTS.rglob("*.py")])
WRITTEN = sorted(
    file
    for folder in ("hooks", "scripts", "cases", "docs", "tests", ".github", ".ci")
    for file in (ROOT / folder).rglob("*")
    if file.suffix
    in (".py", ".md", ".yml", ".html", ".css", ".js", ".toml", ".txt", ".expected", "")
    and file.is_file()
    and "__pycache__" not in file.parts
)
MACHINE_PATH = re.compile(
    r"(?<![\w.~/*-])/(?:home|root|tmp|Users|mnt|opt|private|work)/\w|\b[A-Z]:\\\\?Users\b"
)


def layer(name: str) -> int:
    """The number of a module's layer, the lowest 0."""
    first = name.removeprefix("hyeopchi").lstrip(".").split(".")[0]
    return next(
        (number for number, names in enumerate(LAYERS.values()) if first in names), len(LAYERS)
    )


def named(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def functions(file: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (
        node
        for node in ast.walk(tree(file))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )


def statements(node: ast.AST) -> int:
    """How many statements stand inside a module or a function."""
    return sum(isinstance(inner, ast.stmt) for inner in ast.walk(node)) - isinstance(node, ast.stmt)


def test_only_two_modules_know_the_site_generator() -> None:
    assert [
        name
        for name in modules()
        if any(other.split(".")[0] == "mkdocs" for other in imported(name))
    ] == ["hyeopchi.site.mkdocs_pages", "mkdocs_events"]


@pytest.mark.parametrize(
    "name", [name for name in modules() if name not in ("hyeopchi", "mkdocs_events")]
)
def test_a_module_imports_only_its_own_layer_and_those_below(name: str) -> None:
    assert [other for other in sorted(own_imports(name)) if layer(other) > layer(name)] == []


def test_every_module_that_is_given_a_layer_exists() -> None:
    known = {name.split(".")[1] for name in modules() if "." in name}
    assert [name for names in LAYERS.values() for name in names if name not in known] == []


def test_no_module_imports_itself_by_a_detour() -> None:
    assert len(
        list(TopologicalSorter({name: own_imports(name) for name in modules()}).static_order())
    ) >= len(modules())


def test_the_checker_needs_nothing_of_the_pages() -> None:
    assert [name for name in sorted(below("hyeopchi.cli")) if layer(name) == len(LAYERS)] == []


def test_the_checker_needs_two_packages_only() -> None:
    foreign = {
        other.split(".")[0] for name in below("hyeopchi.cli") for other in imported(name)
    } - {"hyeopchi"}
    assert foreign - sys.stdlib_module_names == {"yaml", "frontmatter"}


@pytest.mark.parametrize("file", CHECKED, ids=named)
def test_functions_and_modules_stay_short(file: Path) -> None:
    assert statements(tree(file)) <= LONGEST_MODULE
    assert [
        function.name for function in functions(file) if statements(function) > LONGEST_FUNCTION
    ] == []


@pytest.mark.parametrize("file", CHECKED, ids=named)
def test_every_module_and_everything_public_says_what_it_is_for(file: Path) -> None:
    public = [
        node
        for node in ast.walk(tree(file))
        if isinstance(node, ast.ClassDef | ast.FunctionDef)
        and not node.name.startswith("_")
        and node.col_offset == 0
    ]
    assert ast.get_docstring(tree(file))
    assert [node.name for node in public if not ast.get_docstring(node)] == []


@pytest.mark.parametrize("file", sorted(HOOKS.rglob("*.py")), ids=named)
def test_the_library_prints_nothing_by_itself(file: Path) -> None:
    calls = [node.func for node in ast.walk(tree(file)) if isinstance(node, ast.Call)]
    assert [
        call.lineno for call in calls if isinstance(call, ast.Name) and call.id == "print"
    ] == []


@pytest.mark.parametrize("file", CHECKED, ids=named)
def test_nothing_is_left_to_be_done(file: Path) -> None:
    assert re.findall(r"\b(?:TODO|FIXME|XXX|HACK)\b", file.read_text(encoding="utf-8")) == []


def test_no_file_names_a_folder_of_some_machine() -> None:
    found = {
        named(file): MACHINE_PATH.findall(file.read_text(encoding="utf-8", errors="replace"))
        for file in WRITTEN
        if file != Path(__file__)
    }
    assert {name: paths for name, paths in found.items() if paths} == {}
