"""The styles of an HWPX document: every look, list mark and frame, under the numbers that it gives them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from hwpx.document import HwpxDocument

from hyeopchi.paper.writers.line_styles import SMALL_SIZE, Look, Shape
from hyeopchi.paper.writers.part import Mark, Rule

_FONT = "함초롬돋움"
_POINT, _MILLIMETRE = 100, 283.465
"""HWPUNIT in a point and in a millimetre."""
_LEADING = 160
_INK, _SHADE = "#000000", "#EEEEEE"
_BORDERS = {Rule.ALL: ("SOLID", None), Rule.CUT: ("DASH", None), Rule.BELOW: ("SOLID", ("bottom",))}
_ROOT = "{http://www.hancom.co.kr/hwpml/2011/head}"


class Set(NamedTuple):
    """The numbers of a line's style, paragraph shape and character shape."""

    style: str
    paragraph: str
    character: str


class Styles:
    """Makes what is asked for once and remembers its number."""

    def __init__(self, document: HwpxDocument, shapes: Mapping[Look, Shape]) -> None:
        self._document, self._shapes = document, shapes
        self._header: Any = document.oxml.headers[0]
        self._sets = {look: self._set(look) for look in Look}
        self._keep_words()
        self.character = cache(self._character)
        self.paragraph = cache(self._paragraph)
        self.border = cache(self._border)

    def of(self, look: Look) -> Set:
        """The numbers of ``look``."""
        return self._sets[look]

    def _set(self, look: Look) -> Set:
        shape = self._shapes[look]
        character = self._character(look)
        heading = (
            {"type": "OUTLINE", "idRef": "0", "level": shape.level - 1} if shape.level else None
        )
        paragraph = self._header.ensure_paragraph_format(
            base_para_pr_id="0",
            alignment="LEFT",
            line_spacing_percent=_LEADING,
            heading=heading,
            margins={
                "left": round(shape.indent * _MILLIMETRE),
                "prev": shape.before * _POINT,
                "next": shape.after * _POINT,
            },
            break_setting={"keep_with_next": shape.keeps_next, "widow_orphan": True},
        )
        name = f"개요 {shape.level}" if shape.level else look.value
        style = self._header.ensure_style(
            name,
            eng_name=name,
            para_pr_id_ref=paragraph,
            char_pr_id_ref=character,
            lang_id=1042,
            lock_form=False,
        )
        self._header.ensure_style(name, next_style_id_ref=style)
        return Set(style, paragraph, character)

    def _keep_words(self) -> None:
        """Lines break between words, not inside them."""
        for setting in self._header.element.iter(f"{_ROOT}breakSetting"):
            setting.set("breakNonLatinWord", "KEEP_WORD")

    def _character(self, look: Look, is_strong: bool = False, is_small: bool = False) -> str:
        shape = self._shapes[look]
        size = min(shape.size, SMALL_SIZE) if is_small else shape.size
        bold = (shape.is_strong and not is_small) or is_strong
        return str(self._document.styles.ensure_run(bold=bold, font=_FONT, size=size))

    def _paragraph(
        self,
        look: Look,
        mark: Mark | None,
        group: int,
        keeps_next: bool,
        start: int = 1,
        indent: float = 0,
    ) -> str:
        """The shape of a line of ``look`` with ``mark`` before it, set in by ``indent`` millimetres.

        It is numbered from ``start``, anew for each ``group``.
        """
        heading, margins = None, None
        if mark is not None:
            heading = self._list(mark, group, start)
            hang = units(self._shapes[look].hang)
            margins = {"left": hang + units(indent), "intent": -hang}
        elif indent:
            margins = {"left": units(self._shapes[look].indent + indent)}
        keep = {"keep_with_next": True} if keeps_next else None
        return str(
            self._header.ensure_paragraph_format(
                base_para_pr_id=self._sets[look].paragraph,
                heading=heading,
                margins=margins,
                break_setting=keep,
            )
        )

    @cache  # noqa: B019 - lives as long as the document
    def _list(self, mark: Mark, group: int, start: int) -> dict[str, str]:
        kind = "number" if mark is Mark.NUMBER else "bullet"
        level = (
            {"format": "DIGIT", "start": str(start)}
            if mark is Mark.NUMBER
            else {"char": mark.value}
        )
        (made,) = self._document.styles.ensure_numbering(kind=kind, levels=[level])
        heading = self._header.element.find(f".//{_ROOT}paraPr[@id='{made}']/{_ROOT}heading")
        return {name: heading.get(name) for name in ("type", "idRef", "level")}

    def _border(self, rule: Rule, is_head: bool = False) -> str:
        if rule is Rule.NONE:
            return "1"
        line, sides = _BORDERS[rule]
        fill = _SHADE if is_head else None
        return str(
            self._document.styles.ensure_border_fill(
                border_color=_INK,
                border_width="0.4 mm" if rule is Rule.CUT else "0.12 mm",
                fill_color=fill,
                active_borders=sides,
                border_type=line,
            )
        )


def units(millimetres: float) -> int:
    """Millimetres as HWPUNIT."""
    return round(millimetres * _MILLIMETRE)
