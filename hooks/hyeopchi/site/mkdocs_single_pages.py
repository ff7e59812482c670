"""Single pages: what MkDocs would write of a whole site, one file at a time, when it is asked for.

MkDocs itself reads the settings, finds the files and renders the Markdown; only its loop over all
pages is left out. See ``mkdocs_pages`` for the pages themselves.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import File, Files, get_files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from hyeopchi.library.settings import Settings
from hyeopchi.site.compiled_templates import COMPILED
from hyeopchi.site.docs.page import DocsPage
from hyeopchi.site.mkdocs_pages import (
    DocsFilePage,
    LibraryPage,
    drop_leftovers,
    generated,
    join_stylesheets,
    set_up_shell,
    settings_of,
)
from hyeopchi.site.modules import Modules
from hyeopchi.site.shell import Shell
from hyeopchi.site.templating import Templates
from hyeopchi.site.view import View

_SHELL, _SITEMAP = "main.html", "sitemap.xml"
_NO_NAVIGATION = Navigation([], [])


class Generator:
    """MkDocs with one reading of its settings.

    ``local`` is where a preview stands (``http://127.0.0.1:8000``): the pages then name that instead
    of their public address. Raises ``BrokenSettings``, or what the project's own hook raises.
    """

    def __init__(self, config_file: Path, local: str = "") -> None:
        self._config = _loaded(config_file)
        self._config.plugins.on_startup(command="serve", dirty=False)
        self._stylesheets = tuple(self._config.extra_css)
        self.mount = f"/{urlsplit(self._config.site_url or '/').path.strip('/')}/".replace(
            "//", "/"
        )
        if local:
            self._config.site_url = f"{local}{self.mount}"
        self._env: Environment = self._config.theme.get_env()
        self._env.bytecode_cache = COMPILED

    @property
    def settings(self) -> Settings:
        """What the settings say of the library."""
        return settings_of(self._config)

    @property
    def docs(self) -> Path:
        """The folder of the pages that people write, and of what stands beside them."""
        return Path(self._config.docs_dir)

    def edition(
        self, views: Iterable[View], docs: Iterable[DocsPage], templates: Templates, shell: Shell
    ) -> Edition:
        """One state of the site. The one before is of no use from then on."""
        self._config.extra_css = list(self._stylesheets)
        modules = Modules(self.docs / "assets/javascripts")
        env = set_up_shell(self._env, shell, modules)
        if env.cache is not None:
            env.cache.clear()  # it knows changed files by their dates alone
        return Edition(self._config, env, views, docs, templates)


class BrokenSettings(Exception):
    """MkDocs does not take the settings; the message is what it says of them."""


def _loaded(file: Path) -> MkDocsConfig:
    said = _Said(logging.ERROR)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(said)
    try:
        return load_config(str(file))
    except MkDocsException as error:
        raise BrokenSettings(" ".join(said.lines) or str(error)) from error
    finally:
        logger.removeHandler(said)


class _Said(logging.Handler):
    """Keeps what is logged."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


class Edition:
    """The files of one state of the site by their addresses, each made when it is asked for."""

    def __init__(
        self,
        config: MkDocsConfig,
        env: Environment,
        views: Iterable[View],
        docs: Iterable[DocsPage],
        templates: Templates,
    ) -> None:
        self._config, self._env, self._templates = config, env, templates
        self.views: Mapping[str, View] = {view.address: view for view in views}
        self._docs = {page.path: page for page in docs}
        self._own = get_files(config)
        drop_leftovers(self._own)
        join_stylesheets(self._own, config)

    def page(self, view: View) -> str:
        """The whole text of a page, as a build writes it."""
        page = self._page(view)
        page.read_source(self._config)
        page.render(self._config, self._whole if view.written else self._own)
        return self._rendered(_SHELL, page)

    def file(self, address: str) -> bytes | None:
        """The content of a file that a build copies or joins; None where there is none."""
        found = self._copied.get(address)
        return found.content_bytes if found else None

    def other_page(self, template: str) -> str | None:
        """A page that is none of the library's, such as ``404.html``; None where the theme has none."""
        if template not in self._config.theme.static_templates:
            return None
        return self._rendered(template, None)

    def _rendered(self, template: str, page: Page | None) -> str:
        base = urlsplit(self._config.site_url or "/").path
        context = get_context(_NO_NAVIGATION, (), self._config, page, base)
        if template == _SITEMAP:
            context["pages"] = [self._page(view).file for view in self.views.values()]
        return self._env.get_template(template).render(context)

    def _page(self, view: View) -> Page:
        if not view.written:
            file = generated(view, self._config)
            return LibraryPage(view, self._templates, file, self._config)
        file = self._whole.src_uris[view.written]
        return DocsFilePage(view, self._docs[view.written], self._templates, file, self._config)

    @cached_property
    def _whole(self) -> Files:
        """Every file of the site, so that links in Markdown find theirs; pages that stay out are left out."""
        files = Files(self._own)
        for path in self._docs.keys() - {view.written for view in self.views.values()}:
            files.remove(files.src_uris[path])
        for view in self.views.values():
            if not view.written:
                files.append(generated(view, self._config))
        return files

    @cached_property
    def _copied(self) -> Mapping[str, File]:
        return {one.dest_uri: one for one in self._own if not one.is_documentation_page()}
