"""Particles that follow the sound of a word, and where a sentence ends."""

import pytest

from hyeopchi.text.korean import ends_in_consonant, josa, sentences


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("책", "책을"),
        ("노래", "노래를"),
        ("서울", "서울을"),
        ("2017", "2017을"),
        ("2014", "2014를"),
        ("10", "10을"),
        ("plan", "plan을"),
        ("housing", "housing을"),
        ("title", "title을"),
        ("theme", "theme을"),
        ("unit", "unit을"),
        ("book", "book을"),
        ("date", "date를"),
        ("event", "event를"),
        ("network", "network를"),
        ("mapo-gu", "mapo-gu를"),
        ("KOGL-1", "KOGL-1을"),
        ("NPO", "NPO를"),
    ],
)
def test_a_particle_follows_the_sound_that_a_word_ends_with(word: str, said: str) -> None:
    assert josa(word, "을/를") == said


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("책", "책으로"),
        ("노래", "노래로"),
        ("서울", "서울로"),
        ("2017", "2017로"),
        ("2013", "2013으로"),
        ("title", "title로"),
        ("plan", "plan으로"),
    ],
)
def test_after_rieul_the_particle_of_direction_is_the_short_one(word: str, said: str) -> None:
    assert josa(word, "으로/로") == said


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("'housing'", "'housing'은"),
        ("「책」", "「책」은"),
        ("분야(domains)", "분야(domains)는"),
        ("'분야(domains)'", "'분야(domains)'는"),
        ("(주)한국", "(주)한국은"),
        ("'%'", "'%'는"),
        ("", "는"),
    ],
)
def test_quotes_and_what_stands_in_brackets_do_not_decide_the_particle(
    word: str, said: str
) -> None:
    assert josa(word, "은/는") == said


def test_every_pair_gives_the_form_after_a_consonant_first() -> None:
    assert [josa("책", pair) for pair in ("이/가", "과/와", "이라고/라고")] == [
        "책이",
        "책과",
        "책이라고",
    ]
    assert [josa("노래", pair) for pair in ("이/가", "과/와", "이라고/라고")] == [
        "노래가",
        "노래와",
        "노래라고",
    ]


def test_a_word_of_another_script_counts_as_ending_in_a_vowel() -> None:
    assert not ends_in_consonant("鍾路區")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("모였습니다. 골랐나요? 네!", ["모였습니다.", "골랐나요?", "네!"]),
        ("2017. 6. 20. 모였습니다. 끝.", ["2017. 6. 20. 모였습니다.", "끝."]),
        ("3. 1. 운동 100돌", ["3. 1. 운동 100돌"]),
        ("", [""]),
    ],
)
def test_a_point_behind_a_number_ends_no_sentence(text: str, said: list[str]) -> None:
    assert sentences(text) == said
