"""The grammar of inline markup, shared by the pages that render it and the rules that judge it.

A code span, and the target of a link, stays on one line and holds no ``|``-separated cells;
a link's text may go on to the next line of its paragraph. Every pattern takes linear time.
So reading a whole body and reading one paragraph, list item or table cell of it find the
same marks: what a page would turn into a link, the rules have seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

ESCAPABLE = r"\`*_{}[]()<>#+-.!|"
"""Characters that a backslash turns into plain text."""

CODE = r"(?<![\\`])(`{1,3})(?!`)([^`|\n]+)\1(?!`)"
"""A code span."""

# Python-Markdown keeps a sign between \x02 and \x03 for each escaped character and each code
# span. The rules blank escapes with \x03 and code with \x02.
_RENDERED = r"(?:[^\s()<>|\x02\x03]|\x02klzzwxh:\d+\x03)"
_BLANKED = r"[^\s()<>|\x02]"


def _link(char: str, inside: str) -> str:
    target = rf"{char}+(?:\({char}*\){char}*)*|(?:\({char}*\){char}*)+"
    # The brackets come first: a pattern that begins with a plain character is searched fast.
    return rf"\[(?<!!\[)(?!\s*\])(?P<text>{inside})\]\((?P<target>{target})\)"


def _autolink(char: str) -> str:
    return rf"<(?P<target>(?i:https?://|mailto:|tel:){char}+)>"


LINK = _link(_RENDERED, r"[^\[\]]+")
"""``[text](target)``; no brackets in the text, no blanks and one level of ``()`` in the target."""

AUTOLINK = _autolink(_RENDERED)
"""``<https://host/path>``"""

MAIL = r"<(?P<target>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>"
"""``<name@host>``"""

HEADING = r"#{2,4}[ ]+(?=\S)"
"""How a heading's line begins; headings stand at the beginning of a line only."""

_CODE = re.compile(CODE)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_LINK = re.compile(_link(_BLANKED, r"[^\[\]\n]*(?:\n(?![ \t]*\n)[^\[\]\n]*)*"))

# What stands in angle brackets: a mail address, any other address, or the beginning of HTML.
_ANGLE = re.compile(
    rf"{MAIL.replace('target', 'mail')}"
    rf"|<(?P<target>[A-Za-z][A-Za-z0-9+.-]*:{_BLANKED}+)>"
    r"|(?P<html><[A-Za-z/!?])"
)


class Target(NamedTuple):
    """Where a link leads, as written, and its offset in the text."""

    written: str
    offset: int


def without_stash_signs(text: str) -> str:
    """``text`` without the two control characters that mark what is set aside."""
    return text.replace("\x02", "\ufffd").replace("\x03", "\ufffd")


def blanked(text: str) -> str:
    """``text`` with code spans and escaped characters blanked; offsets stay the same."""
    text = without_stash_signs(text)
    if "`" in text:
        text = _CODE.sub(lambda code: "\x02" * len(code[0]), text)
    return _ESCAPE.sub(_blank_escape, text) if "\\" in text else text


def _blank_escape(escape: re.Match[str]) -> str:
    return "\x03\x03" if escape[1] in ESCAPABLE else escape[0]


@lru_cache(maxsize=2)
def targets(text: str) -> tuple[Target, ...]:
    """The target of every link of ``text``, in the order of writing within each form.

    Wider than what a page makes a link of: ``<name:address>`` counts with any scheme.
    """
    view = blanked(text)
    found = [link.span("target") for link in _LINK.finditer(view)] if "](" in view else []
    if "<" in view:
        found += [mark.span("target") for mark in _ANGLE.finditer(view) if mark["target"]]
    return tuple(Target(unescaped(text[start:end]), start) for start, end in found)


def html_marks(text: str) -> Iterator[int]:
    """The offsets where ``text`` has what looks like the beginning of HTML."""
    marks = _ANGLE.finditer(blanked(text)) if "<" in text else ()
    for mark in marks:
        if mark["html"]:
            yield mark.start()


def unescaped(written: str) -> str:
    """``written`` with its backslash escapes read."""
    return _ESCAPE.sub(lambda escape: escape[1] if escape[1] in ESCAPABLE else escape[0], written)
