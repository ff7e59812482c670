"""Packages: the parts of a zipped document that a stranger sent, opened so that none does harm.

Nothing in the file is run or followed; what could exhaust the computer is refused beforehand.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

MOST_BYTES = 20_000_000
"""Of a file, as it was sent."""
_MOST_UNPACKED, _MOST_PARTS, _MOST_XML, _DEEPEST = 100_000_000, 2_000, 20_000_000, 200
SAVE_AS = "한글에서는 ‘다른 이름으로 저장하기’에서 HWPX, 워드에서는 DOCX를 골라 다시 저장해 주세요."
DAMAGED = "파일이 망가져 열 수 없습니다. 한글이나 워드에서 열어 다시 저장해 주세요."
_HARM = (
    "문서 안에 있을 수 없는 것이 들어 있습니다. 열지 않았습니다. "
    "한글이나 워드에서 다시 저장해 주세요."
)
_OLE = b"\xd0\xcf\x11\xe0"
_STREAMS: tuple[tuple[str, str], ...] = (
    ("EncryptedPackage", "암호가 걸린 DOCX입니다. 암호를 풀고 다시 저장해 주세요."),
    ("FileHeader", f"옛 한글 파일(HWP)입니다. {SAVE_AS}"),
    ("WordDocument", f"옛 워드 파일(DOC)입니다. {SAVE_AS}"),
)
"""What a compound file is, by the names of its streams."""
_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"HWP Document File", f"옛 한글 파일(HWP)입니다. {SAVE_AS}"),
    (b"%PDF-", f"PDF 파일입니다. 채우기 전의 서식에 적어 주세요. {SAVE_AS}"),
    (b"{\\rtf", f"RTF 파일입니다. {SAVE_AS}"),
    (b"MIME-Version:", f"웹 보관 파일입니다. {SAVE_AS}"),
)
"""What a file is, by how it begins."""
_OTHERS: Mapping[bytes, str] = {
    b"application/vnd.oasis.opendocument.text": "ODT 문서입니다. DOCX로 다시 저장해 주세요.",
    b"application/epub+zip": f"전자책(EPUB)입니다. {SAVE_AS}",
}
"""What a zipped file is, by its ``mimetype``."""


class Unreadable(Exception):
    """A file that is no document to read; ``str()`` says in Korean why and what to do."""


@dataclass(frozen=True, slots=True)
class Package:
    """A zip whose parts were found safe to unpack. Parts are named as they say, in small letters."""

    archive: ZipFile
    parts: Mapping[str, ZipInfo] = field(repr=False)

    def xml(self, name: str) -> etree._Element | None:
        """The root of a part, None where there is no such part. Raises ``Unreadable``."""
        part = self.parts.get(name.lower())
        if part is None:
            return None
        data = self.archive.open(part).read(_MOST_XML + 1)
        _refuse_entities(data)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        root = etree.fromstring(data, parser)
        if root.getroottree().docinfo.doctype:
            raise Unreadable(_HARM)
        _refuse_depth(root)
        return root

    def mimetype(self) -> bytes:
        """What the package calls itself, b"" where it does not."""
        part = self.parts.get("mimetype")
        return self.archive.open(part).read(100).strip() if part else b""

    def related(self, name: str) -> Iterator[tuple[str, str, str]]:
        """Id, last word of the type, and target of each relation of a part; "" names the package."""
        folder, file = posixpath.split(name)
        root = self.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        for one in root if root is not None else ():
            target = one.get("Target", "")
            if one.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            yield one.get("Id", ""), one.get("Type", "").rpartition("/")[2], target


def opened(data: bytes) -> Package:
    """The package in ``data``, the bytes of a file. Raises ``Unreadable``."""
    if len(data) > MOST_BYTES:
        raise Unreadable(
            f"파일이 너무 큽니다. {MOST_BYTES // 1_000_000}MB까지 읽습니다. 그림을 빼고 다시 저장해 주세요."
        )
    _refuse_others(data)
    try:
        archive = ZipFile(BytesIO(data))
        package = Package(archive, {_named(part): part for part in _safe(archive)})
        other = _OTHERS.get(package.mimetype())
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise Unreadable(f"HWPX나 DOCX 파일이 아니거나 망가졌습니다. {SAVE_AS}") from error
    if other:
        raise Unreadable(other)
    return package


def _refuse_others(data: bytes) -> None:
    if data.startswith(_OLE):
        for name, said in _STREAMS:
            if name.encode("utf-16-le") in data:
                raise Unreadable(said)
        raise Unreadable(f"옛 HWP·DOC 파일이거나 암호가 걸린 파일입니다. {SAVE_AS}")
    for beginning, said in _BEGINNINGS:
        if data.lstrip()[: len(beginning)] == beginning:
            raise Unreadable(said)


def _named(part: ZipInfo) -> str:
    return part.filename.replace("\\", "/").lstrip("/").lower()


def _safe(archive: ZipFile) -> list[ZipInfo]:
    parts = archive.infolist()
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED:
        raise Unreadable("파일을 풀면 너무 커집니다. 열지 않았습니다. 보낸 사람에게 확인해 주세요.")
    if any(part.flag_bits & 1 for part in parts):
        raise Unreadable("암호가 걸린 압축 파일입니다. 암호를 풀고 다시 저장해 주세요.")
    if any(part.filename.lower().endswith("vbaproject.bin") for part in parts):
        raise Unreadable(
            "매크로가 든 문서입니다. 열지 않았습니다. 매크로 없는 DOCX로 다시 저장해 주세요."
        )
    for part in parts:
        if part.filename.endswith((".xml", ".rels", ".hpf", ".rdf")):
            _refuse_entities(archive.open(part).read(_MOST_XML + 1))
    return parts


def _refuse_entities(xml: bytes) -> None:
    """A document of a word processor declares no entities; one that does means harm."""
    plain = xml.replace(b"\0", b"").upper()
    if len(xml) > _MOST_XML or b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise Unreadable(_HARM)


def _refuse_depth(root: etree._Element) -> None:
    """Readers go down step by step; a document that a person wrote is not this deep."""
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            raise Unreadable(
                "문서 안의 것이 너무 깊이 겹쳐 있습니다. 열지 않았습니다. 한글이나 워드에서 다시 저장해 주세요."
            )
