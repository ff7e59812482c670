"""QR codes: an address that a phone's camera reads from paper."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

import segno
from markupsafe import Markup

_MASK = 3
"""One of the eight patterns that every reader knows: trying all of them takes five times as long."""


def drawn_code(address: str) -> Markup:
    """The QR code of ``address`` as an SVG element that takes the size that styles give it."""
    return Markup(
        _drawn(
            address, omitsize=True, svgclass="code", lineclass="code__line", draw_transparent=False
        )
    )


def code_file(address: str) -> bytes:
    """The QR code of ``address`` as an SVG file."""
    return _drawn(address, svgns=True).encode()


def code_picture(address: str) -> bytes:
    """The QR code of ``address`` as a PNG file."""
    written = BytesIO()
    _made(address).save(written, kind="png", scale=6, border=2)
    return written.getvalue()


def _drawn(address: str, **options: object) -> str:
    written = BytesIO()
    _made(address).save(
        written, kind="svg", border=2, xmldecl=False, nl=False, **{"svgns": False, **options}
    )
    return written.getvalue().decode()


@lru_cache(maxsize=16)
def _made(address: str) -> segno.QRCode:
    """Remembered, since a paper is made in several formats."""
    return segno.make(address, error="m", micro=False, mask=_MASK)
