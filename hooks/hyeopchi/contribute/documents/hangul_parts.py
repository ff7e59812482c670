"""Parts of an HWPX: which hold text, in the order of reading."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from hyeopchi.contribute.documents.package import Package
from hyeopchi.contribute.documents.walking import Node, local, said

_SECTION = re.compile(r"contents/section(\d+)\.xml")


def parts(package: Package) -> tuple[str, ...]:
    """The parts that hold text, in the order of reading; those that the list of parts forgot come last."""
    main = next(
        (
            said(one, "full-path")
            for one in named(package.xml("META-INF/container.xml"), "rootfile")
            if said(one, "media-type").startswith("application/hwpml-package")
        ),
        "Contents/content.hpf",
    )
    listing = package.xml(main)
    items = {
        said(one, "id"): _place(package, main, said(one, "href")) for one in named(listing, "item")
    }
    ordered = [items.get(said(one, "idref"), "") for one in named(listing, "itemref")]
    numbered = sorted(filter(_SECTION.fullmatch, package.parts), key=lambda name: (len(name), name))
    names = (*ordered, *items.values(), *numbered)
    return tuple(dict.fromkeys(name for name in names if name.endswith(".xml")))


def named(root: Node | None, name: str) -> Iterator[Node]:
    """The elements of a name, at any depth."""
    return (one for one in root.iter() if local(one) == name) if root is not None else iter(())


def _place(package: Package, main: str, address: str) -> str:
    """A part's name; writers name it from the root of the package or from the list's folder."""
    beside = posixpath.normpath(posixpath.join(posixpath.dirname(main), address)).lower()
    return beside if beside in package.parts else address.lstrip("/").lower()
