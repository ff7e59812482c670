"""Finding a Chromium for the browser tests, or installing one."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from support import debian
from support.console import Stop, say
from support.debian import succeeds

VARIABLE = "HYEOPCHI_CHROMIUM"
"""Environment variable with the path of the browser, for the tests and from the user."""
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking")

HEADLESS = "chromium-headless-shell"
"""Debian's Chromium that only ever runs without a window, as the tests do: it opens a page in half the time."""

COMMANDS = (
    HEADLESS,
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "chrome",
    "msedge",
)
APPLICATIONS = {
    "darwin": tuple(
        f"/Applications/{name}.app/Contents/MacOS/{name}"
        for name in ("Chromium", "Google Chrome", "Microsoft Edge")
    ),
    "win32": (
        "Google/Chrome/Application/chrome.exe",
        "Chromium/Application/chrome.exe",
        "Microsoft/Edge/Application/msedge.exe",
    ),
}
WINDOWS_BASES = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")


def chromium(given: str | None) -> Path:
    """A Chromium that starts: the given one, an installed one, or one installed now.

    ``given`` overrides the variable ``HYEOPCHI_CHROMIUM``. Raises ``Stop`` when there is none.
    """
    if named := given or os.environ.get(VARIABLE):
        return _named(named)
    if not shutil.which(HEADLESS) and debian.offers(HEADLESS):
        debian.install(HEADLESS, HEADLESS)
    return find(os.environ, sys.platform) or _from_debian() or _from_playwright() or _none()


def find(environ: Mapping[str, str], platform: str) -> Path | None:
    """The first installed Chromium, Chrome or Edge that starts."""
    return next(filter(starts, candidates(environ, platform)), None)


def candidates(environ: Mapping[str, str], platform: str) -> Iterator[Path]:
    """Where a browser may be: the commands on the PATH, then the usual places of the system."""
    for command in COMMANDS:
        if found := shutil.which(command, path=environ.get("PATH", "")):
            yield Path(found)
    bases = [environ[name] for name in WINDOWS_BASES if name in environ]
    for place in APPLICATIONS.get(platform, ()):
        yield from ([Path(base, place) for base in bases] if platform == "win32" else [Path(place)])


def starts(path: Path) -> bool:
    """Whether the browser at ``path`` is there and runs: a snap's stand-in does not."""
    if not path.is_file():
        return False
    if sys.platform == "win32":  # there --version opens a window
        return True
    return succeeds([str(path), "--headless", "--no-sandbox", "--version"])


def _named(path: str) -> Path:
    if not starts(Path(path)):
        raise Stop(
            f"브라우저를 실행할 수 없습니다: {path}\n"
            f"--chromium이나 {VARIABLE}에 적은 경로를 확인하세요."
        )
    return Path(path).resolve()


def _from_debian() -> Path | None:
    """Debian's package, where this process may install it: it brings the libraries it needs."""
    installed = any(debian.install(package, package) for package in (HEADLESS, "chromium"))
    return find(os.environ, sys.platform) if installed else None


def _from_playwright() -> Path | None:
    """Playwright's own Chromium, downloaded if it is not there yet."""
    say("시험에 쓸 Chromium을 내려받습니다.")
    playwright = [sys.executable, "-m", "playwright"]
    if not succeeds([*playwright, "install", "--no-shell", "chromium"]):
        return None
    path = _playwrights()
    if not starts(path) and debian.may_install():  # it comes without the system's libraries
        succeeds([*playwright, "install-deps", "chromium"])
    return path if starts(path) else None


def _playwrights() -> Path:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def _none() -> Path:
    raise Stop(
        "브라우저 시험에 쓸 Chromium을 찾지도 설치하지도 못했습니다.\n"
        "Chromium, Chrome, Edge 가운데 하나를 설치하거나\n"
        "--chromium에 실행 파일의 경로를 적어 다시 실행하세요."
    )
