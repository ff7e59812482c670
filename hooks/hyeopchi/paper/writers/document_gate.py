"""The gate of HWPX and DOCX documents: what keeps a written one from being handed out."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile

from docx import Document
from docx.opc.exceptions import OpcError
from hwpx.tools.package_validator import validate_editor_open_safety

from hyeopchi.paper.blocks.sheet import Sheet
from hyeopchi.paper.writers.xml_text import clean


def hwpx_faults(document: bytes, sheet: Sheet) -> Iterator[str]:
    """What the schemas and the rules of HWPX packages, as python-hwpx ships them, have against ``document``.

    And whether it opens again.
    """
    report = validate_editor_open_safety(document)
    judged = report.validate_document
    against = judged.issues if judged else (report.document_validation_error,)
    for issue in (*against, *report.validate_package.errors):
        yield f"HWPX의 규격에 맞지 않습니다: {issue}"
    if not report.reopen_ok:
        yield f"HWPX로 열리지 않습니다: {report.reopen_error}"


def docx_faults(document: bytes, sheet: Sheet) -> Iterator[str]:
    """Whether ``document`` opens and bears its title."""
    try:
        opened = Document(BytesIO(document))
    except (OpcError, BadZipFile, KeyError, ValueError):
        yield "DOCX로 열리지 않습니다."
        return
    if opened.core_properties.title != clean(sheet.title):
        yield f"문서 제목이 ‘{sheet.title}’이 아닙니다."
