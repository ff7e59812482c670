"""Reading the lists that those who look after the library keep."""

from __future__ import annotations

from pathlib import Path

from hyeopchi.files.nodes import Listing, Mapping, Node, Scalar, node_at
from hyeopchi.files.problem import Problem
from hyeopchi.files.source import is_plain_file, read_source
from hyeopchi.files.strict_yaml import read_yaml
from hyeopchi.records.kept_list import NOTHING_KEPT, Form, KeptList
from hyeopchi.schema.interpreter import Interpreter
from hyeopchi.schema.vocabulary import Vocabularies


def read_kept_list(
    folder: Path, form: Form, vocabularies: Vocabularies, shown: str = "cases"
) -> KeptList:
    """The list in ``folder``; nothing where there is none. Never raises on a bad file."""
    file = folder / form.file
    if not is_plain_file(file):
        return NOTHING_KEPT
    source = read_source(file, f"{shown}/{form.file}", limit=0)
    if isinstance(source, Problem):
        return KeptList(problems=(source,))
    root, problems = read_yaml(source.text, source.path)
    schema = form.schema
    interpreter = Interpreter(schema, vocabularies, source.path)
    entries = interpreter.entry(
        _without_nothing(root, form.name), schema.fields, f"{form.label} 목록"
    ).get(form.name, ())
    places = tuple(
        node_at(root, (form.name, index), frozenset(interpreter.left_out)).place
        for index in range(len(entries))
    )
    return KeptList(entries, places, (*problems, *interpreter.problems), (source,))


def _without_nothing(root: Mapping, name: str) -> Mapping:
    """``root`` less a list that is empty: nothing to keep is no mistake."""
    return root._replace(
        pairs=[pair for pair in root.pairs if pair.key.text != name or not _is_empty(pair.value)]
    )


def _is_empty(node: Node) -> bool:
    return (isinstance(node, Listing) and not node.items) or (
        isinstance(node, Scalar) and not node.text
    )
