"""Conventions: what the schema's words mean to the program, each said once."""

from __future__ import annotations

CITY = "seoul"
"""The term of ``districts`` that stands for the whole city."""
SPAN = ("start", "end")
"""The dates of a group that tell from when to when."""
BOOK = "book"
"""The ``purpose`` of a collection whose own chapters tell what the records hold."""
CHECKLIST = "checklist"
"""The ``purpose`` of a collection of questions to ask oneself, stage by stage."""
COLLECTION_PREFIXES = {
    "teaching": "reader-",
    "question": "question-",
    BOOK: "book-",
    CHECKLIST: "checklist-",
}
"""What the id of a collection begins with, by its ``purpose``."""
DEFAULT_LICENCE = "CC-BY-4.0"
"""The licence of a record's text where the record names none (the field ``license``)."""
ACTIONS, CHANGES = "actions", "changes"
"""The headings of a case that tell what was done and what changed by it."""
