"""Quantities: a number with its unit and the word that softens it, printed as the source has it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from hyeopchi.files.pickled import pickled_as_call
from hyeopchi.schema.link import Citation


@pickled_as_call
@dataclass(frozen=True, slots=True)
class Quantity:
    """``value`` (to ``to``) in ``unit``; ``of`` says what was counted.

    ``pattern`` is the qualifier's way of printing, ``won`` how many won one unit is worth, 0
    where it is no money.
    """

    value: Decimal
    unit: str
    to: Decimal | None = None
    of: str = ""
    qualifier: str = "exact"
    note: str = ""
    sources: tuple[Citation, ...] = ()
    pattern: str = "{value}{unit}"
    unit_label: str = ""
    won: int = 0

    @property
    def printed(self) -> str:
        """약 700명, 1,200여 명, 8,878백만원, 2~3개."""
        value = _grouped(self.value) + (f"~{_grouped(self.to)}" if self.to is not None else "")
        return self.pattern.replace("{value}", value).replace(
            "{unit}", self.unit_label or self.unit
        )

    def __str__(self) -> str:
        return self.printed

    @property
    def in_won(self) -> int | None:
        """The value in won; None where it is no money."""
        return int(self.value * self.won) if self.won else None

    @property
    def printed_won(self) -> str:
        """The value in won as pages print it: 8,878,000,000원."""
        return f"{self.in_won:,}원" if self.won else ""


def _grouped(value: Decimal) -> str:
    return f"{value:,}"
