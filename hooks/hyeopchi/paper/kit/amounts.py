"""Amounts: how many of a thing a number of people need."""

from __future__ import annotations

from dataclasses import dataclass

PEOPLE = 24
"""For how many a kit is made where nobody says."""
FEWEST, MOST = 1, 500
"""For how many a kit may be made."""
_GROUP = 6
"""How many sit at a table where a course does not say."""


@dataclass(frozen=True, slots=True)
class Amounts:
    """``people`` at tables of at most ``group_size``."""

    people: int = PEOPLE
    group_size: int = _GROUP

    @property
    def groups(self) -> int:
        """How many tables there are, the last one perhaps not full."""
        return -(-self.people // self.group_size)

    def of(self, per: str, each: int = 1) -> int:
        """How many are needed of what is given ``each`` times per person, group or session (vocabulary ``per``)."""
        return each * {"person": self.people, "group": self.groups, "session": 1}[per]
