"""Pickled values: what a frozen dataclass is sent and kept as."""

from __future__ import annotations

from dataclasses import fields
from operator import attrgetter
from typing import Any, TypeVar

Value = TypeVar("Value")


def pickled_as_call(cls: type[Value]) -> type[Value]:
    """Let values of a dataclass be pickled as the call that makes them.

    The way of a frozen dataclass with slots asks it for its fields each time, a quarter of what it
    takes to pickle a record; a library has hundreds of thousands of such values.
    """
    told = attrgetter(*(field.name for field in fields(cls)))  # type: ignore[arg-type]

    def reduced(value: Value) -> tuple[type[Value], tuple[Any, ...]]:
        return cls, told(value)

    cls.__reduce__ = reduced  # type: ignore[assignment, method-assign]
    return cls
