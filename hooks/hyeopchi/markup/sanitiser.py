"""The sanitiser: whatever the body parser makes, only this list of HTML gets into a page."""

from __future__ import annotations

import nh3
from markupsafe import Markup

TAGS = frozenset(
    {
        "p",
        "h2",
        "h3",
        "h4",
        "ul",
        "ol",
        "li",
        "blockquote",
        "hr",
        "br",
        "em",
        "strong",
        "code",
        "a",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    }
)
"""Elements of a body. No ``img``: a picture needs rights and a description of its own."""

OUTSIDE_REL = "external noopener noreferrer"
"""``rel`` of links to other sites: they learn neither the window nor the page one comes from."""

_ALIGN = {"align": {"left", "center", "right"}}
_CLEANER = nh3.Cleaner(
    tags=TAGS,
    clean_content_tags=set(),
    attributes={"a": {"href"}, "h3": {"id"}, "h4": {"id"}, "ol": {"start"}, "li": {"value"}},
    tag_attribute_values={"a": {"rel": {OUTSIDE_REL}}, "th": _ALIGN, "td": _ALIGN},
    generic_attribute_prefixes=set(),
    url_schemes={"http", "https", "mailto", "tel"},
    url_relative="pass_through",
    link_rel=None,
)


def sanitised(html: str) -> Markup:
    """``html`` with nothing but the allowed elements, attributes and schemes."""
    return Markup(_CLEANER.clean(html))
