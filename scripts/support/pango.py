"""Getting ready to make papers: the system's libraries that WeasyPrint needs."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from support.console import Stop
from support.debian import install, succeeds

DEBIAN = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
HOW = {
    "darwin": "brew install pango",
    "win32": "MSYS2를 설치하고 그 안에서: pacman -S mingw-w64-x86_64-pango",
    "linux": "Debian·Ubuntu: apt install "
    + " ".join(DEBIAN)
    + "\n  Fedora: dnf install pango\n  Alpine: apk add pango",
}
"""By the system, what gives it the libraries."""

_MSYS = Path(r"C:\msys64\mingw64\bin")


def look() -> None:
    """Let this program's later processes look where the system's own tools install the libraries.

    To be called before the project's environment is entered: some systems read it at a start only.
    """
    brew = shutil.which("brew")
    if sys.platform == "darwin" and brew:
        os.environ.setdefault("DYLD_FALLBACK_LIBRARY_PATH", str(Path(brew).parents[1] / "lib"))
    if sys.platform == "win32" and _MSYS.is_dir():
        os.environ.setdefault("WEASYPRINT_DLL_DIRECTORIES", str(_MSYS))


def ready() -> None:
    """Return once WeasyPrint loads; raise ``Stop`` with what to install where it cannot be made to."""
    if not loads() and not (install("글자 배치 라이브러리(Pango)", *DEBIAN) and loads()):
        raise Stop(
            "인쇄물을 짜는 데 쓰는 글자 배치 라이브러리(Pango)가 없습니다. 설치하고 다시 실행하세요.\n  "
            + HOW.get(sys.platform, HOW["linux"])
        )


def loads() -> bool:
    """Whether WeasyPrint finds its libraries; tried in a program of its own, so that it can be tried again."""
    return succeeds([sys.executable, "-c", "import weasyprint"])
