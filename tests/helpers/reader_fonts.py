"""Readers' machines, told apart by their fonts: a browser finds there these fonts and no others."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from support.environment import ROOT

MODELS = tuple(
    ROOT / f"hooks/hyeopchi/paper/writers/template/fonts/NotoSansKR-{weight}.ttf"
    for weight in ("Regular", "Bold")
)
CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""


@dataclass(frozen=True, slots=True)
class Metrics:
    """How high and wide a font is, in thousandths of an em, and its full name in two weights."""

    names: tuple[str, str]
    ascent: int
    descent: int
    hangul: int
    space: int
    figure: int


MACHINES = {
    "malgun": Metrics(("Malgun Gothic", "Malgun Gothic Bold"), 1088, 242, 920, 274, 550),
    "apple": Metrics(("Apple SD Gothic Neo", "Apple SD Gothic Neo Bold"), 900, 300, 868, 220, 540),
    "nanum": Metrics(("NanumGothic", "NanumGothicBold"), 920, 230, 940, 280, 606),
}
"""Fonts that cannot be had everywhere stand in as copies of Noto Sans KR with their measures."""
ALL = ("none", "noto", *MACHINES)
"""Every machine: "none" has no letters at all, "noto" has the library's own font installed."""


def surroundings(machine: str, folder: Path) -> dict[str, str]:
    """The environment of a browser on a ``machine``, whose fonts are put below ``folder``."""
    fonts, cache, file = folder / "fonts", folder / "cache", folder / "fonts.conf"
    fonts.mkdir(parents=True)
    _put(machine, fonts)
    file.write_text(CONFIGURATION.format(fonts=fonts, cache=cache), encoding="utf-8")
    return {**os.environ, "FONTCONFIG_FILE": str(file)}


def _put(machine: str, folder: Path) -> None:
    if machine == "none":
        _without_letters(folder / "none.ttf")
        return
    for number, model in enumerate(MODELS):
        if machine in MACHINES:
            _copy(model, MACHINES[machine], number, folder / f"{number}.ttf")
        else:
            (folder / model.name).symlink_to(model)


def _copy(model: Path, metrics: Metrics, number: int, file: Path) -> None:
    """Write a font that draws the letters of ``model`` within the measures of another."""
    with TTFont(model, lazy=True, recalcBBoxes=False) as font:
        widths, names = font["hmtx"].metrics, font.getBestCmap()
        hangul, figure = widths[names[ord("가")]][0], widths[names[ord("0")]][0]
        for name, (width, bearing) in list(widths.items()):
            new = metrics.hangul if width == hangul else round(width * metrics.figure / figure)
            widths[name] = (width if width >= 1000 else new, bearing)
        widths[names[ord(" ")]] = (metrics.space, 0)
        del font["GSUB"], font["GPOS"]
        font["hhea"].ascent, font["hhea"].descent = metrics.ascent, -metrics.descent
        font["OS/2"].usWinAscent, font["OS/2"].usWinDescent = metrics.ascent, metrics.descent
        family, full = metrics.names[0], metrics.names[number]
        for record in font["name"].names:
            told = {1: family, 4: full, 6: full.replace(" ", ""), 16: family}.get(record.nameID)
            if told:
                record.string = told
        font.save(file)


def _without_letters(file: Path) -> None:
    """Write a font that has nothing but a space and a box: with no font at all Chromium fails."""
    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    for point in ((50, 700), (550, 700), (550, 0)):
        pen.lineTo(point)
    pen.closePath()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "space"])
    builder.setupCharacterMap({0x20: "space"})
    builder.setupGlyf({".notdef": pen.glyph(), "space": TTGlyphPen(None).glyph()})
    builder.setupHorizontalMetrics({".notdef": (600, 50), "space": (318, 0)})
    builder.setupHorizontalHeader(ascent=928, descent=-236)
    builder.setupOS2(sTypoAscender=928, sTypoDescender=-236, usWinAscent=928, usWinDescent=236)
    builder.setupNameTable({"familyName": "No Letters", "styleName": "Regular"})
    builder.setupPost()
    builder.save(file)
