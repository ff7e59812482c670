"""Korean titles become ids; the form on the page is held to the same vectors."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hyeopchi.schema.link import ID
from hyeopchi.text.romanisation import proposed_id, romanised
from support.environment import ROOT

VECTORS = json.loads((ROOT / "tests/data/romanised.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "letters"), VECTORS["words"])
def test_words_are_written_in_latin_letters(text: str, letters: str) -> None:
    assert romanised(text) == letters


@pytest.mark.parametrize(("title", "year", "record_id"), VECTORS["ids"])
def test_a_title_gives_an_id(title: str, year: int | None, record_id: str) -> None:
    assert proposed_id(title, year) == record_id


@given(st.text(max_size=80), st.integers(1900, 2100) | st.none())
def test_whatever_the_title_its_id_is_well_formed(title: str, year: int | None) -> None:
    assert ID.fullmatch(proposed_id(title, year))
