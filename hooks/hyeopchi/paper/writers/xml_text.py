"""Clean: what of a text a document can hold at all."""

from __future__ import annotations

import re

_NOT_OF_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_FOLLOWED = ("https://", "http://", "mailto:")


def clean(text: str) -> str:
    """``text`` without what XML knows no way to write; line breaks become ``\\n``."""
    return _NOT_OF_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def followed(href: str) -> str:
    """``href`` where a document may lead there, else ""."""
    return href if href.lower().startswith(_FOLLOWED) and href == clean(href).strip() else ""
