"""Answers: what stands at an address."""

from __future__ import annotations

from dataclasses import dataclass
from mimetypes import MimeTypes

_TYPES = MimeTypes()  # of Python alone: what a system says of .js keeps browsers from running it
_TEXT = ("application/json", "application/javascript", "image/svg+xml")


@dataclass(frozen=True, slots=True)
class Answer:
    """Content of a media type; or ``goes_to``, another address ("" is that of the home page)."""

    status: int = 200
    kind: str = ""
    content: bytes = b""
    goes_to: str | None = None


def file_answer(address: str, content: bytes, status: int = 200) -> Answer:
    """The content of a file, of the type that the end of its address tells."""
    kind = _TYPES.guess_type(address)[0] or "application/octet-stream"
    is_text = kind.startswith("text/") or kind in _TEXT
    return Answer(status, f"{kind}; charset=utf-8" if is_text else kind, content)
