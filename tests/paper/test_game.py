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
from helpers.small_library import FORUM, STORY, small_library
from hyeopchi.library.library import Library
from hyeopchi.library.settings import Settings
from hyeopchi.paper.blocks.block import Board, Cards
from hyeopchi.paper.blocks.sheet import Sheet
from hyeopchi.paper.content.factors import ENABLERS, OBSTACLES, SIDES, Side, factors_of
from hyeopchi.paper.game.deck import deck
from hyeopchi.paper.game.rules import rules
from hyeopchi.paper.game.sheets import game_sheets
from hyeopchi.paper.writers.pdf import write_pdf
from hyeopchi.records.reader import read_archive
from support.environment import ROOT

LIBRARY = Library(read_archive(ROOT / "cases"), Settings(site_url="https://library.example/"))
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
    assert played(together)[0] > 0.6 > 0.3 > max(played(grudging)[0], played(at_random)[0])


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


def test_the_board_leads_through_every_stage_and_counts_every_round() -> None:
    path, time, trust = (
        block.rows[0] for block in sheets()["board-game-board"].blocks if isinstance(block, Board)
    )
    labels = [stage.label for stage in LIBRARY.vocabularies["stages"]]
    assert [place[0].text for place in path] == ["출발", *labels]
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
    assert Counter(role.side for role in RULES.roles) == {0: 3, 1: 3}
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
    assert made == {"board-game-rules", "board-game-board", "board-game-cards"}


@pytest.mark.parametrize("part", ["rules", "board"])
def test_rules_and_board_fit_a_page_each(part: str) -> None:
    assert (
        len(PdfReader(BytesIO(write_pdf(sheets()[f"board-game-{part}"], LIBRARY.settings))).pages)
        == 1
    )
