"""Pages: views of the library as pages of MkDocs. Only here and in the events is MkDocs known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from hyeopchi.templating import Templates
from hyeopchi.view import View


class _Deferred:
    """A page's content, made when the shell around it is written and then let go."""

    def __init__(self, view: View, templates: Templates) -> None:
        self._view, self._templates = view, templates

    def __html__(self) -> Markup:
        return self._templates.render(self._view)


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


def add_pages(views: Iterable[View], templates: Templates, files: Files, config: MkDocsConfig) -> None:
    """Make every view a generated file that stands outside MkDocs' navigation."""
    for file in _pages(views, templates, config):
        files.append(file)


def _pages(views: Iterable[View], templates: Templates, config: MkDocsConfig) -> Iterator[File]:
    for view in views:
        file = File.generated(config, f"{view.address}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
        LibraryPage(view, templates, file, config)
        yield file
