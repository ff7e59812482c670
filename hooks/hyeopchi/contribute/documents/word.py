"""Word: what a DOCX says in the end, as its author sees it with all changes taken."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from hyeopchi.contribute.documents.package import DAMAGED, SAVE_AS, Package, Unreadable
from hyeopchi.contribute.documents.story import Aside, Block, Story
from hyeopchi.contribute.documents.symbols import plain, sign
from hyeopchi.contribute.documents.walking import NO_TEXT, Node, below, local, said
from hyeopchi.contribute.documents.word_drawings import drawn, is_picture
from hyeopchi.contribute.documents.word_fields import Fields, is_counted
from hyeopchi.contribute.documents.word_numbers import WordNumbers, word_numbers
from hyeopchi.contribute.documents.word_styles import WordStyles
from hyeopchi.contribute.documents.word_tables import table
from hyeopchi.contribute.documents.word_xml import (
    UNSAID,
    apart,
    font,
    form_control,
    goes_on_below,
    inside,
    is_on,
)

_USUAL = "word/document.xml"
"""Where the text lies if the package does not say."""
_OTHERS = MappingProxyType({"xl/": "엑셀 파일입니다.", "ppt/": "파워포인트 파일입니다."})
_INLINE: Mapping[str, str] = MappingProxyType(
    {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
)
_NOTES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "footnoteReference": ("footnotes", "각주"),
        "endnoteReference": ("endnotes", "미주"),
        "commentReference": ("comments", "메모"),
    }
)
_MARGINS = MappingProxyType({"header": "머리말", "footer": "꼬리말"})


def read_word(package: Package) -> tuple[Block, ...]:
    """All that the document says. Raises ``Unreadable``."""
    main = next((to for _, kind, to in package.related("") if kind == "officeDocument"), _USUAL)
    for folder, said_of in _OTHERS.items():
        if main.startswith(folder):
            raise Unreadable(f"{said_of} {SAVE_AS}")
    root = package.xml(main)
    if root is None:
        raise Unreadable(f"HWPX나 DOCX 파일이 아닙니다. {SAVE_AS}")
    body = below(root, "body")
    if body is None:
        raise Unreadable(DAMAGED)
    return _Document(package, main).read(body)


@dataclass(slots=True)
class _Document:
    """Reads one document; notes and comments are told where they are referred to."""

    package: Package
    part: str
    _notes: dict[str, dict[str, Node]] = field(default_factory=dict)
    _targets: dict[str, tuple[str, str]] = field(default_factory=dict)
    _fields: Fields = field(default_factory=Fields)
    _font: str = ""
    _styles: WordStyles = field(default_factory=WordStyles)
    _within: Node | None = None
    _numbers: WordNumbers = field(default_factory=WordNumbers)

    def read(self, body: Node) -> tuple[Block, ...]:
        related = tuple(self.package.related(self.part))
        self._targets = {one: (kind, to) for one, kind, to in related}
        for kind, _ in _NOTES.values():
            root = self._part(kind)
            self._notes[kind] = {said(one, "id"): one for one in (root if root is not None else ())}
        self._styles = WordStyles.of(self._part("styles"))
        self._numbers = word_numbers(self._part("numbering"), self._styles)
        story = Story()
        self._walk(body, story)
        for _, kind, to in related:
            root = self.package.xml(to) if kind in _MARGINS else None
            if root is not None:
                story.beside(_MARGINS[kind], self._story(root))
        for name, label in _NOTES.values():
            for left in tuple(self._notes[name].values()):
                story.beside(label, self._story(left))
        return story.finished()

    def _part(self, kind: str) -> Node | None:
        """The part of a kind that belongs to the text."""
        found = (to for name, to in self._targets.values() if name == kind)
        return next(map(self.package.xml, found), None)

    def _story(self, node: Node) -> tuple[Block, ...]:
        story = Story()
        self._walk(node, story)
        return story.finished()

    def _walk(self, node: Node, story: Story) -> None:
        for child in inside(node):
            name = local(child)
            reader = _READERS.get(name)
            if reader:
                reader(self, child, story)
            elif name in _INLINE:
                self._say(_INLINE[name], story)
            elif name not in UNSAID and not name.endswith("Pr"):
                self._walk(child, story)

    def _say(self, text: str, story: Story) -> None:
        if not self._fields.are_muted:
            story.say(text)

    def _text(self, node: Node, story: Story) -> None:
        self._say(plain("".join(node.itertext()), self._font), story)

    def _paragraph(self, node: Node, story: Story) -> None:
        goes_on = goes_on_below(node)
        if not goes_on:
            story.numbered(self._numbers.before(node))
        outer, self._within = self._within, node
        self._walk(node, story)
        self._within = outer
        self._fields.end_line()
        if not goes_on:
            story.end_line()

    def _run(self, node: Node, story: Story) -> None:
        self._font = font(node)
        if kind := apart(self._styles.letters(node, self._within)):
            story.apart(kind, self._story(node))
        else:
            self._walk(node, story)

    def _table(self, node: Node, story: Story) -> None:
        story.place(table(node, self._story))

    def _control(self, node: Node, story: Story) -> None:
        """A content control; what it shows while nobody has written into it is not said."""
        waiting = below(node, "sdtPr", "showingPlcHdr")
        is_waiting = waiting is not None and is_on(waiting)
        if not is_waiting or any(local(one) in ("tc", "tr", "tbl") for one in node.iter()):
            self._walk(node, story)

    def _symbol(self, node: Node, story: Story) -> None:
        code, font = said(node, "char"), said(node, "font")
        letter = sign(int(code, 16), font) if re.fullmatch("[0-9A-Fa-f]{1,6}", code) else ""
        if letter:
            self._say(letter, story)
        else:
            story.beside("기호", (f"{font} {code}".strip(),))

    def _ruby(self, node: Node, story: Story) -> None:
        for child in node:
            if local(child) == "rubyBase":
                self._walk(child, story)
            elif local(child) == "rt":
                story.beside("덧말", self._story(child))

    def _note(self, node: Node, story: Story) -> None:
        kind, label = _NOTES[local(node)]
        note = self._notes[kind].pop(said(node, "id"), None)
        if note is not None:
            story.beside(label, self._story(note))

    def _link(self, node: Node, story: Story) -> None:
        self._walk(node, story)
        kind, target = self._targets.get(said(node, "id"), ("", ""))
        if kind == "hyperlink":
            story.leads_to(target)

    def _simple_field(self, node: Node, story: Story) -> None:
        if not is_counted(said(node, "instr")):
            self._walk(node, story)

    def _field_mark(self, node: Node, story: Story) -> None:
        kind = said(node, "fldCharType")
        if kind == "begin":
            self._fields.begin()
            self._say(form_control(node), story)
        elif kind == "separate":
            self._fields.separate()
        elif kind == "end" and (link := self._fields.end()):
            story.leads_to(link)

    def _instruction(self, node: Node, story: Story) -> None:
        self._fields.instruct("".join(node.itertext()))

    def _box(self, node: Node, story: Story) -> None:
        story.beside("글상자", self._story(node))

    def _drawing(self, node: Node, story: Story) -> None:
        """A picture, a shape or a chart: the words in it, or that there is one."""
        told = self._story(node)
        for block in told:
            if isinstance(block, Aside):
                story.beside(block.kind, block.blocks)
        words = (
            *(block for block in told if isinstance(block, str)),
            *drawn(node, self.package, self._targets),
        )
        is_said = any(map(str.strip, words))
        story.beside("그림", words if is_said else (NO_TEXT,) if is_picture(node) else ())

    def _embedded(self, node: Node, story: Story) -> None:
        story.beside("끼워 넣은 문서", (NO_TEXT,))


_READERS: Mapping[str, Callable[[_Document, Node, Story], None]] = MappingProxyType(
    {
        "t": _Document._text,
        "p": _Document._paragraph,
        "r": _Document._run,
        "tbl": _Document._table,
        "sdt": _Document._control,
        "sym": _Document._symbol,
        "ruby": _Document._ruby,
        "footnoteReference": _Document._note,
        "endnoteReference": _Document._note,
        "commentReference": _Document._note,
        "hyperlink": _Document._link,
        "fldSimple": _Document._simple_field,
        "fldChar": _Document._field_mark,
        "instrText": _Document._instruction,
        "txbxContent": _Document._box,
        "drawing": _Document._drawing,
        "pict": _Document._drawing,
        "object": _Document._drawing,
        "altChunk": _Document._embedded,
    }
)
