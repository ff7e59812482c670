"""Words of the synthetic library: plausible Korean from vocabularies and syllables."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from hyeopchi.schema.vocabulary import Term, Vocabularies
from hyeopchi.text.korean import josa

T = TypeVar("T")

_SYLLABLES = "가나다라마바사아자하고노도로모보소오조호구누두루무부수우주후금은산들빛솔샘별해온"
_PLACES = ("마을", "모임", "공원", "시장", "학교", "텃밭", "쉼터", "골목", "도서관", "나눔터")
_DEEDS = (
    "서로의 사정을 들었습니다",
    "할 일을 나누었습니다",
    "고칠 점을 적었습니다",
    "다음 모임을 정했습니다",
    "모자란 것을 살폈습니다",
    "처음의 약속을 다시 읽었습니다",
    "숫자를 함께 맞추어 보았습니다",
    "맡을 사람을 정하지 못했습니다",
    "이웃에게 알리기로 했습니다",
    "답을 기다리기로 했습니다",
)
_SENTENCES = (
    "{district}의 {actor:이/가} {place}에서 {method:을/를} 열고 {deed}.",
    "{theme:이/가} 가장 큰 이야깃거리였고, 사람들은 {number}번 모여 {deed}.",
    "{place:을/를} 두고 {group:과/와} 공무원이 함께 {deed}.",
    "{domain:을/를} 다루던 사람들은 {method:이/가} 끝난 뒤에도 {deed}.",
    "{actor:은/는} {place}의 일을 {number}달 동안 맡아 {deed}.",
    "{group:이/가} 먼저 말을 꺼냈고 {place} 사람들이 따라와 {deed}.",
    "처음에는 {theme:이/가} 모자랐지만 {method:을/를} 거치며 {deed}.",
    "{place:은/는} 좁았지만 {number}명이 둘러앉아 {deed}.",
)
_GAP = re.compile(r"\{(\w+)(?::([^}]+))?\}")


class Words:
    """Words drawn from ``vocabularies``; the same seed draws the same."""

    def __init__(self, vocabularies: Vocabularies) -> None:
        self.random = random.Random()
        self._terms = {one.id: tuple(one) for one in vocabularies}
        self._gaps: dict[str, Callable[[], str]] = {
            "place": self.place,
            "deed": lambda: self.one(_DEEDS),
            "number": lambda: str(self.random.randint(2, 40)),
            **{
                name: self._labels(f"{name}s")
                for name in ("district", "actor", "method", "theme", "group", "domain")
            },
        }

    def seed(self, seed: str) -> None:
        """Begin anew: what is drawn from here on follows from ``seed``."""
        self.random.seed(seed)

    def _labels(self, vocabulary: str) -> Callable[[], str]:
        return lambda: self._term(vocabulary).label

    def _term(self, vocabulary: str) -> Term:
        return self.one(self._terms[vocabulary])

    def term(self, vocabulary: str) -> str:
        """The id of a term."""
        return self._term(vocabulary).id

    def terms(self, vocabulary: str, least: int, most: int) -> list[str]:
        """The ids of ``least`` to ``most`` different terms."""
        chosen = self.random.sample(self._terms[vocabulary], self.random.randint(least, most))
        return [term.id for term in chosen]

    def one(self, choices: Sequence[T]) -> T:
        """One of the choices."""
        return self.random.choice(choices)

    def chance(self, share: float) -> bool:
        """True in this share of all cases."""
        return self.random.random() < share

    def place(self) -> str:
        """The name of a place that does not exist: 솔빛마을."""
        return "".join(self.random.choices(_SYLLABLES, k=2)) + self.one(_PLACES)

    def title(self) -> str:
        """A title of at most 80 characters."""
        return self._fill(
            self.one(
                (
                    "{place}에서 {number}명이 {domain:을/를} 이야기하다",
                    "{place:과/와} {place:이/가} 함께 연 {method}",
                    "{district} {place}, {theme:을/를} 다시 묻다",
                )
            )
        )[:80]

    def name(self) -> str:
        """The name of a document, a task or an activity."""
        return self._fill(self.one(("{place} {method}", "{place} {theme} 돕기", "{place} 살피기")))[
            :60
        ]

    def sentences(self, least: int, most: int) -> str:
        """Some sentences, each of about 40 characters."""
        count = self.random.randint(least, most)
        return " ".join(self._fill(self.one(_SENTENCES)) for _ in range(count))

    def _fill(self, pattern: str) -> str:
        def word(gap: re.Match[str]) -> str:
            filled = self._gaps[gap[1]]()
            return josa(filled, gap[2]) if gap[2] else filled

        return _GAP.sub(word, pattern)
