"""Blocks that are set in by four blanks or more: no code here, but what they look like."""

from __future__ import annotations

from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock, blockquote, hr, list_block, table

_CODE = 4
"""Blanks with which the parser's own rules begin to see code."""
_RULES: dict[str, tuple[RuleFuncBlockType, list[str]]] = {
    "table": (table, ["paragraph", "reference"]),
    "blockquote": (blockquote, ["paragraph", "reference", "blockquote", "list"]),
    "hr": (hr, ["paragraph", "reference", "blockquote", "list"]),
    "list": (list_block, ["paragraph", "reference", "blockquote"]),
}
"""Each rule, and what its block ends where no blank line stands before it."""


class BlockState(StateBlock):
    """Lines that are set in far end what they do not belong to, though none of them is code."""

    def is_code_block(self, line: int) -> bool:
        return self.sCount[line] - self.blkIndent >= _CODE


def let_blanks_be(ruler: Ruler[RuleFuncBlockType]) -> None:
    """Let tables, quotes, lines and lists begin however far they are set in."""
    for name, (rule, ends) in _RULES.items():
        ruler.at(name, _anywhere(rule), {"alt": ends})


def _anywhere(rule: RuleFuncBlockType) -> RuleFuncBlockType:
    def block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        # It is the line below a table's head that the rule of tables looks at.
        line = min(start + 1, end - 1) if rule is table else start
        blanks = state.sCount[line] - state.blkIndent
        if blanks < _CODE:
            return rule(state, start, end, silent)
        if not _as_if_less(rule, state, start, blanks, min(start + 2, end), end, True):
            return False
        return silent or _as_if_less(rule, state, start, blanks, end, end, False)

    return block


def _as_if_less(
    rule: RuleFuncBlockType,
    state: StateBlock,
    start: int,
    blanks: int,
    upto: int,
    end: int,
    silent: bool,
) -> bool:
    """What ``rule`` says were the lines from ``start`` up to ``upto`` set in by so many ``blanks`` less."""
    base, before = state.blkIndent, state.sCount[start:upto]
    state.sCount[start:upto] = [
        count if count < base else max(base, count - blanks) for count in before
    ]
    is_it = rule(state, start, end, silent)
    state.sCount[start:upto] = before
    return is_it
