"""Run the tests: python3 scripts/test.py [--chromium PATH] [pytest arguments]

Sets up what the tests need, finds or installs Chromium, tries once what drives it, and never skips
the browser tests.
Exit code: pytest's own, or 1 when something that the tests need cannot be had.
"""

from pathlib import Path
from runpy import run_path

run_path(str(Path(__file__).with_name("support") / "start.py"))

import os
import subprocess
import sys
from functools import partial

from support import driver, environment, pango
from support.chromium import VARIABLE, chromium
from support.console import Parser, all_of, run

ALL_AT_ONCE = ("--numprocesses", "auto", "--dist", "loadfile", "--no-loadscope-reorder")
"""Without arguments all tests run, as many files at once as the machine has cores, in their order."""


def main() -> int:
    """Run pytest in the project's environment with a browser."""
    parser = Parser(
        description="시험을 모두 실행합니다. 나머지 인수는 pytest로 갑니다.", allow_abbrev=False
    )
    parser.add_argument("--chromium", metavar="경로", help="쓸 브라우저의 실행 파일")
    options, for_pytest = parser.parse_known_args()
    pango.look()
    environment.enter("test")
    *_, browser = all_of(pango.ready, driver.ready, partial(chromium, options.chromium))
    variables = {**os.environ, VARIABLE: str(browser)}
    return subprocess.run(
        [sys.executable, "-m", "pytest", *(for_pytest or ALL_AT_ONCE)],
        cwd=environment.ROOT,
        env=variables,
    ).returncode


if __name__ == "__main__":
    run(main)
