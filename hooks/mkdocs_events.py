"""The events of MkDocs, each one call into the library."""

from __future__ import annotations

import sqlite3
import sys
from errno import EDQUOT, EFBIG, ENOSPC
from functools import partial
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.utils.templates import TemplateContext

sys.path.insert(0, str(Path(__file__).parent))

from hyeopchi.build import Site, open_site
from hyeopchi.files.kept import KEPT, Kept
from hyeopchi.files.memory import FORGETFUL
from hyeopchi.files.problem import Problem
from hyeopchi.library.settings_file import settings_problems
from hyeopchi.records.kept_memory import KeptMemory
from hyeopchi.search.publishing import publish, show_in_preview, unwritten
from hyeopchi.site.compiled_templates import COMPILED
from hyeopchi.site.mkdocs_pages import (
    add_pages,
    drop_leftovers,
    join_stylesheets,
    set_preview,
    set_up_shell,
    settings_of,
    share_pages,
    without_theme_files,
)
from hyeopchi.site.modules import Modules

_SITE, _KEPT, _PAGES = "site", "kept", "pages"
_NO_ROOM = frozenset({ENOSPC, EDQUOT, EFBIG})
"""By what a system says that it has no room for what is to be written."""


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Tell every build of this run whether it is for a look or for publishing."""
    set_preview(command == "serve")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check the settings and the records; watch these too."""
    _check_settings(Path(config.config_file_path))
    cases = _folder(config, "cases")
    if str(cases) not in config.watch:
        config.watch.append(str(cases))
    settings, kept = settings_of(config), Kept(_folder(config, "cache").with_name(KEPT))
    memory = FORGETFUL if settings.preview else KeptMemory(kept)
    config.extra[_SITE] = open_site(cases, settings, Path(config.docs_dir), memory)
    config.extra[_KEPT] = COMPILED.kept = kept
    return config


def _check_settings(file: Path) -> None:
    problems = settings_problems(file, file.name)
    if problems:
        _say(problems)
        raise PluginError("설정을 고치고 다시 실행하세요.")


def on_pre_build(config: MkDocsConfig) -> None:
    """Say everything that is wrong; a build for publishing goes no further."""
    site: Site = config.extra[_SITE]
    sys.stderr.write(site.report)
    if site.is_refused:
        raise PluginError(site.refusal)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Make the papers, then add the pages that lead to them; leave the theme's files out; join the stylesheets.

    The data that no page waits for are written meanwhile, by one more process.
    """
    site: Site = config.extra[_SITE].with_papers(Path(config.site_dir))
    config.extra[_SITE] = site
    _say(site.unprinted)
    site.loop.beside(partial(site.write_beside_records, Path(config.site_dir), config.extra[_KEPT]))
    drop_leftovers(files)
    without_theme_files(files, config)
    add_pages(site.views(), site.docs, site.templates, files, config)
    join_stylesheets(files, config)
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Make the shell's templates escape, and give them what they need; then share the pages out."""
    site: Site = config.extra[_SITE]
    env.bytecode_cache = COMPILED
    set_up_shell(env, site.shell, Modules(Path(config.docs_dir, "assets/javascripts")))
    site.prepare()
    config.extra[_PAGES] = share_pages(site.loop, files, config)
    return env


def on_template_context(
    context: TemplateContext, template_name: str, config: MkDocsConfig
) -> TemplateContext:
    """Let the map of the site name the pages that others write too."""
    context["pages"] = config.extra[_PAGES]
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Write the data beside the pages, then let the gate judge the whole site."""
    site: Site = config.extra[_SITE]
    site.write_own_records(Path(config.site_dir))
    if not site.loop.meet():
        raise PluginError("사이트를 다 짓지 못했습니다. 위에 나온 까닭을 보세요.")
    site.join_records(Path(config.site_dir))
    _write_search(config)
    problems = site.gate_problems(Path(config.site_dir))
    if problems:
        _say(problems)
        raise PluginError(f"지은 사이트에 내보낼 수 없는 곳이 {len(problems)}개 있습니다.")


def on_build_error(error: Exception) -> None:
    """Say that there is no room for the site, in place of where the program was."""
    if isinstance(error, OSError) and error.errno in _NO_ROOM:
        raise PluginError(
            "사이트를 다 쓰지 못했습니다. 사이트를 둘 디스크에 자리가 남았는지 확인하세요."
        ) from None


def _say(problems: tuple[Problem, ...]) -> None:
    sys.stderr.write("".join(f"{problem.text()}\n" for problem in problems))


def _write_search(config: MkDocsConfig) -> None:
    """The search index: a preview shows the one that stands, and a process beside it makes the next."""
    where = (_folder(config, "cases"), _folder(config, "cache"), Path(config.site_dir))
    if settings_of(config).preview:
        show_in_preview(*where)
        return
    try:
        sys.stderr.write(publish(*where))
    except (OSError, sqlite3.Error) as error:
        raise PluginError(unwritten(error, where[1])) from error


def _folder(config: MkDocsConfig, name: str) -> Path:
    return Path(config.config_file_path).parent / str(config.extra["library"][name])
