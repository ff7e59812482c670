"""The ways in which a fact of ``data/source_facts.yml`` is looked for in a record."""

from __future__ import annotations

from collections.abc import Callable

from helpers.plain_records import PlainRecord, actor_districts, actor_names, nodes, reach

Fact = dict  # one row of the table, every value as text


def holds(node: object, wanted: object) -> bool:
    """Whether ``node`` has all that ``wanted`` names."""
    if isinstance(wanted, dict):
        return isinstance(node, dict) and all(
            _entry_holds(node, key, value) for key, value in wanted.items()
        )
    if isinstance(wanted, list):
        return isinstance(node, list) and all(
            any(holds(part, one) for part in node) for one in wanted
        )
    return node == wanted


def exact(wanted: object) -> object:
    """The same, with every number that has no qualifier asked for as an exact one."""
    if isinstance(wanted, list):
        return [exact(one) for one in wanted]
    if not isinstance(wanted, dict):
        return wanted
    inside = {key: exact(value) for key, value in wanted.items()}
    return {"qualifier": "exact", **inside} if "value" in wanted else inside


def _entry_holds(node: dict, key: str, value: object) -> bool:
    listed = node.get("id", "")
    if key == "name":
        return node.get("name") == value or value in actor_names().get(listed, ())
    if key == "district":
        return value in actor_districts().get(listed, [node.get(key)])
    return holds(node.get(key, "exact" if key == "qualifier" else None), value)


def _in_words(date: str) -> str:
    """A date as a sentence has it, such as 2017년 상반기 or 2017년 2월 14일."""
    year, *rest = date.split("-")
    half = {"40": "상반기", "41": "하반기"}.get("".join(rest))
    parts = (
        [half] if half else [f"{int(part)}{unit}" for part, unit in zip(rest, "월일", strict=False)]
    )
    return " ".join([f"{year}년", *parts])


def _has(record: PlainRecord, fact: Fact) -> bool:
    places = reach(record.fields, fact["path"]) if "path" in fact else nodes(record.fields)
    return any(holds(node, exact(fact["has"])) for node in places)


def _count(record: PlainRecord, fact: Fact) -> bool:
    return len(reach(record.fields, fact["path"])) == int(fact["count"])


def _date(record: PlainRecord, fact: Fact) -> bool:
    if "path" in fact:
        return fact["date"] in reach(record.fields, fact["path"])
    return fact["date"] in nodes(record.fields) or _in_words(fact["date"]) in record.text


def _name(record: PlainRecord, fact: Fact) -> bool:
    return record.fields.get("official_name") == fact["name"] or any(
        holds(node, {"name": fact["name"]}) for node in nodes(record.fields)
    )


def _relation(record: PlainRecord, fact: Fact) -> bool:
    wanted = {key: value for key, value in fact["relation"].items() if key != "type"}
    kind = fact["relation"]["type"]
    return any(holds(node, wanted) for node in reach(record.fields, f"relations.{kind}.*"))


def _status(record: PlainRecord, fact: Fact) -> bool:
    return reach(record.fields, "status.value") == [fact["status"]]


def _text(record: PlainRecord, fact: Fact) -> bool:
    words = [fact["text"]] if isinstance(fact["text"], str) else fact["text"]
    return all(word in record.text for word in words)


def _absent(record: PlainRecord, fact: Fact) -> bool:
    if "path" not in fact:
        return fact["absent"] not in record.text
    return not any(holds(node, fact["absent"]) for node in reach(record.fields, fact["path"]))


CHECKS: dict[str, Callable[[PlainRecord, Fact], bool]] = {
    "has": _has,
    "count": _count,
    "date": _date,
    "name": _name,
    "relation": _relation,
    "status": _status,
    "text": _text,
    "absent": _absent,
}
