"""Exercises: made from a case's own data, mixed the same way each time, with a key that tells the record's order."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.real_library import ADDRESSED as LIBRARY
from hyeopchi.paper.blocks.block import Board, Cards, Code, Table, WritingLines
from hyeopchi.paper.content.origin import rights_of
from hyeopchi.paper.exercises import exercises_of
from hyeopchi.paper.exercises.exercise import Exercise
from hyeopchi.paper.mixing import mixed, mixed_sides
from hyeopchi.records.record import Record
from hyeopchi.text.korean import sentences

TAUGHT = [record for record in LIBRARY.records if record.get("teaching")]
COUNCIL, NETWORK = (
    LIBRARY.by_id[name] for name in ("2018-siheung4-residents-council", "2013-seoul-youth-network")
)


@cache
def made(record_id: str) -> dict[str, Exercise]:
    return {
        exercise.paper: exercise for exercise in exercises_of(LIBRARY.by_id[record_id], LIBRARY)
    }


def only(exercise: Exercise, kind: type, key: bool = False) -> object:
    sheet = exercise.key if key else exercise.sheet
    return next(block for block in sheet.blocks if isinstance(block, kind))


def words(runs: tuple) -> str:
    return "".join(run.text for run in runs)


@given(st.lists(st.integers(), min_size=2, max_size=14, unique=True), st.text(max_size=5))
def test_a_mixed_list_holds_the_same_things_and_leaves_none_where_it_stood(
    things: list[int], seed: str
) -> None:
    told = mixed(things, seed)
    assert sorted(told) == sorted(things)
    assert all(one != other for one, other in zip(told, things, strict=True))
    assert mixed(things, seed) == told


@given(st.lists(st.integers(), min_size=2, max_size=24, unique=True), st.text(max_size=5))
def test_two_sides_are_mixed_into_another_order(things: list[int], seed: str) -> None:
    assert sorted(mixed_sides(things, seed)) == sorted(things)
    assert list(mixed_sides(things, seed)) != things


def test_one_thing_alone_cannot_be_mixed() -> None:
    with pytest.raises(ValueError, match=r"^seed$"):
        mixed(["하나"], "seed")


def test_the_same_record_gives_the_same_exercises() -> None:
    assert list(exercises_of(COUNCIL, LIBRARY)) == list(exercises_of(COUNCIL, LIBRARY))


@pytest.mark.parametrize("record", TAUGHT, ids=lambda record: record.id)
def test_stages_are_never_given_in_their_own_order_and_the_key_tells_it(record: Record) -> None:
    if "ordering" not in made(record.id):
        return
    exercise = made(record.id)["ordering"]
    on_cards = {card.title: words(card.runs) for card in only(exercise, Cards).cards}
    true = [stage["what"] for stage in record["stages"]]
    told = [on_cards[words(row[1])] for row in only(exercise, Table, key=True).rows]
    places = [
        next(
            at
            for at, what in enumerate(true)
            if all(one in sentences(what) for one in sentences(said))
        )
        for said in told
    ]
    assert places == sorted(places)
    assert list(on_cards.values()) != told


def test_only_a_case_with_few_stages_that_tell_no_date_has_none_to_order() -> None:
    without = [record.id for record in TAUGHT if "ordering" not in made(record.id)]
    assert len(without) < len(TAUGHT) / 5


@pytest.mark.parametrize("record", TAUGHT, ids=lambda record: record.id)
def test_a_card_to_be_ordered_says_no_date_and_no_place_in_the_order(record: Record) -> None:
    if "ordering" in made(record.id):
        said = " ".join(words(card.runs) for card in only(made(record.id)["ordering"], Cards).cards)
        assert not re.search(r"\d+년|\d+월|첫해|번째|마지막|이듬해", said)


def test_what_the_handout_has_told_is_not_asked_again() -> None:
    said = str(only(made(NETWORK.id)["ordering"], Cards))
    assert all(stage["what"][:12] not in said for stage in NETWORK["stages"][:2])
    assert "읽기 전에 합니다" not in str(made(NETWORK.id)["ordering"].sheet)
    assert "읽을 종이에 이 일들의 차례가 있으니, 읽기 전에 합니다." in str(
        made(COUNCIL.id)["ordering"].sheet
    )


@pytest.mark.parametrize("record", TAUGHT, ids=lambda record: record.id)
def test_a_card_bears_a_records_own_words_and_says_which_record(record: Record) -> None:
    own = {
        sentence
        for field in ("stages", "enablers", "obstacles")
        for entry in record.get(field, ())
        for sentence in sentences(entry["what"])
    }
    own |= {card.get("name", "") for card in record["teaching"].get("cards", ())}
    own |= {theme.label for theme in LIBRARY.vocabularies["themes"]}
    for exercise in made(record.id).values():
        for cards in (block for block in exercise.sheet.blocks if isinstance(block, Cards)):
            written = [card for card in cards.cards if card.runs]
            said = {one for card in written for one in sentences(words(card.runs))}
            assert said <= own
            assert {card.foot.split(" · ")[-1] for card in written} == {record.id}


@pytest.mark.parametrize("record", TAUGHT, ids=lambda record: record.id)
def test_every_sheet_names_its_record_its_terms_and_its_address(record: Record) -> None:
    for exercise in made(record.id).values():
        assert exercise.sheet.rights == rights_of(record, LIBRARY)
        assert (
            exercise.sheet.is_landscape
            or only(exercise, Code).address == f"https://library.example/cases/{record.id}/"
        )
        assert re.fullmatch(r"[a-z0-9-]+", exercise.sheet.stem)


def test_a_card_names_its_record_by_title_and_id() -> None:
    exercise = next(one for one in exercises_of(COUNCIL, LIBRARY) if one.paper == "cards")
    assert (
        only(exercise, Cards).cards[0].foot
        == "「주민이 먼저 맡고, 서로 빨리 답한 동네」 · 2018-siheung4-residents-council"
    )


def test_a_planned_thing_says_so_on_its_cards() -> None:
    planned = next(
        record.id
        for record in TAUGHT
        if record["status"]["value"] == "planned" and "ordering" in made(record.id)
    )
    exercise = made(planned)["ordering"]
    assert " (하기로 했음) · " in only(exercise, Cards).cards[0].foot


def test_a_card_to_be_ordered_tells_neither_name_nor_date() -> None:
    assert {card.title for card in only(made(NETWORK.id)["ordering"], Cards).cards} == set(
        "가나다라"
    )
    assert {card.kind for card in only(made(NETWORK.id)["ordering"], Cards).cards} == {""}


def test_a_card_to_be_sorted_does_not_tell_its_side_and_the_key_does() -> None:
    exercise = made(COUNCIL.id)["sorting"]
    assert {card.kind + card.mark for card in only(exercise, Cards).cards} == {""}
    told = {
        words(row[3]).rpartition(" (")[0]: words(row[2])
        for row in only(exercise, Table, key=True).rows
    }
    assert told == {
        entry["what"]: said
        for field, said in (("enablers", "○ 디딤돌"), ("obstacles", "▲ 걸림돌"))
        for entry in COUNCIL[field]
    }


@pytest.mark.parametrize("record", TAUGHT, ids=lambda record: record.id)
def test_a_card_to_be_sorted_is_a_noun_phrase(record: Record) -> None:
    if "sorting" in made(record.id):
        said = [words(card.runs) for card in only(made(record.id)["sorting"], Cards).cards]
        assert len(said) == len(set(said)) >= 4
        assert not [one for one in said if re.search(r"(다|요)\.?$|모자|느린|어려", one)]


def test_a_theme_that_helped_and_hindered_is_one_card_on_both_sides() -> None:
    rows = [
        row
        for record in TAUGHT
        if "sorting" in made(record.id)
        for row in only(made(record.id)["sorting"], Table, key=True).rows
    ]
    both = [row for row in rows if words(row[2]) == "둘 다"]
    assert both
    assert all("\n" in words(row[3]) for row in both)


def test_roles_are_matched_by_letters_that_the_key_gives() -> None:
    exercise = made(COUNCIL.id)["roles"]
    given = dict(words(row[2]).split(". ", 1) for row in only(exercise, Table).rows)
    key = only(exercise, Table, key=True).rows
    assert [given[words(row[1])] for row in key] == [
        actor["role"]
        for actor in COUNCIL["actors"]
        if actor.get("id") != "saejaemi-hwallyeokso-committee"
    ]
    assert (words(key[0][0]), len(key)) == ("시흥4동 주민자치회", 7)


@pytest.mark.parametrize("record", TAUGHT, ids=lambda record: record.id)
def test_no_role_says_the_name_that_it_belongs_to(record: Record) -> None:
    if "roles" in made(record.id):
        for row in only(made(record.id)["roles"], Table, key=True).rows:
            assert not any(one in words(row[2]) for one in words(row[0]).split() if len(one) > 1)


def test_a_role_that_two_have_is_asked_once() -> None:
    asked = [
        words(row[2]).split(". ", 1)[1]
        for row in only(made("2018-gender-governance")["roles"], Table).rows
    ]
    assert len(asked) == len(set(asked)) == 8


def test_the_map_has_a_place_for_every_sector_around_ones_own_matter() -> None:
    board = only(made(COUNCIL.id)["map"], Board)
    places = [words(place) for row in board.rows for place in row]
    assert (len(board.rows), places[4]) == (3, "우리 동네의 일")
    assert set(places) - {"우리 동네의 일"} == {
        sector.label for sector in LIBRARY.vocabularies["sectors"]
    }


def test_a_question_has_lines_to_write_on_and_its_hint_stands_in_the_key_alone() -> None:
    exercise = made(COUNCIL.id)["questions"]
    hints = {words(row[2]) for row in only(exercise, Table, key=True).rows}
    assert hints == {question["hint"] for question in COUNCIL["teaching"]["questions"]}
    assert not any(hint in str(exercise.sheet) for hint in hints)
    assert str(exercise.sheet).count(WritingLines.__name__) == 5


def test_blank_cards_fill_the_last_page() -> None:
    cards = only(made(COUNCIL.id)["cards"], Cards)
    assert len(cards.cards) % (cards.across * cards.down) == 0
    assert {card.title for card in cards.cards if not card.runs} == {"우리 동네의 걸림돌"}
