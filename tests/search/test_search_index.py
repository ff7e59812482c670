"""The index: terms, weights, files, and that a refreshed index is a new one, byte for byte."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
import sys
from array import array
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lunr.builder import Builder
from lunr.field_ref import FieldRef

from hyeopchi import processes
from hyeopchi.processes import ALONE, Crew
from hyeopchi.search import cache as stores
from hyeopchi.search import collector
from hyeopchi.search.cache import opened as store_in
from hyeopchi.search.document import Document, Head, _as_written
from hyeopchi.search.index import Index
from hyeopchi.search.inversion import FAMILIES
from hyeopchi.search.layout import Layout, layout_of
from hyeopchi.search.lexicon import Lexicon
from hyeopchi.search.postings import decode, encode
from hyeopchi.search.terms import count_terms, read_hangul, read_other
from hyeopchi.search.tokens import Analyser, Token
from hyeopchi.search.weights import weigh
from support.environment import ROOT

ANALYSERS = cache(Analyser)
SEVERAL = Crew(2) if sys.platform.startswith("linux") else ALONE
NOUNS = {
    "협치": "협치",
    "학교": "학교",
    "서울": "서울",
    "협치학교": "협치 학교",
    "민주주의": "민주주의",
    "서대문구": "서대문구",
    "주민자치회": "주민 자치회",
    "의": "의/JKG",
    "을": "을/JKO",
    "배우는": "배우/VV 는/ETM",
}


def tokens(written: str) -> list[Token]:
    return [Token(*(f"{one}/NNG".split("/")[:2])) for one in NOUNS[written].split()]


def read(word: str):
    return read_hangul(word, tokens(word)) if word in NOUNS else read_other(word)


@pytest.mark.parametrize(
    ("word", "terms"),
    [
        ("협치학교", {"협치", "학교", "협치학교"}),
        ("민주주의", {"민주주의", "민주", "주의"}),
        ("서대문구", {"서대문구", "서대문", "서대", "문구"}),
        ("주민자치회", {"주민", "자치회", "자치", "주민자치회"}),
        ("배우는", {"배우"}),
    ],
)
def test_a_word_is_found_by_itself_and_by_its_parts(word, terms) -> None:
    assert set(read(word).words) == terms


@pytest.mark.parametrize(
    ("text", "compound"),
    [
        ("협치 학교", {"협치학교"}),
        ("서울 협치 학교", {"서울협치", "협치학교", "서울협치학교"}),
        ("협치, 학교", set()),
        ("협치 을 학교", set()),
        ("서울 협치학교", {"서울협치", "서울협치학교"}),
    ],
)
def test_nouns_with_a_space_between_them_are_found_as_one_word(text, compound) -> None:
    words, _ = count_terms(text, read)
    alone = {term for run in text.replace(",", "").split() for term in read(run).words}
    assert set(words) - alone == compound


def test_a_name_in_a_title_that_nobody_knows_is_found_as_it_stands_and_without_its_ending() -> None:
    assert _as_written("청정넷에서 연 협치학교에서", {"협치학교"}) == ["청정넷에서", "청정넷"]


def test_weights_put_terms_in_the_order_of_lunrs_scores() -> None:
    title, text = (
        ["협치", "학교"],
        ["협치"] * 9 + ["학교", "주민"] * 2 + ["예산"] + [f"낱말{number}" for number in range(486)],
    )
    builder = Builder()
    builder.ref("id")
    builder.field("title", boost=3)
    builder.field("text")
    builder.pipeline.reset()
    builder.add({"id": "one", "title": title, "text": text})
    builder.average_field_length = {"title": 12.0, "text": 500.0}
    builder._create_field_vectors()
    scores: dict[str, float] = {}
    for field in ("title", "text"):
        vector = builder.field_vectors[str(FieldRef("one", field))]
        for term, posting in builder.inverted_index.items():
            at = vector.position_for_index(posting["_index"])
            if at < len(vector.elements) and vector.elements[at] == posting["_index"]:
                scores[term] = scores.get(term, 0) + vector.elements[at + 1]
    found = weigh(
        {word: title.count(word) for word in title}, {word: text.count(word) for word in text}
    )
    for one in scores:
        for other in scores:
            if found[one] > found[other]:
                assert scores[one] > scores[other]


@given(
    st.dictionaries(
        st.text(st.sampled_from("협치학교_ab12-区"), min_size=1, max_size=6),
        st.dictionaries(st.integers(0, 999), st.integers(1, 15), min_size=1),
        max_size=20,
    ),
    st.booleans(),
)
def test_a_file_of_postings_reads_as_it_was_written(terms, weighted) -> None:
    held = {
        term: array(
            "I",
            sorted(number << 4 | (weight if weighted else 0) for number, weight in found.items()),
        )
        for term, found in terms.items()
    }
    assert decode(encode(held, 1000, weighted), 1000, weighted) == held


def test_words_of_a_heavy_beginning_stand_in_files_of_their_own() -> None:
    layout = layout_of({"협치": 50_000, "주민": 200, "grams": 10})
    assert layout.heavy == frozenset({"협치"})
    assert layout.file_of("주민") == layout.file_of("주민자치회")
    assert layout.file_of("협치학교") == layout.file_of("협치학생")
    assert layout == Layout({"words": 4, "grams": 1, "tables": 1}, frozenset({"협치"}))


@pytest.fixture(autouse=True)
def one_analyser(monkeypatch) -> None:
    """Loading the analyser takes seconds: those that are taught the same words are one."""
    monkeypatch.setattr(collector, "Analyser", ANALYSERS)


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    """A dozen real records, to change."""
    return copied(tmp_path / "cases")


def copied(folder: Path) -> Path:
    """Copy a dozen real records and the vocabularies into ``folder``."""
    for shared in ("_vocabulary", "_sources"):
        shutil.copytree(ROOT / "cases" / shared, folder / shared)
    (folder / "seoul").mkdir()
    for file in sorted((ROOT / "cases/seoul").glob("*.md"))[:12]:
        shutil.copy(file, folder / "seoul")
    return folder


@pytest.fixture(scope="module")
def learned(tmp_path_factory) -> Path:
    """The store of the first records, beside that of all their words: loading the analyser is slow."""
    folder = tmp_path_factory.mktemp("learned")
    index = Index(copied(folder / "cases"), folder / "cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(collector, "Analyser", ANALYSERS)
        index.refresh()
    return index.shelf.folder.parent / "documents.sqlite3"


@pytest.fixture
def opened(tmp_path: Path, cases: Path, learned: Path):
    """Makes an index of ``cases`` that knows the words."""

    def index_in(name: str, store: Path = learned) -> Index:
        index = Index(cases, tmp_path / name)
        index.shelf.folder.parent.mkdir(parents=True)
        shutil.copy(store, index.shelf.folder.parent)
        shutil.copy(store.parents[1] / "dictionary.sqlite3", tmp_path / name)
        return index

    return index_in


def published(index: Index) -> dict[str, bytes]:
    folder = index.shelf.folder
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*.*")
        if file.name != "state.json"
    }


def edit(folder: Path, chance: random.Random) -> None:
    """Change, add, or take away a record as an editor would."""
    files = sorted(folder.glob("seoul/*.md"))
    file = chance.choice(files)
    deed = chance.choice(["edit", "edit", "edit", "move", "add", "remove"])
    text = file.read_text("utf-8")
    if deed == "remove" and len(files) > 6:
        file.unlink()
    elif deed == "add":
        file.with_name(f"2019-{chance.randrange(10**6)}.md").write_text(text, "utf-8")
    elif deed == "move":
        file.rename(file.with_name(f"2020-{chance.randrange(10**6)}.md"))
    else:
        word = chance.choice(["주민자치회", "별빛마을", "2031년", "청소년 의회", "鍾路"])
        file.write_text(f"{text}\n{word} 이야기를 더 적었습니다.\n", "utf-8")


def test_an_index_refreshed_after_edits_is_a_new_one_byte_for_byte(cases, opened) -> None:
    chance = random.Random(4)
    kept = opened("kept")
    kept.refresh()
    for number in range(8):
        edit(cases, chance)
        kept.refresh()
        new = opened(f"new-{number}", kept.shelf.folder.parent / "documents.sqlite3")
        new.refresh()
        assert published(kept) == published(new)


def test_what_a_document_says_anew_is_found_in_the_records_that_cite_it(cases, opened) -> None:
    kept = opened("kept")
    kept.refresh()
    before = published(kept)
    document = cases / "_sources/2017-seoul-governance-plan.yml"
    said = document.read_text("utf-8")
    document.write_text(said.replace("rights: KOGL-4", "rights: KOGL-1"), "utf-8")
    kept.refresh()
    new = opened("new")
    new.refresh()
    assert said != document.read_text("utf-8")
    assert (published(kept) == published(new), published(kept) == before) == (True, False)


def test_an_edit_is_refreshed_by_the_files_that_it_touches(cases, opened) -> None:
    index = opened("cache")
    index.refresh()
    before = published(index)
    file = sorted(cases.glob("seoul/*.md"))[0]
    file.write_text(file.read_text("utf-8") + "\n별빛마을\n", "utf-8")
    assert index.refresh().changed == 1
    assert len(before.keys() - published(index).keys()) < len(before) / 2


def test_a_damaged_cache_is_made_again(cases, opened) -> None:
    index = opened("cache")
    index.refresh()
    whole = published(index)
    for file in (index.shelf.folder / "words").iterdir():
        file.unlink()
    edited = sorted(cases.glob("seoul/*.md"))[0]
    text = edited.read_text("utf-8")
    edited.write_text(text + "\n별빛마을\n", "utf-8")
    index.refresh()
    edited.write_text(text, "utf-8")
    index.refresh()
    assert published(index) == whole


def test_a_broken_store_is_made_again(cases, opened) -> None:
    index = opened("cache")
    index.refresh()
    whole = published(index)
    (index.shelf.folder.parent / "documents.sqlite3").write_bytes(b"no database" * 100)
    shutil.rmtree(index.shelf.folder)
    index.refresh()
    assert published(index) == whole


@given(st.dictionaries(st.text("협치학교_ab12區", min_size=1, max_size=6), st.integers(1, 15)))
def test_a_store_gives_a_document_as_it_was_put_there(terms: dict[str, int]) -> None:
    head = Head("a", (0, -2017), "2017-01", "협치", {"title": "협치"}, {"kind": ("case",)}, True)
    with TemporaryDirectory() as folder, store_in(Path(folder, "store.sqlite3")) as store:
        store.put([("k", Document(head, terms))])
        told = json.dumps(store.heads(["k"])["k"].as_plain())
        assert (told, store.terms("k")) == (json.dumps(head.as_plain()), terms)


def test_a_store_that_another_program_writes_to_is_left_to_it(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(stores, "_LONGEST_WAIT", 0.0)
    file = tmp_path / "documents.sqlite3"
    with store_in(file) as store:
        store.put([("a" * 32, Document(Head("a", (0, 0), "", "", {}, {}), {"가": 1}))])
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(sqlite3.OperationalError, match=r"^database is locked$"):
        store_in(file).__enter__()
    other.close()
    with store_in(file) as store:
        assert store.known() == {"a" * 32}


class NeedlessAnalyser(Analyser):
    """One that must not be asked."""

    def analyse(self, words, taught=()):
        pytest.fail(f"the analyser is asked for {words}")


def test_another_folder_of_the_same_words_needs_no_analyser(
    cases, opened, tmp_path, monkeypatch
) -> None:
    index = opened("cache")
    index.refresh()
    monkeypatch.setattr(collector, "Analyser", NeedlessAnalyser)
    other = Index(copied(tmp_path / "other"), tmp_path / "cache")
    assert other.refresh().changed == 12
    assert published(other) == published(index)


def test_several_processes_make_the_index_that_one_makes(
    cases, opened, tmp_path, monkeypatch
) -> None:
    alone = opened("cache")
    alone.refresh()
    monkeypatch.setattr(collector, "Analyser", Analyser)
    monkeypatch.setattr(processes, "_LEAST_WORK", 1)
    monkeypatch.setattr("hyeopchi.search.tokens.crew_at_hand", lambda: SEVERAL)
    shared = Index(copied(tmp_path / "other"), tmp_path / "cache")
    assert shared.refresh().changed == 12
    assert published(shared) == published(alone)


def test_a_withdrawn_record_is_not_found(cases, opened) -> None:
    file = sorted(cases.glob("seoul/*.md"))[0]
    file.write_text(
        "---\nkind: case\ntitle: 거둔 기록\nwithdrawn: {date: 2026-01-01, reason: 합침}\n---\n",
        "utf-8",
    )
    index = opened("cache")
    assert index.refresh().records == 11
    cards = "".join(path.read_text("utf-8") for path in (index.shelf.folder / "cards").iterdir())
    assert "거둔 기록" not in cards


def test_the_manifest_names_every_file_and_no_other(cases, opened) -> None:
    index = opened("cache")
    index.refresh()
    files = published(index)
    manifest = json.loads(files.pop("manifest.json"))
    named = {
        f"{family}/{at // 4}-{hashes[at : at + 4]}"
        for family, hashes in manifest["files"].items()
        for at in range(0, len(hashes), 4)
    }
    assert {name.rpartition(".")[0] for name in files} == named
    assert all(len(manifest["files"][family]) >= 4 for family in FAMILIES)


def test_the_analyser_keeps_the_parts_of_words_that_it_knows_and_learns_the_others(
    tmp_path: Path,
) -> None:
    with store_in(tmp_path / "words.sqlite3") as store:
        taught, plain = (
            Lexicon(store.connection, names, ANALYSERS()).learn(["주민참여예산", "공동주택과에서"])
            for names in (["주민참여예산", "공동주택과"], [])
        )
    assert {"주민", "참여", "예산"} <= set(taught["주민참여예산"].words)
    assert ("공동주택과" in taught["공동주택과에서"].words) is True
    assert ("공동주택과" in plain["공동주택과에서"].words) is False
