"""Packing: a kit as one zip, in every format, the same bytes for the same records."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO

from hyeopchi.paper.kit.kit import Kit
from hyeopchi.paper.sheet import Sheet

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can tell: no build leaves its own."""
_UNIX, _READABLE = 3, 0o644 << 16


def packed(kit: Kit, writers: Mapping[str, Callable[[Sheet], bytes]]) -> bytes:
    """The zip of ``kit``: a folder for each ending of ``writers``."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for ending, write in writers.items():
            for name, sheet in kit.named:
                archive.writestr(_entry(f"{ending}/{name}.{ending}"), write(sheet))
    return made.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _LONG_AGO)
    entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, _UNIX, _READABLE
    return entry
