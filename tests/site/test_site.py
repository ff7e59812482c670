"""One strict build of the real library: every page stands, and every way leads somewhere."""

from __future__ import annotations

import hashlib
import itertools
import json
import os
import subprocess
import sys
from pathlib import Path

from helpers.real_library import ARCHIVE
from helpers.site_pages import inside, pages, read
from support.environment import ROOT
from support.mkdocs import CACHE

INDEX_PAGES = (
    "",
    "cases/",
    "districts/",
    "domains/",
    "methods/",
    "stages/",
    "groups/",
    "actors/",
    "kinds/",
    "timeline/",
    "matrix/",
    "promises/",
    "promises/followups/",
    "lessons/",
    "proposals/",
    "sources/",
    "collections/",
    "glossary/",
    "vocabulary/",
    "fields/",
    "about/",
    "about/accessibility/",
    "guide/",
    "guide/contributors/",
    "guide/reviewers/",
    "guide/maintainers/",
    "contribute/received/",
    "contribute/",
    "contribute/tell/",
    "contribute/form/",
    "teach/",
    "teach/game/",
    "rights/",
    "removal/",
)


def test_every_page_that_the_library_promises_stands(site: Path) -> None:
    assert [
        address for address in INDEX_PAGES if not (site / address / "index.html").is_file()
    ] == []
    assert (site / "404.html").is_file()


def test_every_record_has_its_page_and_its_data(site: Path) -> None:
    ids = [record.id for record in ARCHIVE.records]
    assert ids
    assert [one for one in ids if not (site / "cases" / one / "index.html").is_file()] == []
    assert [
        one
        for one in ids
        if json.loads((site / "cases" / one / "record.json").read_text("utf-8"))["id"] != one
    ] == []


def test_every_link_inside_the_site_leads_to_a_page_and_a_place_in_it(site: Path) -> None:
    broken = []
    for page in pages(site):
        for address in set(read(page).links):
            found = inside(site, page, address)
            if found is None:
                continue
            target, anchor = found
            if not target.is_file() or (
                anchor and target.suffix == ".html" and anchor not in read(target).ids
            ):
                broken.append(f"{page.relative_to(site)}: {address}")
    assert broken == []


def test_every_page_has_one_first_heading_and_skips_no_level(site: Path) -> None:
    wrong = []
    for page in pages(site):
        levels = read(page).headings
        skips = any(after > before + 1 for before, after in itertools.pairwise(levels))
        if levels.count(1) != 1 or skips:
            wrong.append(f"{page.relative_to(site)}: {levels}")
    assert wrong == []


def test_no_id_stands_twice_on_a_page_and_every_label_has_its_id(site: Path) -> None:
    wrong = []
    for page in pages(site):
        ids = read(page).ids
        if len(ids) != len(set(ids)):
            wrong.append(
                f"{page.relative_to(site)}: {sorted({one for one in ids if ids.count(one) > 1})}"
            )
        missing = set(read(page).labelled_by) - set(ids)
        if missing:
            wrong.append(f"{page.relative_to(site)}: {sorted(missing)}")
    assert wrong == []


def test_every_page_has_its_landmarks(site: Path) -> None:
    assert [
        str(page.relative_to(site))
        for page in pages(site)
        if not {"main", "header", "footer", "nav"} <= set(read(page).landmarks)
    ] == []


def test_no_page_shows_what_a_template_could_not_fill(site: Path) -> None:
    signs = (">None<", "Undefined", "{{", "{%", "Entry({", "VagueDate(", "Decimal(", "Quantity(")
    assert [
        f"{page.relative_to(site)}: {sign}"
        for page in pages(site)
        for sign in signs
        if sign in page.read_text("utf-8")
    ] == []


def test_one_process_that_knows_nothing_builds_the_same_site_byte_for_byte(
    site: Path, tmp_path: Path
) -> None:
    """The site was built by as many processes as there are, of what the search had read before."""
    again = tmp_path / "again"
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts/build.py"), "--site-dir", str(again)],
        env={**os.environ, CACHE: str(tmp_path / "search")},
        preexec_fn=_keep_to_one_core if hasattr(os, "sched_setaffinity") else None,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert _digests(again) == _digests(site)


def _keep_to_one_core() -> None:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def _digests(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
