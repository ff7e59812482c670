"""A new record in the making: its questions in order, the draft that is kept, the file that is written."""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from hyeopchi.cli import shown_folder
from hyeopchi.contribute.answer_check import section_problems
from hyeopchi.contribute.draft import Draft, draft_text, kept
from hyeopchi.schema.fields import Field, Heading
from hyeopchi.schema.link import ID
from hyeopchi.schema.missing import where_to_say
from hyeopchi.text.quoting import quoted
from interview.dialogue import Back, Enough, Said, line, paragraph
from interview.interview import Interview
from support import records
from support.console import say
from support.filing import put, refuse
from support.next_steps import command

_FIRST = ("kind", "title", "sources")
"""Asked before all else: what it is, and what everything rests on."""
_MADE = ("added",)
"""Needed fields that nobody needs to be asked for."""


class Question(NamedTuple):
    """One question, under the heading of its step."""

    step: str
    about: Field | Heading

    @property
    def name(self) -> str:
        """The field's name, or the heading's words."""
        return self.about.name if isinstance(self.about, Field) else self.about.label


class NewRecord:
    """One run of the command. What has been answered so far is remembered, to be kept on the way out."""

    def __init__(self, cases: Path, out: Path | None) -> None:
        self.archive = records.read(cases, shown_folder(cases))
        self._cases, self._out, self._draft, self._hurried = cases, out, Draft(), False
        if out:
            refuse(out, self._cases, self.archive)

    def ask(self, draft: Draft) -> Draft:
        """Every question that the draft has not passed."""
        self._draft = draft
        number, step = 0, ""
        while number < len(questions := list(self._questions())):
            question = questions[number]
            if question.name in self._draft.passed or (
                self._hurried and not self._is_needed(question)
            ):
                number += 1
                continue
            if question.step != step:
                step = question.step
                say(f"\n── {step} ──")
            try:
                self._draft = self._answered(question)
            except Back:
                before = [one.name for one in questions if one.name in self._draft.passed]
                self._draft = self._draft.without(before[-1]) if before else self._draft
                number, step = 0, ""
            except Enough:
                self._hurried = True
        return self._draft

    def _is_needed(self, question: Question) -> bool:
        return isinstance(question.about, Field) and bool(question.about.need)

    def _questions(self) -> Iterator[Question]:
        """Kind, title and sources, then step by step, then what is needed and belongs to no step."""
        schema, kind = self.archive.schema, str(self._draft.values.get("kind", ""))
        fields = (
            {field.name: field for field in schema.of_kind(kind)}
            if kind
            else {"kind": schema.fields["kind"]}
        )
        yield from (Question("처음에", fields.pop(name)) for name in _FIRST if name in fields)
        for step in self.archive.vocabularies["steps"] if kind else ():
            yield from (
                Question(step.label, field) for field in fields.values() if field.step == step.id
            )
            yield from (
                Question(step.label, one) for one in schema.headings_of(kind) if one.step == step.id
            )
        yield from (
            Question("그 밖에 꼭 있어야 하는 것", field)
            for field in fields.values()
            if field.need and not field.step and field.name not in _MADE
        )

    def _answered(self, question: Question) -> Draft:
        """The draft with one question passed. Raises Back or Enough."""
        about = question.about
        if isinstance(about, Heading):
            text = self._section(about)
            return (
                self._draft.with_section(about.label, text)
                if text
                else self._draft.left_out(about.label)
            )
        interview = Interview(self.archive, self._draft.sources)
        try:
            value = interview.value(about)
        except Said as said:
            return self._with_gap(about, said.gap)
        self._hurried = self._hurried or interview.is_enough
        return (
            self._draft.with_value(about.name, value) if value else self._draft.left_out(about.name)
        )

    def _with_gap(self, field: Field, gap: str) -> Draft:
        if field.need == "always":
            say(f"  고칠 곳: {where_to_say('모름', field, True)}")
            return self._draft
        if gap == "not_applicable":
            return self._draft.with_gap(field.name, gap, "")
        say("  무엇을 모르는지 한 줄로 적어 주세요. 없으면 엔터.")
        try:
            note = line("예: 예산은 자료에 없음")
        except Said:
            note = ""
        return self._draft.with_gap(field.name, gap, note)

    def _section(self, heading: Heading) -> str:
        while True:
            say(f"\n{heading.label} (글로 적습니다. 다 적었으면 빈 줄에서 엔터)")
            try:
                text = paragraph(
                    "자료를 보고 우리 말로 새로 씁니다. 비워 두면 이 제목을 넣지 않습니다."
                )
            except Said:
                return ""
            found = [problem for problem in section_problems(text) if problem.is_error]
            if not found:
                return text
            say("\n".join(f"  고칠 곳: {problem.message} → {problem.hint}" for problem in found))

    def choose_place(self, draft: Draft) -> None:
        """Ask for the name of the file, which is the record's address for good."""
        while self._out is None:
            proposed = self._free(draft.id)
            say(
                f"\n파일 이름을 정해 주세요. 주소가 되니 나중에 바꾸지 않습니다. (엔터: {proposed})"
            )
            try:
                name = line(
                    "영문 소문자, 숫자, 붙임표로 3~64자. 해로 시작합니다. 예: 2018-our-forum",
                    proposed,
                ).removesuffix(".md")
            except (Back, Enough, Said):
                continue
            if not ID.fullmatch(name):
                say(
                    f"  고칠 곳: 쓸 수 없는 이름입니다: {quoted(name)} → 영문 소문자, 숫자, 붙임표로 적어 주세요. 예: {proposed}"
                )
            elif name in self.archive.by_id:
                say(
                    f"  고칠 곳: 같은 이름의 기록이 이미 있습니다: {self.archive.by_id[name].source.path} → 다르게 지어 주세요"
                )
            else:
                self._out = self._cases / draft.folder / f"{name}.md"

    def _free(self, proposed: str) -> str:
        names = (proposed, *(f"{proposed}-{number}" for number in range(2, 1000)))
        return next(name for name in names if name not in self.archive.by_id)

    def keep(self) -> None:
        """Write what was answered beside the folder of records, or where one can, and say where."""
        if not self._draft.passed:
            say("\n적은 것이 없어 아무것도 남기지 않았습니다.")
            return
        for folder in (self._cases.resolve().parent / "drafts", Path(tempfile.gettempdir())):
            with suppress(OSError):
                folder.mkdir(exist_ok=True)
                file = _unused(folder, self._draft.id)
                file.write_text(kept(self._draft), encoding="utf-8")
                say(
                    f"\n쓰던 것을 여기에 두었습니다: {file}\n이어서 쓰려면: {command('new.py', self._cases, '--draft', file)}"
                )
                return
        say(f"\n쓰던 것을 둘 곳이 없어 여기에 보여 드립니다.\n{kept(self._draft)}")

    def write(self, draft: Draft, remarks: Iterable[str] = ()) -> int:
        """Write the file, check it, and say what to do next; 1 where there is something to mend.

        ``remarks`` are lines for whoever mends it, at the top of the file.
        """
        out = self._out or self._cases / draft.folder / f"{self._free(draft.id)}.md"
        refuse(out, self._cases, self.archive)
        text = draft_text(draft, self.archive.schema, datetime.date.today(), remarks)
        return put(out, text, self._cases)


def _unused(folder: Path, name: str) -> Path:
    return next(
        file
        for number in range(1, 1000)
        if not (file := folder / f"{name}{f'-{number}' if number > 1 else ''}.json").exists()
    )
