"""Both ends of the road: the file that the form on the site makes comes into the folder as it is."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from docx import Document

from helpers.small_library import FORUM, small_library
from support.environment import ROOT

WHOLE = f"---\n{FORUM.strip()}\n---\n".replace(
    "implements: [{to: 2017-plan#1-1", "related: [{to: 2017-old"
)
PLACE = "geumcheon-gu/2017-market-forum.md"


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    """A library of one record, to which the others lead."""
    old = FORUM.replace(
        "relations:\n  implements: [{to: 2017-plan#1-1, basis: source, from: {note: 1쪽}}]\n", ""
    )
    small_library(
        tmp_path / "cases",
        {"seoul/2017-old": old.replace("geumcheon-gu", "seoul").replace("장터", "마을")},
    )
    return tmp_path / "cases"


def take_in(file: Path, cases: Path, *more: str) -> tuple[int, str, str]:
    """Code, output and errors of the command."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts/import.py"), str(file), "--cases", str(cases), *more],
        capture_output=True,
        encoding="utf-8",
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("2017-market-forum.md", WHOLE.encode()),
        ("2017-market-forum (1).md", WHOLE.encode()),
        ("2017-market-forum.txt", b"\xef\xbb\xbf" + WHOLE.replace("\n", "\r\n").encode()),
    ],
    ids=["file", "second download", "copied text"],
)
def test_a_record_goes_to_the_folder_of_its_district(
    tmp_path: Path, cases: Path, name: str, data: bytes
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    code, said, _ = take_in(file, cases)
    assert (cases / PLACE).read_text("utf-8") == WHOLE
    assert code == 0, said
    assert said.startswith(f"\n기록을 만들었습니다: {cases / PLACE}\n")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (
            WHOLE.replace("\n", "\r\n").encode("cp949"),
            "CP949로 저장된 글이라 UTF-8로 옮겼습니다. 깨진 글자가 없는지 봐 주세요.\n",
        ),
        (
            WHOLE.replace("\n", "\r\n").encode("utf-16"),
            "UTF-16으로 저장된 글이라 UTF-8로 옮겼습니다. 깨진 글자가 없는지 봐 주세요.\n",
        ),
        (unicodedata.normalize("NFD", WHOLE).encode(), ""),
        (f"```\n{WHOLE}```\n".encode(), ""),
        ("\n".join(f"> {line}" for line in WHOLE.split("\n")).encode(), ""),
        (WHOLE.replace("---", "—").encode(), ""),
    ],
    ids=["Notepad's ANSI", "Notepad's Unicode", "NFD", "fence", "quoted letter", "long dashes"],
)
def test_a_record_arrives_whole_however_it_was_saved_or_pasted(
    tmp_path: Path, cases: Path, data: bytes, told: str
) -> None:
    file = tmp_path / "2017-market-forum.md"
    file.write_bytes(data)
    code, said, errors = take_in(file, cases)
    assert (code, errors) == (0, ""), said
    assert (cases / PLACE).read_text("utf-8").rstrip() == WHOLE.rstrip()
    assert said.startswith(f"{told}\n기록을 만들었습니다: {cases / PLACE}\n")


def test_a_record_that_was_pasted_into_a_document_is_taken_as_one(
    tmp_path: Path, cases: Path
) -> None:
    document = Document()
    for line in WHOLE.split("\n"):
        document.add_paragraph(line)
    document.save(tmp_path / "2017-market-forum.docx")
    code, said, _ = take_in(tmp_path / "2017-market-forum.docx", cases)
    assert code == 0, said
    assert (cases / PLACE).read_text("utf-8").rstrip() == WHOLE.rstrip()


def test_words_above_a_record_become_remarks_and_text_without_one_is_told(
    tmp_path: Path, cases: Path
) -> None:
    file = tmp_path / "2017-market-forum.txt"
    file.write_text(f"안녕하세요.\n\n보냅니다: 하나\n\n{WHOLE}", "utf-8")
    _, said, _ = take_in(file, cases)
    assert said.startswith("기록 앞에 있던 글은 맨 위에 #으로 남겼습니다. 읽고 지워 주세요.\n")
    assert (cases / PLACE).read_text("utf-8") == WHOLE.replace(
        "---\n", "---\n# 안녕하세요.\n# 보냅니다: 하나\n", 1
    )
    file.write_text("안녕하세요.\n", "utf-8")
    code, _, errors = take_in(file, cases)
    assert (code, errors) == (
        1,
        "2017-market-forum.txt: 글에서 기록의 앞머리를 찾지 못했습니다. --- 다음 줄에 kind:로 시작해야 합니다.\n"
        "누리집에서 내려받은 파일이나 복사한 글을 그대로 주세요.\n",
    )


def test_bytes_that_are_no_letters_are_told_at_their_place(tmp_path: Path, cases: Path) -> None:
    file = tmp_path / "2017-market-forum.md"
    file.write_bytes(WHOLE.encode().replace("장터".encode(), b"\xff", 1))
    _, _, errors = take_in(file, cases)
    assert "UTF-8로 저장되지 않은 글자가 있습니다" in errors
    assert not (cases / PLACE).exists()


def test_a_record_of_several_districts_goes_to_the_citys(tmp_path: Path, cases: Path) -> None:
    file = tmp_path / "2017-market-forum.md"
    file.write_text(WHOLE.replace("[geumcheon-gu]", "[geumcheon-gu, mapo-gu]"), "utf-8")
    take_in(file, cases)
    assert (cases / "seoul/2017-market-forum.md").is_file()


def test_a_name_that_can_be_no_address_is_made_from_the_title(tmp_path: Path, cases: Path) -> None:
    file = tmp_path / "받은 글.md"
    file.write_text(WHOLE, "utf-8")
    code, said, _ = take_in(file, cases)
    assert said.startswith(
        "파일 이름이 기록의 주소가 될 수 없어 제목에서 지었습니다: 2017-jangteoeseo-"
    )
    assert code == 0
    assert [
        one.name.startswith("2017-jangteoeseo-") for one in (cases / "geumcheon-gu").iterdir()
    ] == [True]


def test_a_record_that_is_there_is_replaced_only_where_one_says_so_and_is_kept(
    tmp_path: Path, cases: Path
) -> None:
    (cases / PLACE).parent.mkdir()
    (cases / PLACE).write_text(WHOLE, "utf-8")
    changed = WHOLE.replace("장터에서 동네 예산을 이야기하다", "장터에서 예산을 이야기하다")
    file = tmp_path / "2017-market-forum.md"
    file.write_text(changed, "utf-8")
    code, said, errors = take_in(file, cases)
    assert (code, errors.splitlines()[0]) == (
        2,
        "같은 이름의 기록이 이미 있습니다: 2017-market-forum",
    )
    assert (
        "그 기록을 고친 것이면 --replace를 붙여 다시 실행하세요. 있던 것은 따로 남깁니다." in said
    )
    assert (cases / PLACE).read_text("utf-8") == WHOLE
    code, said, _ = take_in(file, cases, "--replace")
    kept = tmp_path / "drafts/2017-market-forum-before.md"
    assert said.startswith(f"있던 기록은 여기에 남겼습니다: {kept}\n")
    assert (code, kept.read_text("utf-8"), (cases / PLACE).read_text("utf-8")) == (
        0,
        WHOLE,
        changed,
    )


def test_a_number_that_names_a_person_never_comes_into_the_folder(
    tmp_path: Path, cases: Path
) -> None:
    file = tmp_path / "2017-market-forum.md"
    file.write_text(WHOLE + "\n010-0000-1234로 물어보세요.\n", "utf-8")
    code, said, errors = take_in(file, cases)
    lines = WHOLE.count("\n") + 2
    assert (code, said, errors) == (
        1,
        "",
        f"2017-market-forum.md:{lines}:1: 휴대전화 번호로 보이는 번호가 있습니다: 010-****-**34 → 번호를 지우고, 꼭 필요하면 기관의 대표 번호를 쓰세요\n"
        "번호를 지우고 다시 들이세요. 아무것도 옮기지 않았습니다.\n",
    )
    assert not (cases / PLACE).parent.exists()


@pytest.mark.parametrize("district", ["../../outside", "atlantis", "/etc", "_vocabulary"])
def test_a_district_that_is_none_makes_no_folder(
    tmp_path: Path, cases: Path, district: str
) -> None:
    file = tmp_path / "2017-market-forum.md"
    file.write_text(WHOLE.replace("geumcheon-gu", f'"{district}"'), "utf-8")
    code, said, _ = take_in(file, cases)
    assert (code, (cases / "seoul/2017-market-forum.md").is_file()) == (1, True), said
    assert sorted(one.name for one in cases.iterdir() if one.name != "_sources") == [
        "_vocabulary",
        "seoul",
    ]
