"""An entry: the typed values of one group of fields."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping
from typing import Any


class Entry(Mapping[str, Any]):
    """Field names and their typed values; fields that a record leaves out are absent.

    A term is its id, a list a tuple, a nested group an entry or a quantity. Templates read
    ``entry.title`` or, where a mapping's own method has the name, ``entry["items"]``.
    """

    __slots__ = ("_values",)

    def __init__(self, values: dict[str, Any]) -> None:
        self._values = values

    def __getitem__(self, name: str) -> Any:
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __contains__(self, name: object) -> bool:
        return name in self._values

    def items(self) -> ItemsView[str, Any]:
        """Names and values. Like ``get``, straight from the dictionary: rules ask very often."""
        return self._values.items()

    def get(self, name: str, default: Any = None) -> Any:
        """The value of a field, or ``default`` where the record leaves it out."""
        return self._values.get(name, default)

    def __reduce__(self) -> tuple[type[Entry], tuple[dict[str, Any]]]:
        return Entry, (self._values,)

    def __repr__(self) -> str:
        return f"Entry({self._values!r})"
