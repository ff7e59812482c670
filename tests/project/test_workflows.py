"""The workflows' own commands: the real library is published with its papers, a proposal is previewed."""

from __future__ import annotations

import hashlib
import re
import shutil
import zipfile
from itertools import chain
from pathlib import Path

import pytest
from pypdf import PdfReader

from helpers.broken_files import CASE, changed, shelf
from helpers.real_library import LIBRARY
from helpers.site_pages import pages
from helpers.workflows import (
    LONG_SETTINGS,
    commands,
    committed,
    copied,
    git,
    lend_environment,
    run,
    workflow,
)
from hyeopchi.paper.catalogue import (
    books_of,
    game_papers,
    is_course,
    papers_of,
    zip_of,
)
from measure.pdf_checkers import complaints

ADDRESS = LONG_SETTINGS["site_url"]
OFFER = '<ul class="papers">'
TOLD = (
    '<p class="papers-note">이 사이트는 PDF와 한글(HWPX)·DOCX 파일 없이 지었습니다. '
    "이 쪽을 바로 인쇄할 수 있습니다.</p>"
)
NOT_RUN = {
    "publish": {"Install what lays out text on paper", "Attach them"},
    "contribution": set(),
}
"""What needs root or GitHub; Pango is there, for the tests of papers need it too."""


@pytest.mark.parametrize("name", NOT_RUN)
def test_every_command_but_these_needs_neither_root_nor_github(name: str) -> None:
    jobs = workflow(name)["jobs"]
    said = {step["name"] for job in jobs.values() for step in job["steps"] if "run" in step}
    run_here = {step["name"] for job in jobs for step in commands(name, job)}
    assert said - run_here == NOT_RUN[name]


def test_what_is_published_and_what_is_kept_are_built_by_one_command() -> None:
    (build,) = commands("publish", "build")
    assert build in tuple(commands("publish", "keep"))


def test_the_real_library_is_published_with_every_paper_under_a_long_address(
    released: Path,
) -> None:
    site = released / "site"
    papers = chain(
        books_of(LIBRARY),
        game_papers(),
        *(papers_of(record, LIBRARY) for record in LIBRARY.records),
    )
    wanted = {address for paper in papers for _, address in paper.files()}
    wanted |= {zip_of(record) for record in LIBRARY.records if is_course(record)}
    made = {f"papers/{file.name}" for file in (site / "papers").iterdir()}
    assert wanted - made == set()
    said = (released / "log.txt").read_text("utf-8")
    assert [line for line in said.splitlines() if "papers/" in line] == []


def test_the_map_of_a_published_site_names_every_page_once(released: Path) -> None:
    """Two processes write the pages, and one of them the map."""
    site = released / "site"
    named = re.findall("<loc>(.*)</loc>", (site / "sitemap.xml").read_text("utf-8"))
    made = [file.parent.relative_to(site).as_posix() for file in site.rglob("index.html")]
    assert sorted(named) == sorted(ADDRESS if one == "." else f"{ADDRESS}{one}/" for one in made)


def test_two_other_programs_confirm_the_largest_paper_of_every_kind(
    released: Path, tmp_path: Path
) -> None:
    """All papers take them minutes: see scripts/confirm.py."""
    papers = [
        *(paper for record in LIBRARY.records for paper in papers_of(record, LIBRARY)),
        *game_papers(),
    ]
    books = {paper.stem for paper in books_of(LIBRARY)}
    of_kind: dict[str, list[Path]] = {}
    for paper in papers:
        if paper.stem not in books:
            of_kind.setdefault(paper.name, []).append(released / f"site/papers/{paper.stem}.pdf")
    assert len(of_kind) >= 12
    smallest = min((released / f"site/papers/{stem}.pdf" for stem in books), key=_size)
    sample = [
        smallest,
        _slides(released, tmp_path),
        *(max(files, key=_size) for files in of_kind.values()),
    ]
    assert {file.name: told for file in sample if (told := complaints(file))} == {}


def _size(file: Path) -> int:
    return file.stat().st_size


def _slides(released: Path, folder: Path) -> Path:
    """The slides of a kit: all else in it is bound in the kit that is a paper too."""
    with zipfile.ZipFile(released / "site/papers/kit-reader-basics.zip") as kit:
        (name,) = (one for one in kit.namelist() if one.endswith(".pdf") and "슬라이드" in one)
        return Path(kit.extract(name, folder))


def test_cards_fit_and_every_sheet_names_the_long_address(released: Path) -> None:
    for record in ("2016-agenda-projects", "2016-community-innovation-plan"):
        pages = PdfReader(released / f"site/papers/{record}-exercises.pdf").pages
        told = re.sub(r"\s", "", "".join(page.extract_text() for page in pages))
        assert f"{ADDRESS}cases/{record}/" in told


def test_the_cover_and_the_colophon_say_who_runs_the_library(released: Path) -> None:
    pages = PdfReader(released / "site/papers/book-basics.pdf").pages
    told = " ".join((pages[0].extract_text() + pages[-1].extract_text()).split())
    assert told.count(LONG_SETTINGS["operator"]) == 2 and LONG_SETTINGS["contact"] in told


def test_every_page_that_offers_papers_says_so_where_they_were_not_made(
    released: Path, site: Path
) -> None:
    """The release has its papers, the site of the other tests has none."""
    offering, telling = set(), set()
    for folder, found, sign in ((released / "site", offering, OFFER), (site, telling, TOLD)):
        for page in pages(folder):
            if sign in page.read_text("utf-8"):
                found.add(page.relative_to(folder).as_posix())
    assert offering == telling
    assert len({name.split("/")[0] for name in offering}) == 3  # records, collections, teaching


def test_what_is_kept_with_a_release_is_the_site_and_the_records_with_their_sums(
    released: Path,
) -> None:
    sums = dict(
        reversed(line.split()) for line in (released / "SHA256SUMS").read_text().splitlines()
    )
    assert sums == {
        name: hashlib.sha256((released / name).read_bytes()).hexdigest()
        for name in ("site.zip", "records.zip")
    }
    site = released / "site"
    with zipfile.ZipFile(released / "site.zip") as packed:
        files = {name for name in packed.namelist() if not name.endswith("/")}
    assert files == {
        file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()
    }
    with zipfile.ZipFile(released / "records.zip") as packed:
        names = set(packed.namelist())
    assert {record.source.path for record in LIBRARY.records} | {"LICENSE-CONTENT"} <= names


def test_a_proposal_is_checked_and_previewed_by_the_workflows_own_commands(tmp_path: Path) -> None:
    upstream, work = tmp_path / "upstream", tmp_path / "work"
    copied(upstream)
    shutil.rmtree(upstream / "cases")
    shelf(upstream, {"mapo-gu/2017-meeting.md": CASE})
    committed(upstream)
    git(upstream, "switch", "-q", "-c", "proposal")
    new = changed("주민이 마을 모임을 열다", "겨울에 골목의 눈을 함께 치우다")
    (upstream / "cases/mapo-gu/2018-snow.md").write_text(new, "utf-8")
    git(upstream, "add", ".")
    git(upstream, "commit", "-q", "-m", "Propose")
    git(upstream, "switch", "-q", "main")
    git(upstream, "merge", "-q", "--no-ff", "-m", "Merge", "proposal")
    work.mkdir()
    git(work, "clone", "-q", "--depth", "2", f"file://{upstream}", "proposed")
    take, *others = commands("contribution", "check")
    said = [run(take, work)]
    lend_environment(work / "line")
    said += [run(step, work) for step in others]
    assert [(done.returncode, done.stderr) for done in said] == [(0, "")] * 4
    assert "겨울에 골목의 눈을 함께 치우다" in (
        work / "preview/cases/2018-snow/index.html"
    ).read_text("utf-8")
