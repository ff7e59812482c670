"""Rules about sources: every fact says where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from hyeopchi.archive import Archive
from hyeopchi.link import Citation
from hyeopchi.nearest import nearest
from hyeopchi.problem import Problem, Severity
from hyeopchi.quantity import Quantity
from hyeopchi.quoting import did_you_mean, listed, quoted
from hyeopchi.record import Record
from hyeopchi.walk import Path, groups


def citation_names_a_source(record: Record, archive: Archive) -> Iterator[Problem]:
    """A ``from`` names the key of one of the record's sources."""
    keys = _keys(record)
    for path, citation in _citations(record, archive) if keys else ():
        if citation.key not in keys:
            suggestion = nearest(citation.key, keys)
            hint = (
                did_you_mean(suggestion) if suggestion else f"sources에 있는 이름: {listed(keys)}"
            )
            yield record.problem(
                (*path, "from"),
                "unknown-source",
                f"sources에 없는 자료입니다: {quoted(citation.key)}",
                hint,
            )


def source_keys_are_unique(record: Record, archive: Archive) -> Iterator[Problem]:
    """Each source has a key of its own."""
    seen: set[str] = set()
    for index, source in enumerate(record.get("sources", ())):
        key = source.get("key", "")
        if key and key in seen:
            yield record.problem(
                ("sources", index, "key"),
                "repeated-source",
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
            place = record.place("sources", index, "key")
            yield Problem.at(
                record.source.path,
                place,
                "unused-source",
                f"어디에도 쓰이지 않은 자료입니다: {quoted(key)}",
                "from에서 가리키거나 지워 주세요",
                Severity.WARNING,
            )


def quantity_is_cited(record: Record, archive: Archive) -> Iterator[Problem]:
    """A quantity carries its ``from``, or stands inside an entry that does."""
    for path, field, value, cited in groups(record, archive.schema):
        if isinstance(value, Quantity) and not cited:
            yield record.problem(
                path,
                "uncited-quantity",
                f"{field.spoken}: 수가 어느 자료의 어디에 있는지 없습니다",
                "예: from: {plan: 8~15쪽}",
            )


def figure_says_its_base(record: Record, archive: Archive) -> Iterator[Problem]:
    """A figure says what it is counted on, or that the source does not say."""
    for index, figure in enumerate(record.get("figures", ())):
        if "base" not in figure and not figure.get("base_unknown"):
            yield record.problem(
                ("figures", index),
                "figure-without-base",
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


RULES = (
    citation_names_a_source,
    source_keys_are_unique,
    source_is_used,
    quantity_is_cited,
    figure_says_its_base,
)
