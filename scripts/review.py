"""Show what a proposal changes as people will read it: python3 scripts/review.py [--cases DIR] [--changed BASE]

Prints Markdown; in a job of GitHub it is added to the job's summary.
Exit code: 0 shown, 2 wrong usage.
"""

from pathlib import Path
from runpy import run_path

run_path(str(Path(__file__).with_name("support") / "start.py"))

import os

from support import environment, records
from support.console import WRONG_USAGE, Parser, Stop, run, say

_SUMMARY = "GITHUB_STEP_SUMMARY"
"""The variable by which GitHub names the file that holds a job's summary."""


def main() -> int:
    """Read both sides of the change and show them."""
    parser = Parser(description="바뀐 기록이 누리집에서 어떻게 읽히는지, 앞뒤의 글을 보입니다.")
    parser.add_argument(
        "--cases",
        type=Path,
        default=records.FOLDER,
        metavar="폴더",
        help="기록이 든 폴더 (기본: cases)",
    )
    parser.add_argument(
        "--changed",
        default="origin/main",
        metavar="가지",
        help="견줄 가지나 커밋 (기본: origin/main)",
    )
    options = parser.parse_args()
    cases = records.existing(options.cases)
    environment.enter("site")
    show(summary_of(cases, options.changed))
    return 0


def summary_of(cases: Path, base: str) -> str:
    """The Markdown; ``Stop`` where the history does not reach back to ``base``."""
    from hyeopchi.cli import shown_folder
    from hyeopchi.files.git import NoHistory
    from hyeopchi.site.change_summary import change_summary
    from hyeopchi.site.change_text import read_changed
    from hyeopchi.site.mkdocs_pages import settings_in

    settings = settings_in(environment.ROOT / "mkdocs.yml")
    try:
        return change_summary(read_changed(cases, shown_folder(cases), base, settings))
    except NoHistory as trouble:
        raise Stop(trouble.message, WRONG_USAGE) from trouble


def show(markdown: str) -> None:
    """To the summary of the job, or to the screen where there is none."""
    summary = os.environ.get(_SUMMARY)
    if not summary:
        say(markdown, end="")
        return
    with Path(summary).open("a", encoding="utf-8", newline="\n") as stream:
        stream.write(markdown)


if __name__ == "__main__":
    run(main)
