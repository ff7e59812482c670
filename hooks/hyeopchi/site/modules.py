"""Modules: what a page's scripts import, so that the page can ask for all of it at once.

A browser finds an import only when it has read the module that imports it: six steps deep, a page
would wait for six answers one after the other.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_IMPORT = re.compile(r'^import [^;]*?"(\.{1,2}/[^"]+)\.js";', re.MULTILINE)


class Modules:
    """The modules in ``folder``, named as views name scripts: by their path there, without ``.js``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._imports = cache(self._read)

    def imported(self, names: Iterable[str]) -> tuple[str, ...]:
        """Every module that these import, directly or through others; the nearest come first."""
        own = tuple(names)
        found = list(own)
        for name in found:  # it grows on the way
            found += [other for other in self._imports(name) if other not in found]
        return tuple(found[len(own) :])

    def _read(self, name: str) -> tuple[str, ...]:
        text = (self._folder / f"{name}.js").read_text(encoding="utf-8")
        return tuple(
            posixpath.normpath(posixpath.join(posixpath.dirname(name), address))
            for address in dict.fromkeys(_IMPORT.findall(text))
        )
