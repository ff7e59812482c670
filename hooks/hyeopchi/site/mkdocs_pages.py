"""Pages: views of the library as pages of MkDocs. Only ``mkdocs_…`` here and the events know MkDocs."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Hashable, Iterable, Sequence
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils.templates import TemplateContext, url_filter

from hyeopchi.files.leftovers import is_leftover
from hyeopchi.library.addresses import relative
from hyeopchi.library.settings import Settings
from hyeopchi.paper.blocks.qr import drawn_code
from hyeopchi.processes import SharedLoop
from hyeopchi.site.compiled_templates import render_quickly
from hyeopchi.site.docs.page import DocsPage
from hyeopchi.site.docs.words import NO_WORDS, Words, words_of
from hyeopchi.site.modules import Modules
from hyeopchi.site.shell import Shell
from hyeopchi.site.stylesheets import JOINED, joined
from hyeopchi.site.templating import Templates
from hyeopchi.site.view import View

_PREVIEW = "HYEOPCHI_PREVIEW"


class _Deferred:
    """A page's content, made when the shell around it is written and then let go."""

    def __init__(self, view: View, templates: Templates, words: Words = NO_WORDS) -> None:
        self._view, self._templates, self._words = view, templates, words

    def __html__(self) -> Markup:
        return self._templates.render(self._view, self._words)


class LibraryPage(Page):
    """A page whose content is a view. It has no Markdown file and reads none."""

    def __init__(self, view: View, templates: Templates, file: File, config: MkDocsConfig) -> None:
        self.view = view
        self._templates = templates
        super().__init__(view.title, file, config)
        self.edit_url = None

    def read_source(self, config: MkDocsConfig) -> None:
        """Nothing to read: records are read once, before any page is made."""
        self.markdown, self.meta = "", {}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """The content follows when the page is written."""
        self.content: Any = _Deferred(self.view, self._templates)


class DocsFilePage(Page):
    """A page of ``docs/``: MkDocs reads and renders it, the template of its view stands around it."""

    def __init__(
        self,
        view: View,
        page: DocsPage,
        templates: Templates,
        file: File,
        config: MkDocsConfig,
    ) -> None:
        self.view = view
        self._page, self._templates = page, templates
        super().__init__(view.title, file, config)
        self.edit_url = None

    def read_source(self, config: MkDocsConfig) -> None:
        """The Markdown, its placeholders out of Markdown's reach; the front matter is read already."""
        self.markdown, self.meta = self._templates.guarded(self._page), {}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """MkDocs makes the HTML and resolves the links; the template follows when the page is written."""
        super().render(config, files)
        content: Any = _Deferred(self.view, self._templates, words_of(self.content or ""))
        self.content = content
        self.toc = get_toc([])  # or Material would add a second way past the header


def add_pages(
    views: Iterable[View],
    docs: Iterable[DocsPage],
    templates: Templates,
    files: Files,
    config: MkDocsConfig,
) -> None:
    """Make every view a page outside MkDocs' navigation: its file in ``docs/``, or a generated one."""
    written = {page.path: page for page in docs}
    for view in views:
        page = written.pop(view.written, None)
        file = files.src_uris[page.path] if page else generated(view, config)
        file.inclusion = InclusionLevel.NOT_IN_NAV
        if page:
            DocsFilePage(view, page, templates, file, config)
        else:
            files.append(file)
            LibraryPage(view, templates, file, config)
    for path in written:
        files.remove(files.src_uris[path])


def generated(view: View, config: MkDocsConfig) -> File:
    """The file that stands for a page without one."""
    return File.generated(config, f"{view.address}index.md", content="")


def drop_leftovers(files: Files) -> None:
    """Publish nothing that the system or an editor has put among what is copied."""
    for file in tuple(files):
        if any(map(is_leftover, Path(file.src_uri).parts)):
            files.remove(file)


def share_pages(loop: SharedLoop, files: Files, config: MkDocsConfig) -> Sequence[File]:
    """Become a crew whose processes each write a share of the pages; returns all pages.

    What is copied, and what is no page, is the first one's work.
    """
    pages = files.documentation_pages()
    loop.part()
    left = loop.others(pages)
    if loop.number:
        left += [file for file in files if not file.is_documentation_page()]
        config.theme.static_templates.clear()
    for file in left:
        files.remove(file)
    return pages


def without_theme_files(files: Files, config: MkDocsConfig) -> None:
    """Leave out what the theme that MkDocs is given would publish: no page asks for any of it."""
    for file in [file for file in files if file.src_dir and file.src_dir != config.docs_dir]:
        files.remove(file)


def join_stylesheets(files: Files, config: MkDocsConfig) -> None:
    """Put one stylesheet in the place of all that ``extra_css`` names: a page then waits for one answer, not for twenty."""
    parts = [files.src_uris[path] for path in config.extra_css]
    for part in parts:
        files.remove(part)
    files.append(
        File.generated(config, JOINED, content=joined(part.content_string for part in parts))
    )
    config.extra_css = [JOINED]


def settings_of(config: MkDocsConfig) -> Settings:
    """What the one place in ``mkdocs.yml`` says, and whether this is a preview."""
    said = config.extra["library"]
    return Settings(
        name=config.site_name,
        operator=said.get("operator") or "",
        contact=said.get("contact") or "",
        answer_days=int(said.get("answer_days") or 0) or None,
        site_url=config.site_url or "",
        repo_url=_with_slash(config.repo_url),
        edit_uri=_with_slash(config.edit_uri),
        version=_version(Path(config.config_file_path).parent),
        preview=_PREVIEW in os.environ,
        papers=bool(said.get("papers")),
        release=bool(said.get("release")),
    )


def _version(folder: Path) -> str:
    """The version that the project beside the configuration bears, "" where there is none."""
    project = folder / "pyproject.toml"
    return (
        tomllib.loads(project.read_text("utf-8"))["project"]["version"] if project.is_file() else ""
    )


def settings_in(file: Path) -> Settings:
    """The settings that the ``mkdocs.yml`` at ``file`` holds, for whoever makes no pages."""
    return settings_of(load_config(str(file)))


def set_preview(is_preview: bool) -> None:
    """Remember in the process' environment that pages are made for a look.

    MkDocs loads hooks and configuration afresh for every build of a preview; the environment
    is what stays.
    """
    if is_preview:
        os.environ[_PREVIEW] = "1"
    else:
        os.environ.pop(_PREVIEW, None)


def set_up_shell(env: Environment, shell: Shell, modules: Modules) -> Environment:
    """Let the shell's templates escape everything and leave no blank lines; give them what the library says."""
    env.autoescape = env.trim_blocks = env.lstrip_blocks = True
    render_quickly(env)
    env.auto_reload = shell.settings.preview
    env.globals.update(site=shell, imported=modules.imported, once=_Shared().once)
    env.filters.update(url=_url, code=drawn_code)
    return env


class _Shared:
    """The parts of the shell that pages share which stand equally deep, each written once."""

    def __init__(self) -> None:
        self._made: dict[tuple[Hashable, ...], Markup] = {}

    def once(self, *what: Hashable, caller: Callable[[], Markup]) -> Markup:
        """What the block of the template gives; ``what`` names it and tells all that it depends on."""
        if what not in self._made:
            self._made[what] = caller()
        return self._made[what]


@pass_context
def _url(context: Context, address: str) -> str:
    """MkDocs' filter for addresses of the site, without looking at every step of both ways."""
    page = context.get("page")
    if page is None or "://" in address or address.startswith("/"):
        return url_filter(cast("TemplateContext", context), address)
    return relative(page.url, "" if address == "." else address)


def _with_slash(address: str | None) -> str:
    return f"{address.rstrip('/')}/" if address else ""
