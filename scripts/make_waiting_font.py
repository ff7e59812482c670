"""Make the font that holds a page's place again: python3 scripts/make_waiting_font.py

A page is laid out before its own font has come. So that it need not be laid out anew, this tiny
font has spaces as wide as those of Noto Sans KR, and for readers without Korean letters a mark as
wide as each letter that is to come.
"""

from pathlib import Path
from runpy import run_path

run_path(str(Path(__file__).with_name("support") / "start.py"))

from base64 import b64encode
from io import BytesIO
from typing import Any

from support import environment
from support.console import Parser, run, say

MODULE = environment.ROOT / "docs/assets/javascripts/shared/waiting-font.js"
MODEL = environment.ROOT / "hooks/hyeopchi/paper/writers/template/fonts/NotoSansKR-Regular.ttf"
SPACES = (0x20, 0xA0)
LETTERS = (
    range(0x21, 0x7F),
    range(0xA1, 0x100),
    range(0x2010, 0x2060),
    range(0x2190, 0x2194),
    range(0x2460, 0x2474),
    range(0x25A0, 0x2600),
    range(0x3000, 0x3020),
    range(0x3131, 0x318F),
    range(0xAC00, 0xD7A4),
    range(0xFF01, 0xFF5F),
)
"""Letters that get a mark: Latin, punctuation, arrows, figures, shapes, jamo, Hangul, full width."""
MARK = (-40, 0)
"""Lowest and highest point of a mark, in thousandths of an em: a line to be written on."""
NO_DATE = 0x7C259DC0
"""The first second of 1970: the font bears no date of its own, so that the same letters make the same bytes."""
_SCRIPT = """/**
 * The font that holds a page's place until its own has come, as WOFF2 in base64: a font that a script
 * holds is there when the page first shows. Made by scripts/make_waiting_font.py.
 */
export const WAITING_FONT =
  "{}";
"""


def main() -> int:
    """Write the font."""
    Parser(description="글꼴이 오기 전에 자리를 지키는 글꼴을 다시 만듭니다.").parse_args()
    environment.enter("test")
    MODULE.write_text(module(waiting_font(MODEL)), encoding="utf-8")
    say(f"{MODULE.relative_to(environment.ROOT)}를 만들었습니다.")
    return 0


def module(font: bytes) -> str:
    """The script that holds ``font``."""
    return _SCRIPT.format(b64encode(font).decode())


def waiting_font(model: Path) -> bytes:
    """A WOFF2 font of 1000 units an em whose letters are as wide and high as those of ``model``."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.ttLib import TTFont

    with TTFont(model, lazy=True) as font:
        names, height = _korean(font), (font["hhea"].ascent, font["hhea"].descent)
        wanted = [*SPACES, *(code for part in LETTERS for code in part if code in names)]
        widths = {code: font["hmtx"][names[code]][0] for code in wanted}
    marks = {code: f"mark{width}" for code, width in widths.items()}
    marks |= {code: f"space{widths[code]}" for code in SPACES}
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", *sorted(set(marks.values()))])
    builder.font["cmap"] = _many_to_one(marks)
    _draw(builder, {name: widths[code] for code, name in marks.items()})
    _name(builder, *height)
    file = BytesIO()
    builder.save(file)
    return file.getvalue()


def _korean(font: Any) -> dict[int, str]:
    """The glyph that ``font`` draws for each letter in a Korean text: its space is a wider one."""
    table = font["GSUB"].table
    forms: dict[str, str] = {}
    for feature in table.FeatureList.FeatureRecord:
        if feature.FeatureTag == "locl":
            for number in feature.Feature.LookupListIndex:
                for part in table.LookupList.Lookup[number].SubTable:
                    forms |= getattr(part, "ExtSubTable", part).mapping
    return {code: forms.get(name, name) for code, name in font.getBestCmap().items()}


def _many_to_one(names: dict[int, str]) -> Any:
    """The map from letters to glyphs, in the format that gives many neighbours the same one."""
    from fontTools.ttLib import newTable
    from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

    part = CmapSubtable.newSubtable(13)
    part.platformID, part.platEncID, part.format, part.reserved = 3, 10, 13, 0
    part.length = part.language = part.nGroups = 0
    part.cmap = names
    table = newTable("cmap")
    table.tableVersion, table.tables = 0, [part]
    return table


def _draw(builder: Any, widths: dict[str, int]) -> None:
    """Draw the glyphs, each as wide as it says: a flat line, a little narrower; a space is empty."""
    glyphs = {".notdef": _line(0)}
    for name, width in widths.items():
        glyphs[name] = _line(0 if name.startswith("space") else width)
    builder.setupGlyf(glyphs)
    advances = {name: (width, glyphs[name].xMin) for name, width in widths.items()}
    builder.setupHorizontalMetrics({".notdef": (0, 0), **advances})


def _line(width: int) -> Any:
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    pen = TTGlyphPen(None)
    if width:
        (left, right), (low, high) = (width // 10, width - width // 10), MARK
        pen.moveTo((left, low))
        for point in ((left, high), (right, high), (right, low)):
            pen.lineTo(point)
        pen.closePath()
    glyph = pen.glyph()
    glyph.recalcBounds(None)
    return glyph


def _name(builder: Any, ascent: int, descent: int) -> None:
    builder.setupHorizontalHeader(ascent=ascent, descent=descent)
    builder.setupOS2(
        sTypoAscender=ascent, sTypoDescender=descent, usWinAscent=ascent, usWinDescent=-descent
    )
    builder.setupNameTable({"familyName": "Library Waiting", "styleName": "Regular"}, mac=False)
    builder.setupPost(keepGlyphNames=False)
    builder.font["head"].created = builder.font["head"].modified = NO_DATE
    builder.font.recalcTimestamp = False
    builder.font.flavor = "woff2"


if __name__ == "__main__":
    run(main)
