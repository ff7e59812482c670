"""Measure the search: python3 scripts/bench_search.py [--cases DIR] [--queries FILE] [--json FILE] SITE

SITE is a built site with its index, ``--cases`` the folder that it was built from. For every sort
of query: how many of the expected records are among the first ten (recall), where the first of
them stands (MRR), how many of the ten are to the point (precision); and the bytes (gzip),
requests and time that an answer takes in Chromium.
"""

import _environment  # first: it stops a Python that is too old

import json
import sys
from pathlib import Path

from _chromium import FLAGS, chromium
from _console import Parser, run, say


def main() -> int:
    """Measure by the command line's arguments."""
    parser = Parser(description="찾아보기를 잽니다.")
    parser.add_argument("--cases", type=Path, default=_environment.ROOT / "cases", metavar="폴더",
                        help="기록이 든 폴더 (기본: cases)")
    parser.add_argument("--queries", type=Path, metavar="파일",
                        help="물음 묶음. 없으면 기록에서 지어냅니다")
    parser.add_argument("--count", type=int, default=240, metavar="수", help="지어낼 물음의 수")
    parser.add_argument("--json", type=Path, metavar="파일", help="결과를 적을 파일")
    parser.add_argument("site", type=Path, metavar="사이트", help="지은 사이트의 폴더")
    options = parser.parse_args()
    _environment.enter("test")
    sys.path[:0] = [str(_environment.ROOT / name) for name in ("hooks", "tests")]
    from search_measures import measured, printed
    found = measured(options.site, options.cases, options.queries, options.count,
                     str(chromium(None)), FLAGS)
    say(printed(found))
    if options.json:
        options.json.write_text(json.dumps(found, ensure_ascii=False, indent=2), encoding="utf-8")
    return 0


if __name__ == "__main__":
    run(main)
