"""QR codes: an address that a phone's camera reads from paper."""

from __future__ import annotations

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


def _drawn(address: str, **options: object) -> str:
    written = BytesIO()
    segno.make(address, error="m", micro=False, mask=_MASK).save(
        written, kind="svg", border=2, xmldecl=False, nl=False, **{"svgns": False, **options}
    )
    return written.getvalue().decode()
