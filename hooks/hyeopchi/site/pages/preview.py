"""The preview: what is wrong with the records, and each broken record's problems in its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import PurePosixPath

from hyeopchi.files.problem import Problem
from hyeopchi.library.library import Library
from hyeopchi.schema.link import ID, Link
from hyeopchi.site.docs.page import DOCS
from hyeopchi.site.view import Crumb, View

PROBLEMS = Crumb("고칠 곳", "preview-problems/")


def preview_views(library: Library) -> Iterator[View]:
    """``/preview-problems/``, and ``/cases/<id>/`` of the records that errors keep out; only in a preview."""
    if not library.settings.preview or not library.problems:
        return
    yield _problems_view(library, PROBLEMS.address)
    for record_id, problems in broken_records(library).items():
        yield View(
            Link(record_id).address,
            f"고칠 곳이 있는 기록: {record_id}",
            "preview_record.html",
            partial(dict, groups=_by_path(problems)),
            trail=(PROBLEMS,),
            is_indexed=False,
        )


def broken_views(library: Library) -> Iterator[View]:
    """The home page and ``/preview-problems/`` of a library whose vocabularies cannot be read."""
    yield _problems_view(library, "")
    yield _problems_view(library, PROBLEMS.address)


def _problems_view(library: Library, address: str) -> View:
    return View(
        address,
        PROBLEMS.label,
        "preview_problems.html",
        lambda: {"groups": _by_path(library.problems), "addresses": _addresses(library)},
        is_indexed=False,
        door=None,
    )


def broken_records(library: Library) -> Mapping[str, Sequence[Problem]]:
    """The problems of every record that errors keep out of the library, by its id."""
    found: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in library.problems:
        record_id = _record_id(problem)
        if record_id and record_id not in library.by_id:
            found[record_id].append(problem)
    return found


def _record_id(problem: Problem) -> str:
    path = PurePosixPath(problem.path)
    is_record = path.suffix == ".md" and path.parts[0] != DOCS and ID.fullmatch(path.stem)
    return path.stem if is_record else ""


def _by_path(problems: Sequence[Problem]) -> tuple[tuple[str, tuple[Problem, ...]], ...]:
    found: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        found[problem.path].append(problem)
    return tuple((path, tuple(of_path)) for path, of_path in found.items())


def _addresses(library: Library) -> Mapping[str, str]:
    """Where each file with problems has its page, by its path."""
    ids = {problem.path: _record_id(problem) for problem in library.problems}
    return {path: Link(record_id).address for path, record_id in ids.items() if record_id}
