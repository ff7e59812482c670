"""A synthetic library: as many valid records as one likes, to measure how the library grows.

Nothing in it is true. Its shapes are the real shelf's: full, thin and short records, plans
with tasks, promises, bounded relations and a few records that many others lead to.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from hyeopchi.contribute.yaml_writer import flow
from hyeopchi.records.as_json import Plain
from hyeopchi.records.folder import VOCABULARY_FOLDER
from hyeopchi.records.reader import read_archive
from hyeopchi.schema.fields import Schema
from measure.synthetic.body import body
from measure.synthetic.kinds import fields
from measure.synthetic.shelf import Shelf, Sketch, shelf
from measure.synthetic.words import Words

VOCABULARY = Path(__file__).resolve().parents[3] / "cases" / VOCABULARY_FOLDER


def write_synthetic(folder: Path, records: int, seed: int, vocabulary: Path = VOCABULARY) -> None:
    """Write ``records`` records and the folder ``vocabulary`` to the empty folder ``folder``.

    The same seed gives the same bytes. Every record passes every rule.
    """
    shutil.copytree(vocabulary, folder / VOCABULARY_FOLDER)
    archive = read_archive(folder)
    made = shelf(records, seed, archive.vocabularies)
    words = Words(archive.vocabularies)
    for sketch in made.sketches:
        file = folder / sketch.folder / f"{sketch.id}.md"
        file.parent.mkdir(exist_ok=True)
        words.seed(f"{seed} {sketch.number}")
        file.write_text(_text(sketch, made, words, archive.schema), encoding="utf-8", newline="\n")


def _text(sketch: Sketch, made: Shelf, words: Words, schema: Schema) -> str:
    told = "" if sketch.is_withdrawn else body(sketch, made, words)
    return f"---\n{front_matter(fields(sketch, made, words, schema))}---\n{told}"


def front_matter(values: Mapping[str, Plain]) -> str:
    """Fields as YAML: a line a field, and a line an item where the items are longer."""
    return "".join(f"{name}:{_value(value)}\n" for name, value in values.items())


def _value(value: Plain) -> str:
    if isinstance(value, list) and any(
        isinstance(item, dict) or len(str(item)) > 30 for item in value
    ):
        return "".join(f"\n  - {flow(item)}" for item in value)
    return f" {flow(value)}"
