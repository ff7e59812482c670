"""The Content-Security-Policy of the pages: nothing but the site's own files."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache

_DIRECTIVES = (
    "default-src 'none'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
)
_HASH = re.compile(r"'sha256-[A-Za-z0-9+/=]+'")


def content_security_policy(
    script_hashes: Iterable[str] = (), preview: bool = False, inline_styles: bool = False
) -> str:
    """The policy of a page, for a ``meta`` element right after the one that names UTF-8.

    ``script_hashes``, from ``script_hash``, let inline scripts run. ``preview`` lets any
    inline script run, because the preview's server writes one into every page and its text
    changes each time. ``inline_styles`` is for a page that sets styles of its own.
    """
    scripts = "'self' 'unsafe-inline'" if preview else " ".join(("'self'", *script_hashes))
    styles = "'self' 'unsafe-inline'" if inline_styles else "'self'"
    return "; ".join((*_DIRECTIVES, f"style-src {styles}", f"script-src {scripts}"))


def script_hash(content: bytes) -> str:
    """The hash of an inline script's content as a policy writes it: ``'sha256-…'``, quoted."""
    digest = hashlib.sha256(content.replace(b"\r\n", b"\n")).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def hashes_in(policy: str) -> tuple[str, ...]:
    """The script hashes that ``policy`` lists."""
    return tuple(_HASH.findall(policy))


@lru_cache(maxsize=64)
def is_whole(policy: str, preview: bool = False, inline_styles: bool = False) -> bool:
    """Whether ``policy`` says what ``content_security_policy`` says, in any order."""
    whole = content_security_policy(hashes_in(policy), preview, inline_styles)
    return sorted(_directives(policy)) == sorted(_directives(whole))


def _directives(policy: str) -> list[list[str]]:
    return [
        part.lower().split()[:1] + part.split()[1:] for part in policy.split(";") if part.strip()
    ]
