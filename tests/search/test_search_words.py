"""How words are written and read, held to the same vectors as the scripts of the browser."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hyeopchi.search.initials import initials, sound_key, tail_key
from hyeopchi.search.layout import bucket
from hyeopchi.search.normalise import normalise, runs
from hyeopchi.search.particles import readings
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
        const scripts = await import("/assets/javascripts/search/box.js");
        return given.map((one) => scripts[name](...one));
    }""",
        [IN_SCRIPTS[name], [given_ for *given_, _ in VECTORS[name]]],
    )
    assert found == [wanted for *_, wanted in VECTORS[name]]


def test_the_browser_says_by_which_word_it_searched(page) -> None:
    page.goto("/about/")
    words = ["노원", "협치학교", "서울", "청년", "2016", "2017", "NPO", ""]
    told = page.evaluate(
        """async (words) => {
        const { by } = await import("/assets/javascripts/search/box.js");
        return words.map(by);
    }""",
        words,
    )
    assert told == [
        "‘노원’으로", "‘협치학교’로", "‘서울’로", "‘청년’으로", "‘2016’으로", "‘2017’로", "‘NPO’로", "‘’로",
    ]  # fmt: skip


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
        const { normalise, runs, readings } = await import("/assets/javascripts/search/box.js");
        return texts.map((text) => runs(normalise(text)).map((run) => [run, readings(run)]));
    }""",
        texts,
    )
    assert found == [[[run, readings(run)] for run in runs(normalise(text))] for text in texts]


@given(WRITTEN)
def test_writing_a_text_alike_twice_changes_nothing_more(text) -> None:
    assert runs(normalise(normalise(text))) == runs(normalise(text))
