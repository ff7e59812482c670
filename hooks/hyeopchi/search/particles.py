"""Particles and endings: the words that a Korean word as written may mean.

The same rules stand in ``docs/assets/javascripts/search/particles.js``; both are held to
``tests/data/search_vectors.json``.
"""

from __future__ import annotations

_AFTER_CONSONANT = frozenset(
    (
        "은 이 을 과 으로 이나 이라 이란 이고 이다 이며 이든 이라도 이라는 이란 이라고 이에요 이었다 으로서 으로써 "
        "으로는 으로도 으로의 으로부터 이나마 입니다 인"
    ).split()
)
_AFTER_VOWEL = frozenset(
    "는 가 를 와 로 나 라 란 다 든 라도 라는 라고 예요 였다 로서 로써 로는 로도 로의 로부터 나마".split()
)
_ANYWHERE = frozenset(
    (
        "의 에 도 만 에서 에게 에는 에도 에만 에의 에서는 에서도 에서의 에서만 에게는 에게도 에게서 까지 까지는 까지의 부터 "
        "부터는 보다 보다는 처럼 처럼은 마다 마저 조차 밖에 만의 만은 만이 만을 과의 와의 과는 와는 대로 이랑 랑 하고 한테 "
        "께 께서 들 들은 들이 들을 들의 들에게 들과 들도 들만 들로 하다 하는 하기 하고 하여 해 해서 했던 했다 한 할 하며 하면 "
        "하자 하지 합니다 해요 했어요 되다 되는 된 될 되고 되어 됐다 되었다 됩니다 돼요 시키는 시킨 적 적인 적으로 인가 인가요 "
        "일까 일까요 이란 에 대한 이요 요 이야 야"
    ).split()
)
_ENDINGS = frozenset({*_AFTER_CONSONANT, *_AFTER_VOWEL, *_ANYWHERE})
_LONGEST = max(map(len, _ENDINGS))
_SHORTEST = 2
"""Syllables that a word keeps: 의회 is never 의 with an ending."""


def readings(word: str) -> list[str]:
    """The words that ``word`` may mean: itself, then with ever shorter endings taken off.

    >>> readings("협치에서는")
    ['협치에서는', '협치', '협치에서']
    """
    found = [word]
    for length in range(min(_LONGEST, len(word) - _SHORTEST), 0, -1):
        stem, ending = word[:-length], word[-length:]
        if ending in _ENDINGS and _fits(stem, ending):
            found.append(stem)
    return found


def _fits(stem: str, ending: str) -> bool:
    if not "가" <= stem[-1] <= "힣":
        return False
    if ending in _ANYWHERE:
        return True
    final = (ord(stem[-1]) - 0xAC00) % 28
    if ending.startswith(("으로", "로")) and final == 8:  # 서울로, 서울로서
        return not ending.startswith("으")
    return ending in (_AFTER_CONSONANT if final else _AFTER_VOWEL)
