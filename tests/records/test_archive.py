"""The folder of records: what may stand there, and under what names."""

import os
import tempfile
import unicodedata
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.broken_files import CASE, changed, problems, shelf
from hyeopchi.files.leftovers import PATTERNS
from hyeopchi.records.folder import read_shelf, shown_path
from hyeopchi.records.reader import read_archive
from hyeopchi.text.quoting import printable
from support.environment import ROOT

MOVE = "기록은 cases/<지역>/<해>-<이름>.md 에 두고, 다른 것은 옮기거나 지워 주세요"
ID = "영문 소문자, 숫자, 붙임표로 3~64자. 예: 2017-yeongdeungpo-innovation-plan.md"
STRAY = f"여기에는 기록 파일만 둘 수 있습니다 → {MOVE}"
GOOD = "mapo-gu/2017-meeting.md"


def test_a_good_record_stands_in_its_district_with_nothing_to_say(tmp_path: Path) -> None:
    archive = read_archive(shelf(tmp_path, {GOOD: CASE}))
    assert [(record.id, record.folder, record.title) for record in archive.records] == [
        ("2017-meeting", "mapo-gu", "주민이 마을 모임을 열다")
    ]
    assert problems(tmp_path / "cases") == []


def test_a_file_that_is_no_record_of_a_district_is_stray(tmp_path: Path) -> None:
    names = [
        "2017-meeting.md",
        "README.md",
        "_vocabulary/2017-meeting.md",
        "_vocabulary/notes.txt",
        "_vocabulary/themes.yaml",
        "mapo-gu/2017-meeting.MD",
        "mapo-gu/2017-meeting.md.html",
        "mapo-gu/2017-meeting.txt",
        "mapo-gu/CNAME",
        "mapo-gu/app.js",
        "mapo-gu/photo.jpg",
    ]
    cases = shelf(tmp_path, {GOOD: CASE, **dict.fromkeys(names, "글")})
    assert problems(cases) == [f"cases/{name}:1:1: {STRAY}" for name in names]


LEFTOVERS = (
    ".DS_Store",
    "Thumbs.db",
    "THUMBS.DB",
    "desktop.ini",
    "Icon\r",
    "._2017-meeting.md",
    ".2017-meeting.md.swp",
    ".2017-meeting.md.swo",
    ".#2017-meeting.md",
    "#2017-meeting.md#",
    "2017-meeting.md~",
    "2017-meeting.md.bak",
    "2017-meeting.md.orig",
    "~$17-meeting.docx",
    ".~lock.2017-meeting.md#",
    "4913",
    ".nfs0000000000000001",
    ".gitkeep",
)
"""What a Mac, Windows, Vim, Emacs, Word, LibreOffice, a network drive and git put beside a record."""


@pytest.mark.parametrize("place", ["", "mapo-gu/", "_vocabulary/"])
@pytest.mark.skipif(os.name == "nt", reason="some of the names cannot be written there")
def test_what_the_system_or_an_editor_leaves_is_passed_over(tmp_path: Path, place: str) -> None:
    cases = shelf(tmp_path, {GOOD: CASE, **{f"{place}{name}": "\0" for name in LEFTOVERS}})
    assert problems(cases) == []
    assert [record.id for record in read_archive(cases).records] == ["2017-meeting"]


def test_a_lock_of_emacs_is_passed_over_though_it_is_a_link_to_nowhere(tmp_path: Path) -> None:
    cases = shelf(tmp_path, {GOOD: CASE})
    for place in ("mapo-gu/.#2017-meeting.md", "_vocabulary/.#themes.yml", ".#mapo-gu"):
        (cases / place).symlink_to("somebody@somewhere.4711:1")
    assert problems(cases) == []


def test_a_vocabulary_s_leftover_is_no_vocabulary(tmp_path: Path) -> None:
    cases = shelf(
        tmp_path, {GOOD: CASE, "_vocabulary/._themes.yml": "\0", "_vocabulary/~$a.yml": ""}
    )
    assert problems(cases) == []
    assert "._themes" not in read_archive(cases).vocabularies.by_id


@pytest.mark.parametrize("name", [".idea", ".git", "__MACOSX", "@eaDir", ".Trash-1000"])
def test_a_folder_of_theirs_is_not_looked_into(tmp_path: Path, name: str) -> None:
    cases = shelf(tmp_path, {GOOD: CASE, f"{name}/deeper/x.md": CASE, f"mapo-gu/{name}/x.md": CASE})
    assert problems(cases) == []


@pytest.mark.parametrize("name", ["2017-meeting.swp.md", "DS_Store.md", "Thumbs.db.md", "tmp.md"])
def test_a_name_that_only_looks_like_theirs_is_judged(tmp_path: Path, name: str) -> None:
    assert problems(shelf(tmp_path, {GOOD: CASE, f"mapo-gu/{name}": CASE})) != []


def test_git_ignores_what_is_passed_over() -> None:
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    wanted = [
        one.replace("#*#", "\\#*#") for one in PATTERNS if one[:4] != ".git" and "\r" not in one
    ]
    assert [one for one in wanted if one not in ignored] == []


def test_a_folder_inside_a_district_is_stray_whatever_its_name(tmp_path: Path) -> None:
    names = ["_vocabulary/more", "mapo-gu/2018-deeper", "mapo-gu/2018-meeting.md"]
    cases = shelf(tmp_path, {f"{name}/2018-meeting.md": CASE for name in names})
    assert problems(cases) == [
        f"cases/{name}:1:1: 자치구 폴더 안에 폴더를 또 둘 수 없습니다 → {MOVE}" for name in names
    ]


def test_a_symbolic_link_is_stray_and_is_not_followed(tmp_path: Path) -> None:
    cases = shelf(tmp_path, {GOOD: CASE})
    links = {
        "_vocabulary/link.yml": GOOD,
        "jung-gu": "mapo-gu",
        "mapo-gu/2018-link.md": GOOD,
        "mapo-gu/nowhere.md": "nowhere",
    }
    for name, target in links.items():
        (cases / name).symlink_to(cases / target)
    assert problems(cases) == [
        f"cases/{name}:1:1: 링크(symlink)는 둘 수 없습니다 → {MOVE}" for name in links
    ]


def test_a_name_is_plain_and_the_character_that_is_not_is_named(tmp_path: Path) -> None:
    composed, apart = "모임", unicodedata.normalize("NFD", "모임")
    names = {
        ".2017-meeting": (".2017-meeting", "U+002E FULL STOP"),
        "2017-Meeting": ("2017-Meeting", "U+004D LATIN CAPITAL LETTER M"),
        "2017-meet ing": ("2017-meet ing", "U+0020 SPACE"),
        "2017-meeting\n": ("2017-meeting", "U+000A"),
        "2017-meet\u200bing": ("2017-meetU+200Bing", "U+200B ZERO WIDTH SPACE"),
        "2017-m\u0435eting": ("2017-m\u0435eting", "U+0435 CYRILLIC SMALL LETTER IE"),
        "2017-\u202egnitee": ("2017-U+202Egnitee", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        f"2017-{composed}": (f"2017-{composed}", "U+BAA8 HANGUL SYLLABLE MO"),
        f"2017-{apart}": (f"2017-{apart}", "U+1106 HANGUL CHOSEONG MIEUM"),
        "2017_meeting": ("2017_meeting", "U+005F LOW LINE"),
    }
    cases = shelf(tmp_path, {f"mapo-gu/{name}.md": CASE for name in names})
    assert problems(cases) == sorted(
        f"cases/mapo-gu/{printable(name)}.md:1:1: 파일 이름을 주소로 쓸 수 없습니다: '{shown}' (쓸 수 없는 글자: {char}) → {ID}"
        for name, (shown, char) in names.items()
    )


def test_a_name_of_plain_letters_may_still_be_no_address(tmp_path: Path) -> None:
    names = {
        "-2017-meeting": "-2017-meeting",
        "17": "17",
        f"2017-{'a' * 60}": f"2017-{'a' * 55}…",
        "page": "page",
    }
    assert problems(shelf(tmp_path, {f"mapo-gu/{name}.md": CASE for name in names})) == [
        f"cases/mapo-gu/{name}.md:1:1: 파일 이름을 주소로 쓸 수 없습니다: '{shown}' → {ID}"
        for name, shown in names.items()
    ]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_name_that_is_no_text_at_all_is_told_too(tmp_path: Path) -> None:
    cases = shelf(tmp_path)
    (cases / "mapo-gu").mkdir()
    with open(os.fsencode(cases / "mapo-gu") + b"/2017-\xff.md", "wb") as file:
        file.write(CASE.encode())
    assert problems(cases) == [
        "cases/mapo-gu/2017-U+DCFF.md:1:1: 파일 이름을 주소로 쓸 수 없습니다: '2017-U+DCFF' "
        f"(쓸 수 없는 글자: U+DCFF) → {ID}"
    ]


def test_two_records_of_one_name_are_told_whatever_their_folders(tmp_path: Path) -> None:
    other = changed("[mapo-gu]", "[jung-gu]")
    assert problems(shelf(tmp_path, {GOOD: CASE, "jung-gu/2017-meeting.md": other})) == [
        "cases/mapo-gu/2017-meeting.md:1:1: 같은 이름의 기록이 이미 있습니다: cases/jung-gu/2017-meeting.md "
        "→ 파일 이름을 다르게 지어 주세요"
    ]


def test_two_names_that_differ_in_case_only_are_told(tmp_path: Path) -> None:
    cases = shelf(
        tmp_path, {"jung-gu/2017-Meeting.md": changed("[mapo-gu]", "[jung-gu]"), GOOD: CASE}
    )
    assert problems(cases)[1:] == [
        "cases/mapo-gu/2017-meeting.md:1:1: 대소문자만 다른 기록이 있습니다: cases/jung-gu/2017-Meeting.md "
        "→ 파일 이름을 다르게 지어 주세요"
    ]


def test_a_folder_is_a_district(tmp_path: Path) -> None:
    hints = {
        "mapo": "'cases/mapo-gu/'를 쓰려던 것인가요?",
        "xyz": "예: cases/mapo-gu/, 시 전체면 cases/seoul/",
        "마포구": "'cases/mapo-gu/'를 쓰려던 것인가요?",
    }
    cases = shelf(
        tmp_path, {f"{folder}/{2000 + number}-a.md": CASE for number, folder in enumerate(hints)}
    )
    assert problems(cases) == [
        f"cases/{folder}/{2000 + number}-a.md:1:1: 자치구 폴더가 아닙니다: '{folder}' → {hint}"
        for number, (folder, hint) in enumerate(hints.items())
    ]


def test_an_unreadable_file_is_told_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cases = shelf(tmp_path, {GOOD: CASE, "mapo-gu/2018-locked.md": CASE})
    read_bytes = Path.read_bytes

    def read(path: Path) -> bytes:
        if path.name == "2018-locked.md":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", read)
    archive = read_archive(cases)
    assert [record.id for record in archive.records] == ["2017-meeting"]
    assert [problem.text() for problem in archive.problems] == [
        "cases/mapo-gu/2018-locked.md:1:1: 파일을 읽을 수 없습니다 → 파일이 있는지, 읽기 권한이 있는지 봐 주세요"
    ]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert "cases:1:1: 폴더를 읽을 수 없습니다 → 읽기 권한이 있는지 봐 주세요" in problems(
        tmp_path / "none"
    )


def test_an_archive_without_some_records_keeps_the_rest(tmp_path: Path) -> None:
    archive = read_archive(shelf(tmp_path, {GOOD: CASE, "mapo-gu/2018-meeting.md": CASE}))
    assert [record.id for record in archive.without(frozenset({"2017-meeting"})).records] == [
        "2018-meeting"
    ]


def test_problems_stand_in_the_order_of_paths_lines_and_columns(tmp_path: Path) -> None:
    bad = changed("[neighbourhood]", "[가, 나]")
    found = problems(
        shelf(tmp_path, {"mapo-gu/2018-b.md": bad, "mapo-gu/2017-a.md": bad, "z.md": ""})
    )
    assert [line.split(": ", 1)[0] for line in found] == [
        "cases/mapo-gu/2017-a.md:6:11",
        "cases/mapo-gu/2017-a.md:6:14",
        "cases/mapo-gu/2018-b.md:6:11",
        "cases/mapo-gu/2018-b.md:6:14",
        "cases/z.md:1:1",
    ]


@settings(max_examples=20)
@given(
    names=st.sets(
        st.text(
            st.characters(exclude_characters="/\0", exclude_categories=["Cs"]),
            min_size=1,
            max_size=20,
        )
    )
)
def test_no_name_makes_the_reader_raise(names: set[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        district = Path(folder, "mapo-gu")
        district.mkdir()
        for name in names:
            with suppress(OSError):  # This disk does not take the name.
                (district / f"{name}.md").write_text(CASE, encoding="utf-8")
        read = read_shelf(Path(folder), "cases")
        shown = [shown_path(path, Path(folder), "cases") for path in read.records]
        assert len(shown) == len(list(district.iterdir()))
        assert all(name.isprintable() for name in shown)
