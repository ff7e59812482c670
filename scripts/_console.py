"""What the scripts say: plain Korean lines, and stops that end a command without a traceback."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Callable
from typing import Any, NoReturn

FAILED, WRONG_USAGE, INTERRUPTED = 1, 2, 130


class Stop(Exception):
    """Ends a command: ``message`` says in Korean what happened and what to do next."""

    def __init__(self, message: str, code: int = FAILED) -> None:
        super().__init__(message)
        self.message = message
        self.code = code


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks Korean; a wrong command exits 2 like any other's."""

    def __init__(self, **options: Any) -> None:
        super().__init__(add_help=False, formatter_class=_Formatter, **options)
        self._optionals.title = "고를 수 있는 것"
        self.add_argument("-h", "--help", action="help", help="이 도움말을 보입니다")

    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_USAGE, "알아듣지 못한 명령입니다.\n" + self.format_usage())


class _Formatter(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, prefix or "쓰는 법: ")


def say(message: str, end: str = "\n") -> None:
    """Print one line at once, so that progress shows while a command works."""
    print(message, end=end, flush=True)


def run(main: Callable[[], int]) -> NoReturn:
    """Run a script's ``main`` and exit with its code; a stop or Ctrl+C leaves no traceback."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # a console that knows no Korean
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        sys.exit(main())
    except Stop as stop:
        print(stop.message, file=sys.stderr, flush=True)
        sys.exit(stop.code)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
