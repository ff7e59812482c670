"""Preview the site: python3 scripts/serve.py [--cases DIR] [--port 8000] [--open] [--no-search]

Serves on 127.0.0.1 and makes each page when a browser asks for it, as the files are then; an open
page is opened anew once something has changed. A process beside it makes the search index; the
pages do not wait for it. Ctrl+C ends both.
"""

from pathlib import Path
from runpy import run_path

run_path(str(Path(__file__).with_name("support") / "start.py"))

import errno
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from support import environment, mkdocs, records
from support.console import Parser, Stop, run, say
from support.static_host import HOST

NEXT_PORTS = 20
"""How many ports after a taken one are tried for the suggestion."""


def main() -> int:
    """Serve by the command line's arguments until Ctrl+C."""
    parser = Parser(description="사이트를 이 컴퓨터에서 미리 봅니다.")
    parser.add_argument(
        "--cases",
        type=Path,
        default=records.FOLDER,
        metavar="폴더",
        help="기록이 든 폴더 (기본: cases)",
    )
    parser.add_argument(
        "--port",
        type=int,
        choices=range(1, 65536),
        default=8000,
        metavar="번호",
        help="주소의 포트 번호 (기본: 8000)",
    )
    parser.add_argument("--open", action="store_true", help="다 되면 브라우저를 엽니다")
    parser.add_argument(
        "--no-search", action="store_true", help="찾아보기 색인을 새로 만들지 않습니다"
    )
    options = parser.parse_args()
    cases = records.existing(options.cases)
    refuse_taken(options.port)
    environment.enter("site")
    if options.no_search:
        return serve(cases, options.port, options.open)
    with indexing(cases):
        return serve(cases, options.port, options.open)


def serve(cases: Path, port: int, open_browser: bool) -> int:
    """Run the preview; 0 after Ctrl+C, its own code if it ends by itself."""
    say("미리보기를 준비하고 있습니다.")
    program = str(environment.ROOT / "scripts/support/previewing.py")
    arguments = [program, str(cases), str(port), *["open"] * open_browser]
    try:
        return mkdocs.run_python(["-P", *arguments], cases, say)
    except KeyboardInterrupt:
        say("\n미리보기를 끝냈습니다.")
        return 0


@contextmanager
def indexing(cases: Path) -> Iterator[None]:
    """Keep the search index fresh while the block runs, in a process that never holds it up."""
    command = [sys.executable, str(environment.ROOT / "scripts/support/indexing.py"), str(cases)]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as process:
        try:
            yield
        finally:
            if process.stdin:
                process.stdin.close()
            process.terminate()


def refuse_taken(port: int) -> None:
    """Raise ``Stop``, naming a free port, if ``port`` cannot be served on."""
    if is_free(port):
        return
    others = range(port + 1, min(port + NEXT_PORTS, 65536))
    other = next((number for number in others if is_free(number)), 0)
    example = f" 예: --port {other}" if other else ""
    raise Stop(
        f"{port}번 포트를 쓸 수 없습니다. 다른 프로그램이 쓰고 있거나 권한이 없습니다.\n"
        f"--port에 다른 번호를 적어 다시 실행하세요.{example}"
    )


def is_free(port: int) -> bool:
    """Whether a server can listen on ``port`` of this computer."""
    with socket.socket() as probe:
        if os.name != "nt":  # there the option would let two servers share the port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            return error.errno not in (errno.EADDRINUSE, errno.EACCES)
    return True


if __name__ == "__main__":
    run(main)
