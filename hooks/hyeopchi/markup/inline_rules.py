"""Inline rules: the marks inside a paragraph, read by the grammar that the rules judge with."""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it.parser_inline import RuleFuncInlineType
from markdown_it.ruler import Ruler
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter

from hyeopchi.markup.grammar import AUTOLINK, CODE, LETTER, LINK, blanked, unescaped

LinkAttributes = Callable[[str], dict[str, str]]
"""The attributes of the ``a`` element that leads to a target, as written in Markdown."""


def put_in(ruler: Ruler[RuleFuncInlineType], link_attributes: LinkAttributes) -> None:
    """Set the library's own rules in the place of those of the same name."""
    ruler.before("escape", "backslash", _backslash)
    ruler.at("backticks", _code)
    ruler.at("emphasis", _emphasis)
    ruler.at("link", lambda state, silent: _link(state, silent, link_attributes))
    ruler.at("autolink", lambda state, silent: _autolink(state, silent, link_attributes))


def _backslash(state: StateInline, silent: bool) -> bool:
    """A backslash before a space is itself: the space may be one of two that end a line."""
    if not state.src.startswith("\\ ", state.pos, state.posMax):
        return False
    if not silent:
        state.pending += "\\"
    state.pos += 1
    return True


def _code(state: StateInline, silent: bool) -> bool:
    """A code span."""
    span = CODE.match(state.src, state.pos, state.posMax) if state.src[state.pos] == "`" else None
    if span is None:
        return False
    if not silent:
        state.push("code_inline", "code", 0).content = span[2].strip()
    state.pos = span.end()
    return True


def _link(state: StateInline, silent: bool, attributes: LinkAttributes) -> bool:
    """``[text](target)``, never inside another link."""
    if state.src[state.pos] != "[" or state.linkLevel:
        return False
    found = LINK.match(_view(state), state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        last = state.posMax
        state.push("link_open", "a", 1).attrs = _attributes(state, found, attributes)
        state.pos, state.posMax = found.span("text")
        state.linkLevel += 1
        state.md.inline.tokenize(state)
        state.linkLevel -= 1
        state.push("link_close", "a", -1)
        state.posMax = last
    state.pos = found.end()
    return True


def _autolink(state: StateInline, silent: bool, attributes: LinkAttributes) -> bool:
    """``<https://host/path>`` or ``<name@host>``, never inside another link."""
    if state.src[state.pos] != "<" or state.linkLevel:
        return False
    found = AUTOLINK.match(_view(state), state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        start, end = found.span(found.lastgroup or 0)
        state.push("link_open", "a", 1).attrs = _attributes(state, found, attributes)
        state.push("text", "", 0).content = unescaped(state.src[start:end])
        state.push("link_close", "a", -1)
    state.pos = found.end()
    return True


def _attributes(
    state: StateInline, found: re.Match[str], attributes: LinkAttributes
) -> dict[str, str | int | float]:
    is_mail = found.lastgroup == "mail"
    start, end = found.span("mail" if is_mail else "target")
    return {**attributes("mailto:" * is_mail + unescaped(state.src[start:end]))}


def _view(state: StateInline) -> str:
    """The text with code and escapes blanked, made once for a paragraph."""
    if state.env.get("src") is not state.src:
        state.env.update(src=state.src, view=blanked(state.src))
    view: str = state.env["view"]
    return view


def _emphasis(state: StateInline, silent: bool) -> bool:
    """A run of ``*`` or ``_``; what it opens and closes is settled once the paragraph is read.

    CommonMark lets no ``**`` close between a bracket and a letter (``**협치(協治)**는``), which
    is where Korean puts its particles: beside such letters a blank on the other side decides.
    """
    marker = state.src[state.pos]
    if silent or marker not in "*_":
        return False
    run = state.scanDelims(state.pos, marker == "*")
    before, after = (
        state.src[max(0, state.pos - 1) : state.pos],
        state.src[(end := state.pos + run.length) : end + 1],
    )
    opens = run.can_open or bool(marker == "*" and LETTER.match(before) and after.strip())
    closes = run.can_close or bool(marker == "*" and LETTER.match(after) and before.strip())
    for _ in range(run.length):
        state.push("text", "", 0).content = marker
        state.delimiters.append(
            Delimiter(ord(marker), run.length, len(state.tokens) - 1, -1, opens, closes)
        )
    state.pos += run.length
    return True
