"""What a record's page shows of its relations, and what it leaves to pages of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.small_library import BOOK, FORUM, small_library
from hyeopchi.library.lineage import lineage, within


@pytest.mark.parametrize(("count", "shown"), [(0, 0), (2, 2), (3, 3), (4, 2), (40, 2)])
def test_three_lines_hold_all_or_two_and_the_way_to_the_rest(count: int, shown: int) -> None:
    assert within(range(count), 3) == range(shown)


def test_what_reads_the_same_both_ways_is_said_once_and_as_a_source_says_it(tmp_path: Path) -> None:
    to_forum = (
        "relations:\n  related: [{to: 2017-market-forum, basis: editor, note: 같은 돈}]\nsources:"
    )
    to_book = (
        "relations:\n  related: [{to: nd-first-book, basis: source, from: {note: 1쪽}}]\nsources:"
    )
    forum = FORUM.replace(
        "relations:\n  implements: [{to: 2017-plan#1-1, basis: source, from: {note: 1쪽}}]\nsources:",
        to_book,
    )
    library = small_library(
        tmp_path,
        {
            "geumcheon-gu/2017-market-forum": forum,
            "seoul/nd-first-book": BOOK.replace("sources:", to_forum),
        },
    )
    (group,) = lineage(library.by_id["nd-first-book"], library)
    assert (group.label, [(kin.link.id, kin.is_from_source) for kin in group.kin]) == (
        "함께 볼 것",
        [("2017-market-forum", True)],
    )
