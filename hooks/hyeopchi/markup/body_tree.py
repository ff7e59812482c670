"""The tree of a body: the parser's tokens as elements."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement

from markdown_it.token import Token

_ALIGNED = "text-align:"


def tree_of(tokens: Iterable[Token]) -> Element:
    """The elements of ``tokens`` below a ``div``.

    The paragraphs of a list without blank lines between its items are the items' own words. An
    item's number stands as its ``value`` where it is higher than counting gives.
    """
    tree = _Tree()
    for token in tokens:
        if token.type == "inline":
            for child in token.children or ():
                tree.add(child)
        elif not token.hidden:
            tree.add(token)
    return tree.root


class _Tree:
    """A tree that grows token by token."""

    def __init__(self) -> None:
        self.root = Element("div")
        self._open = [self.root]
        self._numbers: list[int] = []
        """The number that is next in each list with numbers that is open."""

    def add(self, token: Token) -> None:
        """Put ``token`` in at its place."""
        if token.nesting > 0:
            self._begin(token)
        elif token.nesting < 0:
            self._end()
        elif token.type in ("hardbreak", "hr"):
            SubElement(self._open[-1], token.tag)
        elif token.type == "code_inline":
            SubElement(self._open[-1], "code").text = token.content
        else:
            self._say("\n" if token.type == "softbreak" else token.content)

    def _begin(self, token: Token) -> None:
        element = SubElement(self._open[-1], token.tag, _attributes(token))
        self._open.append(element)
        if token.tag == "ol":
            self._numbers.append(int(element.get("start", "1")))
        elif token.tag == "li" and token.info:
            written = int(token.info)
            if written > self._numbers[-1]:
                element.set("value", str(written))
            self._numbers[-1] = max(written, self._numbers[-1]) + 1

    def _end(self) -> None:
        if self._open.pop().tag == "ol":
            self._numbers.pop()

    def _say(self, words: str) -> None:
        here = self._open[-1]
        if len(here):
            here[-1].tail = (here[-1].tail or "") + words
        else:
            here.text = (here.text or "") + words


def _attributes(token: Token) -> dict[str, str]:
    """The attributes of a token; a cell's style as the attribute that says the same."""
    written = {name: str(value) for name, value in token.attrs.items()}
    style = written.pop("style", "")
    return {**written, "align": style.removeprefix(_ALIGNED)} if style else written
