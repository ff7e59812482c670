"""Kinds: the rows of ``kinds.yml`` that the program treats in a way of their own.

Every other kind is a row there, and in ``fields.yml`` what its records hold; pages, papers,
the form and the checks take it from these.
"""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """The id of a kind."""

    CASE = "case"
    PLAN = "plan"
    DECLARATION = "declaration"
    RESOURCE = "resource"
    COLLECTION = "collection"
