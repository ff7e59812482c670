"""The form: a sheet to fill in and send, of which ``intake`` makes a draft."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from hyeopchi.contribute.example import written
from hyeopchi.contribute.form_questions import HEAD, NEEDED, Listing, Question, Step, steps, told
from hyeopchi.files.kept import Kept
from hyeopchi.library.library import Library
from hyeopchi.library.settings import Settings
from hyeopchi.paper.blocks.block import (
    Block,
    Heading,
    Run,
    Runs,
    Table,
    Together,
    Tone,
    items,
    paragraph,
    runs,
)
from hyeopchi.paper.blocks.sheet import Sheet
from hyeopchi.paper.writers.formats import writer
from hyeopchi.paper.writers.zip_file import made as document_date
from hyeopchi.schema.fields import Field
from hyeopchi.schema.vocabulary import Vocabularies, money

STEM, FOLDER = "case-form", "contribute"
TITLE = "협치 사례 서식"

_ROWS, _SOURCES = 3, 4
_HIGH = 12
"""Millimetres of a row to write in."""
_FEW = 8
"""Choices that stand below each other; more stand side by side."""
_PLACE = "1, 45~52쪽"
_WIDE = frozenset({"prose"})
_BEFORE = (
    "적을 수 있는 칸만 적으세요. 비워 두어도 됩니다.",
    "모르면 ‘모름’, 이 일에 맞지 않으면 ‘해당 없음’이라고 적으세요. 둘 다 좋은 답입니다.",
    "고르는 칸은 □를 ■로 바꾸거나 번호를 적으세요.",
    "표의 줄이 모자라면 늘리세요. 물음과 표의 머리는 바꾸지 마세요.",
    "‘자료와 쪽’에는 맨 뒤 자료 표의 번호와 쪽을 적습니다. 예: 1, 45~52쪽",
    "사람의 이름, 전화번호, 집 주소는 적지 마세요.",
)


def case_form(library: Library) -> Sheet:
    """The form for a case, in the order of ``steps``."""
    form = _Form(library.vocabularies)
    blocks = [
        block
        for number, step in enumerate(steps(library.schema, library.vocabularies), start=1)
        for block in form.step(number, step)
    ]
    return Sheet(
        STEM,
        TITLE,
        (items(_BEFORE), *blocks, *_ending(library)),
        "한글이나 워드에서 채워서 보내 주세요.",
        TITLE,
        library.settings.name,
    )


class FormFile(NamedTuple):
    """A file of the form: its address from the site's root, the name that it is saved under, and its label."""

    address: str
    name: str
    label: str


FORM_FILES = tuple(
    FormFile(f"{FOLDER}/{STEM}.{ending}", f"협치사례-서식.{ending}", label)
    for ending, label in (("hwpx", "한글 서식(HWPX)"), ("docx", "워드 서식(DOCX)"))
)


def form_files(form: Sheet, settings: Settings) -> Iterator[tuple[FormFile, bytes]]:
    """The form in each format that can be filled in: its file and its bytes."""
    return ((file, _written(file, form, settings)) for file in FORM_FILES)


def write_form(library: Library, site_dir: Path, kept: Kept | None = None) -> None:
    """Write the form on paper below ``site_dir``, where the page of contributions leads to it.

    ``kept`` may hold the files of a form that says the same.
    """
    form, settings = case_form(library), library.settings
    for file in FORM_FILES:
        make = partial(_written, file, form, settings)
        said = repr((file, form, settings, document_date()))
        data = kept.made(sha256(said.encode()).digest(), make) if kept else make()
        (site_dir / file.address).parent.mkdir(parents=True, exist_ok=True)
        (site_dir / file.address).write_bytes(data)


def _written(file: FormFile, form: Sheet, settings: Settings) -> bytes:
    return writer(file.address.rpartition(".")[2])(form, settings)


def _ending(library: Library) -> Iterator[Block]:
    yield Heading("보내기")
    contact = library.settings.contact
    yield paragraph(
        f"다 적은 파일을 붙여 {contact}로 보내 주세요."
        if contact
        else "다 적은 파일을 도서관을 꾸리는 곳에 보내 주세요.",
        " 읽은 뒤에 고칠 곳이 있으면 알려 드립니다.",
    )


@dataclass(frozen=True, slots=True)
class _Form:
    """Sets questions and lists."""

    vocabularies: Vocabularies

    def step(self, number: int, step: Step) -> Iterator[Block]:
        yield Heading(step.term.label, 2, f"{number}.")
        yield paragraph(step.term.definition)
        if step.questions:
            rows = tuple(
                (self._asked(question), self._answer(question.field)) for question in step.questions
            )
            yield Table(HEAD, rows, widths=(5, 8), row_height=_HIGH, has_row_heads=True)
        for listing in step.listings:
            yield from self._listing(listing)

    def _asked(self, question: Question) -> Runs:
        needed = f" {NEEDED}" if question.is_needed else ""
        example = _example(question.field) if question.field else ""
        return runs(
            Run(f"{question.ask}{needed}", is_strong=True),
            Run(f"\n{question.help}", is_small=True),
            Run(f"\n예: {example}" if example else "", is_small=True),
        )

    def _answer(self, field: Field | None) -> Runs:
        """Choices where the answers are known, else room."""
        if field is None or not field.vocabulary:
            return ()
        terms = self.vocabularies[field.vocabulary]
        between = "\n" if len(terms) <= _FEW else "   "
        return runs(
            between.join(
                f"□\N{NO-BREAK SPACE}{number}\N{NO-BREAK SPACE}{_whole(term.label)}"
                for number, term in enumerate(terms, start=1)
            )
        )

    def _listing(self, listing: Listing) -> Iterator[Block]:
        count = _SOURCES if listing.field.name == "sources" else _ROWS
        head = (listing.ask, *(column.question for column in listing.columns))
        rows = tuple(
            (runs(str(number)), *(() for _ in listing.columns)) for number in range(1, count + 1)
        )
        widths = (3, *(8 if column.type in _WIDE else 4 for column in listing.columns))
        above = paragraph(Run(listing.ask, is_strong=True), told("", listing.field.help))
        yield Together(
            (above, Table(head, rows, widths=widths, row_height=_HIGH, has_row_heads=True))
        )
        for column in listing.columns:
            if column.vocabulary:
                yield paragraph(
                    Run(f"{column.question}: ", is_strong=True),
                    self._choices(listing.field, column),
                    tone=Tone.SMALL,
                )

    def _choices(self, of: Field, column: Field) -> str:
        """The words that a column takes; units of money without their numbers among all units."""
        words = self.vocabularies[column.vocabulary]
        if of.money and column.vocabulary == "units":
            return " · ".join(term.label for term in money(words))
        return " · ".join(f"{number} {term.label}" for number, term in enumerate(words, start=1))


def _whole(label: str) -> str:
    """A label that stays on one line with its box."""
    return label.replace(" ", "\N{NO-BREAK SPACE}")


def _example(field: Field) -> str:
    """The example as a person would write it; "" for what is chosen."""
    if field.vocabulary:
        return ""
    if field.type == "citations":
        return _PLACE
    value = written(field)
    one = value[0] if isinstance(value, list) and value else value
    return one if isinstance(one, str) and field.type != "link" else ""
