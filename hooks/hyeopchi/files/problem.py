"""A problem: what is wrong, where, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Place(NamedTuple):
    """A position in a text file: line and column from 1, the column counted in characters."""

    line: int
    column: int


START = Place(1, 1)


class Severity(StrEnum):
    """An error keeps a record out of the library; a warning never fails anything."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding of one rule.

    ``message`` says in Korean what was expected and what was found; ``hint`` says what to
    do, with the nearest right value or an example. ``rule`` is a ``Rule``, a stable kebab-case id.
    """

    path: str
    line: int
    column: int
    rule: StrEnum
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR

    @classmethod
    def at(
        cls,
        path: str,
        place: Place,
        rule: StrEnum,
        message: str,
        hint: str = "",
        severity: Severity = Severity.ERROR,
    ) -> Problem:
        """A problem at ``place`` of the file ``path``."""
        return cls(path, place.line, place.column, rule, message, hint, severity)

    @property
    def is_error(self) -> bool:
        """Whether it keeps the record out of the library."""
        return self.severity is Severity.ERROR

    def text(self) -> str:
        """One line for a person: ``path:line:column: message → hint``."""
        prefix = "" if self.is_error else "주의: "
        hint = f" → {self.hint}" if self.hint else ""
        return f"{self.path}:{self.line}:{self.column}: {prefix}{self.message}{hint}"
