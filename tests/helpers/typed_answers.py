"""Answers as people type them into the form on the page, right and wrong, at random."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from helpers.bodies import BODIES, ODD_BODIES, WORDS
from hyeopchi.library.library import Library
from hyeopchi.schema.fields import Field, Heading

KNOWN = "2018-siheung4-residents-council"
"""A record of the library."""
Group = dict[str, Any]
_ODD = (
    "모름",
    "해당 없음",
    "<<<<<<< HEAD",
    "a: b # c",
    "가\u200b나",
    "\ue000",
    "\ufdd0",
    "豈(호환)",
    "\U00012000",
    ",title:\u00a0가",
    "010-0000-1234",
    "여권 M12345678",
    "mapo@example.com",
    "<b>가</b>",
    "[글](javascript:1)",
    "[글](2016-no-such-record)",
    f"[글]({KNOWN}#stage-1) [글]({KNOWN}#x) [글](#첫째-이야기) [글](가)",
    "가\n나",
    "'\"\\",
    "x" * 10_500,
    "가" * 700,
)
_PLAIN = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
_TEXT = st.one_of(_PLAIN, _PLAIN, st.sampled_from(_ODD))
_DATES = "2016 2016-03 2016-03-04 2016-40 2016-21 2015~ 2108 2016.3 2016-13 어제 2017-06-20".split()
_BY_TYPE: Mapping[str, st.SearchStrategy[str]] = {
    "text": _TEXT,
    "prose": _TEXT,
    "integer": st.sampled_from(["3", "12", "1,200", "셋", "-1"]),
    "number": st.sampled_from(["3", "2.5", "1,200", "약 20", "100000"]),
    "boolean": st.sampled_from(["true", "false"]),
    "date": st.sampled_from(["2016-03-04", "2016", "2099-01-01"]),
    "edtf": st.sampled_from(_DATES),
    "url": st.sampled_from(["https://seoul.go.kr/a", "seoul.go.kr", "javascript:1", "가"]),
    "slug": st.sampled_from(["note", "1", "1-1", "2-1", "plan", "가", "word"]),
    "anchor": st.sampled_from(["stage-1", "1-1", "p1", "없는 곳"]),
    "link": st.sampled_from(
        [*[KNOWN] * 3, f"{KNOWN}#stage-1", f"{KNOWN}#no-place", "2016-no-such-record"]
    ),
}
_CAREFUL: Mapping[str, st.SearchStrategy[str]] = {
    **dict.fromkeys(("text", "prose"), _PLAIN),
    **{name: st.just("3") for name in ("integer", "number")},
    "boolean": st.just("false"),
    "date": st.just("2016-03-04"),
    "edtf": st.just("2016"),
    "url": st.just("https://seoul.go.kr/a"),
    "slug": st.just("1"),
    "anchor": st.just("stage-1"),
    "link": st.just(KNOWN),
}
_OFTEN, _SELDOM = st.sampled_from([True] * 9 + [False]), st.sampled_from([False, False, True])
_IDS = st.sampled_from(["2016-typed", "typed", "2016-한글", "nd-typed", "reader-typed"])
_FIELDS = st.sampled_from(["budget", "participants", "methods", "budget.unit", "tasks"])
_KEYS = st.sampled_from(["note", "plan"])
_NO_QUESTION = frozenset({"kind", "added", "revised", "withdrawn", "title_en"})
"""What the form fills itself or does not ask."""


def _value(
    field: Field, library: Library, depth: int, texts: Mapping[str, st.SearchStrategy[str]]
) -> st.SearchStrategy[Any]:
    """One value of a field."""
    if field.type == "citations":
        if texts is _CAREFUL:
            return st.just({"1": "3쪽"})
        return st.dictionaries(_KEYS, st.sampled_from(["3쪽", "가"]), min_size=1, max_size=2)
    if field.vocabulary:
        terms = list(library.vocabularies[field.vocabulary].terms)
        return st.sampled_from([*terms[:8], *terms[:8], *terms[-2:]])
    group = library.schema.structures.get(field.type)
    if group is None:
        return texts[field.type]
    return _group(group.fields, library, depth - 1, texts)


def _group(
    fields: Mapping[str, Field],
    library: Library,
    depth: int,
    texts: Mapping[str, st.SearchStrategy[str]],
) -> st.SearchStrategy[Group]:
    """Most of the fields that are needed, and some of the others."""
    is_careful = texts is _CAREFUL
    needed = {name for name, field in fields.items() if field.need}
    needed = needed or {name for name, field in fields.items() if field.ask}

    @st.composite
    def made(draw: st.DrawFn) -> Group:
        group: Group = {}
        for name, field in fields.items():
            is_deep = field.type in library.schema.structures and depth <= 0
            is_asked = name in needed if is_careful else draw(_OFTEN if field.need else _SELDOM)
            if not is_deep and is_asked:
                value = _value(field, library, depth, texts)
                most = 1 if is_careful else 3
                many = st.lists(value, min_size=1, max_size=most)
                group[name] = draw(many if field.many else value)
                if name == "field":
                    group[name] = draw(_FIELDS)
        return group

    return made()


@st.composite
def _sections(
    draw: st.DrawFn, headings: tuple[Heading, ...], is_careful: bool
) -> list[dict[str, str]]:
    labels = [heading.label for heading in headings] or ["첫째 이야기", "끝 이야기", "Second"]
    body = (
        _PLAIN
        if is_careful
        else st.one_of(
            BODIES,
            ODD_BODIES,
            _TEXT,
            st.sampled_from(["", "### 안\n\n글", "##### 깊이\n\n글", "글\n==="]),
        )
    )
    picked = [label for label in labels[: 2 if is_careful else None] if draw(st.booleans())]
    return [{"heading": label, "text": draw(body)} for label in picked]


@st.composite
def typed_records(draw: st.DrawFn, library: Library, is_careful: bool) -> dict[str, Any]:
    """What a person typed: the ``fields`` of a record of some kind, its ``id``, its ``sections``.

    Who is careful answers in the right form, and only what has to be answered.
    """
    kind = draw(st.sampled_from(["case", "case", *library.vocabularies["kinds"].terms]))
    asked = {
        field.name: field
        for field in library.schema.of_kind(kind)
        if field.name not in _NO_QUESTION
    }
    texts = _CAREFUL if is_careful else _BY_TYPE
    fields = draw(_group(asked, library, 2, texts))
    other = draw(st.sampled_from(list(library.schema.fields.values())))
    if texts is _BY_TYPE and other.name not in _NO_QUESTION:
        fields |= draw(_group({other.name: other}, library, 1, texts))
    return {
        "id": "2016-typed" if texts is _CAREFUL else draw(_IDS),
        "fields": {"kind": kind, **fields, "added": "2026-11-22"},
        "sections": draw(_sections(library.schema.headings_of(kind), texts is _CAREFUL)),
    }
