"""The body parser: Markdown to an element tree, by CommonMark with tables and without raw HTML."""

from __future__ import annotations

from xml.etree.ElementTree import Element, tostring

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from markdown_it.utils import EnvType

from hyeopchi.markup.blanks import BlockState, let_blanks_be
from hyeopchi.markup.body_tree import tree_of
from hyeopchi.markup.grammar import CLOSING_SIGNS, HEADING, WRITTEN_NUMBER, without_stash_signs
from hyeopchi.markup.inline_rules import LinkAttributes, put_in
from hyeopchi.text.slug import slug

_LEFT_OUT = ("code", "fence", "html_block", "lheading", "reference", "html_inline", "image")
_NO_LIMIT = 1_000_000
"""Of nesting: beyond one, the parser would leave out what is written. The rules have theirs."""


class BodyParser:
    """One reused parser whose grammar is fixed.

    Paragraphs, ``##`` to ``####`` headings, lists, quotes, tables, rules, emphasis, code
    spans, links, as GitHub reads them. Left out: raw HTML, images, attributes, link definitions,
    underlined headings, fences, and indented code, which catches people who indent their
    paragraphs. A date at the beginning of a line is text, and two blanks are enough to stand
    inside an item with a number.
    """

    def __init__(self, link_attributes: LinkAttributes) -> None:
        self._markdown = MarkdownIt()
        self._markdown.block = _Blocks()
        self._markdown.configure("commonmark", {"html": False, "maxNesting": _NO_LIMIT})
        self._markdown.enable("table").disable(_LEFT_OUT)
        self._markdown.block.ruler.at("heading", _heading, _IN_PLACE_OF)
        let_blanks_be(self._markdown.block.ruler)
        put_in(self._markdown.inline.ruler, link_attributes)

    def tree(self, text: str) -> Element:
        """The element tree of ``text``, its root a ``div``.

        Raises RecursionError on nesting far beyond what the rules let pass.
        """
        return tree_of(self._markdown.parse(_prepared(text)))

    def html(self, element: Element) -> str:
        """``element`` as HTML."""
        return tostring(element, "unicode", "html")


def _prepared(text: str) -> str:
    """``text`` with the points of dates at the beginning of lines escaped."""
    return WRITTEN_NUMBER.sub(r"\1\\", without_stash_signs(text))


class _Blocks(ParserBlock):
    """Blocks, with items that end later than GitHub's.

    Under ``1. `` GitHub wants three blanks before what belongs to the item, under ``10. `` four;
    here two are enough.
    """

    def parse(
        self, src: str, md: MarkdownIt, env: EnvType, outTokens: list[Token]
    ) -> list[Token] | None:
        if not src:
            return None
        state = BlockState(src, md, env, outTokens)
        self.tokenize(state, state.line, state.lineMax)
        return state.tokens

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:
        if state.tokens and state.tokens[-1].type == "list_item_open":
            begins = state.bMarks[startLine]
            state.blkIndent -= len(state.tokens[-1].info)
            # The item's first line begins behind its mark.
            state.bMarks[startLine] += state.tShift[startLine]
            state.tShift[startLine] = 0
            super().tokenize(state, startLine, endLine)
            state.bMarks[startLine] = begins
        else:
            super().tokenize(state, startLine, endLine)


_IN_PLACE_OF: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
"""What a heading ends where no blank line stands before it."""


def _heading(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A heading at the very beginning of a line, outside lists and quotes."""
    begin = state.bMarks[start] + state.tShift[start]
    line = state.src[begin : state.eMarks[start]]
    mark = HEADING.match(line)
    if not mark or (begin and state.src[begin - 1] != "\n") or (state.level and not silent):
        return False
    if silent:
        return True
    words = CLOSING_SIGNS.sub("", line[mark.end() :]).strip()
    state.line = start + 1
    tag = f"h{len(mark[1])}"
    opened = state.push("heading_open", tag, 1)
    # From the text as written, like the anchors that links are checked against.
    opened.attrs = {"id": slug(words)}
    inline = state.push("inline", "", 0)
    inline.content, inline.children = words, []
    state.push("heading_close", tag, -1)
    return True
