"""Building: from a folder of records to everything that the site generator writes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from hyeopchi.exports.dataset import in_order
from hyeopchi.exports.write import join_records, write_beside_records, write_records
from hyeopchi.files.kept import Kept
from hyeopchi.files.memory import FORGETFUL, Memory
from hyeopchi.files.problem import Problem
from hyeopchi.library.library import Library
from hyeopchi.library.settings import Settings
from hyeopchi.paper.content.form import write_form
from hyeopchi.processes import ALONE, Crew, SharedLoop, crew_at_hand, uncollected
from hyeopchi.records.history import changes_of
from hyeopchi.records.reader import read_archive
from hyeopchi.rules.checking import check, without_broken
from hyeopchi.rules.report import as_text
from hyeopchi.site.docs.page import DocsPage, read_docs
from hyeopchi.site.docs.rules import Shelf, docs_problems
from hyeopchi.site.docs.views import with_docs
from hyeopchi.site.gate.site import check_site
from hyeopchi.site.pages import all_views
from hyeopchi.site.pages.basket import BASKET
from hyeopchi.site.pages.preview import broken_views
from hyeopchi.site.shell import Shell, shell_of
from hyeopchi.site.templating import Templates
from hyeopchi.site.view import View


@dataclass(frozen=True)
class Site:
    """A library about to become a site.

    In a preview the records with errors stay out and a page in their place says what is wrong.
    ``crew`` are the processes that build it. ``unprinted``: what there is to say of papers that
    could not be made. ``docs`` are the pages that people write; ``made`` are those
    that the library makes of itself, where they are listed already.
    """

    library: Library
    crew: Crew = ALONE
    unprinted: tuple[Problem, ...] = ()
    docs: tuple[DocsPage, ...] = ()
    made: tuple[View, ...] = ()

    @property
    def report(self) -> str:
        """What the terminal says of the records; "" where nothing is wrong."""
        problems = self.library.problems
        return as_text(problems, len(self.library.by_id)) if problems else ""

    @property
    def is_refused(self) -> bool:
        """Whether the records, or the want of a contact, keep the site from being built."""
        has_errors = any(problem.is_error for problem in self.library.problems)
        return not self.library.settings.preview and (has_errors or self._has_nobody_to_write_to)

    @property
    def _has_nobody_to_write_to(self) -> bool:
        return self.library.settings.release and not self.library.settings.contact

    @property
    def refusal(self) -> str:
        """The sentence that ends a refused build."""
        errors = sum(problem.is_error for problem in self.library.problems)
        if not errors:
            return (
                "연락할 곳이 없어 펴낼 사이트를 짓지 않았습니다. "
                "mkdocs.yml의 extra.library.contact에 전자우편 주소를 적어 주세요."
            )
        return f"고칠 곳이 {errors}개 있어 사이트를 짓지 않았습니다."

    @cached_property
    def templates(self) -> Templates:
        """The templates that render the views."""
        return Templates(self.library)

    @cached_property
    def shell(self) -> Shell:
        """What stands around every page."""
        return shell_of(self.library)

    def views(self) -> Iterator[View]:
        """Every page of the site; by broken vocabularies, which leave nothing to show, what is wrong with them."""
        if self._is_broken:
            return broken_views(self.library)
        return with_docs(self.made or all_views(self.library), self.docs)

    @cached_property
    def loop(self) -> SharedLoop:
        """The writing of the pages, shared by the crew."""
        return SharedLoop(self.crew)

    def prepare(self) -> None:
        """Find the links between records and compile the templates, before each of the crew does so for itself."""
        if not self._is_broken:
            _ = self.library.index, self.library.relations, self.library.likeness
        if self.crew.size > 1:
            self.templates.compile()

    def write_own_records(self, site_dir: Path) -> None:
        """Write the data of this process' share of the records, beside their pages."""
        if not self._is_broken:
            write_records(self.library, site_dir, self.loop.own(in_order(self.library)))

    def write_beside_records(self, site_dir: Path, kept: Kept | None = None) -> None:
        """Write the data files that need no other; of them the form may be ``kept`` from before."""
        if not self._is_broken:
            write_beside_records(self.library, site_dir)
            write_form(self.library, site_dir, kept)

    def join_records(self, site_dir: Path) -> None:
        """Write the list of all records, once the data of each is there."""
        if not self._is_broken:
            join_records(self.library, site_dir)

    def with_papers(self, site_dir: Path) -> Site:
        """Write what is to be printed, where the settings ask for it: this site, which knows what is left out."""
        if not self.library.settings.papers or self._is_broken:
            return self
        # Other builds do without their packages.
        from hyeopchi.paper.papers import all_papers
        from hyeopchi.paper.publishing import publish_papers

        done = publish_papers(all_papers(self.library), self.library, site_dir)
        library = replace(self.library, left_out=done.left_out, pages=done.pages)
        return replace(self, library=library, unprinted=done.problems, made=())

    def with_docs(self, folder: Path, read: tuple[DocsPage, ...] | None = None) -> Site:
        """This site with the pages that people write under ``folder``, and what is wrong with them."""
        pages = read_docs(folder) if read is None else read
        if self._is_broken:
            return replace(self, docs=pages)
        made = tuple(all_views(self.library))
        addresses = (view.address for view in made)
        found = docs_problems(Shelf.of(pages, addresses, self.library.vocabularies, folder))
        if not found:  # the library has found its links already, which a new one would do again
            return replace(self, docs=pages, made=made)
        library = replace(self.library, problems=(*self.library.problems, *found))
        return replace(self, library=library, docs=pages)

    @property
    def _is_broken(self) -> bool:
        return bool(self.library.archive.word_problems)

    def gate_problems(self, site_dir: Path) -> tuple[Problem, ...]:
        """What of the built site must not be published; a preview is not judged."""
        if self.library.settings.preview:
            return ()
        expected = (
            *(f"cases/{record_id}/" for record_id in self.library.by_id),
            *(page.address for page in self.docs if not page.joins),
        )
        said = self.library.settings
        return tuple(
            check_site(
                site_dir,
                expected,
                inline_styles=(f"{BASKET.address}index.html", *_alone(said)),
                crew=self.crew,
                own=tuple(filter(None, (said.site_url, said.repo_url))),
            )
        )


def _alone(settings: Settings) -> Iterator[str]:
    """The page for wrong addresses carries its own styles where no address is known to find others."""
    if not settings.site_url:
        yield "404.html"


def open_site(
    cases: Path, settings: Settings, docs: Path | None = None, memory: Memory = FORGETFUL
) -> Site:
    """Read and check everything under ``cases``, and the pages that people write under ``docs``.

    By a ``memory`` that lasts it is the same site as long as nothing of that has changed.
    """
    crew = ALONE if settings.preview else crew_at_hand()
    with nullcontext() if settings.preview else uncollected():
        archive = read_archive(cases, cases.name, crew=crew, memory=memory)
        problems = memory.same("problems", check(archive, crew, memory))
    changes = changes_of(archive.records, cases, memory)
    kept = without_broken(archive, problems) if settings.preview else archive
    said = memory.same("settings", settings)
    site = memory.kept(
        "site",
        (archive, problems, changes, said),
        lambda: Site(Library(kept, said, problems, changes), crew),
    )
    if not docs:
        return site
    pages = memory.same("docs", read_docs(docs))
    there = memory.same("names in docs", frozenset(docs.rglob("*")))
    return memory.kept("site with docs", (site, pages, there), lambda: site.with_docs(docs, pages))
