"""An environment and its packages, by venv and pip: Korean progress, plain reasons on failure."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from support import debian
from support.console import Stop, say
from support.surroundings import for_pip, undisturbed

PIP = ("-I", "-m", "pip")
"""pip, as Python starts it: what stands in the working folder or in variables cannot shadow it."""

VENV, VENV_PACKAGE = ("-I", "-m", "venv"), "python3-venv"
_NO_VENV = re.compile(r"ensurepip|No module named '?venv")
PIP_OPTIONS = (
    "--require-hashes",
    "--no-input",
    "--disable-pip-version-check",
    "--progress-bar",
    "off",
    "--retries",
    "2",
)

_STEP = re.compile(
    r"(?:Collecting|Requirement already satisfied:|Ignoring) (?P<name>[\w.-]+)"
    r"|Processing (?:(?:(?! \(from ).)*[/\\])?(?P<file>[\w.]+)-"
)
"""How pip begins with a package: by name, or by a file that it has at hand."""

# What pip prints, and what it means for the person in front of it. The first match counts:
# without a network pip also says that it found no matching distribution.
REASONS = (
    (
        r"NewConnectionError|ConnectTimeout|ReadTimeout|ProxyError|getaddrinfo failed"
        r"|name resolution|Name or service not known|Network is unreachable|SSLError",
        "인터넷에 닿지 못해 필요한 꾸러미를 받지 못했습니다.\n"
        "인터넷 연결이나 프록시 설정을 확인하고 같은 명령을 다시 실행하세요.\n"
        "인터넷이 없는 컴퓨터라면 README.md의 '인터넷이 없을 때'를 보세요.",
    ),
    (
        r"DO NOT MATCH THE HASHES|HashMismatch",
        "받은 꾸러미가 잠금 파일에 적힌 것과 달라 설치하지 않았습니다.\n"
        "잠시 뒤 다시 실행하고, 그래도 같으면 관리자에게 알려 주세요.",
    ),
    (
        r"No space left on device|Errno 28",
        "디스크에 남은 자리가 없어 설치하지 못했습니다.\n"
        "자리를 비우고 같은 명령을 다시 실행하세요.",
    ),
    (
        r"Permission denied|Errno 13|Access is denied",
        ".venv 폴더에 쓸 권한이 없습니다.\n"
        "이 폴더의 주인으로 로그인해 같은 명령을 다시 실행하세요.",
    ),
    (
        r"No matching distribution found",
        "이 파이썬과 운영체제에 맞는 꾸러미를 찾지 못했습니다.\n"
        "인터넷이 없다면 README.md의 '인터넷이 없을 때'를 보세요.\n"
        "있다면 다른 파이썬(3.11~3.13)으로 실행해 보세요.",
    ),
)


def make_venv(folder: Path) -> None:
    """An empty virtual environment in ``folder``; what was there before is removed."""
    said = _venv(folder)
    if said is not None and _NO_VENV.search(said):
        said = _venv(folder) if debian.install("파이썬의 venv 모듈", VENV_PACKAGE) else said
    if said is None:
        return
    if _NO_VENV.search(said):
        raise Stop(
            "파이썬의 venv 모듈이 없습니다.\n"
            f"데비안·우분투라면 'apt install {VENV_PACKAGE}'를 한 뒤 다시 실행하세요."
        )
    raise Stop(f"가상 환경을 만들지 못했습니다: {folder}\n{said}")


def _venv(folder: Path) -> str | None:
    """Make it; what Python said where that failed."""
    done = _told([sys.executable, *VENV, "--clear", str(folder)], undisturbed(os.environ))
    return done.stdout.strip() if done.returncode else None


def install(python: Path, lock: Path, log: Path) -> None:
    """Install what ``lock`` pins into the environment of ``python``, hashes checked.

    The whole output of pip goes to ``log``. Raises ``Stop`` with a plain reason.
    """
    total = len(pins(lock.read_text(encoding="utf-8")))
    lines: list[str] = []
    with subprocess.Popen(
        [str(python), *PIP, "install", *PIP_OPTIONS, "-r", str(lock)],
        env=_pip_environment(python),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as process:
        for step in _steps(process.stdout or (), lines):
            _show(step, total)
    log.write_text("".join(lines), encoding="utf-8")
    if process.returncode != 0:
        raise Stop(reason("".join(lines), log))


def prove(python: Path, modules: Iterable[str], log: Path) -> None:
    """Import ``modules`` by ``python``, or raise ``Stop``: only what works counts as installed."""
    program = "".join(f"import {module}\n" for module in modules)
    done = _told([str(python), "-I", "-c", program], undisturbed(os.environ))
    if done.returncode != 0:
        with log.open("a", encoding="utf-8") as file:
            file.write(done.stdout)
        last = (done.stdout.strip().splitlines() or [""])[-1]
        raise Stop(
            f"설치한 꾸러미를 불러오지 못했습니다: {last}\n"
            f"같은 명령을 다시 실행하세요. 그래도 같으면 {log}를 관리자에게 보여 주세요."
        )


def _pip_environment(python: Path) -> dict[str, str]:
    environ = undisturbed(os.environ)
    return for_pip(environ, _told([str(python), *PIP, "config", "list"], environ).stdout)


def _told(command: list[str], environ: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """What a command prints, both streams as one."""
    return subprocess.run(
        command,
        env=environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )


def pins(lock: str) -> list[str]:
    """Names of the packages that the text of a lock file pins."""
    return re.findall(r"^([A-Za-z0-9][\w.-]*)==", lock, re.MULTILINE)


def reason(output: str, log: Path) -> str:
    """Why pip failed, in Korean, from what it printed."""
    for pattern, message in REASONS:
        if re.search(pattern, output):
            return message
    return f"꾸러미를 설치하지 못했습니다. 자세한 내용은 {log}에 있습니다."


def _steps(output: Iterable[str], lines: list[str]) -> Iterator[tuple[int, str]]:
    """Number and name of each package as pip comes to it; ``lines`` keeps everything."""
    count = 0
    for line in output:
        lines.append(line)
        if found := _STEP.match(line):
            count += 1
            yield count, found["name"] or found["file"]


def _show(step: tuple[int, str], total: int) -> None:
    """One line a package; on a terminal each takes the place of the one before."""
    number, name = step
    line = f"  {number}/{total} {name}"
    if sys.stdout.isatty() and number < total:
        say(line.ljust(60), end="\r")
    else:
        say(line)
