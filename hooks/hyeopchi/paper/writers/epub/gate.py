"""The gate of EPUBs: what keeps a written one from being handed out.

It reads the file itself, as a reading system does, and trusts no writer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from io import BytesIO
from posixpath import dirname, join, normpath
from zipfile import ZIP_STORED, BadZipFile, ZipFile

from lxml.etree import XMLParser, XMLSyntaxError, _Element, fromstring

from hyeopchi.paper.blocks.reading import lines
from hyeopchi.paper.blocks.sheet import Sheet
from hyeopchi.paper.writers.xml_text import clean

_MIME = b"application/epub+zip"
_PARSER = XMLParser(resolve_entities=False, no_network=True)
_PACKAGE = "{http://www.idpf.org/2007/opf}package"
_WORDS = "//text()[not(ancestor::*[@role='doc-noteref'])]"
"""What the pages say but the numbers of notes, which stand between a word and its particle."""
_CONTAINER = "META-INF/container.xml"


def faults(epub: bytes, sheet: Sheet) -> Iterator[str]:
    """What is wrong with ``epub`` as a book of ``sheet``, a Korean sentence each."""
    try:
        with ZipFile(BytesIO(epub)) as archive:
            first = archive.infolist()[0]
            parts = {name: archive.read(name) for name in archive.namelist()}
    except (BadZipFile, IndexError):
        yield "EPUB로 열리지 않습니다."
        return
    if (first.filename, first.compress_type, parts[first.filename]) != (
        "mimetype",
        ZIP_STORED,
        _MIME,
    ):
        yield "맨 앞에 EPUB라는 표시(mimetype)가 없습니다."
    trees: dict[str, _Element] = {}
    for name in parts:
        if name.endswith((".xml", ".opf", ".xhtml")):
            try:
                trees[name] = fromstring(parts[name], _PARSER)
            except XMLSyntaxError:
                yield f"XML로 읽히지 않습니다: {name}"
    yield from _unlisted(trees, parts)
    yield from _broken_links(trees, parts)
    yield from _lost_words(trees, sheet)


def _unlisted(trees: Mapping[str, _Element], parts: Mapping[str, bytes]) -> Iterator[str]:
    """Files that the package does not list, and listed ones that are not there."""
    packages = [name for name, tree in trees.items() if tree.tag == _PACKAGE]
    if len(packages) != 1 or _CONTAINER not in parts:
        yield "책의 목록(package)을 찾을 수 없습니다."
        return
    folder = dirname(packages[0])
    named = {
        normpath(join(folder, str(item.get("href"))))
        for item in trees[packages[0]].iterfind(".//{*}manifest/{*}item")
    }
    held = set(parts) - {"mimetype", _CONTAINER, packages[0]}
    for name in sorted(named ^ held):
        yield f"책의 목록과 든 것이 다릅니다: {name}"


def _broken_links(trees: Mapping[str, _Element], parts: Mapping[str, bytes]) -> Iterator[str]:
    """Links to files or places that are not in the book, and names that two places bear."""
    ids = {name: Counter(map(str, _values("//@id", tree))) for name, tree in trees.items()}
    for name, found in ids.items():
        yield from (f"두 곳의 이름이 같습니다: {name}#{id}" for id in found if found[id] > 1)
    for name, tree in trees.items():
        for href in map(str, _values("//*[local-name()='a']/@href", tree)):
            path, _, anchor = href.partition("#")
            file = normpath(join(dirname(name), path)) if path else name
            is_here = file in parts and (not anchor or anchor in ids[file])
            if not is_here and not href.startswith(("https://", "http://", "mailto:")):
                yield f"없는 곳으로 이어집니다: {name} → {href}"


def _values(path: str, tree: _Element) -> list[object]:
    found = tree.xpath(path)
    return list(found) if isinstance(found, list) else []


def _lost_words(trees: Mapping[str, _Element], sheet: Sheet) -> Iterator[str]:
    """Lines of the sheet that its pages do not say."""
    text = "\n".join(
        "".join("".join(map(str, _values(_WORDS, tree))).split())
        for name, tree in trees.items()
        if name.endswith(".xhtml")
    )
    lost = [line for line in lines(sheet) if not all(word in text for word in clean(line).split())]
    if lost:
        yield f"책에 실리지 않은 글이 {len(lost)}군데 있습니다: {lost[0][:40]}"
