"""Readers' machines, told apart by their fonts: a browser finds there these fonts and no others."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from support.environment import ROOT

MODELS = tuple(
    ROOT / f"hooks/hyeopchi/paper/writers/template/fonts/NotoSansKR-{weight}.ttf"
    for weight in ("Regular", "Bold")
)
FONTS = ROOT / "docs/assets/fonts/noto-sans-kr"
"""What pages bring with them."""
CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir>
<alias><family>sans-serif</family><prefer><family>No Letters</family></prefer></alias></fontconfig>
"""


@dataclass(frozen=True, slots=True)
class Metrics:
    """How high and wide a font is, in thousandths of an em, and its full name in two weights.

    ``figures``: the width of a figure in each weight.
    """

    names: tuple[str, str]
    ascent: int
    descent: int
    hangul: int
    space: int
    figures: tuple[int, int]


MACHINES = {
    "malgun": Metrics(("Malgun Gothic", "Malgun Gothic Bold"), 1088, 242, 1000, 352, (551, 580)),
    "apple": Metrics(
        ("Apple SD Gothic Neo", "Apple SD Gothic Neo Bold"), 900, 300, 868, 220, (540, 574)
    ),
    "nanum": Metrics(("NanumGothic", "NanumGothicBold"), 920, 230, 940, 280, (606, 606)),
    "other": Metrics(("Reader's Own", "Reader's Own Bold"), 900, 250, 960, 300, (560, 570)),
}
"""Fonts that cannot be had everywhere stand in as copies of Noto Sans KR with their measures.

The widths of Malgun Gothic and NanumGothic are those of the table that rhwp reads from the fonts'
``hmtx`` (github.com/edwardkim/rhwp, src/renderer/font_metrics_generated.rs, version 0.8.1: Malgun
Gothic 2048 units an em, Hangul 2048, space 720, figures 1128 and 1187; NanumGothic 1000 units,
940, 280, 606). Its widths of Noto Sans KR Bold are those of our own file. No public table of Apple
SD Gothic Neo was found: its numbers are an estimate. Heights matter little, for the page sets its
own in their place (``ascent-override``). "other" is a font that no page names.
"""
ALL = ("none", "noto", "malgun", "apple", "nanum")
"""Machines that pages are made for: "none" has no letters at all, "noto" the library's own font."""


def surroundings(machine: str, folder: Path) -> dict[str, str]:
    """The environment of a browser on a ``machine``, whose fonts are put below ``folder``."""
    fonts, cache, file = folder / "fonts", folder / "cache", folder / "fonts.conf"
    fonts.mkdir(parents=True)
    _put(machine, fonts)
    file.write_text(CONFIGURATION.format(fonts=fonts, cache=cache), encoding="utf-8")
    return {**os.environ, "FONTCONFIG_FILE": str(file)}


def _put(machine: str, folder: Path) -> None:
    if machine in ("none", "other"):
        _without_letters(folder / "none.ttf")
    if machine == "none":
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
        scale = metrics.figures[number] / figure
        for name, (width, bearing) in list(widths.items()):
            new = metrics.hangul if width == hangul else round(width * scale)
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


@cache
def covered() -> set[str]:
    """The letters that the library's own font draws."""
    return {
        chr(code)
        for file in FONTS.glob("*.woff2")
        for code in TTFont(file, lazy=True)["cmap"].getBestCmap()
    }
