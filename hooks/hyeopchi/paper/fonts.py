"""The fonts of paper: static faces that a PDF embeds, and the letters that they have."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

from hyeopchi.paper.sheet import Unprintable

FOLDER = Path(__file__).resolve().parents[2] / "paper"
"""Where the templates, styles and fonts of paper stand; the site does not publish them."""
FACES = (FOLDER / "fonts/NotoSansKR-Regular.ttf", FOLDER / "fonts/NotoSansKR-Bold.ttf")
"""Both have the same letters."""

_INVISIBLE = frozenset({"Cc", "Cf"})
"""Categories of characters that nothing is drawn for."""


def check_letters(text: str, faces: tuple[Path, ...] = FACES) -> None:
    """Raise ``Unprintable`` where a font is missing or has no glyph for a letter of ``text``."""
    for face in faces:
        if not face.is_file():
            raise Unprintable(
                f"인쇄용 글꼴이 없습니다: {face.name}. git checkout hooks/paper/fonts로 되돌리세요."
            )
    for letter in sorted(set(text)):
        if ord(letter) not in _letters(faces[0]) and unicodedata.category(letter) not in _INVISIBLE:
            raise Unprintable(
                f"인쇄용 글꼴에 없는 글자가 있습니다: ‘{letter}’(U+{ord(letter):04X}). 기록에서 다른 글자로 바꾸어 적으세요."
            )


@cache
def _letters(face: Path) -> frozenset[int]:
    with TTFont(face, lazy=True) as font:
        return frozenset(font.getBestCmap())
