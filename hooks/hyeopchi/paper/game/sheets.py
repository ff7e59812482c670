"""The game's sheets: the rules, a first round to follow, a board, and the cards to cut, all of one measure."""

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
    Runs,
    Table,
    Tone,
    items,
    paragraph,
    runs,
)
from hyeopchi.paper.blocks.grid import room_for_cards
from hyeopchi.paper.blocks.sheet import Sheet
from hyeopchi.paper.catalogue import GAME, GAME_STEM
from hyeopchi.paper.content.factors import ENABLERS, OBSTACLES, SIDES
from hyeopchi.paper.content.origin import rights_of_cards
from hyeopchi.paper.game.cards import counts, factor_cards, people_and_stages
from hyeopchi.paper.game.deck import deck
from hyeopchi.paper.game.first import first_round
from hyeopchi.paper.game.rules import Rules, rules
from hyeopchi.paper.game.words import (
    how_to_play,
    how_to_win,
    in_short,
    made_of,
    planned_mark,
    setting_up,
)

PLACE = room_for_cards(is_landscape=True) // 2
"""The height in millimetres of a place and of a card: two of them fill a page that lies on its side."""
_ACROSS, _TRACK = 4, 20
_PILES = ("걸림돌 더미", "지금의 걸림돌", "남은 걸림돌", "디딤돌 더미")
_ON_THEIR_SIDE = ("board", "cards")
_CROWDS = (6, 10, 18, 24, 32, 40)
"""Numbers of people for which the rule sheet says how many sets they need."""


def game_sheets(library: Library) -> Iterator[Sheet]:
    """Rules, first round, board, cards; nothing where the records name no obstacle or no enabler yet."""
    told = rules()
    if not all(counts(library)):
        return
    dealt = (factor.record for side in SIDES for factor in deck(library, side, told.deck))
    rights = rights_of_cards(dealt, library)
    for (part, name), blocks in zip(GAME, _PARTS, strict=True):
        yield _sheet(part, name, blocks(told, library), rights)


def _sheet(part: str, name: str, blocks: tuple[Block, ...], rights: str) -> Sheet:
    told = rules()
    return Sheet(
        f"{GAME_STEM}-{part}",
        f"{told.title}: {name}",
        blocks,
        name=name,
        of=told.title,
        is_landscape=part in _ON_THEIR_SIDE,
        rights=rights,
    )


def _rules(told: Rules, library: Library) -> tuple[Block, ...]:
    planned = library.label("statuses", "planned")
    return (
        paragraph(how_to_win(told), tone=Tone.LEAD),
        Heading("준비", 2),
        items(setting_up(told)),
        _sets(told, _pages(_cards(told, library))),
        Heading(f"한 차례 ({told.minutes.round}분)", 2),
        items(how_to_play(told), is_ordered=True),
        Heading("카드는 어디에서 왔나", 2),
        paragraph(made_of(told, *counts(library)), " ", planned_mark(planned), tone=Tone.SMALL),
    )


def _sets(told: Rules, pages: int) -> Table:
    """How many sets a number of people need; ``pages`` of cards are cut for each."""
    sets = [told.sets_for(people) for people in _CROWDS]
    return Table(
        ("사람", *(f"{people}명" for people in _CROWDS)),
        (
            (runs("규칙·첫 판·판"), *(runs(f"{count}벌") for count in sets)),
            (
                runs("자를 카드"),
                *(runs(f"{pages} × {count} = {pages * count}장") for count in sets),
            ),
        ),
        f"몇 벌이 있어야 하나 (한 벌에 {told.players.least}~{told.players.most}명)",
        widths=(3, *(3,) * len(_CROWDS)),
        has_row_heads=True,
    )


def _pages(blocks: tuple[Block, ...]) -> int:
    decks = (block for block in blocks if isinstance(block, Cards))
    return sum(-(-len(deck.cards) // (deck.across * deck.down)) for deck in decks)


def _board(told: Rules, library: Library) -> tuple[Block, ...]:
    stages = library.vocabularies["stages"]
    path: tuple[Runs, ...] = (
        runs(Run("출발", is_strong=True), " 말을 여기에 둡니다"),
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
    rows = tuple(path[start : start + _ACROSS] for start in range(0, len(path), _ACROSS))
    return (
        Board(rows, PLACE),
        PageBreak(),
        Board((tuple(runs(Run(name, is_strong=True)) for name in _PILES),), PLACE),
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


_PARTS = (_rules, first_round, _board, _cards)
"""What makes each of the game's papers, in the catalogue's order."""
