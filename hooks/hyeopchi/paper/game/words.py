"""The words of the rule sheet, with the numbers that the rules hold."""

from __future__ import annotations

from collections.abc import Sequence

from hyeopchi.paper.game.rules import Rules


def how_to_win(rules: Rules) -> str:
    """What the game is about."""
    return (
        f"{names_of(rules)}이 되어 {rules.rounds}차례 안에 말을 환류 칸까지 옮깁니다. "
        f"함께 이기거나 함께 집니다. 믿음이 0이 되거나 차례가 끝나면 집니다. 모두 {rules.total_minutes}분 걸립니다."
    )


def names_of(rules: Rules) -> str:
    """The sides in a line."""
    return ", ".join(side.name for side in rules.sides)


def setting_up(rules: Rules) -> Sequence[str]:
    """What to do before the first round."""
    players = rules.side_players
    return (
        f"한쪽에 {players.least}~{players.most}명씩 세 쪽으로 앉습니다. 주민은 행정 쪽에, 공무원은 시민 쪽에 앉아 보면 더 좋습니다.",
        "카드를 굵은 점선대로 자릅니다. 카드 한 장이 판의 한 칸에 꼭 맞습니다. 걸림돌과 디딤돌을 따로 섞어 제 칸에 엎어 놓고, "
        "단계 카드는 제 이름의 칸에 펴 둡니다. 말과 예산은 동전이나 단추를 씁니다.",
        f"{'. '.join(_begins(rules))}. 디딤돌은 우리 쪽끼리만 봅니다. 믿음은 {rules.start.trust}에, 시간은 1에 둡니다.",
        "역할 카드를 제 쪽에 나누어 갖습니다. 역할의 힘은 카드에 적힌 만큼만 씁니다.",
        f"시간은 준비 {rules.minutes.setup}분, 차례마다 {rules.minutes.round}분, 마치고 이야기 {rules.minutes.closing}분입니다.",
    )


def _begins(rules: Rules) -> Sequence[str]:
    return tuple(
        f"{side.name}은 디딤돌 {side.hand}장"
        + (f"과 예산 {side.budget}개" if side.budget else "")
        + "을 받습니다"
        for side in rules.sides
    )


def how_to_play(rules: Rules) -> Sequence[str]:
    """The steps of one round."""
    return (
        "걸림돌 한 장을 뒤집어 소리 내어 읽습니다. 우리 동네에도 있는 일인지 한 사람이 한마디 합니다.",
        f"의논합니다. 믿음이 {rules.trust.talk} 이상이면 세 쪽이 함께, 아니면 쪽끼리만 1분 의논합니다.",
        "세 쪽이 한꺼번에 냅니다. 디딤돌 1장이나 예산 1개를 손으로 가리고 내거나, 빈손을 냅니다.",
        "넘었는지 봅니다. 걸림돌과 주제가 같은 디딤돌이 하나라도 나오면 넘습니다. "
        "주제가 달라도 세 쪽이 모두 냈으면 넘습니다.",
        "넘었으면 말을 한 칸 옮기고 그 칸의 단계 카드를 읽은 뒤, 칸에 적힌 대로 합니다. 세 쪽이 모두 냈으면 믿음이 1 오릅니다. "
        "주제가 맞은 쪽이 있으면 다른 쪽은 낸 것을 도로 가져갑니다.",
        "못 넘었으면 믿음이 1 내려가고, 걸림돌을 ‘남은 걸림돌’ 칸에 펴 둡니다.",
        "낸 디딤돌과 예산은 판에서 치웁니다. 빈손을 낸 쪽은 디딤돌 1장을 뽑습니다. 시간을 한 칸 옮기고 다시 합니다. "
        "더미가 떨어지면 쓴 카드를 섞습니다.",
        f"끝나면 {rules.minutes.closing}분 동안 이야기합니다. 남은 걸림돌 가운데 우리 동네에 있는 것은? 믿음이 낮을 때 무엇이 달랐나요? "
        "주제가 맞는 디딤돌이 없던 걸림돌은 누가 풀 수 있을까요?",
    )


def in_short(rules: Rules) -> str:
    """A round in one line, for the board."""
    return (
        f"걸림돌을 읽고 → 의논하고(믿음 {rules.trust.talk}부터 세 쪽이 함께) → 한꺼번에 내고 → "
        "주제가 같거나 세 쪽이 다 냈으면 한 칸, 아니면 믿음 −1 → 시간 한 칸"
    )


def planned_mark(label: str) -> str:
    """What the mark of a planned thing means."""
    return f"‘{label}’라고 적힌 카드는 계획에만 있는 일입니다. 읽을 때 그렇게 말해 줍니다."


def made_of(rules: Rules, enablers: int, obstacles: int) -> str:
    """Where the cards come from and how many there may be."""
    return (
        f"카드의 글은 도서관의 기록에 적힌 디딤돌 {enablers:,}개와 걸림돌 {obstacles:,}개에서 왔습니다. 기록의 일을 지금 벌어지는 장면처럼 "
        "적은 것이 있으면 그 글을 썼습니다. 주제가 고르게, 되도록 여러 기록에서 "
        f"저마다 많아야 {rules.deck}장을 골랐고, 기록이 늘어도 더 늘지 않습니다. 디딤돌이 한 장도 없는 주제는 그런 기록이 아직 없다는 뜻입니다. "
        "역할의 힘과 이기고 지는 규칙은 놀이를 위해 지은 것이며 기록에 있는 일이 아닙니다."
    )
