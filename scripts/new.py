"""Write a new record by answering questions: python3 scripts/new.py [--kind case] [--title …] [--no-input] …

Every answer is checked at once; Ctrl+C keeps what was answered. Never overwrites a file.
Exit code: 0 written without errors, 1 written but to be mended, 2 wrong usage, 130 interrupted.
"""

from pathlib import Path
from runpy import run_path

run_path(str(Path(__file__).with_name("support") / "start.py"))

import io
import sys

from support import records
from support.console import INTERRUPTED, Parser, Stop, because, run, say


def main() -> int:
    """Ask, write and check by the command line's arguments."""
    options = parser().parse_args()
    records.existing(options.cases)
    records.enter_reader()
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    from interview.given import open_draft
    from interview.new_record import NewRecord

    work = NewRecord(options.cases, options.out)
    draft = open_draft(work.archive, options)
    if not options.no_input:
        say(
            "새 기록을 만듭니다. 물음마다 답을 적고 엔터를 누르세요. 도움말은 ?, 건너뛰기는 엔터, 그만두기는 Ctrl+C입니다."
        )
        try:
            draft = work.ask(draft)
            work.choose_place(draft)
        except (KeyboardInterrupt, EOFError):
            work.keep()
            return INTERRUPTED
    try:
        return work.write(draft)
    except (OSError, Stop) as error:
        if not options.no_input:
            work.keep()
        raise (
            error if isinstance(error, Stop) else Stop(f"파일을 쓰지 못했습니다: {because(error)}")
        ) from error


def parser() -> Parser:
    """The options: none is needed where a person answers the questions."""
    made = Parser(
        description="물음에 답해 새 기록을 만듭니다. 답은 적는 대로 검사합니다.", allow_abbrev=False
    )
    made.add_argument(
        "--kind",
        metavar="종류",
        help="case 사례, plan 계획, declaration 선언, resource 자료, collection 읽기 묶음",
    )
    made.add_argument("--title", metavar="제목", help="무슨 일이 있었는지 적은 제목")
    made.add_argument(
        "--district",
        metavar="지역",
        action="append",
        help="자치구의 이름표나 이름. 여러 번 적을 수 있습니다",
    )
    made.add_argument(
        "--domain",
        metavar="분야",
        action="append",
        help="분야의 이름표나 이름. 세 번까지 적을 수 있습니다",
    )
    made.add_argument(
        "--set",
        metavar="칸=값",
        action="append",
        default=[],
        help="다른 칸의 값. 예: --set 'period={start: 2018}'",
    )
    made.add_argument("--draft", type=Path, metavar="파일", help="두었던 초안을 이어 씁니다")
    made.add_argument(
        "--out", type=Path, metavar="파일", help="쓸 파일. 예: cases/mapo-gu/2018-our-forum.md"
    )
    made.add_argument(
        "--cases",
        type=Path,
        default=records.FOLDER,
        metavar="폴더",
        help="기록이 든 폴더 (기본: cases)",
    )
    made.add_argument(
        "--no-input", action="store_true", help="묻지 않고, 적어 준 것으로만 만듭니다"
    )
    return made


if __name__ == "__main__":
    run(main)
