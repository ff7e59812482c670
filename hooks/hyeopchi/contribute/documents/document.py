"""Documents: everything that an HWPX or DOCX file says that a stranger sent."""

from __future__ import annotations

from dataclasses import dataclass
from zipfile import BadZipFile

from lxml.etree import LxmlError

from hyeopchi.contribute.documents.hangul import is_hangul, read_hangul
from hyeopchi.contribute.documents.package import DAMAGED, MOST_BYTES, Unreadable, opened
from hyeopchi.contribute.documents.story import Block, lines
from hyeopchi.contribute.documents.word import read_word

__all__ = ["MOST_BYTES", "Document", "Unreadable", "read_document"]


@dataclass(frozen=True, slots=True)
class Document:
    """What a document says, in the order of reading."""

    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """All words, a paragraph or a row of a table on a line."""
        return "\n".join(lines(self.blocks))


def read_document(data: bytes) -> Document:
    """What ``data``, the bytes of a file, says. Raises ``Unreadable``."""
    package = opened(data)
    try:
        return Document(read_hangul(package) if is_hangul(package) else read_word(package))
    except (LxmlError, BadZipFile, SyntaxError, ValueError, EOFError, OSError) as error:
        raise Unreadable(DAMAGED) from error
