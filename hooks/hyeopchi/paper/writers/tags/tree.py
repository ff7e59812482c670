"""The tree: the structure of a PDF that is not yet written, as WeasyPrint built it."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Any, NamedTuple

import pydyf

Element = Any
"""A ``pydyf.Dictionary`` of the type StructElem (ISO 32000-1, 14.7.2)."""


class Content(NamedTuple):
    """A marked-content sequence: the number of its page from 0, and its own on that page."""

    page: int
    number: int


class Tree:
    """The elements of ``pdf`` that readers reach, in their order, and what is painted for them."""

    def __init__(self, pdf: pydyf.PDF) -> None:
        self._pdf = pdf
        self._objects = pdf.objects
        self._page_numbers = {one: number for number, one in enumerate(pdf.page_references)}
        self.pages = tuple(map(self.at, pdf.page_references))
        root = self.at(pdf.catalog["StructTreeRoot"])
        self.top: Element = self.at(root["K"][0])
        self._parents: Any = self.at(root["ParentTree"])

    def at(self, reference: bytes) -> Any:
        """The object that ``reference`` ("12 0 R") names."""
        return self._objects[int(reference.split()[0])]

    def kids(self, element: Element) -> list[Element]:
        """The elements right below ``element``."""
        return [
            found
            for kid in element["K"]
            if isinstance(kid, bytes) and (found := self.at(kid))["Type"] == "/StructElem"
        ]

    def below(self, element: Element) -> Iterator[Element]:
        """Every element below ``element``, each before what it holds."""
        left = self.kids(element)[::-1]
        while left:
            found = left.pop()
            yield found
            left.extend(self.kids(found)[::-1])

    def of_type(self, name: str) -> list[Element]:
        """The elements of the type ``name`` ("Table")."""
        return [element for element in self.below(self.top) if element["S"] == f"/{name}"]

    def added(self, name: str, parent: Element) -> Element:
        """A new element of the type ``name`` for ``parent``, on its page; it does not hold it yet."""
        element = pydyf.Dictionary(
            {
                "Type": "/StructElem",
                "S": f"/{name}",
                "K": pydyf.Array(),
                "Pg": parent["Pg"],
                "P": parent.reference,
            }
        )
        self._pdf.add_object(element)
        return element

    def contents(self) -> Iterator[Content]:
        """What is painted for the elements, in the order in which it is read."""
        left: list[tuple[Element, Any]] = [(self.top, kid) for kid in self.top["K"][::-1]]
        while left:
            owner, kid = left.pop()
            if isinstance(kid, int):
                yield Content(self._page_numbers[owner["Pg"]], kid)
            elif (found := self.at(kid))["Type"] == "/StructElem":
                left.extend((found, one) for one in found["K"][::-1])

    def own_contents(self, element: Element) -> Iterator[Content]:
        """What is painted for ``element`` itself."""
        page = self._page_numbers[element["Pg"]]
        return (Content(page, kid) for kid in element["K"] if isinstance(kid, int))

    def forget(self, annotations: Set[bytes]) -> None:
        """Take out the annotations with these references, which no element holds any more."""
        for page in self.pages:
            if "Annots" in page:
                page["Annots"] = pydyf.Array(
                    one for one in page["Annots"] if one not in annotations
                )
        places = {self.at(one).get("StructParent") for one in annotations}
        pairs = zip(self._parents["Nums"][::2], self._parents["Nums"][1::2], strict=True)
        kept = [pair for pair in pairs if pair[0] < len(self.pages) or pair[0] not in places]
        self._parents["Nums"] = pydyf.Array(part for pair in kept for part in pair)
        for one in annotations:
            self.at(one).clear()

    def unclaimed(self) -> Iterator[Content]:
        """What is painted for no element that readers reach; from now on nothing says that it is."""
        claimed = set(self.contents())
        reached = {id(self.top), *map(id, self.below(self.top))}
        for page, owners in zip(range(len(self.pages)), self._parents["Nums"][1::2], strict=False):
            for number in range(len(owners)):
                if Content(page, number) not in claimed:
                    owners[number] = b"null"
                    yield Content(page, number)
        for one in self._objects:
            if (
                isinstance(one, dict)
                and one.get("Type") == "/StructElem"
                and id(one) not in reached
            ):
                one.clear()
