"""The grammar of inline markup, shared by the pages that render it and the rules that judge it.

A code span, and the target of a link, stays on one line and holds no ``|``-separated cells;
a link's text may go on to the next line of its paragraph. Every pattern takes linear time.
So reading a whole body and reading one paragraph, list item or table cell of it find the
same marks: what a page would turn into a link, the rules have seen.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

ESCAPABLE = frozenset(string.punctuation)
"""Characters that a backslash turns into plain text."""

CODE = re.compile(r"(?<![\\`])(`{1,3})(?!`)([^`|\n]+)\1(?!`)")
"""A code span."""

_CHAR = r"[^\s()<>|\x02]"
"""Of a target; the view of ``blanked`` has \\x02 in the place of code and \\x03 of escapes."""
_TARGET = rf"{_CHAR}+(?:\({_CHAR}*\){_CHAR}*)*|(?:\({_CHAR}*\){_CHAR}*)+"
_LINK_TEXT = r"[^\[\]\n]*(?:\n(?![ \t]*\n)[^\[\]\n]*)*"

# The brackets come first: a pattern that begins with a plain character is searched fast.
LINK = re.compile(rf"\[(?<!!\[)(?!\s*\])(?P<text>{_LINK_TEXT})\]\((?P<target>{_TARGET})\)")
"""``[text](target)`` in the view of ``blanked``; no brackets in the text, no blanks and one
level of ``()`` in the target."""

_MAIL = r"<(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>"
AUTOLINK = re.compile(rf"{_MAIL}|<(?P<target>(?i:https?://|mailto:|tel:){_CHAR}+)>")
"""``<name@host>`` and ``<https://host/path>`` in the view of ``blanked``."""

LETTER = re.compile(
    r"[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]"
)
"""A letter of a script whose words stand without blanks before what belongs to them."""

HEADING = re.compile(r"(#{2,4})[ \t]+(?=\S)")
"""How a heading's line begins; headings stand at the beginning of a line only."""

CLOSING_SIGNS = re.compile(r"(?:^|[ \t]+)#+[ \t]*$")
"""What may stand at the end of a heading's line and does not belong to its words."""

LINE_BEGINNING = r"[ \t]*(?:(?:>|[*+-](?=[ \t]))[ \t]*)*"
"""The marks of quotes and of lists without numbers with which a line may begin."""

WRITTEN_NUMBER = re.compile(
    rf"^({LINE_BEGINNING}(?:[0-9]{{1,3}}[.)][ \t]+(?=[0-9]{{4}}))?"
    r"(?:[0-9]{4,9}(?=[.)](?:[ \t]|$))|[0-9]{1,3}(?=\.[ \t]+[0-9]{1,3}\.(?![0-9]))))",
    re.MULTILINE,
)
"""The beginning of a line up to the first point of a date (``2017. 6. 20.``, ``6. 20.``).

A number of more than three digits, or two with a point each, is text; one of up to three digits
is the number of a list's item.
"""

_ESCAPE = re.compile(r"\\(.)", re.DOTALL)

ANGLE = re.compile(
    rf"{_MAIL}|<(?P<target>[A-Za-z][A-Za-z0-9+.-]*:{_CHAR}+)>|(?P<html><[A-Za-z/!?])"
)
"""What stands in angle brackets: a mail address, any other address, or the beginning of HTML."""


class Target(NamedTuple):
    """Where a link leads, as written, and its offset in the text."""

    written: str
    offset: int


def without_stash_signs(text: str) -> str:
    """``text`` without the two control characters that ``blanked`` marks with."""
    return text.replace("\x02", "\ufffd").replace("\x03", "\ufffd")


def blanked(text: str) -> str:
    """``text`` with code spans and escaped characters blanked; offsets stay the same."""
    text = without_stash_signs(text)
    if "`" in text:
        text = CODE.sub(lambda code: "\x02" * len(code[0]), text)
    return _ESCAPE.sub(_blank_escape, text) if "\\" in text else text


def _blank_escape(escape: re.Match[str]) -> str:
    return "\x03\x03" if escape[1] in ESCAPABLE else escape[0]


@lru_cache(maxsize=2)
def targets(text: str) -> tuple[Target, ...]:
    """The target of every link of ``text``, in the order of writing within each form.

    Wider than what a page makes a link of: ``<name:address>`` counts with any scheme.
    """
    view = blanked(text)
    found = [link.span("target") for link in LINK.finditer(view)] if "](" in view else []
    if "<" in view:
        found += [mark.span("target") for mark in ANGLE.finditer(view) if mark["target"]]
    return tuple(Target(unescaped(text[start:end]), start) for start, end in found)


def html_marks(text: str) -> Iterator[int]:
    """The offsets where ``text`` has what looks like the beginning of HTML."""
    marks = ANGLE.finditer(blanked(text)) if "<" in text else ()
    for mark in marks:
        if mark["html"]:
            yield mark.start()


def unescaped(written: str) -> str:
    """``written`` with its backslash escapes read."""
    return _ESCAPE.sub(lambda escape: escape[1] if escape[1] in ESCAPABLE else escape[0], written)
