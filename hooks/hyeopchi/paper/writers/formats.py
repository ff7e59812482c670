"""Formats: who writes a sheet and who judges what was written, by the ending of its file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any

from hyeopchi.library.settings import Settings
from hyeopchi.paper.blocks.sheet import Sheet

Write = Callable[[Sheet, Settings], bytes]
Judge = Callable[[bytes, Sheet], Iterator[str]]

_WRITERS: Mapping[str, str] = MappingProxyType(
    {
        "pdf": "hyeopchi.paper.writers.pdf:write_pdf",
        "hwpx": "hyeopchi.paper.writers.hwpx:write_hwpx",
        "docx": "hyeopchi.paper.writers.docx:write_docx",
        "epub": "hyeopchi.paper.writers.epub.package:write_epub",
    }
)
_JUDGES: Mapping[str, str] = MappingProxyType(
    {
        "pdf": "hyeopchi.paper.writers.pdf_gate:faults",
        "hwpx": "hyeopchi.paper.writers.document_gate:hwpx_faults",
        "docx": "hyeopchi.paper.writers.document_gate:docx_faults",
        "epub": "hyeopchi.paper.writers.epub.gate:faults",
    }
)

ENDINGS = tuple(_WRITERS)
"""Every ending that a sheet's file may have, the one to print first."""
TO_EDIT = ("pdf", "hwpx", "docx")
"""Those of what is handed out and fitted to one's own table."""
TO_READ = ("pdf", "epub")
"""Those of a book."""


def writer(ending: str) -> Write:
    """What writes files that end so. Loaded when asked for: not every command has every format's packages."""
    write: Write = _loaded(_WRITERS[ending])
    return write


def judge(ending: str) -> Judge:
    """What says in Korean sentences what is wrong with such a file; nothing where it is good."""
    judged: Judge = _loaded(_JUDGES[ending])
    return judged


def _loaded(name: str) -> Any:
    module, _, function = name.partition(":")
    return getattr(import_module(module), function)
