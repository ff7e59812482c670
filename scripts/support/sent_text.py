"""The record in what someone sent: as an editor saved it, or as it was pasted into a letter."""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import NamedTuple

from hyeopchi.contribute.documents.document import MOST_BYTES
from hyeopchi.text.quoting import printable

_PACKED = (b"PK", b"\xd0\xcf\x11\xe0", b"%PDF", b"{\\rtf")
"""How documents begin that are no plain text."""
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LINE = r"(?:---|[—–―]-?)[ \t]*"
"""The line around front matter; letters and messengers make one dash of three."""
_BEGIN = re.compile(rf"^{_LINE}\n(?=(?:[ \t]*(?:#[^\n]*)?\n)*(?:kind|title):)", re.MULTILINE)
_END = re.compile(rf"^{_LINE}$", re.MULTILINE)
_FENCE = re.compile(r"^(?:```|~~~)\w*[ \t]*\n?", re.MULTILINE)
_QUOTE = re.compile(r"^[ \t]*>[ \t]?", re.MULTILINE)


class Sent(NamedTuple):
    """A record's ``text``, and ``told``: what was done to have it, for whoever takes it in."""

    text: str
    told: tuple[str, ...] = ()


def sent_record(data: bytes) -> Sent | None:
    """The record that ``data`` holds, bytes that are no text as surrogates; None where it holds none.

    Words that stood above it become remarks at its top, so nothing is lost.
    """
    if data.startswith(_PACKED) or len(data) > MOST_BYTES:
        return None
    encoding, text = _decoded(data)
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    told = [encoding] if encoding else []
    if text.lstrip().startswith("---"):
        return Sent(text.lstrip(), tuple(told))
    found = _framed(text) or _framed(_QUOTE.sub("", text))
    if found is None:
        return None
    above, record = found
    if above:
        told.append("기록 앞에 있던 글은 맨 위에 #으로 남겼습니다. 읽고 지워 주세요.")
    first, rest = record.split("\n", 1)
    remarks = "".join(f"# {printable(line)}\n" for line in above)
    return Sent(f"{first}\n{remarks}{rest}", tuple(told))


def _decoded(data: bytes) -> tuple[str, str]:
    """What is to be told of the encoding, "" for UTF-8, and the text; bytes of none stand as surrogates."""
    name, encoding = "", "utf-8-sig"
    if data.startswith(_UTF16):
        name, encoding = "UTF-16으로", "utf-16"
    elif _is_cp949(data):
        name, encoding = "CP949로", "cp949"
    said = f"{name} 저장된 글이라 UTF-8로 옮겼습니다. 깨진 글자가 없는지 봐 주세요."
    return said if name else "", data.decode(encoding, "replace" if name else "surrogateescape")


def _is_cp949(data: bytes) -> bool:
    """Whether it is text of the older Korean encoding, and not UTF-8 with a few bytes broken."""
    read = data.decode("utf-8", "ignore")
    beyond = sum(len(char.encode()) for char in read if not char.isascii())
    if len(data) - len(read.encode()) <= beyond:
        return False
    try:
        data.decode("cp949")
    except UnicodeDecodeError:
        return False
    return True


def _framed(text: str) -> tuple[list[str], str] | None:
    """The lines above a record, and the record from its first line on; None where there is none."""
    begin = _BEGIN.search(text)
    end = _END.search(text, begin.end()) if begin else None
    if begin is None or end is None:
        return None
    above, body = text[: begin.start()], text[end.end() :]
    if _FENCE.search(above):
        above, body = _FENCE.sub("", above), _FENCE.sub("", body)
    lines = [line.strip() for line in above.split("\n") if line.strip()]
    return lines, f"---\n{text[begin.end() : end.start()]}---{body}"
