"""The program by which Playwright drives a browser, and the system's libraries that it needs."""

from __future__ import annotations

import re
import subprocess
import sys

from support import debian
from support.console import Stop

PACKAGES = {"libatomic.so.1": "libatomic1", "libstdc++.so.6": "libstdc++6"}
"""A library that is not on every machine → Debian's package of it."""

_MISSING = re.compile(r"(?P<library>lib[\w.+-]+\.so[.\d]*): cannot open shared object file")


def ready() -> None:
    """Return once the driver starts; raise ``Stop`` naming what it lacks, before any test needs it."""
    said = trial()
    while said:
        library = _missing(said)
        package = PACKAGES.get(library)
        if not package or not debian.install(library, package):
            raise Stop(refusal(said))
        said, before = trial(), said
        if said == before:
            raise Stop(refusal(said))


def trial() -> str:
    """What the driver says when it does not start; "" when it does."""
    done = subprocess.run(
        [sys.executable, "-m", "playwright", "--version"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    return "" if done.returncode == 0 else done.stdout.strip() or f"({done.returncode})"


def refusal(said: str) -> str:
    """Why the browser cannot be driven, and what to install."""
    library = _missing(said)
    if not library:
        return (
            f"브라우저를 부리는 프로그램(Playwright)이 시작되지 않습니다: {said.splitlines()[-1]}"
        )
    return (
        f"브라우저를 부리는 프로그램(Playwright)에 {library} 라이브러리가 없습니다. "
        "설치하고 다시 실행하세요."
        + (f"\n  Debian·Ubuntu: apt install {PACKAGES[library]}" if library in PACKAGES else "")
    )


def _missing(said: str) -> str:
    """The library that the system's loader did not find, "" where it says nothing of one."""
    found = _MISSING.search(said)
    return found["library"] if found else ""
