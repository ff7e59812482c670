"""What the scripts say: plain Korean lines, and stops that end a command without a traceback."""

from __future__ import annotations

import argparse
import errno
import os
import signal
import sys
from collections.abc import Callable
from io import TextIOWrapper
from typing import Any, NoReturn, TextIO

FAILED, WRONG_USAGE, INTERRUPTED = 1, 2, 130
REASONS = {
    errno.EACCES: "권한이 없습니다",
    errno.EPERM: "권한이 없습니다",
    errno.EROFS: "읽기만 되는 곳입니다",
    errno.ENOSPC: "디스크에 남은 자리가 없습니다",
    errno.ENOENT: "없는 파일이나 폴더입니다",
    errno.ENOTDIR: "폴더가 있을 자리에 파일이 있습니다",
    errno.EEXIST: "폴더가 있을 자리에 파일이 있습니다",
    errno.EISDIR: "파일이 있을 자리에 폴더가 있습니다",
    errno.ENAMETOOLONG: "이름이 너무 깁니다",
}
"""What the system's own words for a failure mean."""


class Stop(Exception):
    """Ends a command: ``message`` says in Korean what happened and what to do next."""

    def __init__(self, message: str, code: int = FAILED) -> None:
        super().__init__(message)
        self.message = message
        self.code = code


def all_of(*steps: Callable[[], Any]) -> tuple[Any, ...]:
    """What each step gives; where some of them stop, one ``Stop`` says all their reasons."""
    given, reasons = [], []
    for step in steps:
        try:
            given.append(step())
        except Stop as stop:
            reasons.append(stop.message)
    if reasons:
        raise Stop("\n".join(reasons))
    return tuple(given)


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks Korean; a wrong command exits 2 like any other's."""

    def __init__(self, **options: Any) -> None:
        super().__init__(add_help=False, formatter_class=_Formatter, **options)
        self._positionals.title, self._optionals.title = "적을 것", "고를 수 있는 것"
        self.add_argument("-h", "--help", action="help", help="이 도움말을 보입니다")

    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_USAGE, "알아듣지 못한 명령입니다.\n" + self.format_usage())


class _Formatter(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, prefix or "쓰는 법: ")


def say(message: str, end: str = "\n", stream: TextIO | None = None) -> None:
    """Print one line at once, so that progress shows while a command works.

    A command goes on with its work where its reader has left, as behind ``| head -1``.
    """
    stream = stream or sys.stdout
    try:
        print(message, end=end, file=stream, flush=True)
    except BrokenPipeError:
        _hush(stream)


def because(error: OSError) -> str:
    """Why a file could not be read or written, and which."""
    reason = REASONS.get(error.errno or 0)
    return f"{reason}: {error.filename}" if reason and error.filename else reason or str(error)


def run(main: Callable[[], int]) -> NoReturn:
    """Run a script's ``main`` and exit with its code; a stop, Ctrl+C or a full disk leaves no traceback."""
    _open_streams()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        try:
            sys.exit(main())
        finally:
            sys.stdout.flush()
    except Stop as stop:
        say(stop.message, stream=sys.stderr)
        sys.exit(stop.code)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except OSError as error:
        _hush(sys.stdout)
        if not isinstance(error, BrokenPipeError):
            say(
                f"끝까지 하지 못했습니다: {because(error)}\n폴더의 권한과 남은 자리를 확인하고 다시 실행하세요.",
                stream=sys.stderr,
            )
        sys.exit(FAILED)


def _open_streams() -> None:
    """What the caller has closed leads nowhere; a console that knows no Korean shows escapes."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - to the end
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _hush(stream: TextIO) -> None:
    """Let what is still to be written to ``stream`` go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
