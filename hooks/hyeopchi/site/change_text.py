"""What a proposal changes, as people will read it: the text of each changed record before and after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from hyeopchi.files.git import repository_of
from hyeopchi.files.problem import Problem
from hyeopchi.files.source import SourceFile, read_source
from hyeopchi.library.library import Library
from hyeopchi.library.settings import Settings
from hyeopchi.records.archive import Archive
from hyeopchi.records.folder import VOCABULARY_FOLDER
from hyeopchi.records.reader import read_archive
from hyeopchi.records.record import Record
from hyeopchi.rules import personal_data
from hyeopchi.rules.change import folder_inside, is_content
from hyeopchi.rules.checking import check_records, without_broken
from hyeopchi.site.page_text import page_text
from hyeopchi.site.pages.records import record_views
from hyeopchi.site.templating import Templates
from hyeopchi.text.quoting import printable

WITHHELD = "개인의 번호로 보이는 것이 있어 글을 보이지 않습니다. 검사의 결과를 먼저 봐 주세요."
UNDRAWN = "고칠 곳이 있어 아직 쪽으로 그릴 수 없습니다. 파일의 글을 그대로 보입니다."


@dataclass(frozen=True, slots=True)
class Text:
    """The lines of a record; ``note`` says why they are not those of its page, or "" ."""

    lines: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Changed:
    """One changed file: the path under which it is shown, its title, its text; None where there is none."""

    path: str
    title: str
    before: Text | None
    after: Text | None


def read_changed(cases: Path, shown: str, base: str, settings: Settings) -> tuple[Changed, ...]:
    """What differs in ``cases`` from the line of the commit ``base``, in the order of paths; raises NoHistory.

    Both are read by the words of that line, as the check of a proposal reads them.
    """
    repository = repository_of(cases)
    folder = folder_inside(cases, repository)
    fork = repository.fork_point(repository.commit(base))
    paths = sorted(filter(partial(is_content, folder), repository.changed(fork, folder)))
    if not paths:
        return ()
    below = [path.removeprefix(f"{folder}/") for path in paths]
    with TemporaryDirectory() as place:
        if repository.files(fork, f"{folder}/{VOCABULARY_FOLDER}"):
            old = repository.unpack(fork, folder, Path(place))
        else:
            old = Path(place)
        words = old if (old / VOCABULARY_FOLDER).is_dir() else cases
        before = _Reader(old, shown, words, below, settings)
        after = _Reader(cases, shown, words, below, settings)
        return tuple(_changed(path, shown, before, after) for path in below)


def _changed(path: str, shown: str, before: _Reader, after: _Reader) -> Changed:
    title = after.title(path) or before.title(path) or PurePosixPath(path).stem
    return Changed(printable(f"{shown}/{path}"), title, before.text(path), after.text(path))


class _Reader:
    """One folder of records, and the text of those of its files that are asked for."""

    def __init__(
        self, folder: Path, shown: str, words: Path, paths: list[str], settings: Settings
    ) -> None:
        self._folder, self._shown = folder, shown
        archive = read_archive(folder, shown, words)
        asked = {printable(f"{shown}/{path}") for path in paths}
        self._records = {one.source.path: one for one in archive.records}
        changed = [one for path, one in self._records.items() if path in asked]
        problems = (*archive.problems, *check_records(changed, archive))
        self._broken = {problem.path for problem in problems if problem.is_error}
        self._pages = dict(_pages(without_broken(archive, problems), changed, settings))

    def title(self, path: str) -> str:
        """The title of the record in a file, on one line; "" where it has none."""
        record = self._records.get(printable(f"{self._shown}/{path}"))
        title = record.entry.get("title") if record else ""
        return printable(" ".join(str(title or "").split()))

    def text(self, path: str) -> Text | None:
        """What a file says; None where there is no such file."""
        file = self._folder / path
        if not file.is_file() or file.is_symlink():
            return None
        source = read_source(file, printable(f"{self._shown}/{path}"))
        if isinstance(source, Problem):
            return Text((), source.text())
        if any(problem.is_error for rule in personal_data.RULES for problem in rule(source)):
            return Text((), WITHHELD)
        record = self._records.get(source.path)
        if record and source.path not in self._broken and record.id in self._pages:
            return Text(tuple(page_text(self._pages[record.id])))
        return Text(_lines(source), UNDRAWN if path.endswith(".md") else "")


def _pages(
    archive: Archive, records: list[Record], settings: Settings
) -> Iterator[tuple[str, str]]:
    """The content of the page of each of these records that ``archive`` holds, by the record's id."""
    library = Library(archive, settings)
    addresses = {f"cases/{one.id}/": one.id for one in records if one.id in archive.by_id}
    if addresses:
        templates = Templates(library)
        for view in record_views(library):
            if view.address in addresses:
                yield addresses[view.address], str(templates.render(view))


def _lines(source: SourceFile) -> tuple[str, ...]:
    return tuple(line for line in source.text.split("\n") if line.strip())
