"""Quantities: numbers printed as the source has them, money computed in won."""

from decimal import Decimal

import pytest

from hyeopchi.schema.link import Citation
from hyeopchi.schema.quantity import Quantity
from hyeopchi.schema.quantity_reader import quantity_of
from hyeopchi.schema.vocabulary_reader import read_vocabularies
from support.environment import ROOT

WORDS = read_vocabularies(ROOT / "cases/_vocabulary")


def quantity(value: str, unit: str, **more: object) -> Quantity:
    found = quantity_of({"value": Decimal(value), "unit": unit, **more}, WORDS)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("value", "unit", "qualifier", "printed"),
    [
        ("700", "명", "exact", "700명"),
        ("700", "명", "about", "약 700명"),
        ("1200", "명", "more-than", "1,200여 명"),
        ("8878", "백만원", "exact", "8,878백만원"),
        ("8", "구", "exact", "8개 구"),
        ("20", "구", "more-than", "20여 개 구"),
        ("40.5", "%", "exact", "40.5%"),
        ("1200", "명", "at-least", "1,200명 이상"),
        ("30", "명", "at-most", "30명 이내"),
        ("30", "명", "up-to", "최대 30명"),
        ("30", "명", "around", "30명 내외"),
        ("30", "명", "target", "목표 30명"),
        ("30", "명", "estimated", "추산 30명"),
        ("1.50", "억원", "about", "약 1.50억원"),
    ],
)
def test_a_quantity_is_printed_as_its_source_has_it(
    value: str, unit: str, qualifier: str, printed: str
) -> None:
    found = quantity(value, unit, qualifier=qualifier)
    assert (found.printed, str(found)) == (printed, printed)


def test_a_range_is_printed_with_both_its_ends() -> None:
    assert quantity("2", "개", to=Decimal(3)).printed == "2~3개"
    assert quantity("1000", "명", to=Decimal(1500), qualifier="about").printed == "약 1,000~1,500명"


@pytest.mark.parametrize(
    ("value", "unit", "won", "printed"),
    [
        ("8878", "백만원", 8_878_000_000, "8,878,000,000원"),
        ("100000", "천원", 100_000_000, "100,000,000원"),
        ("1.5", "억원", 150_000_000, "150,000,000원"),
        ("30000", "원", 30_000, "30,000원"),
        ("0.1", "백만원", 100_000, "100,000원"),
    ],
)
def test_money_is_computed_in_won_without_a_rounding_error(
    value: str, unit: str, won: int, printed: str
) -> None:
    found = quantity(value, unit)
    assert (found.in_won, found.printed_won) == (won, printed)


def test_what_is_no_money_has_no_won() -> None:
    assert (quantity("3", "명").in_won, quantity("3", "명").printed_won) == (None, "")


def test_a_quantity_keeps_what_was_counted_and_where_it_stands() -> None:
    found = quantity(
        "3",
        "명",
        **{"of": "참석한 사람", "note": "우리가 더한 수", "from": (Citation("plan", "4쪽"),)},
    )
    assert (found.of, found.note, found.sources) == (
        "참석한 사람",
        "우리가 더한 수",
        (Citation("plan", "4쪽"),),
    )


def test_without_a_value_or_a_unit_there_is_no_quantity() -> None:
    assert quantity_of({"unit": "명"}, WORDS) is None
    assert quantity_of({"value": Decimal(3)}, WORDS) is None


def test_a_pattern_with_other_signs_is_printed_and_never_raises() -> None:
    assert Quantity(Decimal(3), "명", pattern="{value}{unit} {0} {").printed == "3명 {0} {"
