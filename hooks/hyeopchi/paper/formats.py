"""Formats: who writes a sheet, by the ending of its file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType

from hyeopchi.library import Settings
from hyeopchi.paper.sheet import Sheet

Writer = Callable[[Sheet, Settings], bytes]
FORMATS: Mapping[str, str] = MappingProxyType({"pdf": "hyeopchi.paper.pdf", "hwpx": "hyeopchi.paper.hwpx",
                                               "docx": "hyeopchi.paper.docx"})
"""Ending → the module that writes it, in a function ``write_<ending>``."""


def writer(ending: str) -> Writer:
    """The writer of files that end so. Loaded when asked for: not every command has every format's packages."""
    write: Writer = getattr(import_module(FORMATS[ending]), f"write_{ending}")
    return write
