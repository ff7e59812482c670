"""Build the site: python3 scripts/build.py [--cases DIR] [--site-dir DIR] [--papers] [--release]

The new site is built beside the old one and takes its place only when it is whole.
Exit code: 0 built, 1 not built (the old site stays), 2 wrong usage.
"""

from pathlib import Path
from runpy import run_path

run_path(str(Path(__file__).with_name("support") / "start.py"))

import os
import time

from support import environment, mkdocs, pango, records
from support.console import Parser, Stop, because, run, say
from support.swap import replacing


def main() -> int:
    """Build from the command line's arguments."""
    parser = Parser(description="기록을 검사하고 사이트를 짓습니다.")
    parser.add_argument(
        "--cases",
        type=Path,
        default=records.FOLDER,
        metavar="폴더",
        help="기록이 든 폴더 (기본: cases)",
    )
    parser.add_argument(
        "--site-dir",
        type=Path,
        default=environment.ROOT / "site",
        metavar="폴더",
        help="사이트를 둘 폴더 (기본: site)",
    )
    parser.add_argument(
        "--papers",
        action="store_true",
        help="나누어 줄 종이(PDF·HWPX·DOCX)도 만들어 함께 둡니다. 몇 분 더 걸립니다",
    )
    parser.add_argument(
        "--release",
        action="store_true",
        help="세상에 펴낼 사이트를 짓습니다. 연락할 곳이 없으면 짓지 않습니다",
    )
    options = parser.parse_args()
    cases = records.existing(options.cases)
    pango.look()
    environment.enter("press" if options.papers else "search")
    if options.papers:
        pango.ready()
    os.environ[mkdocs.PAPERS] = "true" if options.papers else "false"
    os.environ[mkdocs.RELEASE] = "true" if options.release else "false"
    build(cases, options.site_dir)
    return 0


def build(cases: Path, site: Path) -> None:
    """Build the records in ``cases`` into the folder ``site``, or raise ``Stop``."""
    began = time.monotonic()
    try:
        with replacing(site) as fresh:
            say("사이트를 짓고 있습니다.")
            _render(cases, fresh)
            pages = sum(1 for _ in fresh.rglob("*.html"))
    except OSError as error:
        raise Stop(
            f"사이트를 제자리에 놓지 못했습니다: {because(error)}\n"
            "예전 사이트가 있었다면 그대로 있습니다. --site-dir에 쓸 수 있는 폴더를 적어 주세요."
        ) from error
    say(f"{pages:,}쪽을 {time.monotonic() - began:.1f}초에 지었습니다: {site.resolve()}")


def _render(cases: Path, folder: Path) -> None:
    code = mkdocs.run(["build", "--strict", "--site-dir", str(folder)], cases, mkdocs.show)
    if code != 0 or not (folder / "index.html").is_file():
        raise Stop(
            "사이트를 짓지 못했습니다. 위의 문제를 고치고 다시 실행하세요.\n"
            "예전 사이트가 있었다면 그대로 있습니다."
        )


if __name__ == "__main__":
    run(main)
