"""Editing the form as word processors do: in the XML of its parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

from helpers.filling import EMPTY, LIBRARY
from hyeopchi.contribute.documents.document import read_document
from hyeopchi.contribute.filled_form import Filled, read_form
from hyeopchi.contribute.form_wording import Own

OWN = Own.of(map(read_document, EMPTY.values()))
MAIN = {"docx": "word/document.xml", "hwpx": "Contents/section0.xml"}
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HP = "http://www.hancom.co.kr/hwpml/2011/paragraph"
_SPACES = {
    "docx": {
        "w": W,
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "v": "urn:schemas-microsoft-com:vml",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    },
    "hwpx": {"hp": HP, "hp10": "http://www.hancom.co.kr/hwpml/2016/paragraph"},
}
_LOOKS = frozenset({"styles.xml", "stylesWithEffects.xml", "theme1.xml", "header.xml"})
"""Parts that say how words look: large, and of a form nothing that is read."""

Parts = dict[str, bytes]


def parts_of(data: bytes) -> Parts:
    with ZipFile(BytesIO(data)) as archive:
        return {
            name: archive.read(name)
            for name in archive.namelist()
            if name.rpartition("/")[2] not in _LOOKS
        }


def packed(parts: Mapping[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def xml(ending: str, text: str) -> list[etree._Element]:
    """The elements that ``text`` writes, with the usual prefixes."""
    spaces = "".join(f' xmlns:{name}="{to}"' for name, to in _SPACES[ending].items())
    return list(etree.fromstring(f"<x{spaces}>{text}</x>"))


def edited(data: bytes, ending: str, *changes: tuple[str, str]) -> bytes:
    """The document with each text of its main part put in place of another that stands there."""
    parts = parts_of(data)
    text = parts[MAIN[ending]].decode()
    for old, new in changes:
        assert old in text, f"the form does not say {old}"
        text = text.replace(old, new, 1)
    spaces = _SPACES[ending]
    missing = (
        f' xmlns:{name}="{to}"' for name, to in spaces.items() if f"xmlns:{name}=" not in text
    )
    root = "<w:document" if ending == "docx" else "<hs:sec"
    return packed({**parts, MAIN[ending]: text.replace(root, root + "".join(missing), 1).encode()})


def with_parts(data: bytes, relations: Mapping[str, tuple[str, str]]) -> bytes:
    """A DOCX with further parts: the name of each, the last word of its type, and its XML."""
    parts = parts_of(data)
    rels = "word/_rels/document.xml.rels"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    added = "".join(
        f'<Relationship Id="new{at}" Type="{kind}{type_}" Target="{name}"/>'
        for at, (name, (type_, _)) in enumerate(relations.items())
    )
    parts[rels] = parts[rels].replace(b"</Relationships>", f"{added}</Relationships>".encode())
    spaces = "".join(f' xmlns:{name}="{to}"' for name, to in _SPACES["docx"].items())
    for name, (_, text) in relations.items():
        parts[f"word/{name}"] = f"<x{spaces}>{text}</x>".encode()
    return packed(parts)


def read(data: bytes) -> Filled:
    """What the importer makes of a form."""
    return read_form(read_document(data), LIBRARY.schema, LIBRARY.vocabularies, OWN)


def remarks(found: Filled) -> list[str]:
    """What was left, as the draft says it."""
    return [f"{one.where}: {' / '.join(one.text.splitlines())}" for one in found.left]


def words(found: Filled) -> str:
    """Everything that a draft and its remarks say."""
    said = [*_leaves(found.draft.values), *found.draft.sections.values(), *remarks(found)]
    return "\n".join(said)


def _leaves(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield str(key)
            yield from _leaves(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _leaves(inner)
    else:
        yield str(value)


Edit = Callable[[str], str]
