"""Packing: files as one zip, the same bytes for the same files."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from io import BytesIO

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can tell: no build leaves its own."""
_UNIX, _READABLE = 3, 0o644 << 16


def packed(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip of ``files`` (name and bytes) in their order."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(_entry(name), data)
    return made.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _LONG_AGO)
    entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, _UNIX, _READABLE
    return entry
