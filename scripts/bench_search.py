"""Measure the search of built sites: python3 scripts/bench_search.py [--cases DIR] [--queries FILE] SITE

SITE is a built site with its index, ``--cases`` the folder that it was built from. For every sort
of query: how many of the expected records are among the first ten (recall), where the first of
them stands (MRR), how many of the ten are to the point (precision); and the bytes (gzip),
requests and time that an answer takes in Chromium. ``--stock`` is a stock site of the same
records, which is measured beside it. bench.py does all of it for libraries that it makes up.
"""

from pathlib import Path
from runpy import run_path

run_path(str(Path(__file__).with_name("support") / "start.py"))

from support import environment, records
from support.console import WRONG_USAGE, Parser, Stop, run, say


def main() -> int:
    """Measure by the command line's arguments."""
    parser = Parser(description="지은 사이트의 찾아보기를 잽니다.")
    parser.add_argument(
        "--cases",
        type=Path,
        default=records.FOLDER,
        metavar="폴더",
        help="기록이 든 폴더 (기본: cases)",
    )
    parser.add_argument(
        "--queries", type=Path, metavar="파일", help="물음 묶음. 없으면 기록에서 지어냅니다"
    )
    parser.add_argument(
        "--count", type=int, default=240, metavar="수", help="지어낼 물음의 수 (기본: 240)"
    )
    parser.add_argument("--stock", type=Path, metavar="폴더", help="견줄 기본 MkDocs 사이트")
    parser.add_argument("--json", type=Path, metavar="파일", help="결과를 적을 파일")
    parser.add_argument("site", type=Path, metavar="사이트", help="지은 사이트의 폴더")
    options = parser.parse_args()
    records.existing(options.cases)
    for site in filter(None, (options.site, options.stock)):
        if not (site / "index.html").is_file():
            raise Stop(
                f"지은 사이트가 없습니다: {site}\n먼저 python3 scripts/build.py --site-dir {site}를 실행하세요.",
                WRONG_USAGE,
            )
    environment.enter("bench")
    from measure.search import engines, sites_of, table, write

    found = engines(
        sites_of(options.site, options.stock), options.cases, options.queries, options.count
    )
    say(table(found))
    say(f"찾지 못한 물음: {next(iter(found.values()))['missed']}")
    if options.json:
        write(found, options.json)
    return 0


if __name__ == "__main__":
    run(main)
