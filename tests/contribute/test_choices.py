"""Choices: a sign counts for the choice that it stands by, or for none; never for its neighbour."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.filling import LIBRARY
from hyeopchi.contribute.choices import Misfit, chosen

SCALES = LIBRARY.vocabularies["scales"]
DISTRICTS = LIBRARY.vocabularies["districts"]
GROUPS = LIBRARY.vocabularies["groups"]
LABELS = [term.label for term in DISTRICTS]
SIGNS = "■☑☒✓✔✅▣●◉○〇⭕VvOoＶ√∨◎★*ㅇ"
HOLLOW = "○〇⭕"


def laid_out(**signs: str) -> str:
    """The districts side by side as the form sets them, with ``box``, ``before`` and ``behind`` at number ``at``."""
    at = int(signs.get("at", "2"))
    return "   ".join(
        f"{signs.get('box', '□') if number == at else '□'}\N{NO-BREAK SPACE}"
        f"{signs.get('before', '') if number == at else ''}{number}\N{NO-BREAK SPACE}{label}"
        f"{signs.get('behind', '') if number == at else ''}"
        for number, label in enumerate(LABELS, start=1)
    )


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize(
    "place",
    [
        {"box": "{}"},
        {"box": "{}□"},
        {"box": "□{}"},
        {"box": "□ {}"},
        {"box": "[{}]"},
        {"before": "{} "},
        {"behind": " {}"},
        {"behind": "{}"},
        {"behind": " ({})"},
        {"box": "{}", "behind": " {}"},
    ],
    ids=str,
)
def test_a_sign_anywhere_by_a_choice_means_it(sign: str, place: dict[str, str]) -> None:
    for at in ("1", "2", "14", "26"):
        cell = laid_out(at=at, **{name: text.format(sign) for name, text in place.items()})
        assert chosen(cell, DISTRICTS) == (list(DISTRICTS.terms)[int(at) - 1],)


@pytest.mark.parametrize(
    ("cell", "ids"),
    [
        ("", ()),
        ("□ 1 동\n□ 2 자치구\n□ 3 서울시", ()),
        ("□ 1 동\nV □ 2 자치구\n□ 3 서울시", ("district",)),
        ("□ 1 동\n□ 2 자치구 V\n□ 3 서울시", ("district",)),
        ("□ 1 동\n□ ② 자치구\n□ 3 서울시", ("district",)),
        ("○ 1 동\n● 2 자치구\n○ 3 서울시", ("district",)),
        ("[ ] 1 동\n[v] 2 자치구\n[ ] 3 서울시", ("district",)),
        ("( ) 1 동\n(○) 2 자치구\n( ) 3 서울시", ("district",)),
        ("1 동\n2 자치구 V\n3 서울시", ("district",)),
        ("ㅁ 1 동\n■ 2 자치구\nㅁ 3 서울시", ("district",)),
        ("□ 1 동\n□ 2 자치구\n□ 3 서울시\n2", ("district",)),
        ("□ 1 동\n□ 2 자치구\n□ 3 서울시\n자치구", ("district",)),
        ("□ 1 동   □ 2 자치구   □ 3 서울시 2", ("district",)),
        ("□ 1 동\n□ 2 자치구 2\n□ 3 서울시", ("district",)),
        ("□ 1 동\n2 □ 2 자치구\n□ 3 서울시", ("district",)),
        ("□ 1 동\n✔\N{VARIATION SELECTOR-16} 2 자치구\n□ 3 서울시", ("district",)),
        ("□ 1 동\n□ 2 자치구 🗸\n□ 3 서울시", ("district",)),
        ("자 치 구", ("district",)),
        ("2번", ("district",)),
        ("2 번", ("district",)),
        ("2.", ("district",)),
        ("②", ("district",)),
        ("2) 자치구", ("district",)),
        ("１, ３", ("dong", "city")),
    ],
)
def test_a_choice_may_stand_in_any_usual_way(cell: str, ids: tuple[str, ...]) -> None:
    assert chosen(cell, SCALES) == ids


@pytest.mark.parametrize(
    "cell",
    [
        "□ 1 동 V □ 2 자치구",
        "□ 1 동V□ 2 자치구",
        "□ 1 동\nV\n□ 2 자치구",
        "□ 1 동 V  2 자치구   □ 3 서울시",
        "1 동 V 2 자치구 3 서울시",
        "□ 1 동   2 자치구   □ 3 서울시",
        "□ 1 동   □ 2 자치구 X   □ 3 서울시",
        "■ 2 자치구 (망원동 일대)",
        "■ 2 자치구, 서울시",
        "■ 기타: 나라",
        "○ 1 동\n○ 2 자치구\n○ 3 서울시",
        "1 동\n2 자치구\n3 서울시",
        "9",
        "■ 99",
        "2018",
        "VVV 2 자치구",
        "□ 1 동\n□ 2 자치구 1\n□ 3 서울시",
        "□ 1 동\n■ 2 자치구 1\n□ 3 서울시",
        "□ 1 동\n□ 2 자치구\n□ 3 서울시\nV",
        "V\n□ 1 동\n□ 2 자치구\n□ 3 서울시",
        "□ 1 동\n□ 2 자치구 /\n□ 3 서울시",
        "□ 1 동\n□ 2 자치구.\n□ 3 서울시",
        "□ 1 동\n□ 2 자치구\n□ 3 서울시\n□ 2",
        "□ 1 동\n□ 2 자치구\n□ 3 서울시\n□ 자치구",
        "□ 2 자치구",
    ],
)
def test_what_may_mean_one_or_its_neighbour_means_none(cell: str) -> None:
    with pytest.raises(Misfit):
        chosen(cell, SCALES)


def test_a_label_counts_and_not_an_old_number_beside_it() -> None:
    assert chosen("■ 14 마포구   □ 3 중구", DISTRICTS) == ("mapo-gu",)


def test_a_label_that_begins_with_a_number_is_a_label() -> None:
    ids = {term.label: term.id for term in GROUPS}
    assert chosen("1인 가구", GROUPS) == chosen("■ 9 1인 가구", GROUPS) == (ids["1인 가구"],)


@given(
    st.sets(st.integers(1, 26), min_size=1, max_size=3),
    st.sampled_from(["■", "V", "✓", "●"]),
    st.sampled_from(["replace", "before", "behind"]),
    st.sampled_from(["   ", "\n", "  ", "\t"]),
)
def test_the_ticked_choices_are_the_ones_that_are_meant(
    ticked: set[int], sign: str, how: str, between: str
) -> None:
    looks = {"replace": "{sign} {of}", "before": "{sign}□ {of}", "behind": "□ {of} {sign}"}
    cell = between.join(
        (looks[how] if number in ticked else "□ {of}").format(sign=sign, of=f"{number} {label}")
        for number, label in enumerate(LABELS, start=1)
    )
    ids = list(DISTRICTS.terms)
    assert chosen(cell, DISTRICTS) == tuple(ids[number - 1] for number in sorted(ticked))


@given(st.text(st.sampled_from("□■V○ \n,12()[]동자치구서울시①"), max_size=40))
def test_whatever_a_cell_holds_it_means_known_choices_or_none(cell: str) -> None:
    try:
        ids = chosen(cell, SCALES)
    except Misfit:
        return
    assert set(ids) <= set(SCALES.terms)
    marked = set(cell) & set("■V○1①")
    assert (
        not ids
        or marked
        or any(
            label in cell.replace(" ", "").replace("\n", "") for label in ("동", "구", "시", "2")
        )
    )


def test_a_cell_as_long_as_a_book_is_read_at_once() -> None:
    for cell in ("1" + " " * 200_000, "□ 1 동 " * 20_000, "V" * 200_000, "동 V\n" * 20_000):
        with suppress(Misfit):
            assert set(chosen(cell, SCALES)) <= set(SCALES.terms)
