"""The board game: cards from the records' own words, and rules that make a game of them."""

from __future__ import annotations

import random
from collections import Counter
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from helpers.game_play import Game, Policy, at_random, grudging, together
from helpers.real_library import ADDRESSED as LIBRARY
from helpers.small_library import FORUM, STORY, small_library
from hyeopchi.paper.blocks.block import Board, Cards, Table
from hyeopchi.paper.blocks.grid import room_for_cards
from hyeopchi.paper.blocks.sheet import Sheet
from hyeopchi.paper.content.factors import (
    ENABLERS,
    OBSTACLES,
    SIDES,
    Side,
    card_of,
    factors_of,
)
from hyeopchi.paper.game.cards import people_and_stages
from hyeopchi.paper.game.deck import deck
from hyeopchi.paper.game.rules import rules
from hyeopchi.paper.game.sheets import game_sheets
from hyeopchi.paper.writers.pdf import write_pdf

RULES = rules()
GAMES = 300


@cache
def sheets() -> dict[str, Sheet]:
    return {sheet.stem: sheet for sheet in game_sheets(LIBRARY)}


@cache
def played(policy: Policy) -> tuple[float, int]:
    """The share of games won, and the most rounds that one took."""
    enablers, obstacles = (
        [factor.entry["theme"] for factor in deck(LIBRARY, side, RULES.deck)]
        for side in (ENABLERS, OBSTACLES)
    )
    games = [Game(RULES, enablers, obstacles, random.Random(seed)) for seed in range(GAMES)]
    return sum(game.play(policy) for game in games) / GAMES, max(game.round for game in games)


def cards() -> list:
    return [
        card
        for block in sheets()["board-game-cards"].blocks
        if isinstance(block, Cards)
        for card in block.cards
    ]


def words(runs: tuple) -> str:
    return "".join(run.text for run in runs)


def test_a_whole_game_takes_forty_minutes() -> None:
    assert RULES.total_minutes == 40


@pytest.mark.parametrize("policy", [at_random, together, grudging])
def test_every_game_ends_in_time_and_is_neither_always_won_nor_always_lost(policy: Policy) -> None:
    won, longest = played(policy)
    assert longest <= RULES.rounds
    assert 0.05 < won < 0.95


def test_helping_each_other_wins_far_more_often_than_holding_back() -> None:
    assert played(together)[0] > 0.6 > 0.4 > max(played(grudging)[0], played(at_random)[0])


def test_trust_lets_the_sides_win_with_less() -> None:
    def silent(game: Game, number: int, theme: str, talking: bool):
        return together(game, number, theme, False)

    assert played(together)[0] > played(silent)[0]


@pytest.mark.parametrize("side", SIDES, ids=lambda side: side.field)
def test_a_deck_is_bounded_and_spread_over_themes_and_records(side: Side) -> None:
    dealt = deck(LIBRARY, side, RULES.deck)
    found = [factor for record in LIBRARY.records for factor in factors_of(record, side)]
    themes, records = (
        Counter(factor.entry["theme"] for factor in dealt),
        Counter(factor.record.id for factor in dealt),
    )
    assert len(dealt) == min(RULES.deck, len(found))
    assert set(themes) == {factor.entry["theme"] for factor in found}
    assert max(themes.values()) <= 5
    assert len(records) >= min(len({factor.record.id for factor in found}), RULES.deck) * 0.7


def test_a_larger_deck_begins_with_the_smaller_one_and_the_same_library_deals_the_same() -> None:
    assert deck(LIBRARY, OBSTACLES, 24)[:10] == deck(LIBRARY, OBSTACLES, 10)
    assert deck(LIBRARY, OBSTACLES, 1000) == deck(LIBRARY, OBSTACLES, 1000)
    assert len(deck(LIBRARY, OBSTACLES, 1000)) == sum(
        len(tuple(factors_of(record, OBSTACLES))) for record in LIBRARY.records
    )


def test_what_a_card_tells_of_a_record_is_the_records_own_sentence() -> None:
    own = {
        entry["what"]
        for record in LIBRARY.records
        for field in ("enablers", "obstacles", "stages")
        for entry in record.get(field, ())
    } | {
        card["situation"]
        for record in LIBRARY.records
        for card in record.get("teaching", {}).get("cards", ())
        if "situation" in card
    }
    told = [card for card in cards() if card.kind in ("디딤돌", "걸림돌", "단계") and card.runs]
    assert {words(card.runs) for card in told} <= own
    assert {card.foot.split(" · ")[-1] for card in told} <= set(LIBRARY.by_id)
    assert Counter(card.kind for card in told) == {"걸림돌": 24, "디딤돌": 24, "단계": 7}


def test_a_role_belongs_to_a_side_and_names_bodies_of_the_records() -> None:
    role = next(card for card in cards() if card.title == "주민조직")
    assert (role.kind, words(role.runs)) == (
        "시민 쪽",
        "먼저 맡기 (한 판에 한 번). 우리 쪽이 빈손이어도 이번에는 낸 것으로 칩니다.",
    )
    assert role.foot.startswith("기록에서: ")


def test_council_and_intermediaries_are_a_side_of_their_own() -> None:
    sides = {
        card.title: card.kind
        for card in cards()
        if card.title in ("행정", "의회", "중간지원·공공재단")
    }
    assert sides == {
        "행정": "행정 쪽",
        "의회": "의회·중간지원 쪽",
        "중간지원·공공재단": "의회·중간지원 쪽",
    }


@pytest.mark.parametrize("side", SIDES, ids=lambda side: side.field)
def test_every_card_of_the_deck_is_told_as_a_situation_of_its_record(side: Side) -> None:
    dealt = deck(LIBRARY, side, RULES.deck)
    told = {words(card.runs) for card in cards() if card.kind == side.word and card.runs}
    assert told == {card_of(factor)["situation"] for factor in dealt}


def test_a_thing_that_was_only_planned_is_marked_on_its_card_and_comes_last(tmp_path: Path) -> None:
    stage = "stages: [{stage: agenda, what: 장터에서 의제를 모으기로 했습니다., from: {note: 3쪽}}]"
    planned = FORUM.replace("status: {value: done", f"{stage}\nstatus: {{value: planned")
    library = small_library(tmp_path, {**STORY, "geumcheon-gu/2017-market-forum": planned})
    told = people_and_stages(library, RULES).cards
    assert {card.kind for card in told if card.mark == "◆"} == {"단계 · 하기로 했음"}
    assert not any("하기로" in card.kind for card in cards())


def test_a_place_of_the_board_is_as_large_as_a_card() -> None:
    path = next(block for block in sheets()["board-game-board"].blocks if isinstance(block, Board))
    decks = [block for block in sheets()["board-game-cards"].blocks if isinstance(block, Cards)]
    assert {(deck.across, deck.down) for deck in decks} == {(len(path.rows[0]), len(path.rows))}
    assert path.height * len(path.rows) == room_for_cards(is_landscape=True)
    assert {sheets()[f"board-game-{one}"].is_landscape for one in ("board", "cards")} == {True}


@pytest.mark.parametrize(("people", "sets"), [(3, 1), (9, 1), (10, 2), (24, 3), (40, 5)])
def test_there_is_a_set_for_everybody(people: int, sets: int) -> None:
    assert RULES.sets_for(people) == sets
    assert (RULES.players.least, RULES.players.most) == (3, 9)


def test_the_first_round_is_told_to_the_minute_with_cards_of_the_deck() -> None:
    example, steps = (
        block for block in sheets()["board-game-first"].blocks if isinstance(block, Table)
    )
    assert [words(row[0]) for row in steps.rows][-1] == "8~10분"
    assert words(example.rows[0][1]) == words(example.rows[1][1]) != words(example.rows[2][1])
    on_cards = {words(card.runs) for card in cards()}
    assert {words(row[2]).partition("\n")[0] for row in example.rows[:3]} <= on_cards
    assert "주제가 같은 디딤돌(신뢰)이 하나 나왔으니 넘습니다." in str(steps)


def test_the_board_leads_through_every_stage_and_counts_every_round() -> None:
    path, piles, time, trust = (
        [place for row in block.rows for place in row]
        for block in sheets()["board-game-board"].blocks
        if isinstance(block, Board)
    )
    labels = [stage.label for stage in LIBRARY.vocabularies["stages"]]
    assert [place[0].text for place in path] == ["출발", *labels]
    assert [words(place) for place in piles] == [
        "걸림돌 더미",
        "지금의 걸림돌",
        "남은 걸림돌",
        "디딤돌 더미",
    ]
    assert [words(place) for place in time] == [
        str(number) for number in range(1, RULES.rounds + 1)
    ]
    assert [words(place) for place in trust] == [
        "0 끝",
        "1",
        "2",
        "3",
        "4 의논",
        "5 의논",
        "6 의논",
    ]


def test_the_rule_sheet_says_how_many_cards_there_are_and_that_its_rules_are_made_up() -> None:
    said = str(sheets()["board-game-rules"])
    assert "저마다 많아야 24장을 골랐고, 기록이 늘어도 더 늘지 않습니다." in said
    assert (
        "역할의 힘과 이기고 지는 규칙은 놀이를 위해 지은 것이며 기록에 있는 일이 아닙니다." in said
    )


def test_every_role_has_a_sector_a_side_and_a_power_of_its_own() -> None:
    sectors = {sector.id for sector in LIBRARY.vocabularies["sectors"]}
    assert {role.sector for role in RULES.roles} <= sectors
    powers: Counter[int] = Counter()
    for role in RULES.roles:
        powers[role.side] += role.times
    assert powers == {0: 2, 1: 2, 2: 2}
    assert len({role.effect for role in RULES.roles}) == len(RULES.roles)
    assert [space.stage for space in RULES.spaces] == [
        stage.id for stage in LIBRARY.vocabularies["stages"]
    ]


def test_a_library_that_names_no_obstacle_yet_has_no_game(tmp_path: Path) -> None:
    assert (
        list(game_sheets(small_library(tmp_path, {"geumcheon-gu/2017-market-forum": FORUM}))) == []
    )


def test_a_small_library_plays_with_what_it_has(tmp_path: Path) -> None:
    made = {sheet.stem for sheet in game_sheets(small_library(tmp_path, STORY))}
    assert made == {f"board-game-{part}" for part in ("rules", "first", "board", "cards")}


@pytest.mark.parametrize(("part", "count"), [("rules", 1), ("first", 1), ("board", 2)])
def test_rules_and_board_fit_their_pages(part: str, count: int) -> None:
    written = write_pdf(sheets()[f"board-game-{part}"], LIBRARY.settings)
    assert len(PdfReader(BytesIO(written)).pages) == count


def test_the_rule_sheet_counts_the_pages_to_cut() -> None:
    pages = PdfReader(BytesIO(write_pdf(sheets()["board-game-cards"], LIBRARY.settings))).pages
    assert f"{len(pages)} × 5 = {len(pages) * 5}장" in str(sheets()["board-game-rules"])
