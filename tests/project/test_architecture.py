"""What holds the code together: who may import whom, how long a thing may be, what it may not say."""

from __future__ import annotations

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from itertools import pairwise
from pathlib import Path

import pytest

from helpers.sources import HOOKS, SCRIPTS, below, imported, modules, own_imports, tree
from support.environment import ROOT

LONGEST_FUNCTION, LONGEST_MODULE = 22, 160
"""In statements: what a formatter does to lines says nothing of what they hold."""

ROOMS = {
    "text": "글자와 낱말",
    "processes": "여러 프로세스가 나누어 하는 일",
    "files": "파일, YAML, 제자리를 말하는 문제",
    "markup": "마크다운에서 안전한 HTML로",
    "schema": "칸, 어휘, 값의 꼴",
    "records": "기록 하나와 기록이 든 폴더",
    "library": "기록을 함께 볼 때 보이는 것",
    "rules": "기록이 지켜야 할 것과 그 검사",
    "contribute": "기록이 들어오는 길",
    "search": "찾아보기의 색인",
    "cli": "검사 명령",
    "exports": "쪽 곁에 두는 데이터",
    "paper": "나누어 주는 종이",
    "site": "쪽과 그 틀, 내보내기 전의 관문",
    "build": "기록 폴더에서 펴낼 것 모두로",
    "preview": "저장하면 곧 바뀌는 미리보기",
}
"""The rooms of the package, lowest first: a module imports its own room and those before it."""

MOST_NAMES = 25
"""In one folder of the package: more can't be taken in at a glance."""
LONGEST_CHAIN = 15
"""Modules, each of which imports the next."""

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


def room(name: str) -> int:
    """The number of a module's room, the lowest 0; the generator's own events come after all."""
    return list(ROOMS).index(name.split(".")[1]) if "." in name else len(ROOMS)


def picture() -> str:
    """The rooms as a drawing for CONTRIBUTING.md, where GitHub and others draw Mermaid."""
    names = list(ROOMS)
    return "\n".join(
        [
            "```mermaid",
            "flowchart TD",
            *(f'  {name}["{name}: {told}"]' for name, told in ROOMS.items()),
            *(f"  {upper} --> {lower}" for lower, upper in pairwise(names)),
            "```",
        ]
    )


@cache
def chain(name: str) -> tuple[str, ...]:
    """The longest chain of imports that begins with a module."""
    return (name, *max((chain(other) for other in own_imports(name)), key=len, default=()))


def named(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def functions(file: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (
        node
        for node in ast.walk(tree(file))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )


def statements(node: ast.AST) -> int:
    """How many statements stand inside a module or a function; the members of a list of names are none."""
    found = sum(isinstance(inner, ast.stmt) for inner in ast.walk(node))
    return found - members(node) - isinstance(node, ast.stmt)


def members(node: ast.AST) -> int:
    """How many names for texts stand in classes."""
    return sum(
        isinstance(one, ast.Assign) and isinstance(one.value, ast.Constant)
        for inner in ast.walk(node)
        if isinstance(inner, ast.ClassDef)
        for one in inner.body
    )


def test_only_three_modules_know_the_site_generator() -> None:
    assert [
        name
        for name in modules()
        if any(other.split(".")[0] == "mkdocs" for other in imported(name))
    ] == ["hyeopchi.site.mkdocs_pages", "hyeopchi.site.mkdocs_single_pages", "mkdocs_events"]


@pytest.mark.parametrize("name", [name for name in modules() if name != "hyeopchi"])
def test_a_module_imports_only_its_own_room_and_those_before_it(name: str) -> None:
    assert [other for other in sorted(own_imports(name)) if room(other) > room(name)] == []


def test_every_room_is_named_in_the_order_of_the_rooms() -> None:
    assert {name.split(".")[1] for name in modules() if "." in name} == set(ROOMS)


@pytest.mark.parametrize(
    "package", sorted((HOOKS / "hyeopchi").rglob("__init__.py")), ids=lambda file: file.parent.name
)
def test_a_package_names_only_modules_that_it_has(package: Path) -> None:
    named_there = re.findall(r"``([a-z_]+)``", ast.get_docstring(tree(package)) or "")
    there = {path.stem for path in package.parent.iterdir()}
    assert set(named_there) - there == set()


def test_the_rooms_are_drawn_where_contributors_read() -> None:
    assert picture() in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_no_folder_of_the_package_holds_more_names_than_one_takes_in() -> None:
    names = Counter(path.parent for path in (HOOKS / "hyeopchi").rglob("*") if holds_code(path))
    assert {named(folder): count for folder, count in names.items() if count > MOST_NAMES} == {}


def holds_code(path: Path) -> bool:
    """Whether a file or folder is one that a person sees in the package."""
    return "__pycache__" not in path.parts and "template" not in path.parent.parts


def test_a_module_stands_on_few_others_in_a_row() -> None:
    assert len(max(map(chain, modules()), key=len)) <= LONGEST_CHAIN


def test_no_module_imports_itself_by_a_detour() -> None:
    assert len(
        list(TopologicalSorter({name: own_imports(name) for name in modules()}).static_order())
    ) >= len(modules())


def test_the_checker_needs_nothing_of_the_pages() -> None:
    assert [
        name for name in sorted(below("hyeopchi.cli")) if room(name) > room("hyeopchi.cli")
    ] == []


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
