"""Mending: what python-hwpx 6.9 leaves to be put right in the HWPX files that it writes.

Its ids are random, its lists out of the schema's order, its headings numbered by themselves, its
page numbers text instead of 한글's own, and its metadata those of the file it starts from.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import count

from lxml import etree

from hyeopchi.paper.writers.zip_file import made, packed

_HEAD = "{http://www.hancom.co.kr/hwpml/2011/head}"
_BODY = "{http://www.hancom.co.kr/hwpml/2011/paragraph}"
_OPF = "{http://www.idpf.org/2007/opf/}"
_ORDER = (
    "fontfaces",
    "borderFills",
    "charProperties",
    "tabProperties",
    "numberings",
    "bullets",
    "paraProperties",
    "styles",
    "memoProperties",
    "trackChanges",
    "trackChangeAuthors",
)
"""The order in which the schema wants what stands in a header's ``refList``."""
_IDS = ("id", "instId", "instid")
_NUMBERED = ("tbl", "pic", "footNote", "fieldBegin", "header")
_SECTION = "Contents/section0.xml"


def mended(document: Mapping[str, bytes], title: str, author: str) -> bytes:
    """The parts of ``document`` put right and packed, with the metadata of the library."""
    parts = dict(document)
    _each(parts, "Contents/header.xml", _put_in_order, _unnumber_headings)
    _each(parts, _SECTION, _number_pages, _fix_ids)
    _each(parts, "Contents/content.hpf", lambda root: _sign(root, title, author))
    parts["Preview/PrvText.txt"] = title.encode()
    return packed(
        {name: parts[name] for name in sorted(parts, key=lambda name: (name != "mimetype", name))}
    )


def _each(parts: dict[str, bytes], name: str, *menders: Callable[[etree._Element], None]) -> None:
    root = etree.fromstring(parts[name])
    for mend in menders:
        mend(root)
    parts[name] = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _found(root: etree._Element, path: str) -> etree._Element:
    """The element at ``path``, which stands in every document of our own making."""
    found = root.find(path)
    if found is None:
        raise ValueError(path)
    return found


def _put_in_order(root: etree._Element) -> None:
    lists = _found(root, f"{_HEAD}refList")
    known = {etree.QName(child).localname: child for child in lists}
    lists[:] = [
        known[name] for name in _ORDER if name in known
    ]  # drops binDataList, which the schema has not


def _unnumber_headings(root: etree._Element) -> None:
    """The outline's own numbers go: our headings bring theirs along in their words."""
    for head in _found(root, f".//{_HEAD}numbering[@id='1']"):
        head.text = ""


def _number_pages(root: etree._Element) -> None:
    """한글's own page numbers, at the foot in the middle."""
    first = _found(root, f"{_BODY}p/{_BODY}run")
    etree.SubElement(
        etree.SubElement(first, f"{_BODY}ctrl"),
        f"{_BODY}pageNum",
        pos="BOTTOM_CENTER",
        formatType="DIGIT",
        sideChar="-",
    )


def _fix_ids(root: etree._Element) -> None:
    """Numbers in the order of the text in the place of random ones; what refers to one follows."""
    numbers = count(1)
    begun: dict[str, str] = {}
    for element in root.iter(f"{_BODY}*"):
        name = etree.QName(element).localname
        if name == "p":
            element.set("id", "0")
        elif name in _NUMBERED:
            for attribute in _IDS:
                old = element.get(attribute)
                if old:
                    element.set(attribute, begun.setdefault(old, str(next(numbers))))
        for reference in ("idRef", "beginIDRef"):
            known = begun.get(element.get(reference, ""))
            if known:
                element.set(reference, known)


def _sign(root: etree._Element, title: str, author: str) -> None:
    moment = made()
    said = {
        "creator": author,
        "lastsaveby": author,
        "CreatedDate": f"{moment:%Y-%m-%dT%H:%M:%SZ}",
        "ModifiedDate": f"{moment:%Y-%m-%dT%H:%M:%SZ}",
        "date": f"{moment.year}년 {moment.month}월 {moment.day}일",
    }
    _found(root, f".//{_OPF}title").text = title
    for meta in root.iter(f"{_OPF}meta"):
        meta.text = said.get(meta.get("name", "")) or meta.text
