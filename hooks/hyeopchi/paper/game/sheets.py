"""The game's sheets: a page of rules, a board, and the cards to cut."""

from __future__ import annotations

from collections.abc import Iterator

from hyeopchi.library.library import Library
from hyeopchi.paper.blocks.block import (
    Block,
    Board,
    Cards,
    Heading,
    PageBreak,
    Run,
    Tone,
    items,
    paragraph,
    runs,
)
from hyeopchi.paper.blocks.sheet import Sheet
from hyeopchi.paper.catalogue import GAME, GAME_STEM
from hyeopchi.paper.content.factors import ENABLERS, OBSTACLES, SIDES
from hyeopchi.paper.content.origin import rights_of_cards
from hyeopchi.paper.game.cards import counts, factor_cards, people_and_stages
from hyeopchi.paper.game.deck import deck
from hyeopchi.paper.game.rules import Rules, rules
from hyeopchi.paper.game.words import how_to_play, how_to_win, in_short, made_of, setting_up

_PATH, _TRACK = 60, 20
"""Heights in millimetres: the path, the tracks of time and trust."""


def game_sheets(library: Library) -> Iterator[Sheet]:
    """Rules, board, cards; nothing where the records name no obstacle or no enabler yet."""
    told = rules()
    if not all(counts(library)):
        return
    for (part, name), blocks in zip(GAME, _PARTS, strict=True):
        yield _sheet(part, name, blocks(told, library), library)


def _sheet(part: str, name: str, blocks: tuple[Block, ...], library: Library) -> Sheet:
    told = rules()
    dealt = (factor.record for side in SIDES for factor in deck(library, side, told.deck))
    return Sheet(
        f"{GAME_STEM}-{part}",
        f"{told.title}: {name}",
        blocks,
        name=name,
        of=told.title,
        is_landscape=part == "board",
        rights=rights_of_cards(dealt, library),
    )


def _rules(told: Rules, library: Library) -> tuple[Block, ...]:
    return (
        paragraph(how_to_win(told), tone=Tone.LEAD),
        Heading("준비", 2),
        items(setting_up(told)),
        Heading(f"한 차례 ({told.minutes.round}분)", 2),
        items(how_to_play(told), is_ordered=True),
        Heading("카드는 어디에서 왔나", 2),
        paragraph(made_of(told, *counts(library)), tone=Tone.SMALL),
    )


def _board(told: Rules, library: Library) -> tuple[Block, ...]:
    stages = library.vocabularies["stages"]
    path = (
        runs(Run("출발", is_strong=True)),
        *(
            runs(Run(stages[space.stage].label, is_strong=True), f" {space.says}")
            for space in told.spaces
        ),
    )
    rounds = tuple(runs(f"{number}") for number in range(1, told.rounds + 1))
    trust = tuple(
        runs(f"{number}", " 의논" if number >= told.trust.talk else " 끝" if not number else "")
        for number in range(told.trust.most + 1)
    )
    return (
        Board((path,), _PATH),
        paragraph("시간: 차례가 끝나면 한 칸", tone=Tone.SMALL),
        Board((rounds,), _TRACK),
        paragraph("믿음", tone=Tone.SMALL),
        Board((trust,), _TRACK),
        paragraph(in_short(told), tone=Tone.INSTRUCTION),
    )


def _cards(told: Rules, library: Library) -> tuple[Block, ...]:
    decks: tuple[Cards, ...] = (
        people_and_stages(library, told),
        factor_cards(library, OBSTACLES, told.deck),
        factor_cards(library, ENABLERS, told.deck),
    )
    return (decks[0], PageBreak(), decks[1], PageBreak(), decks[2])


_PARTS = (_rules, _board, _cards)
"""What makes each of the game's papers, in the catalogue's order."""
