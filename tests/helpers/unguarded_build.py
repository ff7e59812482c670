"""Build a site as if no rule stood before it, so that only what comes after the rules is left to hold.

``python3 tests/helpers/unguarded_build.py CASES SITE``: every record that can be read is rendered; templates, renderer,
sanitiser and gate do their work. With ``--preview`` the rules do theirs too, and the site is built as a preview is:
broken records stay out, and pages in their place tell what is wrong.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from support.environment import ROOT

sys.path.insert(0, str(ROOT / "hooks"))

from mkdocs.__main__ import cli

import hyeopchi.build
import hyeopchi.site.mkdocs_pages
from hyeopchi.records.archive import Archive
from hyeopchi.records.reader import read_archive


def _readable(folder: Path, shown: str, **more: object) -> Archive:
    archive = read_archive(folder, shown, **more)
    return archive.without(frozenset(Path(problem.path).stem for problem in archive.problems))


def main() -> None:
    """Build by the command line's arguments; MkDocs ends the process with its exit code."""
    cases, site, *more = sys.argv[1:]
    os.environ["HYEOPCHI_CASES"] = cases
    if "--preview" in more:
        hyeopchi.site.mkdocs_pages.set_preview(True)
        hyeopchi.site.mkdocs_pages.set_preview = lambda is_preview: None
    else:
        hyeopchi.build.read_archive = _readable
        hyeopchi.build.check = lambda archive, *more: ()
    cli(["build", "--config-file", str(ROOT / "mkdocs.yml"), "--site-dir", site])


if __name__ == "__main__":
    main()
