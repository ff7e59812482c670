"""The package of an EPUB 3: its pages, what it says of itself and of who can read it.

After EPUB 3.3 and, for the words on accessibility, EPUB Accessibility 1.1 (W3C).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from lxml.etree import Element, SubElement, _Element, tostring

from hyeopchi.library.settings import Settings
from hyeopchi.paper.blocks.sheet import Sheet
from hyeopchi.paper.writers.epub.pages import NAV, STYLE, Page, nav_page, pages_of
from hyeopchi.paper.writers.xml_text import clean
from hyeopchi.paper.writers.zip_file import made, packed

FOLDER, PACKAGE = "EPUB", "EPUB/package.opf"
_OPF, _DC = "http://www.idpf.org/2007/opf", "http://purl.org/dc/elements/1.1/"
_CONTAINER = "urn:oasis:names:tc:opendocument:xmlns:container"
_XHTML, _CSS = "application/xhtml+xml", "text/css"
_ACCESS = (
    ("schema:accessMode", "textual"),
    ("schema:accessModeSufficient", "textual"),
    ("schema:accessibilityFeature", "structuralNavigation"),
    ("schema:accessibilityFeature", "tableOfContents"),
    ("schema:accessibilityFeature", "readingOrder"),
    ("schema:accessibilityHazard", "none"),
    (
        "schema:accessibilitySummary",
        "그림 없이 글로만 되어 있어 소리 내어 읽는 프로그램으로 모두 들을 수 있습니다. "
        "제목과 차례로 옮겨 다닐 수 있고, 각주는 장의 끝에 있으며 본문으로 돌아올 수 있습니다.",
    ),
)
"""Who can read it, by schema.org."""


def write_epub(sheet: Sheet, settings: Settings) -> bytes:
    """``sheet`` as an EPUB, the same bytes for the same sheet. TypeError where it holds what no book does."""
    pages = pages_of(sheet, settings)
    inside = {
        NAV: nav_page(sheet, pages),
        STYLE: _style(),
        **{page.name: page.content for page in pages},
    }
    return packed(
        {
            "mimetype": b"application/epub+zip",
            "META-INF/container.xml": _container(),
            PACKAGE: _package(sheet, settings, pages),
            **{f"{FOLDER}/{name}": content for name, content in inside.items()},
        }
    )


@cache
def _style() -> bytes:
    return Path(__file__).with_name(STYLE).read_bytes()


def _container() -> bytes:
    root = Element(f"{{{_CONTAINER}}}container", {"version": "1.0"}, nsmap={None: _CONTAINER})
    found = SubElement(root, f"{{{_CONTAINER}}}rootfiles")
    place = {"full-path": PACKAGE, "media-type": "application/oebps-package+xml"}
    SubElement(found, f"{{{_CONTAINER}}}rootfile", place)
    return _written(root)


def _package(sheet: Sheet, settings: Settings, pages: Sequence[Page]) -> bytes:
    root = Element(
        f"{{{_OPF}}}package",
        {
            "version": "3.0",
            "unique-identifier": "id",
            "{http://www.w3.org/XML/1998/namespace}lang": "ko",
        },
        nsmap={None: _OPF},
    )
    metadata = SubElement(root, f"{{{_OPF}}}metadata", nsmap={"dc": _DC})
    for name, said, attributes in _said(sheet, settings):
        SubElement(metadata, name, attributes).text = clean(said)
    manifest = SubElement(root, f"{{{_OPF}}}manifest")
    for name, kind, properties in _items(pages):
        more = {"properties": properties} if properties else {}
        item = {"id": name.replace(".", "-"), "href": name, "media-type": kind, **more}
        SubElement(manifest, f"{{{_OPF}}}item", item)
    spine = SubElement(root, f"{{{_OPF}}}spine")
    for name in (pages[0].name, NAV, *(page.name for page in pages[1:])):
        SubElement(spine, f"{{{_OPF}}}itemref", {"idref": name.replace(".", "-")})
    return _written(root)


def _items(pages: Sequence[Page]) -> Iterator[tuple[str, str, str]]:
    """The files of the book: name, media type, properties."""
    yield NAV, _XHTML, "nav"
    yield STYLE, _CSS, ""
    for page in pages:
        yield page.name, _XHTML, ""


def _said(sheet: Sheet, settings: Settings) -> Iterator[tuple[str, str, dict[str, str]]]:
    """What the book says of itself: element, words, attributes."""
    identity = uuid5(NAMESPACE_URL, f"{settings.site_url}{sheet.stem}")
    yield f"{{{_DC}}}identifier", f"urn:uuid:{identity}", {"id": "id"}
    yield f"{{{_DC}}}title", sheet.title, {}
    yield f"{{{_DC}}}language", "ko", {}
    yield f"{{{_DC}}}creator", settings.operator or settings.name, {}
    yield f"{{{_DC}}}publisher", settings.name, {}
    if sheet.rights:
        yield f"{{{_DC}}}rights", sheet.rights, {}
    meta = f"{{{_OPF}}}meta"
    yield meta, made().strftime("%Y-%m-%dT%H:%M:%SZ"), {"property": "dcterms:modified"}
    for name, said in _ACCESS:
        yield meta, said, {"property": name}


def _written(root: _Element) -> bytes:
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return written
