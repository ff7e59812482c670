"""Symbols: signs that Word keeps as numbers of a picture font."""

from __future__ import annotations

_WINGDINGS = {
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "□",
    0x72: "□",
    0xA1: "○",
    0xA7: "▪",
    0xA8: "□",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_WINGDINGS_2 = {
    0x4F: "✗",
    0x50: "✓",
    0x51: "☒",
    0x52: "☑",
    0x53: "☒",
    0x54: "☒",
    0x98: "●",
    0x99: "○",
    0xA2: "■",
    0xA3: "□",
}


def sign(code: int, font: str) -> str:
    """What stands at ``code`` in ``font`` as a letter of Unicode, "" where nobody can tell."""
    if not 0xF000 <= code <= 0xF0FF:
        return chr(code) if 0x20 <= code < 0xD800 else ""
    return (_WINGDINGS_2 if font.endswith("2") else _WINGDINGS).get(code & 0xFF, "")


def plain(text: str, font: str) -> str:
    """``text`` with the signs of picture fonts as letters; what nobody can tell stays as it is."""
    if text.isascii():
        return text
    return "".join(
        sign(ord(letter), font) or letter if 0xF000 <= ord(letter) <= 0xF0FF else letter
        for letter in text
    )
