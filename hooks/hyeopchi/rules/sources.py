"""Rules about sources: every fact says where it stands."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from hyeopchi.files.problem import Problem, Severity
from hyeopchi.files.rule import Rule
from hyeopchi.records.archive import Archive
from hyeopchi.records.places import names_in, place_in, problem_in
from hyeopchi.records.record import Record
from hyeopchi.records.source_documents import SourceDocuments
from hyeopchi.records.walk import Path, groups
from hyeopchi.schema.link import Citation
from hyeopchi.schema.quantity import Quantity
from hyeopchi.text.nearest import nearest
from hyeopchi.text.quoting import did_you_mean, listed, quoted

NO_ADDRESS = Rule.SOURCE_WITHOUT_ADDRESS
_NO_ADDRESS_SAID = (
    "자료를 어디에서 볼 수 있는지 없습니다",
    "url에 주소를 적거나, 주소가 없으면 그 까닭을 url_note에 적어 주세요",
)

_NEEDED_OF_DOCUMENTS = (
    (
        "type",
        Rule.DOCUMENT_WITHOUT_TYPE,
        "자료가 어떤 글인지(type)가 없습니다",
        "예: type: news(신문·방송 기사), approval(결재문서), unknown(알 수 없음)",
    ),
    (
        "seen",
        Rule.DOCUMENT_NOT_SEEN,
        "자료를 얼마나 읽었는지(seen)가 없습니다",
        "예: seen: whole(끝까지 읽음), beginning(앞부분만 봄), quoted(다른 자료에서 봄)",
    ),
)
"""The fields that every document has: name, rule, message and hint."""


def citation_names_a_source(record: Record, archive: Archive) -> Iterator[Problem]:
    """A ``from`` names the key of one of the record's sources."""
    keys = _keys(record) or {}
    for path, citation in _citations(record, archive) if keys else ():
        if citation.key not in keys:
            suggestion = nearest(citation.key, keys)
            hint = (
                did_you_mean(suggestion) if suggestion else f"sources에 있는 이름: {listed(keys)}"
            )
            yield problem_in(
                record,
                (*path, "from"),
                Rule.UNKNOWN_SOURCE,
                f"sources에 없는 자료입니다: {quoted(citation.key)}",
                hint,
            )


def source_keys_are_unique(record: Record, archive: Archive) -> Iterator[Problem]:
    """Each source has a key of its own."""
    seen: set[str] = set()
    for index, source in enumerate(record.get("sources", ())):
        key = source.get("key", "")
        if key and key in seen:
            yield problem_in(
                record,
                ("sources", index, "key"),
                Rule.REPEATED_SOURCE,
                f"자료의 짧은 이름이 겹칩니다: {quoted(key)}",
                "다른 이름을 붙여 주세요",
            )
        seen.add(key)


def source_is_used(record: Record, archive: Archive) -> Iterator[Problem]:
    """A source is cited somewhere (a warning: a short record may rest on it as a whole)."""
    keys = _keys(record) or {}
    used = {citation.key for _, citation in _citations(record, archive)}
    for key, index in keys.items():
        if key not in used and used & keys.keys():
            place = place_in(record, "sources", index, "key")
            yield Problem.at(
                record.source.path,
                place,
                Rule.UNUSED_SOURCE,
                f"어디에도 쓰이지 않은 자료입니다: {quoted(key)}",
                "from에서 가리키거나 지워 주세요",
                Severity.WARNING,
            )


def source_is_known(record: Record, archive: Archive) -> Iterator[Problem]:
    """A source cited by ``id`` is a document of the library."""
    documents = archive.documents.by_id
    for index, source in enumerate(record.get("sources", ())):
        name = source.get("id")
        if name and name not in documents:
            suggestion = nearest(name, documents)
            yield problem_in(
                record,
                ("sources", index, "id"),
                Rule.UNKNOWN_DOCUMENT,
                f"자료 목록(_sources)에 없는 자료입니다: {quoted(name)}",
                did_you_mean(suggestion)
                if suggestion
                else "id를 지우고 title과 rights를 여기에 적어 주세요",
            )


def source_is_not_a_listed_one(record: Record, archive: Archive) -> Iterator[Problem]:
    """A source written inside a record has not the title and date of a document (a warning)."""
    listed = _documents_by_title(archive.documents)
    for index, source in enumerate(record.get("sources", ())):
        if "id" in source or "title" not in source:
            continue
        if name := listed.get((_folded(source["title"]), source.get("date"))):
            yield Problem.at(
                record.source.path,
                place_in(record, "sources", index, "title"),
                Rule.SOURCE_LOOKS_LISTED,
                f"자료 목록에 있는 자료와 제목과 날짜가 같습니다: {quoted(source['title'])}",
                f"title 들을 지우고 'id: {name}'만 적으면 됩니다",
                Severity.WARNING,
            )


def source_can_be_found(record: Record, archive: Archive) -> Iterator[Problem]:
    """A source has an address or says why it has none (a warning)."""
    for index, source in enumerate(record.get("sources", ())):
        if "id" in source or findable(source):
            continue
        if not findable(
            names_in(record, "sources", index)
        ):  # an address that cannot be read is one
            place = place_in(record, "sources", index)
            yield Problem.at(
                record.source.path, place, NO_ADDRESS, *_NO_ADDRESS_SAID, Severity.WARNING
            )


def findable(names: Collection[str]) -> bool:
    """Whether among the fields of a source is one that says where it can be read, or why not."""
    return any(name in names for name in ("url", "archived_url", "url_note"))


@lru_cache(maxsize=4)
def _documents_by_title(documents: SourceDocuments) -> Mapping[tuple[str, Any], str]:
    return {
        (_folded(document.entry["title"]), document.entry.get("date")): name
        for name, document in documents.by_id.items()
        if "title" in document.entry
    }


def _folded(title: str) -> str:
    return "".join(filter(str.isalnum, title.casefold()))


def quantity_is_cited(record: Record, archive: Archive) -> Iterator[Problem]:
    """A quantity carries its ``from``, or stands inside an entry that does; one that is wrong is told of as such."""
    for path, field, value, cited in groups(record, archive.schema):
        if isinstance(value, Quantity) and not cited and "from" not in names_in(record, *path):
            yield problem_in(
                record,
                path,
                Rule.UNCITED_QUANTITY,
                f"{field.spoken}: 수가 어느 자료의 어디에 있는지 없습니다",
                "예: from: {plan: 8~15쪽}",
            )


def figure_says_its_base(record: Record, archive: Archive) -> Iterator[Problem]:
    """A figure says what it is counted on, or that the source does not say; what is wrong is told of as such."""
    for index, figure in enumerate(record.get("figures", ())):
        if "base" in figure or figure.get("base_unknown"):
            continue
        unread = {*names_in(record, "figures", index)} - {*figure}
        if unread.isdisjoint(("base", "base_unknown")):
            yield problem_in(
                record,
                ("figures", index),
                Rule.FIGURE_WITHOUT_BASE,
                "수치의 바탕(base)이 없습니다",
                "예: base: {value: 472, unit: 부} — 자료에 없으면 base_unknown: true",
            )


def _keys(record: Record) -> dict[str, int] | None:
    """The keys of the sources and their numbers; None where some are missing or could not be read."""
    sources = record.get("sources", ())
    if not sources or record.left_out or any("key" not in source for source in sources):
        return None
    return {source["key"]: index for index, source in reversed(list(enumerate(sources)))}


def _citations(record: Record, archive: Archive) -> Iterator[tuple[Path, Citation]]:
    for path, _, value, _ in groups(record, archive.schema):
        cited = value.sources if isinstance(value, Quantity) else value.get("from", ())
        yield from ((path, citation) for citation in cited)


def document_says_what_it_is(archive: Archive) -> Iterator[Problem]:
    """A document of the library says what kind of text it is and how much of it was read."""
    for document in archive.documents.by_id.values():
        for name, rule, message, hint in _NEEDED_OF_DOCUMENTS if document.entry else ():
            if name not in document.names:
                yield document.problem(name, rule, message, hint)


def document_stands_once(archive: Archive) -> Iterator[Problem]:
    """No two documents have the same address (a warning)."""
    first: dict[str, str] = {}
    for name, document in archive.documents.by_id.items():
        url = _without_scheme(document.entry.get("url", ""))
        if url and first.setdefault(url, name) != name:
            found = document.problem(
                "url",
                Rule.DOCUMENT_TWICE,
                f"주소가 같은 자료가 이미 있습니다: {quoted(first[url])}",
                f"기록에서 'id: {first[url]}'로 가리키고 이 파일을 지워 주세요",
            )
            yield replace(found, severity=Severity.WARNING)


def _without_scheme(url: str) -> str:
    return url.partition("://")[2].removeprefix("www.").rstrip("/")


def document_can_be_found(archive: Archive) -> Iterator[Problem]:
    """A document has an address or says why it has none (a warning)."""
    for document in archive.documents.by_id.values():
        if document.entry and not findable(document.names):
            found = document.problem("title", NO_ADDRESS, *_NO_ADDRESS_SAID)
            yield replace(found, severity=Severity.WARNING)


def document_is_cited(archive: Archive) -> Iterator[Problem]:
    """Some record rests on each document (a warning)."""
    cited = {source.get("id") for record in archive.records for source in record.get("sources", ())}
    for name, document in archive.documents.by_id.items():
        if name not in cited:
            found = document.problem(
                "title",
                Rule.UNCITED_DOCUMENT,
                f"어느 기록도 기대지 않은 자료입니다: {quoted(name)}",
                "기록의 sources에서 id로 가리키거나 파일을 지워 주세요",
            )
            yield replace(found, severity=Severity.WARNING)


RULES = (
    citation_names_a_source,
    source_can_be_found,
    source_keys_are_unique,
    source_is_used,
    quantity_is_cited,
    figure_says_its_base,
)
BESIDE_RULES = (source_is_known, source_is_not_a_listed_one)
ARCHIVE_RULES = (
    document_says_what_it_is,
    document_stands_once,
    document_can_be_found,
    document_is_cited,
)
