"""Templates: our own Jinja environment, which escapes everything that is not made as markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import ChainableUndefined, FileSystemLoader, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from hyeopchi.library.addresses import relative, term_address
from hyeopchi.library.asking import first_questions_of, questions_of
from hyeopchi.library.library import Library
from hyeopchi.library.lineage import within
from hyeopchi.library.promise_clock import Clock, clock_at
from hyeopchi.library.status import status_at
from hyeopchi.library.term_index import districts_of_actor
from hyeopchi.library.wording import (
    SourceMark,
    StatusWords,
    shared_places,
    source_marks,
    status_words,
)
from hyeopchi.paper.catalogue import books_of, papers_of
from hyeopchi.records.record import Record
from hyeopchi.schema.conventions import CITY
from hyeopchi.schema.entry import Entry
from hyeopchi.schema.link import Link
from hyeopchi.schema.quantity import Quantity
from hyeopchi.schema.quantity_reader import quantity_of
from hyeopchi.schema.vague_date import printed_day, printed_span
from hyeopchi.site.compiled_templates import COMPILED, EntryEnvironment, render_quickly
from hyeopchi.site.docs.page import DocsPage
from hyeopchi.site.docs.placeholders import filled, guarded
from hyeopchi.site.docs.values import placeholder_values
from hyeopchi.site.docs.words import NO_WORDS, Words
from hyeopchi.site.glossary import Glossary
from hyeopchi.site.view import View
from hyeopchi.text.korean import josa

_INDENTS = re.compile(r"\n\s+")
"""What stands before the lines of a template: our pages hold no text in which it would show."""

TEMPLATES = Path(__file__).resolve().parents[2] / "theme" / "pages"
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)([^>]*)>")
_NAMING = re.compile(r'(\s(?:id|for|aria-labelledby|aria-describedby)=")([^"]*)|\shref="#')
_LANDMARK = re.compile(r'\saria-labelledby="[^"]*"')
_HEADING = re.compile(r"h[1-5]")


class Templates:
    """Renders views of one library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._glossary = Glossary(library.vocabularies["glossary"])
        self._cards: dict[tuple[str, str], str] = {}
        self._environment = EntryEnvironment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=ChainableUndefined,
            cache_size=-1,  # none goes: keeping track of the last ones would cost more
            auto_reload=library.settings.preview,
            bytecode_cache=COMPILED,
        )
        render_quickly(self._environment)
        self._environment.globals.update(
            library=library,
            label=library.label,
            url=_url,
            term_url=_term_url,
            record_url=_record_url,
            span=_span,
            term_of=self._term,
            status_words=self._status_words,
            status_at=self._status_at,
            figure_value=self._figure_value,
            marks_of=self._marks,
            shared_places=shared_places,
            clock_at=self._clock_at,
            questions_of=self._questions,
            first_questions_of=self._first_questions,
            within_city=self._within_city,
            title_of=self._title,
            districts_of_actor=self._districts_of_actor,
            record_card=self._record_card,
            rendered=self._rendered,
            papers_of=lambda record: papers_of(record, library),
            books_of=books_of,
        )
        self._environment.filters.update(
            day=printed_day, inset=inset, josa=josa, joined=_joined, within=within
        )

    def render(self, view: View, words: Words = NO_WORDS) -> Markup:
        """The content of a page, below its heading's landmarks; ``words`` are what people wrote for it."""
        template = self._environment.get_template(view.template)
        explain = self._glossary.reader(relative(view.address, "glossary/")).explain
        around = {"view": view, "here": view.address, "explain": explain}
        written = words.filled(partial(self._filled, around))
        return Markup(
            _INDENTS.sub("\n", template.render({**around, "words": written, **view.fill()}))
        )

    def compile(self) -> None:
        """Compile every template, which is otherwise done when the first page asks for it."""
        for name in self._environment.list_templates(extensions=("html",)):
            self._environment.get_template(name)

    def guarded(self, page: DocsPage) -> str:
        """The Markdown of a page below ``docs/``, ready to be rendered and then given as words."""
        return guarded(page, self._library.vocabularies)

    def _filled(self, around: Mapping[str, Any], markup: str) -> str:
        """``markup`` with what its placeholders stand for."""
        return filled(markup, partial(self._placeholder, around))

    def _placeholder(self, around: Mapping[str, Any], name: str, is_alone: bool) -> str:
        vocabulary, slash, term = name.partition("/")
        if slash:
            return str(escape(self._library.label(vocabulary, term)))
        if vocabulary in self._library.vocabularies:
            values = {"vocabulary": self._library.vocabularies[vocabulary], "is_alone": is_alone}
            return self._environment.get_template("placeholders/terms.html").render(
                {**around, **values}
            )
        template = self._environment.get_template(f"placeholders/{name}.html")
        return template.render({**around, **placeholder_values(name, self._library)}).strip()

    @pass_context
    def _record_card(self, context: Context, record: Record, heading: str = "h3") -> Markup:
        """A record's card, written once however many lists hold it; its addresses are all of this site."""
        key = (record.id, heading)
        if key not in self._cards:
            template = self._environment.get_template("parts/card.html")
            self._cards[key] = template.render(record=record, heading=heading, here="")
        return Markup(self._cards[key].replace('href="', f'href="{relative(context["here"], "")}'))

    @pass_context
    def _rendered(self, context: Context, template: str, values: Mapping[str, Any]) -> Markup:
        """Another template on the page being made, with ``values`` of its own."""
        around = {name: context[name] for name in ("view", "here", "explain")}
        return Markup(self._environment.get_template(template).render(around | dict(values)))

    def _status_words(self, record: Record) -> StatusWords | None:
        return status_words(record, self._library)

    def _status_at(self, link: Link) -> StatusWords | None:
        return status_at(link, self._library)

    def _questions(self, record: Record) -> tuple[str, ...]:
        return questions_of(record, self._library)

    def _first_questions(self, records: Iterable[Record]) -> tuple[str, ...]:
        return first_questions_of(records, self._library)

    def _within_city(self, districts: Iterable[str] | None) -> tuple[str, ...]:
        """The names of those of ``districts`` that are parts of the city."""
        return tuple(
            self._library.label("districts", one) for one in districts or () if one != CITY
        )

    def _clock_at(self, link: Link) -> Clock | None:
        return clock_at(link, self._library)

    def _marks(self, record: Record) -> dict[str, SourceMark]:
        return source_marks(record, self._library)

    def _figure_value(self, row: Entry) -> Quantity | None:
        return quantity_of(dict(row), self._library.vocabularies)

    def _title(self, link: Link | str) -> str:
        """The title of a record that a text names; its id where a preview left it out."""
        record_id = Link.parse(str(link)).id
        record = self._library.by_id.get(record_id)
        return record.title if record else record_id

    def _districts_of_actor(self, actor: str) -> tuple[str, ...]:
        return districts_of_actor(actor, self._library.vocabularies)

    def _term(self, vocabulary: str, term: str) -> Any:
        return self._library.vocabularies[vocabulary].terms.get(term)


@pass_context
def _url(context: Context, address: str) -> str:
    return relative(context["here"], address)


@pass_context
def _term_url(context: Context, vocabulary: str, term: str) -> str:
    return relative(context["here"], term_address(vocabulary, term))


@pass_context
def _record_url(context: Context, link: Link | str) -> str:
    return relative(context["here"], Link.parse(str(link)).address)


def _span(entry: Any) -> str:
    """The span of an entry that has ``start``, ``end`` and ``ongoing``."""
    return (
        printed_span(entry.get("start"), entry.get("end"), bool(entry.get("ongoing")))
        if entry
        else ""
    )


def _joined(words: Iterable[object]) -> str:
    return ", ".join(str(word) for word in words)


def inset(markup: str, name: str, deeper: int = 0) -> Markup:
    """``markup``, made by our templates, with every id and what refers to it beginning with ``name``.

    Its headings go ``deeper`` by so many levels, at most to the sixth, and its sections are no
    landmarks any more: several of one name would stand on the page.
    """

    def tag(match: re.Match[str]) -> str:
        closing, element, attributes = match.groups()
        if element == "section":
            attributes = _LANDMARK.sub("", attributes)
        named = _NAMING.sub(lambda start: _begun(start, f"{name}--"), attributes)
        return f"<{closing}{_lowered(element, deeper)}{named}>"

    return Markup(_TAG.sub(tag, str(markup)))


def _begun(naming: re.Match[str], beginning: str) -> str:
    """An attribute with ``beginning`` before each id that it names: a label may be told by several."""
    if naming[1] is None:
        return f"{naming[0]}{beginning}"
    return naming[1] + " ".join(f"{beginning}{one}" for one in naming[2].split())


def _lowered(element: str, deeper: int) -> str:
    return f"h{min(6, int(element[1]) + deeper)}" if _HEADING.fullmatch(element) else element
