"""Playing: the board game played by made-up players, to learn whether its rules make a game."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from hyeopchi.paper.game.rules import Rules

CARD, BUDGET, NOTHING = "card", "budget", "nothing"


@dataclass(frozen=True)
class Choice:
    """What a side lays down: a card of a theme, a budget, or nothing."""

    what: str
    theme: str = ""


@dataclass
class Side:
    """What a side holds; ``powers`` are the effects of its roles with how often each is left."""

    hand: list[str] = field(default_factory=list)
    budget: int = 0
    powers: Counter[str] = field(default_factory=Counter)

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
                self.draw(side.hand),
                side.budget,
                Counter({role.effect: role.times for role in rules.roles if role.side == number}),
            )
            for number, side in enumerate(rules.sides)
        ]

    def draw(self, count: int) -> list[str]:
        """Cards from the pile; fewer where it is empty."""
        drawn, self.enablers = self.enablers[:count], self.enablers[count:]
        return drawn

    def play(self, policy: Policy) -> bool:
        """Play to the end; whether all sides won."""
        while (
            self.round < self.rules.rounds and self.trust > 0 and self.at < len(self.rules.spaces)
        ):
            self.turn(policy)
            self.round += 1
        return self.at == len(self.rules.spaces)

    def turn(self, policy: Policy) -> None:
        """One round: an obstacle, a choice of each side, what comes of them."""
        theme = self.obstacles.pop(0)
        self.rest()
        talking = self.trust >= self.rules.trust.talk or self.thinks_of("table", 0.3) is not None
        laid = [policy(self, number, theme, talking) for number in range(len(self.sides))]
        for side, choice in zip(self.sides, laid, strict=True):
            side.pay(choice)
        self.settle(theme, laid)

    def wants(self, chance: float) -> bool:
        """Whether the players think of something now."""
        return self.source.random() < chance

    def thinks_of(self, effect: str, chance: float = 1.0) -> int | None:
        """Use a role's power: the number of its side; None where it is used up or nobody thinks of it."""
        for number, side in enumerate(self.sides):
            if side.powers[effect] and self.wants(chance):
                side.powers[effect] -= 1
                return number
        return None

    def rest(self) -> None:
        """The powers that may be used at any time."""
        number = self.thinks_of("draw", 0.25)
        if number is not None:
            self.sides[number].hand += self.draw(2)
        if self.thinks_of("fund", 0.25) is not None:
            for side in self.sides:
                side.budget += 1

    def settle(self, theme: str, laid: list[Choice]) -> None:
        """Whether the obstacle is overcome, and what follows."""
        matched = [choice.theme == theme for choice in laid]
        gave = [choice.what != NOTHING for choice in laid]
        self.rescue(theme, matched, gave)
        if self.is_overcome(matched, gave):
            self.advance(laid, matched, gave)
        else:
            self.trust -= 1
        for side, choice in zip(self.sides, laid, strict=True):
            if choice.what == NOTHING:
                side.hand += self.draw(1)

    def is_overcome(self, matched: list[bool], gave: list[bool]) -> bool:
        """A card of the theme, or something of every side."""
        return any(matched) or all(gave)

    def rescue(self, theme: str, matched: list[bool], gave: list[bool]) -> None:
        """The powers that may still turn a failing round, where one more gift or a match does."""
        for effect in ("stand-in", "add"):
            number = self.owner(effect)
            if self.is_overcome(matched, gave) or number is None:
                continue
            own = self.sides[number]
            match = own.match(theme) if effect == "add" else None
            if match:
                own.pay(match)
                matched[number] = gave[number] = True
            elif sum(gave) + 1 < len(self.sides) or gave[number] or len(own.options()) == 1:
                continue
            else:
                if effect == "add":
                    own.pay(own.options()[1])
                gave[number] = True
            own.powers[effect] -= 1

    def owner(self, effect: str) -> int | None:
        """The side that may still use this power."""
        return next((n for n, side in enumerate(self.sides) if side.powers[effect]), None)

    def advance(self, laid: list[Choice], matched: list[bool], gave: list[bool]) -> None:
        """A step on; where somebody had the theme, the others take their own back."""
        if all(gave):
            self.trust = min(self.trust + 1, self.rules.trust.most)
        for number, side in enumerate(self.sides):
            if any(matched) and not matched[number]:
                side.take_back(laid[number])
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
    """Give the fitting card; talking, spare what cannot help; else give what one has too much of."""
    own = game.sides[number]
    others = [side for other, side in enumerate(game.sides) if other != number]
    if match := own.match(theme):
        return match
    if talking and any(side.match(theme) for side in others):
        return Choice(NOTHING)
    if talking and not all(len(side.options()) > 1 for side in game.sides):
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
