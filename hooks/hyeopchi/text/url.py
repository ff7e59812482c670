"""The address of a link: what it leads to, judged the same way by rules, pages and the gate."""

from __future__ import annotations

import html
import re
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What an address leads to; the last three are never let into a page."""

    OUTSIDE = "outside"
    """Another site, by http or https."""
    CONTACT = "contact"
    """A mail address or a telephone number."""
    INSIDE = "inside"
    """No scheme: a record's id, an anchor, a page of this site."""
    SCHEME = "scheme"
    """Any other scheme: ``javascript:``, ``data:``, ``file:`` …"""
    HOST = "host"
    """A host that is missing, or hidden: ``//host``, ``https:path``, ``https://name@host``, a
    number, or letters that only look like ours."""
    DISGUISED = "disguised"
    """Blanks, control characters, backslashes, or a scheme written with entities."""

    @property
    def is_safe(self) -> bool:
        """Whether a page may carry it."""
        return self in (Kind.OUTSIDE, Kind.CONTACT, Kind.INSIDE)


class Address(NamedTuple):
    """An address as a browser would read it, and its kind."""

    url: str
    kind: Kind


_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);")
_ENTITY_BEFORE_PATH = re.compile(r"[^/?#:]*&")
_SCHEME = re.compile(r"([^/?#]*?):")
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\\]")
_WEB = re.compile(
    r"https?://(?:[a-z0-9_가-힣-]+\.)+(?!\d+(?![^:/?#]))[a-z0-9가-힣-]{2,}\.?(?::\d{1,5})?(?=[/?#]|\Z)",
    re.IGNORECASE | re.ASCII,
)
"""A host with a name, in Latin and Hangul letters only: others draw like them and lead elsewhere."""
_WEB_SCHEMES = ("http", "https")
_CONTACT_SCHEMES = ("mailto", "tel")


def read_address(written: str) -> Address:
    """The address a person wrote in Markdown, its entities read as a browser reads them."""
    url = _ENTITY.sub(lambda entity: html.unescape(entity[0]), written)
    if _ENTITY_BEFORE_PATH.match(written):
        return Address(url, Kind.DISGUISED)
    return Address(url, kind_of(url))


def kind_of(url: str) -> Kind:
    """What ``url``, its entities already read, leads to.

    Stricter than browsers, which drop blanks and control characters, read ``\\`` as ``/``
    and take ``https:path`` for a path: none of these has a use in a record.
    """
    if _UNSEEN.search(url):
        return Kind.DISGUISED
    if url.startswith("//"):
        return Kind.HOST
    scheme = _SCHEME.match(url)
    return _kind_of_scheme(scheme[1].lower(), url) if scheme else Kind.INSIDE


def _kind_of_scheme(scheme: str, url: str) -> Kind:
    if scheme in _WEB_SCHEMES:
        return Kind.OUTSIDE if _WEB.match(url) else Kind.HOST
    return Kind.CONTACT if scheme in _CONTACT_SCHEMES else Kind.SCHEME
