"""Playing: the board game played by made-up players, to learn whether its rules make a game."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from hyeopchi.paper.game.rules import Role, Rules

CARD, BUDGET, NOTHING = "card", "budget", "nothing"


@dataclass(frozen=True)
class Choice:
    """What a side lays down: a card of a theme, a budget, or nothing."""

    what: str
    theme: str = ""


@dataclass
class Side:
    """What a side holds."""

    hand: list[str] = field(default_factory=list)
    budget: int = 0
    roles: list[Role] = field(default_factory=list)

    def options(self) -> list[Choice]:
        """Everything that it may lay down."""
        return [
            Choice(NOTHING),
            *([Choice(BUDGET)] if self.budget else ()),
            *(Choice(CARD, theme) for theme in self.hand),
        ]

    def match(self, theme: str) -> Choice | None:
        """The card of this theme, if it holds one."""
        return Choice(CARD, theme) if theme in self.hand else None

    def pay(self, choice: Choice) -> None:
        """Lay ``choice`` down."""
        if choice.what == BUDGET:
            self.budget -= 1
        elif choice.what == CARD:
            self.hand.remove(choice.theme)

    def take_back(self, choice: Choice) -> None:
        """Take ``choice`` into the hand again."""
        if choice.what == BUDGET:
            self.budget += 1
        elif choice.what == CARD:
            self.hand.append(choice.theme)

    def spend(self, effect: str) -> bool:
        """Use the role with this effect, once; False where it is used or not here."""
        role = next((role for role in self.roles if role.effect == effect), None)
        if role:
            self.roles.remove(role)
        return role is not None


Policy = Callable[["Game", int, str, bool], Choice]
"""Chooses for a side: the game, the side's number, the obstacle's theme, whether the sides may talk."""


class Game:
    """One game. ``enablers`` and ``obstacles`` are themes, one for each card."""

    def __init__(
        self, rules: Rules, enablers: Sequence[str], obstacles: Sequence[str], source: random.Random
    ) -> None:
        self.rules, self.source = rules, source
        self.enablers, self.obstacles = list(enablers), list(obstacles)
        source.shuffle(self.enablers)
        source.shuffle(self.obstacles)
        self.trust, self.at, self.round = rules.start.trust, 0, 0
        self.sides = [
            Side(
                self.draw(rules.start.hand),
                rules.start.budget,
                [role for role in rules.roles if role.side == number],
            )
            for number in (0, 1)
        ]

    def draw(self, count: int) -> list[str]:
        """Cards from the pile; fewer where it is empty."""
        drawn, self.enablers = self.enablers[:count], self.enablers[count:]
        return drawn

    def play(self, policy: Policy) -> bool:
        """Play to the end; whether both sides won."""
        while (
            self.round < self.rules.rounds and self.trust > 0 and self.at < len(self.rules.spaces)
        ):
            self.turn(policy)
            self.round += 1
        return self.at == len(self.rules.spaces)

    def turn(self, policy: Policy) -> None:
        """One round: an obstacle, two choices, what comes of them."""
        theme = self.obstacles.pop(0)
        if (
            not any(side.match(theme) for side in self.sides)
            and self.wants(0.5)
            and self.sides[0].spend("swap")
        ):
            self.obstacles.append(theme)
            theme = self.obstacles.pop(0)
        self.rest()
        talking = self.trust >= self.rules.trust.talk or (
            self.wants(0.3) and self.sides[1].spend("table")
        )
        laid = [policy(self, number, theme, talking) for number in (0, 1)]
        for side, choice in zip(self.sides, laid, strict=True):
            side.pay(choice)
        self.settle(theme, laid)

    def wants(self, chance: float) -> bool:
        """Whether the players think of a role's power now."""
        return self.source.random() < chance

    def rest(self) -> None:
        """The powers that may be used at any time."""
        if self.wants(0.25) and self.sides[0].spend("draw"):
            self.sides[0].hand += self.draw(2)
        if self.wants(0.25) and self.sides[1].spend("fund"):
            for side in self.sides:
                side.budget += 1

    def settle(self, theme: str, laid: list[Choice]) -> None:
        """Whether the obstacle is overcome, and what follows."""
        matched = [choice.theme == theme for choice in laid]
        gave = [choice.what != NOTHING for choice in laid]
        if not any(matched) and not all(gave):
            self.rescue(theme, matched, gave)
        if any(matched) or all(gave):
            self.advance(laid, matched, gave)
        else:
            self.trust -= 1
        for side, choice in zip(self.sides, laid, strict=True):
            if choice.what == NOTHING:
                side.hand += self.draw(1)

    def rescue(self, theme: str, matched: list[bool], gave: list[bool]) -> None:
        """A power that may still turn a failing round."""
        if gave[1] and not gave[0] and self.sides[0].spend("stand-in"):
            gave[0] = True
        elif (
            gave[0]
            and not gave[1]
            and len(self.sides[1].options()) > 1
            and self.sides[1].spend("add")
        ):
            match = self.sides[1].match(theme)
            self.sides[1].pay(match or self.sides[1].options()[1])
            matched[1], gave[1] = bool(match), True

    def advance(self, laid: list[Choice], matched: list[bool], gave: list[bool]) -> None:
        """A step on; a side whose partner had the theme takes its own back."""
        if all(gave):
            self.trust = min(self.trust + 1, self.rules.trust.most)
        for number in (0, 1):
            if matched[1 - number] and not matched[number]:
                self.sides[number].take_back(laid[number])
        space = self.rules.spaces[self.at]
        self.at += 1
        if space.gives == "trust":
            self.trust = min(self.trust + space.count, self.rules.trust.most)
        for side in self.sides:
            side.hand += self.draw(space.count) if space.gives == "card" else []
            side.budget += space.count if space.gives == "budget" else 0


def at_random(game: Game, number: int, theme: str, talking: bool) -> Choice:
    """Lay down anything."""
    return game.source.choice(game.sides[number].options())


def together(game: Game, number: int, theme: str, talking: bool) -> Choice:
    """Give the fitting card; talking, leave it to the one who has it; else give what one has too much of."""
    own, other = game.sides[number], game.sides[1 - number]
    if match := own.match(theme):
        return match
    if talking and other.match(theme):
        return Choice(NOTHING)
    others_can = len(other.options()) > 1
    if talking and not others_can:
        return Choice(NOTHING)
    return (
        Choice(BUDGET)
        if own.budget
        else next((Choice(CARD, theme) for theme in own.hand), Choice(NOTHING))
    )


def grudging(game: Game, number: int, theme: str, talking: bool) -> Choice:
    """Give only a fitting card, and else something in one case of four."""
    own = game.sides[number]
    return own.match(theme) or (
        at_random(game, number, theme, talking) if game.wants(0.25) else Choice(NOTHING)
    )
