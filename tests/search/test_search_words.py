"""How words are written and read, held to the same vectors as the scripts of the browser."""

from __future__ import annotations

import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hyeopchi.search.dictionary import file_of, filters, knows
from hyeopchi.search.initials import initials, sound_key, tail_key
from hyeopchi.search.layout import bucket
from hyeopchi.search.normalise import normalise, numbered, runs
from hyeopchi.search.particles import readings
from hyeopchi.text.korean import josa
from support.environment import ROOT

VECTORS = json.loads((ROOT / "tests/data/search_vectors.json").read_text("utf-8"))
FUNCTIONS = {
    "normalise": normalise,
    "runs": runs,
    "readings": readings,
    "initials": initials,
    "sound_key": sound_key,
    "tail_key": tail_key,
    "bucket": bucket,
    "numbered": numbered,
}
IN_SCRIPTS = {
    name: {"sound_key": "soundKey", "tail_key": "tailKey"}.get(name, name) for name in FUNCTIONS
}
WRITTEN = st.text(
    st.sampled_from("협치학교를서울민관ㅎㅊㅏ에서는은이가의과·ㆍ 2017년A-z區\u200bＡ　\"'<"),
    max_size=24,
)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_words_are_read_as_the_vectors_say(name) -> None:
    wrong = [
        (given_, FUNCTIONS[name](*given_), wanted)
        for *given_, wanted in VECTORS[name]
        if FUNCTIONS[name](*given_) != wanted
    ]
    assert wrong == []


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_browser_reads_words_as_the_vectors_say(page, name) -> None:
    page.goto("/about/")
    found = page.evaluate(
        """async ([name, given]) => {
        const modules = ["files", "normalise", "particles"].map((one) => import(`/assets/javascripts/search/${one}.js`));
        const scripts = Object.assign({}, ...await Promise.all(modules));
        return given.map((one) => scripts[name](...one));
    }""",
        [IN_SCRIPTS[name], [given_ for *given_, _ in VECTORS[name]]],
    )
    assert found == [wanted for *_, wanted in VECTORS[name]]


@pytest.mark.parametrize("pair", ["이/가", "을/를", "으로/로", "이라는/라는"])
def test_the_browser_says_words_with_the_particles_that_the_library_says(page, pair) -> None:
    words = [
        *[
            "노원",
            "협치학교",
            "서울",
            "청년",
            "2016",
            "2017",
            "2010",
            "wnals",
            "NPO",
            "SNS",
            "KTX",
            "",
        ],
        *[
            "housing",
            "platform",
            "event",
            "title",
            "unit",
            "분야(domains)",
            "시흥4동",
            "鍾路",
            "ㅎㅊ",
        ],
    ]
    page.goto("/about/")
    told = page.evaluate(
        """async ([words, pair]) => {
        const { josa } = await import("/assets/javascripts/search/spoken.js");
        return words.map((word) => josa(word, pair));
    }""",
        [words, pair],
    )
    assert told == [f"‘{word}’{josa(word, pair).removeprefix(word)}" for word in words]


def test_the_browser_reads_the_dictionary_as_it_was_packed(page) -> None:
    real = ["주차", "노인", "어르신", "이주민", "정하다", "행정복지센터"]
    files = filters(real)
    words = [*real, "주체", "노원", "이주먼", "정하", "가나다라"]
    page.goto("/about/")
    found = page.evaluate(
        """async (asked) => {
        const { knows } = await import("/assets/javascripts/search/dictionary.js");
        return asked.map(([bits, word]) => knows(new Uint8Array(bits), word));
    }""",
        [[list(files[file_of(word)]), word] for word in words],
    )
    assert found == [knows(files[file_of(word)], word) for word in words]
    assert all(found[: len(real)])


@given(
    st.lists(
        st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=2, max_size=8)
    )
)
def test_no_word_that_was_put_into_the_dictionary_is_denied(words) -> None:
    files = filters(words)
    assert files == filters(reversed(words))
    assert [word for word in words if not knows(files[file_of(word)], word)] == []


def test_few_words_that_are_none_are_taken_for_one() -> None:
    chance = random.Random(3)
    words = {"".join(chr(chance.randint(0xAC00, 0xD7A3)) for _ in range(3)) for _ in range(20_000)}
    held = set(sorted(words)[:10_000])
    files = filters(held)
    wrong = sum(knows(files[file_of(word)], word) for word in words - held)
    assert wrong <= 0.006 * len(words - held)


def test_the_browser_reads_any_text_as_the_index_does(page) -> None:
    """A thousand texts that nobody chose, in one go: a browser is too slow to ask one by one."""
    texts: list[str] = []

    @given(WRITTEN)
    def collect(text: str) -> None:
        texts.append(text)

    collect()
    page.goto("/about/")
    found = page.evaluate(
        """async (texts) => {
        const { normalise, runs } = await import("/assets/javascripts/search/normalise.js");
        const { readings } = await import("/assets/javascripts/search/particles.js");
        return texts.map((text) => runs(normalise(text)).map((run) => [run, readings(run)]));
    }""",
        texts,
    )
    assert found == [[[run, readings(run)] for run in runs(normalise(text))] for text in texts]


@given(WRITTEN)
def test_writing_a_text_alike_twice_changes_nothing_more(text) -> None:
    assert runs(normalise(normalise(text))) == runs(normalise(text))
