"""The fallbacks of the print font, and the list of all letters that the fonts of paper draw.

Runs in an environment that holds the lock ``fonts``: python scripts/drawing/fallback_fonts.py FOLDER FILE
reads the print font in FOLDER and writes the others, and the list to FILE, the same bytes each time.
"""

import sys
from collections.abc import Iterable, Iterator
from importlib.resources import files
from io import BytesIO
from itertools import groupby
from pathlib import Path

import pymupdf_fonts
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

PRINT_FONT = "NotoSansKR-Regular.ttf"
PUBLISHED = (
    ("NotoSans-Regular.ttf", "notos"),
    ("NotoSans-Bold.ttf", "notosbo"),
    ("NotoSansSymbols2-Regular.otf", "symbol2"),
    ("NotoSansSymbols-Regular.otf", "symbol1"),
    ("NotoSansMath-Regular.otf", "math"),
)
"""File → its name in the package of published fonts, in the order in which letters are looked for."""
HANJA_FONT = "NotoSansCJKtc-Regular"
HANJA = range(0x4E00, 0xA000)
OFF_BY = 1
"""Thousandths of an em by which a curve may differ from the published one."""
UNUSED_LIMITS = (
    "maxTwilightPoints",
    "maxStorage",
    "maxFunctionDefs",
    "maxInstructionDefs",
    "maxStackElements",
    "maxSizeOfInstructions",
    "maxComponentElements",
)
"""Of a TrueType font without programs."""
SPACES = frozenset({0x20, 0xA0})
"""In every font: a space is set in the font of the letter before it."""


def main(folder: Path, listing: Path) -> None:
    """Write every fallback into ``folder``, and all letters to ``listing``."""
    drawn = letters(TTFont(folder / PRINT_FONT))
    for weights in (PUBLISHED[:2], *((one,) for one in PUBLISHED[2:])):
        fonts = {
            name: TTFont(BytesIO(pymupdf_fonts.fontbuffers[code]()), recalcTimestamp=False)
            for name, code in weights
        }
        wanted = set.intersection(*map(letters, fonts.values())) - drawn
        for name, font in fonts.items():
            cut(font, wanted)
            font.save(folder / name)
        drawn |= wanted
    hanja = TTFont(
        BytesIO((files("cvttf_NotoSansCJK_Regular") / f"{HANJA_FONT}.otf").read_bytes()),
        recalcTimestamp=False,
    )
    wanted = letters(hanja).intersection(HANJA) - drawn
    cut(hanja, wanted)
    to_truetype(hanja)
    hanja.save(folder / f"{HANJA_FONT}.ttf")
    listing.write_text("".join(ranges(drawn | wanted)), "ascii", newline="\n")


def letters(font: TTFont) -> set[int]:
    """The code points that ``font`` draws."""
    return set(font.getBestCmap())


def cut(font: TTFont, wanted: set[int]) -> None:
    """Leave ``font`` nothing but the letters ``wanted``; its names, licence among them, stay."""
    options = Options(layout_features=["mark", "mkmk", "ccmp"], name_IDs=["*"], hinting=False)
    options.drop_tables += ["TTFA", "BASE", "vhea", "vmtx", "VORG"]
    cutter = Subsetter(options)
    cutter.populate(unicodes=wanted | SPACES)
    cutter.subset(font)


def to_truetype(font: TTFont) -> None:
    """Draw the letters of a CID-keyed CFF font with the curves of TrueType: PDFs show nothing of the others."""
    outlines, glyphs = font.getGlyphSet(), {}
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(None)
        outlines[name].draw(Cu2QuPen(pen, OFF_BY, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = font.getGlyphOrder(), glyphs
    del font["CFF "]
    limits = font["maxp"]
    limits.tableVersion, limits.maxZones = 0x00010000, 1
    for name in UNUSED_LIMITS:
        setattr(limits, name, 0)
    font["post"].formatType, font.sfntVersion = 3.0, "\x00\x01\x00\x00"


def ranges(codes: Iterable[int]) -> Iterator[str]:
    """Code points as lines of ranges in order, "2010-2015" or "20AC"."""
    for _, run in groupby(enumerate(sorted(codes)), lambda pair: pair[1] - pair[0]):
        first, *rest = (code for _, code in run)
        yield f"{first:04X}-{rest[-1]:04X}\n" if rest else f"{first:04X}\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
