"""What the command line gives a new record: its draft, and single fields by name, label and value."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from hyeopchi.contribute.answer_check import answer_problems
from hyeopchi.contribute.draft import BadDraft, Draft, read_kept
from hyeopchi.files.front_matter import StrictHandler
from hyeopchi.files.problem import Problem
from hyeopchi.records.archive import Archive
from hyeopchi.schema.fields import Field
from hyeopchi.schema.usual_places import told_places
from hyeopchi.text.quoting import printable, quoted
from support.console import WRONG_USAGE, Stop, say


def open_draft(archive: Archive, options: Namespace) -> Draft:
    """The draft that the command line's arguments make; raises ``Stop`` where one of them is wrong."""
    draft = _kept_draft(options.draft, archive) if options.draft else Draft()
    given = {
        "kind": options.kind,
        "title": options.title,
        "districts": options.district,
        "domains": options.domain,
    }
    for name, value in given.items():
        if value:
            draft = _with(draft, archive, name, value)
    for assignment in options.set:
        name, _, text = assignment.partition("=")
        handler = StrictHandler()
        value = handler.load(f"{name}: {text}").get(name, "")
        if handler.problems:
            raise Stop(
                f"--set을 읽을 수 없습니다: {quoted(assignment)}\n{handler.problems[0].message}. {handler.problems[0].hint}",
                WRONG_USAGE,
            )
        draft = _with(draft, archive, name, value)
    return draft


def _kept_draft(file: Path, archive: Archive) -> Draft:
    """The draft in ``file``, less the answers that no longer fit: they are asked for again."""
    try:
        draft = read_kept(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, BadDraft):
        raise Stop(
            f"초안을 읽을 수 없습니다: {printable(str(file))}\nnew.py가 남긴 .json 파일을 적어 주세요.",
            WRONG_USAGE,
        ) from None
    for name, value in draft.values.items():
        field = archive.schema.fields.get(name)
        if field is None or _mistakes(draft, archive, field, value):
            say(
                f"지금의 규칙에 맞지 않아 다시 여쭙니다: {field.question if field else quoted(name)}"
            )
            draft = draft.without(name)
    return draft


def _mistakes(draft: Draft, archive: Archive, field: Field, value: Any) -> list[Problem]:
    sources = draft.values.get("sources")
    places = told_places(sources if isinstance(sources, list) else ())
    found = answer_problems(field, value, archive.schema, archive.vocabularies, places)
    return [problem for problem in found if problem.is_error]


def _with(draft: Draft, archive: Archive, name: str, value: Any) -> Draft:
    """The draft with a value of the command line, its words by label or id."""
    field = archive.schema.fields.get(name)
    if field is None:
        raise Stop(
            f"없는 칸입니다: {quoted(name)}\n칸의 이름은 사이트의 '기록의 칸' 쪽에 있습니다. 예: --set scale=dong",
            WRONG_USAGE,
        )
    vocabulary = archive.vocabularies[field.vocabulary]
    labels = {term.label: term.id for term in vocabulary}
    values = [
        labels.get(one, one) if isinstance(one, str) else one
        for one in (value if isinstance(value, list) else [value])
    ]
    answer = values if field.many else values[0]
    wrong = _mistakes(draft, archive, field, answer)
    if wrong:
        raise Stop(
            "\n".join(f"{problem.message} → {problem.hint}" for problem in wrong), WRONG_USAGE
        )
    return draft.with_value(name, answer)
