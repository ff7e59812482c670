"""The gate of HWPX and DOCX documents: what keeps a written one from being handed out."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile

from docx import Document
from docx.opc.exceptions import OpcError
from hwpx.tools.package_validator import validate_package
from hwpx.tools.validator import validate_document

from hyeopchi.paper.blocks.sheet import Sheet
from hyeopchi.paper.writers.xml_text import clean


def hwpx_faults(document: bytes, sheet: Sheet) -> Iterator[str]:
    """What the schemas and the rules of HWPX packages, as python-hwpx ships them, have against ``document``."""
    for issue in (*validate_document(document).issues, *validate_package(document).errors):
        yield f"HWPX의 규격에 맞지 않습니다: {issue}"


def docx_faults(document: bytes, sheet: Sheet) -> Iterator[str]:
    """Whether ``document`` opens and bears its title."""
    try:
        opened = Document(BytesIO(document))
    except (OpcError, BadZipFile, KeyError, ValueError):
        yield "DOCX로 열리지 않습니다."
        return
    if opened.core_properties.title != clean(sheet.title):
        yield f"문서 제목이 ‘{sheet.title}’이 아닙니다."
