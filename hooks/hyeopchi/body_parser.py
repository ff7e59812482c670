"""The body parser: Markdown to an element tree, by a small grammar without raw HTML."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import HashHeaderProcessor
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.util import INLINE_PLACEHOLDER_RE, AtomicString, code_escape

from hyeopchi.grammar import AUTOLINK, CODE, ESCAPABLE, HEADING, LINK, MAIL, without_stash_signs
from hyeopchi.slug import slug

LinkAttributes = Callable[[str], dict[str, str]]
"""The attributes of the ``a`` element that leads to a target, as written in Markdown."""

_BLOCKS_LEFT_OUT = ("code", "setextheader", "reference")
_INLINE_LEFT_OUT = (
    "html",
    "entity",
    "automail",
    "reference",
    "short_reference",
    "image_link",
    "image_reference",
    "short_image_ref",
)


class BodyParser:
    """One reused Python-Markdown whose grammar is fixed.

    Paragraphs, ``##`` to ``####`` headings, lists, quotes, tables, rules, emphasis, code
    spans, links. Left out: raw HTML, images, attributes, link definitions, underlined
    headings, and indented code, which catches people who indent their paragraphs.
    """

    def __init__(self, link_attributes: LinkAttributes) -> None:
        self._markdown = Markdown(
            output_format="html",
            extensions=[TableExtension(use_align_attribute=True), SaneListExtension()],
        )
        self._markdown.ESCAPED_CHARS = list(ESCAPABLE)
        self._leave_out()
        self._put_in(link_attributes)

    def tree(self, text: str) -> Element:
        """The element tree of ``text``, its root a ``div``; entities in it are still written.

        Raises RecursionError on nesting far beyond what the rules let pass.
        """
        self._markdown.reset()
        self._markdown.parser.state.clear()
        lines = without_stash_signs(text).split("\n")
        for preprocessor in self._markdown.preprocessors:
            lines = preprocessor.run(lines)
        root = self._markdown.parser.parseDocument(lines).getroot()
        for treeprocessor in self._markdown.treeprocessors:
            treeprocessor.run(root)
        return root

    def html(self, element: Element) -> str:
        """``element`` as HTML."""
        return self._markdown.serializer(element)

    def _leave_out(self) -> None:
        self._markdown.preprocessors.deregister("html_block")
        self._markdown.treeprocessors.deregister("prettify")
        for name in _BLOCKS_LEFT_OUT:
            self._markdown.parser.blockprocessors.deregister(name)
        for name in _INLINE_LEFT_OUT:
            self._markdown.inlinePatterns.deregister(name)

    def _put_in(self, link_attributes: LinkAttributes) -> None:
        # Before list items (90), so that a heading never ends up inside a list.
        self._markdown.parser.blockprocessors.register(
            _Headings(self._markdown.parser), "hashheader", 95
        )
        patterns = self._markdown.inlinePatterns
        patterns.register(_Code(CODE), "backtick", 190)
        patterns.register(_Link(LINK, self._markdown, link_attributes), "link", 160)
        patterns.register(_Link(AUTOLINK, self._markdown, link_attributes), "autolink", 120)
        patterns.register(
            _Link(MAIL, self._markdown, lambda mail: link_attributes(f"mailto:{mail}")), "mail", 110
        )


class _Headings(HashHeaderProcessor):
    """Headings at the beginning of a line, outside lists and quotes."""

    RE = re.compile(rf"(?:^|\n)(?P<level>{HEADING})(?P<header>[^\n]+)(?:\n|$)")

    def test(self, parent: Element, block: str) -> bool:
        return parent.tag == self.parser.md.doc_tag and super().test(parent, block)

    def run(self, parent: Element, blocks: list[str]) -> None:
        block = blocks.pop(0)
        heading = self.RE.search(block)
        if before := block[: heading.start()]:
            self.parser.parseBlocks(parent, [before])
        element = SubElement(parent, f"h{heading['level'].count('#')}")
        element.text = heading["header"].rstrip().rstrip("#").strip()
        # From the text as written, like the anchors that links are checked against.
        element.set("id", slug(element.text))
        if after := block[heading.end() :]:
            blocks.insert(0, after)


class _Code(InlineProcessor):
    """A code span."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:
        element = Element("code")
        element.text = AtomicString(code_escape(m[2].strip()))
        return element, m.start(), m.end()


class _Link(InlineProcessor):
    """A link in any of its forms, never inside another link."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, pattern: str, markdown: Markdown, link_attributes: LinkAttributes) -> None:
        super().__init__(pattern, markdown)
        self._attributes = link_attributes

    def handleMatch(
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int] | tuple[None, None, None]:
        target = self._target(m["target"])
        if target is None:
            return None, None, None
        element = Element("a", self._attributes(target))
        element.text = m["text"] if "text" in m.groupdict() else AtomicString(target)
        return element, m.start(), m.end()

    def _target(self, stashed: str) -> str | None:
        """The target with its escapes read; None where a code span is part of it."""
        stash = self.md.treeprocessors["inline"].stashed_nodes
        if any(
            not isinstance(stash.get(sign), str) for sign in INLINE_PLACEHOLDER_RE.findall(stashed)
        ):
            return None
        return _ESCAPED.sub(lambda escaped: chr(int(escaped[1])), self.unescape(stashed))


_ESCAPED = re.compile(r"\x02(\d+)\x03")
