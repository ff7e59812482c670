"""Addresses of the site: where a term stands, one place as seen from another, and from the world."""

from __future__ import annotations

from hyeopchi.library.settings import Settings
from hyeopchi.schema.link import Link


def relative(here: str, address: str) -> str:
    """``address`` as seen from the page at ``here``, both from the site's root.

    Pages are folders, so as many steps up as ``here`` has slashes lead to the root.
    """
    path, mark, anchor = address.partition("#")
    if path == here and mark:
        return f"#{anchor}"
    return ("../" * here.count("/") + address) or "./"


def term_address(vocabulary: str, term: str) -> str:
    """Where a term's list of records stands; themes have theirs under the lessons."""
    return f"lessons/{term}/" if vocabulary == "themes" else f"{vocabulary}/{term}/"


def teaching_address(record_id: str) -> str:
    """Where the page for teaching with a course or a case stands."""
    return f"teach/{record_id}/"


def screen_address(record_id: str) -> str:
    """Where the slides of a course stand."""
    return f"{teaching_address(record_id)}screen/"


def public_address(link: Link, settings: Settings) -> str:
    """Where the world finds a place, "" where no public address is known."""
    return f"{settings.site_url}{link.address}" if settings.site_url else ""
