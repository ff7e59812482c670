"""Rules: the numbers and words of the board game, read by its sheets and by those who try it out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).with_name("rules.yml")


@dataclass(frozen=True, slots=True)
class Minutes:
    """How long each part of the game takes."""

    setup: int
    round: int
    closing: int


@dataclass(frozen=True, slots=True)
class Start:
    """What the board shows before the first round."""

    trust: int


@dataclass(frozen=True, slots=True)
class Trust:
    """The highest trust, and how much of it lets the sides talk before they choose."""

    most: int
    talk: int


@dataclass(frozen=True, slots=True)
class Range:
    """From the least to the most."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Side:
    """Those who choose together, with the cards and the budget that they begin with."""

    name: str
    hand: int
    budget: int


@dataclass(frozen=True, slots=True)
class Space:
    """A space of the board: a term of the stages, and what each side gets there."""

    stage: str
    gives: str
    count: int
    says: str


@dataclass(frozen=True, slots=True)
class Role:
    """A role: a term of the sectors, the side it sits on, how often it may do what."""

    sector: str
    side: int
    times: int
    name: str
    effect: str
    says: str


@dataclass(frozen=True, slots=True)
class Rules:
    """All of it. ``deck``: the most cards of each sort."""

    title: str
    rounds: int
    minutes: Minutes
    side_players: Range
    start: Start
    trust: Trust
    deck: int
    sides: tuple[Side, ...]
    spaces: tuple[Space, ...]
    roles: tuple[Role, ...]

    @property
    def total_minutes(self) -> int:
        """How long a whole game takes."""
        return self.minutes.setup + self.rounds * self.minutes.round + self.minutes.closing

    @property
    def players(self) -> Range:
        """How many play with one set."""
        count = len(self.sides)
        return Range(count * self.side_players.least, count * self.side_players.most)

    def sets_for(self, people: int) -> int:
        """How many sets ``people`` need, so that everybody has a seat."""
        return -(-people // self.players.most)


@cache
def rules() -> Rules:
    """The rules as they stand in ``rules.yml``."""
    return _rules(yaml.safe_load(_FILE.read_text(encoding="utf-8")))


def _rules(said: Mapping[str, Any]) -> Rules:
    parts = {
        "minutes": Minutes(**said["minutes"]),
        "start": Start(**said["start"]),
        "trust": Trust(**said["trust"]),
        "side_players": Range(**said["side_players"]),
        "sides": tuple(Side(**one) for one in said["sides"]),
        "spaces": tuple(Space(**one) for one in said["spaces"]),
        "roles": tuple(Role(**one) for one in said["roles"]),
    }
    return Rules(**{**said, **parts})
