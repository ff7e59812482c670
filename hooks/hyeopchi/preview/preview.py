"""The preview of a library: what stands at an address, as the files are at the moment it is asked for."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from hyeopchi.build import Site, open_site
from hyeopchi.files.kept import PACKAGE
from hyeopchi.files.memory import FORGETFUL, LastingMemory, Memory
from hyeopchi.files.problem import Problem
from hyeopchi.library.settings_file import settings_problems
from hyeopchi.preview.answer import Answer, file_answer
from hyeopchi.preview.data_files import DataFiles, names_below
from hyeopchi.preview.failure import failure_line, failure_page, settings_failure
from hyeopchi.preview.shown import INDEX, Shown
from hyeopchi.preview.watch import Watch, names_told
from hyeopchi.processes import collector_paused
from hyeopchi.site.mkdocs_single_pages import Generator
from hyeopchi.site.templating import TEMPLATES, Templates

PRIVATE = "-/"
"""Below it stands what belongs to the preview alone; no page of a library has such an address."""
RELOAD = f"{PRIVATE}reload.js"
PAUSE = 0.1
"""Seconds between two looks at the files for whoever waits for a change; ten times as long as a look takes."""

_SCRIPT = Path(__file__).with_name("reload.js")
_MISSING, _NOT_FOUND = "404.html", "찾는 파일이 없습니다.\n"
_RESTART = "프로그램이 바뀌었습니다. 바뀐 대로 보려면 미리보기를 끝내고 다시 시작해 주세요."


class Preview:
    """A library in memory. ``made`` is a folder for what others write, such as the search index.

    ``settings`` is the file ``mkdocs.yml``; ``local`` is where the preview stands
    (``http://127.0.0.1:8000``); ``say`` is told what a person at the terminal should know. ``before``
    is asked at the first reading for what earlier commands have read. Raises whatever the first
    reading of settings raises that are broken.
    """

    def __init__(
        self,
        settings: Path,
        cases: Path,
        made: Path,
        local: str,
        say: Callable[[str], None],
        before: Memory = FORGETFUL,
    ) -> None:
        self._settings, self._cases, self._made, self._local = settings, cases, made, local
        self._say, self._told = say, ""
        self._lock = threading.RLock()
        self._memory = LastingMemory(before)
        self._generator = Generator(settings, local)
        self._misread: tuple[Problem, ...] = ()
        self._docs = Watch([self._generator.docs])
        self._rest = Watch([cases, TEMPLATES.parent, PACKAGE, settings])
        self._changed: set[str] = set()
        self._began, self._number, self._next_look = time.time_ns(), 0, 0.0
        self._shown: Shown | None = None

    @property
    def mount(self) -> str:
        """The path below which the library stands: ``/``, or that of its public address."""
        return self._generator.mount

    def answer(self, address: str) -> Answer:
        """What stands at ``address``, a decoded path below ``mount``. Never raises."""
        with self._lock:
            try:
                return self._copied(address) or self._made_now(address)
            except Exception as error:  # whatever a template or a page of ours may raise
                self._say(failure_line(error))
                return self._page(failure_page(error), 500)

    def wait(self, state: str, longest: float) -> str:
        """The state of the files once it is another than ``state``, or after ``longest`` seconds.

        Another state is told once it has stayed for a pause: an editor may be writing still.
        """
        end = time.monotonic() + longest
        before, now = "", self._state()
        while (now == state or now != before) and time.monotonic() < end:
            time.sleep(PAUSE)
            before, now = now, self._state()
        return now

    def _state(self) -> str:
        with self._lock:
            began = time.monotonic()
            if began >= self._next_look:
                self._look(self._docs, self._rest)
                took = time.monotonic() - began
                self._next_look = began + max(PAUSE, 10 * took)
            return f"{self._began}-{self._number}"

    def _look(self, *watches: Watch) -> None:
        changed = {path for watch in watches for path in watch.look()}
        self._changed |= changed
        self._number += bool(changed)

    def _copied(self, address: str) -> Answer | None:
        """What needs no record: whether the files beside the pages have changed is all that is asked."""
        if address == RELOAD:
            return file_answer(address, _SCRIPT.read_bytes())
        if address.startswith("assets/") and self._shown:
            self._look(self._docs)
            content = None if self._changed else self._shown.edition.file(address)
            return None if content is None else file_answer(address, content)
        if not address.endswith("/") and address in names_below(self._made):
            return file_answer(address, (self._made / address).read_bytes())
        return None

    def _made_now(self, address: str) -> Answer:
        """A page, or what a build writes beside it."""
        shown = self.refresh()
        view = shown.view(address)
        if view:
            return self._page(shown.edition.page(view))
        content = shown.file(address)
        if content is not None:
            return file_answer(address, content)
        if shown.view(f"{address}/"):
            return Answer(302, goes_to=f"{address}/")
        missing = shown.edition.other_page(_MISSING)
        return (
            self._page(missing, 404) if missing else Answer(404, "text/plain", _NOT_FOUND.encode())
        )

    def _page(self, text: str, status: int = 200) -> Answer:
        """A page with the script that opens it anew."""
        address = f"{self.mount}{RELOAD}?{self._began}-{self._number}"
        before, end, after = text.rpartition("</body>")
        script = f'<script type="module" src="{address}"></script>'
        return file_answer(INDEX, f"{before}{script}{end}{after}".encode(), status)

    def refresh(self) -> Shown:
        """The library as its files are now."""
        with self._lock:
            self._look(self._docs, self._rest)
            if self._shown and not self._changed:
                return self._shown
            if self._shown and str(self._settings) in self._changed:
                self._read_settings()
            if self._shown:
                self._say(names_told(self._changed, (self._settings.parent, self._cases.parent)))
                if any(Path(path).is_relative_to(PACKAGE) for path in self._changed):
                    self._say(_RESTART)
            with collector_paused():
                fresh = self._read()
            if self._shown:
                self._shown.data.close()
            else:
                gc.freeze()  # what stays to the end is not walked through again and again
            self._shown = fresh
            self._changed.clear()
            return fresh

    def _read_settings(self) -> None:
        """Settings that are broken are told, and the ones before stay in force."""
        self._misread = settings_problems(self._settings, self._settings.name)
        if self._misread:
            return
        try:
            self._generator = Generator(self._settings, self._local)
            self._docs = Watch([self._generator.docs])
            self._docs.look()
        except Exception as error:  # whatever the generator or what it loads may raise
            self._misread = (settings_failure(error, self._settings.name),)

    def _read(self) -> Shown:
        generator = self._generator
        site = open_site(self._cases, generator.settings, generator.docs, self._memory)
        self._memory.forget()
        self._memory.drop_before()
        if self._misread:
            problems = (*self._misread, *site.library.problems)
            site = replace(site, library=replace(site.library, problems=problems), made=())
        site = site.with_papers(self._made)
        shell = replace(site.shell, lets_scripts_in=False)
        edition = generator.edition(site.views(), site.docs, Templates(site.library), shell)
        self._report(site)
        broken = bool(site.library.archive.word_problems)
        return Shown(edition, DataFiles(site.library), broken)

    def _report(self, site: Site) -> None:
        """Tell what is wrong, unless it is what was told last."""
        report = site.report + "".join(f"{one.text()}\n" for one in site.unprinted)
        if report and report != self._told:
            self._say(report.rstrip("\n"))
        self._told = report
