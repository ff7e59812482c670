"""Stamps: the one moment and the one order in which a document is packed, so that it never differs."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_EARLIEST = 315532800
"""1980-01-01, the first day that zip files know."""


def made() -> datetime:
    """When documents say they were made: ``SOURCE_DATE_EPOCH``, or 1980-01-01 where it is not set."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(
        max(int(given), _EARLIEST) if given.isdecimal() else _EARLIEST, UTC
    )


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A zip of ``parts`` in their order, the same bytes for the same parts; ``mimetype`` stands uncompressed."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = ZipInfo(name)
            entry.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return out.getvalue()


def unpacked(document: bytes) -> dict[str, bytes]:
    """The parts of a zip of our own making."""
    with ZipFile(BytesIO(document)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
