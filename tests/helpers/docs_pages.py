"""Pages below ``docs/`` as MkDocs makes them, without a build of the whole site."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, get_files
from mkdocs.structure.pages import Page

from hyeopchi.library.library import Library
from hyeopchi.site.docs.page import DocsPage, read_docs
from hyeopchi.site.docs.views import with_docs
from hyeopchi.site.mkdocs_pages import add_pages
from hyeopchi.site.pages import all_views
from hyeopchi.site.templating import Templates
from support.environment import ROOT

DOCS = ROOT / "docs"


@cache
def docs(folder: Path = DOCS) -> tuple[DocsPage, ...]:
    """The pages that stand below ``folder``."""
    return read_docs(folder)


def docs_pages(library: Library, folder: Path = DOCS) -> Mapping[str, Callable[[], str]]:
    """By address, what makes the HTML of each page of ``library`` that has a file below ``folder``."""
    config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(folder))
    config.plugins._current_plugin = None  # MkDocs asks who makes a file, and no event is running
    files, pages = get_files(config), docs(folder)
    add_pages(with_docs(all_views(library), pages), pages, Templates(library), files, config)
    found = (file.page for file in files.documentation_pages())
    return {
        page.view.address: partial(_html, page, files, config)
        for page in found
        if page.view.written
    }


def _html(page: Page, files: Files, config: MkDocsConfig) -> str:
    page.read_source(config)
    page.render(config, files)
    return str(page.content.__html__())
