"""Rules about links between records: they lead somewhere, and say why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from hyeopchi.files.problem import Problem, Severity
from hyeopchi.files.rule import Rule
from hyeopchi.records.archive import Archive
from hyeopchi.records.places import names_in, place_in, problem_in
from hyeopchi.records.record import Record
from hyeopchi.records.walk import Path, groups, links
from hyeopchi.rules.markup import link_targets
from hyeopchi.schema.entry import Entry
from hyeopchi.schema.link import Link
from hyeopchi.text.nearest import nearest
from hyeopchi.text.quoting import did_you_mean, listed, quoted

_NEEDED_BY_BASIS = (
    (
        "source",
        "from",
        Rule.BASIS_WITHOUT_SOURCE,
        "자료에 있다고 했는데 자리가 없습니다",
        "예: from: {plan: 8~15쪽}",
    ),
    (
        "editor",
        "note",
        Rule.BASIS_WITHOUT_NOTE,
        "미루어 보았다고 했는데 까닭이 없습니다",
        "예: note: 재정민주주의라는 말이 같음",
    ),
)
_HOST_LIKE = re.compile(r"www\.[^/]+|[\w.-]+\.(?:kr|com|org|net)(?:/|$)", re.IGNORECASE)


def link_leads_to_a_record(record: Record, archive: Archive) -> Iterator[Problem]:
    """The target of a link exists, and so does the place in it."""
    for path, link in links(record, archive.schema):
        found = _broken(link, record, archive)
        if found:
            yield problem_in(record, path, Rule.BROKEN_LINK, *found)


def link_leads_to_a_standing_record(record: Record, archive: Archive) -> Iterator[Problem]:
    """The target of a relation or an item is not withdrawn (a warning: pages leave the link out)."""
    for path, link in links(record, archive.schema):
        target = archive.by_id.get(link.id)
        if target and target.is_withdrawn and not record.is_withdrawn:
            instead = target["withdrawn"].get("replaced_by")
            hint = (
                f"대신하는 기록은 '{instead}'입니다"
                if instead
                else "이 줄을 지우거나 다른 기록을 적어 주세요"
            )
            yield Problem.at(
                record.source.path,
                place_in(record, *path),
                Rule.WITHDRAWN_LINK,
                f"거둔 기록을 가리킵니다: {quoted(str(link))}",
                hint,
                Severity.WARNING,
            )


def body_link_leads_to_a_record(record: Record, archive: Archive) -> Iterator[Problem]:
    """A link in the body without a scheme names a record, or a place in this one (``#anchor``)."""
    for target, place in link_targets(record.source, record.body_offset):
        try:
            link = Link.parse(f"{record.id}{target}" if target.startswith("#") else target)
        except ValueError:
            yield Problem.at(
                record.source.path,
                place,
                Rule.BROKEN_LINK,
                f"기록의 id가 아닌 링크입니다: {quoted(target)}",
                _instead(target),
            )
            continue
        found = _broken(link, record, archive)
        if found:
            yield Problem.at(record.source.path, place, Rule.BROKEN_LINK, *found)


def _instead(target: str) -> str:
    """What to write for a target that is no record's id: the whole address where it looks like a host's."""
    if _HOST_LIKE.match(target):
        return f"앞에 https://를 붙여 주세요: {quoted('https://' + target)}"
    return "예: [의제사업](2016-agenda-projects), [첫 약속](2016-seoul-governance-declaration#1)"


def _broken(link: Link, record: Record, archive: Archive) -> tuple[str, str] | None:
    """Message and hint for a link that leads nowhere; None where it leads somewhere."""
    if link.id not in archive.by_id:
        suggestion = nearest(link.id, archive.by_id.keys() - {record.id})
        return (
            f"없는 기록입니다: {quoted(link.id)}",
            did_you_mean(suggestion)
            if suggestion
            else "기록의 파일 이름(.md 앞까지)을 적어 주세요",
        )
    anchors = archive.anchors_of(link.id) if link.anchor else frozenset()
    if link.anchor and link.anchor not in anchors:
        suggestion = nearest(link.anchor, anchors)
        return (
            f"{quoted(link.id)} 안에 없는 자리입니다: {quoted('#' + link.anchor)}",
            did_you_mean(suggestion) if suggestion else f"있는 자리: {listed(sorted(anchors))}",
        )
    return None


def relation_does_not_lead_to_itself(record: Record, archive: Archive) -> Iterator[Problem]:
    """A record has no relation to itself as a whole."""
    for path, relation in _relations(record, archive):
        if relation["to"] == record.link:
            yield problem_in(
                record,
                (*path, "to"),
                Rule.SELF_LINK,
                f"자기 자신을 가리킵니다: {quoted(str(relation['to']))}",
                "다른 기록의 id를 적어 주세요",
            )


def relation_stands_once(record: Record, archive: Archive) -> Iterator[Problem]:
    """A relation of one sort to one target is said once."""
    seen: set[tuple[Path, Link]] = set()
    for path, relation in _relations(record, archive):
        key = (path[:-1], relation["to"])
        if key in seen:
            yield problem_in(
                record,
                (*path, "to"),
                Rule.REPEATED_LINK,
                f"같은 관계를 두 번 적었습니다: {quoted(str(relation['to']))}",
                "하나를 지워 주세요",
            )
        seen.add(key)


def judgement_has_its_basis(record: Record, archive: Archive) -> Iterator[Problem]:
    """What a source says carries its ``from``; what the library reads into it, a ``note``."""
    for path, field, value, _ in groups(record, archive.schema):
        if not isinstance(value, Entry) or field.type not in ("relation", "participation"):
            continue
        for basis, needed, rule, message, hint in _NEEDED_BY_BASIS:
            if (
                value.get("basis") == basis
                and needed not in value
                and needed not in names_in(record, *path)
            ):
                yield problem_in(record, path, rule, f"{field.spoken}: {message}", hint)


def chain_has_no_circle(archive: Archive) -> Iterator[Problem]:
    """Following ``part_of``, ``supersedes`` or ``follows`` never leads back to the start."""
    for term in archive.vocabularies["relations"]:
        if term.extras.get("acyclic") == "true":
            edges = {
                record.id: found
                for record in archive.by_id.values()
                if (found := _edges(record, term.id))
            }
            yield from _circles(archive, term.id, edges)


def _edges(record: Record, relation: str) -> list[tuple[int, str]]:
    entries = record.get("relations", {}).get(relation, ())
    return [
        (index, entry["to"].id)
        for index, entry in enumerate(entries)
        if "to" in entry and entry["to"].id != record.id
    ]


def _circles(
    archive: Archive, relation: str, edges: Mapping[str, list[tuple[int, str]]]
) -> Iterator[Problem]:
    """One problem for each edge that closes a circle, by a depth-first walk without recursion."""
    done: set[str] = set()
    for start in edges:
        trail: dict[str, None] = {}
        stack: list[tuple[str, bool]] = [(start, False)]
        while stack:
            node, leaving = stack.pop()
            if leaving:
                trail.popitem()
                done.add(node)
            elif node not in done and node not in trail:
                trail[node] = None
                stack.append((node, True))
                stack.extend((target, False) for _, target in edges.get(node, ()))
                yield from _closing(archive, relation, node, trail, edges)


def _closing(
    archive: Archive,
    relation: str,
    node: str,
    trail: Mapping[str, None],
    edges: Mapping[str, list[tuple[int, str]]],
) -> Iterator[Problem]:
    for index, target in edges.get(node, ()):
        if target in trail:
            way = list(trail)
            circle = " → ".join([*way[way.index(target) :], target])
            yield problem_in(
                archive.by_id[node],
                ("relations", relation, index, "to"),
                Rule.CIRCULAR_LINK,
                f"돌고 도는 관계입니다: {circle}",
                "한 곳의 관계를 지워 주세요",
            )


def _relations(record: Record, archive: Archive) -> Iterator[tuple[Path, Entry]]:
    for path, field, value, _ in groups(record, archive.schema):
        if field.type == "relation" and "to" in value:
            yield path, value


BESIDE_RULES = (
    link_leads_to_a_record,
    link_leads_to_a_standing_record,
    body_link_leads_to_a_record,
)
RULES = (
    relation_does_not_lead_to_itself,
    relation_stands_once,
    judgement_has_its_basis,
)
ARCHIVE_RULES = (chain_has_no_circle,)
