"""Documents: the tables and the words of an HWPX or DOCX file that a stranger sent.

Nothing in the file is run or followed; what could exhaust the computer is refused beforehand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from docx import Document as open_docx
from docx.opc.exceptions import OpcError
from docx.table import Table as DocxTable
from hwpx.document import HwpxDocument
from hwpx.errors import HwpxError
from hwpx.opc.package import HwpxPackageError
from lxml.etree import LxmlError

MOST_BYTES = 20_000_000
"""Of a file, as it was sent."""
_MOST_UNPACKED, _MOST_PARTS, _MOST_XML = 100_000_000, 2_000, 20_000_000
_OLD = b"\xd0\xcf\x11\xe0"
_SAVE_AS = (
    "한글에서는 ‘다른 이름으로 저장하기’에서 HWPX, 워드에서는 DOCX를 골라 다시 저장해 주세요."
)
_DAMAGED = "파일이 망가져 열 수 없습니다. 한글이나 워드에서 열어 다시 저장해 주세요."

Rows = tuple[tuple[str, ...], ...]


class Unreadable(Exception):
    """A file that is no document to read; ``str()`` says in Korean why and what to do."""


@dataclass(frozen=True, slots=True)
class Document:
    """The cells' words of every table in order, and all words of the document, a paragraph a line."""

    tables: tuple[Rows, ...]
    text: str


def read_document(data: bytes) -> Document:
    """What ``data``, the bytes of a file, says. Raises ``Unreadable``."""
    names = _checked(data)
    try:
        return (
            _read_hwpx(data)
            if "mimetype" in names or "Contents/content.hpf" in names
            else _read_docx(data)
        )
    except (
        HwpxError,
        HwpxPackageError,
        OpcError,
        LxmlError,
        BadZipFile,
        KeyError,
        ValueError,
        AttributeError,
        SyntaxError,
    ) as error:
        raise Unreadable(_DAMAGED) from error


def _checked(data: bytes) -> frozenset[str]:
    """The names of the parts of a zip that is safe to unpack."""
    if len(data) > MOST_BYTES:
        raise Unreadable(
            f"파일이 너무 큽니다. {MOST_BYTES // 1_000_000}MB까지 읽습니다. 그림을 빼고 다시 저장해 주세요."
        )
    if data.startswith(_OLD):
        raise Unreadable(f"옛 HWP·DOC 파일이거나 암호가 걸린 파일입니다. {_SAVE_AS}")
    try:
        with ZipFile(BytesIO(data)) as archive:
            return frozenset(_safe_names(archive))
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise Unreadable(f"HWPX나 DOCX 파일이 아니거나 망가졌습니다. {_SAVE_AS}") from error


def _safe_names(archive: ZipFile) -> Iterator[str]:
    parts = archive.infolist()
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED:
        raise Unreadable("파일을 풀면 너무 커집니다. 열지 않았습니다. 보낸 사람에게 확인해 주세요.")
    names = {part.filename for part in parts}
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise Unreadable(
            "매크로가 든 문서입니다. 열지 않았습니다. 매크로 없는 DOCX로 다시 저장해 주세요."
        )
    for part in parts:
        if part.filename.endswith((".xml", ".rels", ".hpf", ".rdf")):
            _refuse_entities(archive.open(part).read(_MOST_XML + 1))
    if not names & {"Contents/content.hpf", "word/document.xml"}:
        raise Unreadable(f"HWPX나 DOCX 파일이 아닙니다. {_SAVE_AS}")
    return iter(names)


def _refuse_entities(xml: bytes) -> None:
    """A document of a word processor declares no entities; one that does means harm."""
    plain = xml.replace(b"\0", b"").upper()
    if len(xml) > _MOST_XML or b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise Unreadable(
            "문서 안에 있을 수 없는 것이 들어 있습니다. 열지 않았습니다. 한글이나 워드에서 다시 저장해 주세요."
        )


def _read_hwpx(data: bytes) -> Document:
    with HwpxDocument.open(BytesIO(data)) as document:
        paragraphs = document.paragraphs
        tables = tuple(_hwpx_rows(table) for one in paragraphs for table in one.tables)
        return Document(tables, "\n".join(_hwpx_lines(paragraphs)))


def _hwpx_rows(table: Any) -> Rows:
    return tuple(tuple(cell.text for cell in row.cells) for row in table.rows)


def _hwpx_lines(paragraphs: Any) -> Iterator[str]:
    for paragraph in paragraphs:
        if paragraph.tables:
            for table in paragraph.tables:
                yield from ("\t".join(row) for row in _hwpx_rows(table))
        else:
            yield paragraph.text or ""


def _read_docx(data: bytes) -> Document:
    document = open_docx(BytesIO(data))
    tables = tuple(_docx_rows(table) for table in document.tables)
    return Document(tables, "\n".join(_docx_lines(document)))


def _docx_rows(table: DocxTable) -> Rows:
    return tuple(tuple(cell.text for cell in row.cells) for row in table.rows)


def _docx_lines(document: Any) -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, DocxTable):
            yield from ("\t".join(row) for row in _docx_rows(block))
        else:
            yield block.text
