"""Measure the library: python3 scripts/bench.py [--real] [--papers] [--records N [N …]] [--seed S] [--keep]

Makes a synthetic library of N records, checks it, makes its search index, builds its site, looks at
its preview, and builds pages of the same words with stock MkDocs + Material: in temporary folders, each as a program
of its own. The build finds the index made: what that takes has a row of its own, since reading
Korean takes longer than all the rest. Then the search answers queries beside Material's and
Pagefind's, in Chromium. ``--real`` measures the library's own records too, ``--papers`` all that
they are printed as.
Exit code: 0 measured, 1 a command failed, 2 wrong usage.
"""

from pathlib import Path
from runpy import run_path

run_path(str(Path(__file__).with_name("support") / "start.py"))

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from measure.cost import STEP, Cost, cost_of
from measure.looks import looks_of_stock, measure_looks
from measure.papers import measure_papers
from measure.papers import told as papers_told
from measure.report import Again, Figures, figures, growth, table
from measure.search import SearchFigures, engines, sites_of, told
from support import environment, mkdocs
from support.console import Parser, run, say

SCRIPTS = Path(__file__).resolve().parent
QUERIES = 240
"""Queries that are made up for a library."""


def main() -> int:
    """Measure every size that the command line asks for."""
    parser = Parser(description="지어낸 기록으로 도서관이 얼마나 빠르고 큰지 잽니다.")
    parser.add_argument("--real", action="store_true", help="이 도서관의 기록도 잽니다")
    parser.add_argument(
        "--papers", action="store_true", help="이 도서관의 기록으로 만드는 나눠 줄 종이도 잽니다"
    )
    parser.add_argument(
        "--records",
        type=int,
        nargs="+",
        default=[],
        metavar="수",
        help="기록의 수. 여럿 적으면 얼마나 늘어나는지도 봅니다",
    )
    parser.add_argument(
        "--seed",
        type=int,
        default=1,
        metavar="수",
        help="같은 수를 적으면 같은 기록이 나옵니다 (기본: 1)",
    )
    parser.add_argument("--keep", action="store_true", help="만든 폴더를 지우지 않습니다")
    options = parser.parse_args()
    if min(options.records, default=options.real or options.papers) < 1:
        parser.error("records")
    environment.enter("bench")
    with workplace(options.keep) as folder:
        if options.real:
            measure_real(folder / "real")
        if options.papers:
            copied(folder / "papers")
            say("나눠 줄 종이를 만듭니다.")
            say(papers_told(measure_papers(folder / "papers", _python)))
        measure_all(folder, sorted(set(options.records)), options.seed)
    return 0


@contextmanager
def workplace(keep: bool) -> Iterator[Path]:
    """A temporary folder, which stays only if asked to."""
    folder = Path(tempfile.mkdtemp(prefix="hyeopchi-bench-"))
    try:
        yield folder
    finally:
        if keep:
            say(f"\n만든 것은 여기에 있습니다: {folder}")
        else:
            shutil.rmtree(folder, ignore_errors=True)


def measure_real(folder: Path) -> None:
    """Print the table of a copy of the library's own records, asked what people wrote down."""
    copied(folder)
    records = len(list((folder / "cases").glob("[!_]*/*.md")))
    say(table(records, *measure(folder)))
    say(told(measure_search(folder, environment.ROOT / "tests/data/queries.yml")))


def copied(folder: Path) -> None:
    """Copy the library's own records to ``folder/cases``."""
    shutil.copytree(environment.ROOT / "cases", folder / "cases")


def measure_all(folder: Path, sizes: Sequence[int], seed: int) -> None:
    """Print the tables of every size, then how the figures grow."""
    measured = {}
    for records in sizes:
        write_synthetic(folder / str(records) / "cases", records, seed)
        measured[records] = measure(folder / str(records))
        say(table(records, *measured[records]))
        say(told(measure_search(folder / str(records), None)))
    if len(sizes) > 1:
        say(growth(measured))


def write_synthetic(cases: Path, records: int, seed: int) -> None:
    """Make up records."""
    cases.mkdir(parents=True)
    say(f"기록 {records:,}개를 지어냅니다.")
    _python(cases, "write", *STEP, "write", str(cases), str(records), str(seed))


def measure(folder: Path) -> tuple[Figures, Figures]:
    """Our figures and stock's for the records in ``folder/cases``; everything made stays in ``folder``."""
    return measure_ours(folder / "cases", folder / "site"), measure_stock(folder)


def measure_ours(cases: Path, site: Path) -> Figures:
    """What checking, indexing and building ``cases`` takes, the first time and again."""
    say("검사합니다.")
    check = _check(cases)
    _touch_up(cases)
    checked_again = _check(cases)
    say("찾아보기 색인을 만듭니다.")
    index = _python(cases, "index", *STEP, "index", str(cases), str(_index(cases)))
    say("사이트를 짓습니다.")
    shutil.rmtree(_index(cases).with_name("kept"))
    build = _build(cases, site)
    same = _build(cases, site)
    _touch_up(cases)
    again = Again(checked_again, same, _build(cases, site))
    say("미리보기를 잽니다.")
    looks = measure_looks(cases, _python)
    return figures(check, index, build, site, looks, again)


def measure_stock(folder: Path) -> Figures:
    """What a stock MkDocs takes for the same records: it builds all again, whatever has changed."""
    say("같은 기록을 기본 MkDocs로 짓습니다.")
    cases, source, site = folder / "cases", folder / "stock", folder / "stock-site"
    _python(cases, "write-stock", *STEP, "write_stock", str(cases), str(source))
    config = str(source / "mkdocs.yml")
    command = ("-m", "mkdocs", "build", "--config-file", config, "--site-dir", str(site))
    build = _python(cases, "stock", *command)
    again = Again(None, build, build)
    return figures(None, None, build, site, looks_of_stock(build), again)


def _check(cases: Path) -> Cost:
    return _python(cases, "check", str(SCRIPTS / "check.py"), "--cases", str(cases))


def _build(cases: Path, site: Path) -> Cost:
    command = (str(SCRIPTS / "build.py"), "--cases", str(cases), "--site-dir", str(site))
    return _python(cases, "build", *command)


def _touch_up(cases: Path) -> None:
    """Say a little more in one record."""
    record = sorted(cases.glob("[!_]*/*.md"))[0]
    record.write_bytes(record.read_bytes() + "\n이야기를 더 적었습니다.\n".encode())


def measure_search(folder: Path, queries: Path | None) -> SearchFigures:
    """The figures of the search on the sites that ``measure`` built; without ``queries`` it makes some up."""
    cases, stock = folder / "cases", folder / "stock-site"
    say("찾아보기를 잽니다.")
    _python(cases, "pagefind", "-m", "pagefind_bin", "--site", str(stock))
    found = engines(sites_of(folder / "site", stock), cases, queries, QUERIES)
    _python(cases, "edit", *STEP, "edit", str(cases), str(_index(cases)))
    return SearchFigures(float((folder / "edit.log").read_text(encoding="utf-8")), found)


def _index(cases: Path) -> Path:
    """Where the index of the records in ``cases`` is kept between builds."""
    return cases.with_name("cache")


def _python(cases: Path, name: str, *arguments: str) -> Cost:
    """What a Python program costs; its output goes to a file beside the records."""
    environ = {
        **mkdocs.environment(cases),
        mkdocs.CACHE: str(_index(cases)),
        "PYTHONPATH": os.pathsep.join((str(environment.ROOT / "hooks"), str(SCRIPTS))),
    }
    return cost_of([sys.executable, *arguments], environ, cases.with_name(f"{name}.log"))


if __name__ == "__main__":
    run(main)
