"""Packages of Debian and its kin: installed where this process may do so."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache

from support.console import say


def may_install() -> bool:
    """Whether this is a Debian or one of its kin, and this process its root."""
    return bool(shutil.which("apt-get")) and os.geteuid() == 0


def offers(package: str) -> bool:
    """Whether ``package`` could be installed from the lists of packages that are here already."""
    return may_install() and succeeds(["apt-cache", "show", package])


def install(what: str, *packages: str) -> bool:
    """Install ``packages``, which give ``what`` (in Korean); False where that cannot be done."""
    if not may_install():
        return False
    say(f"데비안 꾸러미로 설치합니다: {what}")
    _update()
    return succeeds(["apt-get", "install", "--yes", "--no-install-recommends", *packages])


def succeeds(command: list[str]) -> bool:
    """Whether a command ends well; it asks nothing, and what it prints is left out."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        )
    except OSError:
        return False
    return done.returncode == 0


@cache
def _update() -> bool:
    """Ask for the lists of packages once; a source that is out of reach stops no other one."""
    return succeeds(["apt-get", "update"])
