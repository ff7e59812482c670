"""What a record's page shows of its relations, and what it leaves to pages of their own."""

from __future__ import annotations

import pytest

from hyeopchi.lineage import within


@pytest.mark.parametrize(("count", "shown"), [(0, 0), (2, 2), (3, 3), (4, 2), (40, 2)])
def test_three_lines_hold_all_or_two_and_the_way_to_the_rest(count: int, shown: int) -> None:
    assert within(range(count), 3) == range(shown)
