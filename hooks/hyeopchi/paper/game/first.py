"""The first round: ten minutes in which a sheet teaches the game before anything is cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hyeopchi.library.library import Library
from hyeopchi.paper.blocks.block import (
    Block,
    Heading,
    Run,
    Runs,
    Table,
    Tone,
    items,
    paragraph,
    runs,
)
from hyeopchi.paper.content.factors import ENABLERS, OBSTACLES, Factor, situation_card
from hyeopchi.paper.game.deck import deck
from hyeopchi.paper.game.rules import Rules
from hyeopchi.paper.game.words import names_of

MINUTES = 10


def first_round(told: Rules, library: Library) -> tuple[Block, ...]:
    """A round to follow aloud: the cards that it needs, then what to read and to do from minute to minute."""
    obstacle, fitting, other = _example(told, library)
    return (
        paragraph(
            "자르지 않고 이 종이만으로 한 차례를 해 봅니다. 한 사람이 차례대로 소리 내어 읽고 모두 그대로 합니다.",
            tone=Tone.LEAD,
        ),
        Heading("이 차례에 쓰는 카드", 2),
        Table(
            ("누가", "주제", "카드의 글"),
            (
                _row("뒤집은 걸림돌", obstacle, library),
                _row(f"{told.sides[0].name}의 디딤돌", fitting, library),
                _row(f"{told.sides[1].name}의 디딤돌", other, library),
                (runs(told.sides[2].name), runs("예산"), runs("예산 1개")),
            ),
            widths=(3, 2, 7),
            has_row_heads=True,
        ),
        Heading("따라 하기", 2),
        Table(
            ("때", "읽고 하기"), tuple(_steps(told, library, (obstacle, fitting))), widths=(1, 7)
        ),
        Heading("이제 우리 차례", 2),
        items(_then(told), boxes=True),
    )


def _example(told: Rules, library: Library) -> tuple[Factor, Factor, Factor]:
    """An obstacle, an enabler of its theme and one of another; of any theme where none fits."""
    helps, hinders = (deck(library, side, told.deck) for side in (ENABLERS, OBSTACLES))
    themes = {factor.entry["theme"] for factor in helps}
    obstacle = next((one for one in hinders if one.entry["theme"] in themes), hinders[0])
    theme = obstacle.entry["theme"]
    fitting = next((one for one in helps if one.entry["theme"] == theme), helps[0])
    other = next((one for one in helps if one.entry["theme"] != theme), helps[-1])
    return obstacle, fitting, other


def _row(who: str, factor: Factor, library: Library) -> tuple[Runs, ...]:
    card = situation_card(factor, library)
    return (runs(who), runs(card.title), (*card.runs, Run(f"\n{card.foot}", is_small=True)))


def _steps(
    told: Rules, library: Library, pair: tuple[Factor, Factor]
) -> Iterator[tuple[Runs, ...]]:
    steps = (
        (2, _seated(told)),
        (2, "걸림돌을 소리 내어 읽습니다. 우리 동네에도 있는 일인지 한 사람이 한마디 합니다."),
        (1, _talk(told)),
        (1, "위의 표대로 세 쪽이 한꺼번에 손을 폅니다. 모두 하나씩 냈습니다."),
        (2, _outcome(told, library, pair)),
        (2, _otherwise(told)),
    )
    start = 0
    for minutes, said in steps:
        yield runs(f"{start}~{start + minutes}분"), runs(said)
        start += minutes


def _seated(told: Rules) -> str:
    return (
        f"{names_of(told)}으로 나누어 앉습니다. 단추 셋을 판에 둡니다. "
        f"하나는 출발에, 하나는 믿음 {told.start.trust}에, 하나는 시간 1에 둡니다."
    )


def _talk(told: Rules) -> str:
    whole = told.start.trust >= told.trust.talk
    return (
        f"믿음이 {told.start.trust}이니 "
        + (
            "세 쪽이 함께"
            if whole
            else f"아직 함께 의논하지 못합니다({told.trust.talk}부터). 쪽끼리만"
        )
        + " 무엇을 낼지 1분 의논합니다."
    )


def _outcome(told: Rules, library: Library, pair: tuple[Factor, Factor]) -> str:
    obstacle, fitting = (library.label("themes", factor.entry["theme"]) for factor in pair)
    space = library.label("stages", told.spaces[0].stage)
    why = (
        f"주제가 같은 디딤돌({fitting})이 하나 나왔으니 넘습니다. 주제가 다른 두 쪽은 낸 것을 도로 가져갑니다."
        if obstacle == fitting
        else "주제가 같은 디딤돌은 없지만 세 쪽이 모두 냈으니 넘습니다."
    )
    return (
        f"{why} 말을 ‘{space}’ 칸으로 옮깁니다. 세 쪽이 모두 냈으니 "
        f"믿음이 {told.start.trust + 1}로 오릅니다. 시간을 2로 옮깁니다."
    )


def _otherwise(told: Rules) -> str:
    return (
        f"만약 {told.sides[0].name}이 빈손이었다면 어떻게 되었을까요? 두 쪽만 냈고 주제도 달라 넘지 못합니다. "
        f"믿음이 {told.start.trust - 1}로 내려가고 걸림돌이 남습니다. 무엇이 달랐을지 한마디씩 합니다."
    )


def _then(told: Rules) -> Sequence[str]:
    return (
        "판을 처음으로 되돌립니다. 말은 출발, 시간은 1, "
        f"믿음은 {told.start.trust}입니다. 걸림돌과 디딤돌을 섞습니다.",
        "역할 카드의 힘을 한 사람씩 소리 내어 읽습니다.",
        "규칙 종이의 ‘한 차례’를 보며 스스로 합니다.",
    )
