"""Rules about quantities: a range runs upwards, money is money, printed totals are the sums of their items."""

from __future__ import annotations

from collections.abc import Iterator

from hyeopchi.files.problem import Problem
from hyeopchi.files.rule import Rule
from hyeopchi.records.archive import Archive
from hyeopchi.records.places import problem_in
from hyeopchi.records.record import Record
from hyeopchi.records.walk import groups
from hyeopchi.schema.quantity import Quantity
from hyeopchi.schema.vocabulary import money
from hyeopchi.text.quoting import quoted


def range_runs_upwards(record: Record, archive: Archive) -> Iterator[Problem]:
    """A quantity's ``to`` is more than its ``value``."""
    for path, field, value, _ in groups(record, archive.schema):
        if isinstance(value, Quantity) and value.to is not None and value.to <= value.value:
            yield problem_in(
                record,
                (*path, "to"),
                Rule.RANGE_BACKWARDS,
                f"{field.spoken}: 끝값({value.to:,})이 값({value.value:,})보다 크지 않습니다",
                "범위면 작은 수를 value에, 큰 수를 to에 적고, 범위가 아니면 to를 지워 주세요",
            )


def money_is_in_units_of_money(record: Record, archive: Archive) -> Iterator[Problem]:
    """Where a field asks for money, the unit is one of money."""
    for path, field, value, _ in groups(record, archive.schema):
        if field.money and isinstance(value, Quantity) and value.in_won is None:
            labels = [term.label for term in money(archive.vocabularies["units"])]
            yield problem_in(
                record,
                (*path, "unit"),
                Rule.NOT_MONEY,
                f"{field.spoken}: 돈의 단위가 아닙니다: {quoted(value.unit_label or value.unit)}",
                f"인쇄된 돈의 단위를 적어 주세요: {', '.join(labels)}. 돈이 아닌 수는 다른 칸에 적습니다",
            )


def budget_total_is_the_sum(record: Record, archive: Archive) -> Iterator[Problem]:
    """A total equals the sum of its group's items; a total without a group, of all items."""
    items = record.get("budget_items", ())
    for index, total in enumerate(items):
        if not total.get("total") or "amount" not in total:
            continue
        parts = [
            item
            for item in items
            if not item.get("total")
            and (item.get("group") == total.get("group") or "group" not in total)
        ]
        if record.left_out or any("amount" not in item for item in parts):
            continue  # The reader has already said what is wrong with an amount.
        amounts = [item["amount"].in_won for item in parts]
        if None in amounts or total["amount"].in_won is None:
            continue  # So has the rule about units of money.
        if sum(amounts) != total["amount"].in_won:
            yield problem_in(
                record,
                ("budget_items", index, "amount"),
                Rule.BUDGET_SUM,
                f"합계가 맞지 않습니다: 항목을 더하면 {sum(amounts):,}원, 적힌 합계는 {total['amount'].printed_won}",
                "옮겨 적은 수를 자료와 견주어 주세요. 자료가 틀렸다면 disputed에 두 값을 적습니다",
            )


RULES = (range_runs_upwards, money_is_in_units_of_money, budget_total_is_the_sum)
