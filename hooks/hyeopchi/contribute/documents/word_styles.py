"""Styles of Word: what a paragraph or a run has from its style, and that from the one it is based on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from hyeopchi.contribute.documents.walking import Node, below, local, said

_DEEPEST = 20
"""Styles that are based on one another: more go in a circle."""


@dataclass(frozen=True, slots=True)
class WordStyles:
    """The styles of a DOCX by their ids; ``usual`` is that of paragraphs which name none."""

    styles: Mapping[str, Node] = field(default_factory=dict)
    usual: str = ""

    @classmethod
    def of(cls, root: Node | None) -> WordStyles:
        """The styles that the part of a DOCX tells of which holds them."""
        told = [one for one in (root if root is not None else ()) if local(one) == "style"]
        usual = (
            said(one, "styleId")
            for one in told
            if said(one, "type") == "paragraph" and said(one, "default") in ("1", "true", "on")
        )
        return cls({said(one, "styleId"): one for one in told}, next(usual, ""))

    def chain(self, name: str) -> Iterator[Node]:
        """A style and those that it is based on, the nearest first."""
        for _ in range(_DEEPEST):
            if name in self.styles:
                yield self.styles[name]
                name = value(self.styles[name], "basedOn")

    def of_paragraph(self, paragraph: Node) -> Iterator[Node]:
        """The styles of a paragraph, the nearest first."""
        look = below(paragraph, "pPr")
        return self.chain((value(look, "pStyle") if look is not None else "") or self.usual)

    def looks(self, paragraph: Node, *path: str) -> Iterator[Node]:
        """The elements at ``path`` of a paragraph and of its styles, the nearest first."""
        places = (paragraph, *self.of_paragraph(paragraph))
        return (found for one in places if (found := below(one, *path)) is not None)

    def letters(self, run: Node, paragraph: Node | None) -> Iterator[Node]:
        """What is said of the look of a run in ``paragraph``, by itself or by a style, the nearest first."""
        own = below(run, "rPr")
        if own is not None:
            yield own
            yield from self._letters(self.chain(value(own, "rStyle")))
        if paragraph is not None:
            yield from self._letters(self.of_paragraph(paragraph))

    def _letters(self, styles: Iterator[Node]) -> Iterator[Node]:
        return (found for one in styles if (found := below(one, "rPr")) is not None)


def value(node: Node, name: str) -> str:
    """The value of the element of that name right below a node, "" for none."""
    found = below(node, name)
    return said(found, "val") if found is not None else ""
