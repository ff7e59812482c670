"""The form on paper: asks for everything in everyday words, and comes back as a record."""

from __future__ import annotations

import datetime
import re
import subprocess
import sys
from html import unescape
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document as open_docx

from helpers.broken_files import problems, shelf
from helpers.filling import EMPTY, FORM, LIBRARY, filled
from helpers.small_library import page, small_library
from hyeopchi.contribute.answer_check import section_problems
from hyeopchi.contribute.cell_values import value_of
from hyeopchi.contribute.choices import Misfit
from hyeopchi.contribute.documents.document import Unreadable, read_document
from hyeopchi.contribute.draft import draft_text
from hyeopchi.contribute.escaping import escaped
from hyeopchi.contribute.filled_form import Filled, read_form
from hyeopchi.contribute.form_questions import steps
from hyeopchi.contribute.form_wording import Own
from hyeopchi.files.front_matter import StrictHandler
from hyeopchi.markup.renderer import Renderer
from hyeopchi.paper.blocks.block import Table
from hyeopchi.paper.content.form import FORM_FILES, write_form
from hyeopchi.paper.writers.formats import judge
from support.environment import ROOT

SCHEMA, WORDS = LIBRARY.schema, LIBRARY.vocabularies
ENDINGS = ("hwpx", "docx")
OWN = Own.of(map(read_document, EMPTY.values()))
ANSWERS = {
    "무슨 일이었는지 한 줄로 적어 주세요": "골목에 의자를 놓다",
    "정식 이름이 따로 있나요": "해당 없음",
    "200자 안으로 간추려 주세요": "주민들이 골목에 의자를 놓았습니다.\n구청이 도왔습니다.",
    "쉬운 말로 짧은 문장 3~5개를 적어 주세요": "골목에 의자가 없었습니다.\n주민이 모였습니다.\n의자를 놓았습니다.",
    "어느 자치구의 일인가요": "□ 1 서울특별시   ■ 14 마포구   □ 3 중구",
    "어느 동인가요": "망원동",
    "무엇에 관한 일인가요": "5, 주거·도시재생",
    "누구를 위한 일인가요": "주민",
    "언제 시작했나요": "2018년 4월",
    "언제 끝났나요": "2018. 6. 20.",
    "지금은 어떻게 되었나요": "3",
    "그렇게 적힌 자료는 무엇인가요": "1, 3~5쪽",
    "어떤 모습의 일인가요": "☑ 2 사업",
    "어느 만큼의 일인가요": "1. 동",
    "시민이 어디까지 함께했나요": "함께 정함",
    "그렇게 본 까닭은 무엇인가요": "어디에 놓을지 함께 골랐습니다.",
    "어떻게 모이고 이야기했나요": "모름",
    "무엇이 문제였나": "앉을 곳이 *전혀* 없었습니다.\n- <b>어르신</b>이 힘들었습니다. #1",
    "누가 무엇을 했나": "함께 골랐습니다.",
}
ROWS = {
    "근거가 되는 자료": [
        ["골목 모임 기록", "마포구", "2019-03", "", "https://example.org/a", "공공누리 제1유형"],
        ["회의록", "", "", "", "https://example.org/b", ""],
    ],
    "함께한 곳": [["서울특별시", "행정", "돈을 댐"], ["골목을 가꾸는 모임", "", "의자를 놓음"]],
    "참여한 사람 수": [["1,200여 명", "", "모임에 온 사람", "1, 3쪽"]],
    "차례대로 한 일": [["의제발굴", "2018-04", "모여서 정했습니다.", "2, 첫째 줄"]],
    "달라진 것": [["쉬는 사람이 늘었습니다.", "당사자", "1, 4쪽"]],
    "어려웠던 것과 다시 한다면 바꿀 한 가지": [["시간·기간", "너무 바빴습니다.", "1", "1, 5쪽"]],
    "쓴 돈": [["모름", "", "", ""]],
}


def read(data: bytes) -> Filled:
    return read_form(read_document(data), SCHEMA, WORDS, OWN)


def run(script: str, *arguments: object) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, str(ROOT / "scripts" / script), *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        env={"PYTHONUTF8": "1", "PATH": ""},
    )


def zipped(**parts: bytes) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return out.getvalue()


def test_the_form_asks_for_every_field_that_has_a_step_once_and_each_question_is_its_own() -> None:
    form = steps(SCHEMA, WORDS)
    names = [
        *(one.path[0] for step in form for one in step.questions),
        *(one.field.name for step in form for one in step.listings),
    ]
    wanted = [field.name for field in SCHEMA.of_kind("case") if field.step] + [
        heading.label for heading in SCHEMA.headings_of("case")
    ]
    assert sorted(set(names)) == sorted(wanted)
    asked = [
        *(one.ask for step in form for one in step.questions),
        *(one.ask for step in form for one in step.listings),
    ]
    assert len(asked) == len(set(asked))


def test_the_form_speaks_everyday_words_only() -> None:
    said = " ".join(
        run.text
        for block in FORM.blocks
        if isinstance(block, Table)
        for row in block.rows
        for run in row[0]
    )
    assert [
        word
        for word in ("id", "unknown", "basis", "editor", "IAP2", "seoul", "{", "front matter")
        if word in said
    ] == []


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_form_is_a_sound_document(ending: str) -> None:
    assert list(judge(ending)(EMPTY[ending], FORM)) == []


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_empty_form_comes_back_empty(ending: str) -> None:
    found = read(EMPTY[ending])
    assert (found.is_form, found.left, dict(found.draft.values), dict(found.draft.sections)) == (
        True,
        (),
        {"kind": "case"},
        {},
    )


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_filled_form_becomes_a_draft(ending: str) -> None:
    found = read(filled(ending, ANSWERS, ROWS))
    assert found.left == ()
    assert found.draft.values == {
        "kind": "case",
        "title": "골목에 의자를 놓다",
        "summary": "주민들이 골목에 의자를 놓았습니다.\n구청이 도왔습니다.",
        "easy": ["골목에 의자가 없었습니다.", "주민이 모였습니다.", "의자를 놓았습니다."],
        "districts": ["mapo-gu"],
        "dong": "망원동",
        "domains": ["neighbourhood", "housing-regeneration"],
        "groups": ["residents"],
        "period": {"start": "2018-04", "end": "2018-06-20"},
        "status": {"value": "done", "from": {"source-1": "3~5쪽"}},
        "case_type": "programme",
        "scale": "dong",
        "participation": {
            "level": "collaborate",
            "basis": "editor",
            "note": "어디에 놓을지 함께 골랐습니다.",
        },
        "actors": [
            {"id": "seoul", "role": "돈을 댐"},
            {"name": "골목을 가꾸는 모임", "role": "의자를 놓음"},
        ],
        "participants": [
            {
                "value": "1200",
                "unit": "명",
                "qualifier": "more-than",
                "of": "모임에 온 사람",
                "from": {"source-1": "3쪽"},
            }
        ],
        "stages": [
            {
                "stage": "agenda",
                "start": "2018-04",
                "what": "모여서 정했습니다.",
                "from": {"source-2": "첫째 줄"},
            }
        ],
        "outcomes": [
            {
                "what": "쉬는 사람이 늘었습니다.",
                "said_by": "participants",
                "from": {"source-1": "4쪽"},
            }
        ],
        "obstacles": [
            {
                "theme": "time",
                "what": "너무 바빴습니다.",
                "said_by": "participants",
                "from": {"source-1": "5쪽"},
            }
        ],
        "sources": [
            {
                "key": "source-1",
                "title": "골목 모임 기록",
                "publisher": "마포구",
                "date": "2019-03",
                "url": "https://example.org/a",
                "rights": "KOGL-1",
            },
            {
                "key": "source-2",
                "title": "회의록",
                "url": "https://example.org/b",
                "rights": "unknown",
            },
        ],
    }
    assert found.draft.gaps == {
        "unknown": {"methods": "", "budget": ""},
        "not_applicable": {"official_name": ""},
    }
    assert found.draft.sections == {
        "누가 무엇을 했나": "함께 골랐습니다.",
        "무엇이 문제였나": "앉을 곳이 \\*전혀\\* 없었습니다.\n\n\\- \\<b\\>어르신\\</b\\>이 힘들었습니다. #1",
    }


def test_a_filled_hwpx_becomes_a_draft_that_is_finished_and_passes(tmp_path: Path) -> None:
    cases, form = shelf(tmp_path), tmp_path / "받은 서식.hwpx"
    form.write_bytes(filled("hwpx", ANSWERS, ROWS))
    done = run("import.py", form, "--cases", cases)
    file = cases / "mapo-gu/2018-golmoge-uijareul-notda.md"
    assert (done.returncode, done.stderr) == (1, "")
    assert f"기록을 만들었습니다: {file}" in done.stdout and "다음에 할 일" in done.stdout
    assert problems(cases) == [
        "cases/mapo-gu/2018-golmoge-uijareul-notda.md:16:5: 함께한 이에게 id가 없으면 이름과 부문이 있어야 합니다 → "
        "예: {id: seoul-institute} 또는 {name: 새재미마을활력소, sector: resident}"
    ]
    text = file.read_text("utf-8")
    file.write_text(
        text.replace(
            "{name: 골목을 가꾸는 모임, ", "{name: 골목을 가꾸는 모임, sector: resident, "
        ),
        "utf-8",
    )
    assert problems(cases) == []


def test_a_draft_never_takes_the_place_of_a_record(tmp_path: Path) -> None:
    cases, form = shelf(tmp_path, {"seoul/nd-gateun-il.md": "있던 글"}), tmp_path / "form.docx"
    form.write_bytes(filled("docx", {"무슨 일이었는지 한 줄로 적어 주세요": "같은 일"}))
    assert run("import.py", form, "--cases", cases).returncode == 1
    assert sorted(file.name for file in cases.glob("seoul/*.md")) == [
        "nd-gateun-il-2.md",
        "nd-gateun-il.md",
    ]
    assert (cases / "seoul/nd-gateun-il.md").read_text("utf-8") == "있던 글"


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_does_not_fit_is_listed_and_kept_and_personal_data_is_flagged_but_not_shown(
    ending: str, tmp_path: Path
) -> None:
    cases, form = shelf(tmp_path), tmp_path / f"form.{ending}"
    form.write_bytes(
        filled(
            ending,
            {
                "200자 안으로 간추려 주세요": "전화는 010-2345-6789",
                "언제 시작했나요": "옛날 옛적에",
                "이어지는 기록": "작년의 회의\n연락 010-2345-6789",
            },
            {"달라진 것": [["좋아짐", "이웃집", "9, 1쪽"]]},
        )
    )
    done = run("import.py", form, "--cases", cases)
    assert done.returncode == 1
    assert done.stdout.startswith(
        "서식에서 칸을 찾지 못한 것입니다. 알맞은 칸에 옮기고 이 줄들을 지우세요.\n"
    )
    for line in (
        "- 언제 시작했나요: 옛날 옛적에",
        "- 이어지는 기록: 작년의 회의 / 연락 010-****-****",
        "- 달라진 것 1: 누가 한 말: 이웃집",
        "- 달라진 것 1: 자료와 쪽: 9, 1쪽",
    ):
        assert f"\n{line}\n" in done.stdout
    assert "휴대전화 번호로 보이는 번호가 있습니다" in done.stdout and "2345" not in done.stdout
    text = (cases / "seoul/nd-record.md").read_text("utf-8")
    assert "# - 이어지는 기록: 작년의 회의 / 연락 010-2345-6789\n" in text
    assert StrictHandler().load(text.split("---\n")[1])["outcomes"] == [{"what": "좋아짐"}]


@pytest.mark.parametrize("ending", ENDINGS)
def test_words_come_through_as_they_were_written(ending: str) -> None:
    text = "\n".join(
        (
            "가",
            "",
            "<script>alert(1)</script>",
            "`code` [글](javascript:x) ![그림](x)",
            "1. 하나",
            "# 둘",
            "a_b_c *d* **e** ~~f~~ | g |",
            "&amp; &#60; & 끝\\",
            "---",
            "==",
            "이름: 값 # 말 'q' \"r\" {a} [b]",
            "=1+1",
            "끝",
        )
    )
    draft = read(
        filled(ending, {"200자 안으로 간추려 주세요": text, "무엇이 문제였나": text})
    ).draft
    front, body = (
        draft_text(draft, SCHEMA, datetime.date(2026, 11, 22))
        .removeprefix("---\n")
        .split("\n---\n", 1)
    )
    assert StrictHandler().load(front)["summary"] == text
    assert body == f"\n## 무엇이 문제였나\n\n{escaped(text)}\n"


@pytest.mark.parametrize(
    "text",
    [
        "<b>굵게</b> *별* _줄_ `글`",
        "# 제목 아님",
        "1. 하나",
        "2) 둘",
        "- 셋",
        "+ 넷",
        "> 다섯",
        "&amp;lt; &#60;",
        "--- ",
        "===",
        "[글](https://example.org) ![그림](x.png)",
        "[가]: https://example.org",
        "끝에 \\",
        "| 표 | 칸 |",
        "~~~",
        "<!-- 숨김 -->",
        "    들여 쓴 줄",
        "https://example.org/a_b_c*d",
    ],
)
def test_what_a_form_says_below_a_heading_is_never_markup(text: str) -> None:
    (section,) = Renderer(lambda target: None).body(escaped(f"{text}\n둘째 줄"))
    lines = [unescape(line) for line in re.findall(r"<p>(.*?)</p>", str(section.html), re.DOTALL)]
    assert lines == [text.strip(), "둘째 줄"]
    assert [problem.text() for problem in section_problems(escaped(text))] == []


def test_a_free_document_gives_its_words_as_notes_and_no_structure(tmp_path: Path) -> None:
    cases, file = shelf(tmp_path), tmp_path / "보고.docx"
    document = open_docx()
    document.add_paragraph("협치 사례 보고")
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "사업명", "골목 의자 (010-2345-6789)"
    document.save(str(file))
    (tmp_path / "보고.txt").write_text("먼저 있던 글")
    done = run("import.py", file, "--cases", cases)
    notes = tmp_path / "보고-2.txt"
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith(
        f"이 문서에는 사례 서식의 물음이 없어 칸을 나눌 수 없습니다. 글만 옮겨 두었습니다: {notes}\n"
    )
    assert "휴대전화 번호로 보이는 번호가 있습니다: 010-****-**89" in done.stdout
    assert notes.read_text("utf-8") == "협치 사례 보고\n사업명\t골목 의자 (010-2345-6789)\n"
    assert (tmp_path / "보고.txt").read_text() == "먼저 있던 글"
    assert list(cases.glob("[!_]*/*")) == []


BOMB = zipped(word__document_xml=b"<w/>" + b" " * 101_000_000)
ENTITIES = zipped(
    word__document_xml=b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><a>&c;</a>'
)
SAVE_AS = "한글에서는 ‘다른 이름으로 저장하기’에서 HWPX, 워드에서는 DOCX를 골라 다시 저장해 주세요."


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", f"HWPX나 DOCX 파일이 아니거나 망가졌습니다. {SAVE_AS}"),
        (b"%PDF-1.7", f"PDF 파일입니다. 채우기 전의 서식에 적어 주세요. {SAVE_AS}"),
        (EMPTY["hwpx"][:-200], f"HWPX나 DOCX 파일이 아니거나 망가졌습니다. {SAVE_AS}"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            f"옛 HWP·DOC 파일이거나 암호가 걸린 파일입니다. {SAVE_AS}",
        ),
        (zipped(a=b"b"), f"HWPX나 DOCX 파일이 아닙니다. {SAVE_AS}"),
        (BOMB, "파일을 풀면 너무 커집니다. 열지 않았습니다. 보낸 사람에게 확인해 주세요."),
        (
            ENTITIES,
            "문서 안에 있을 수 없는 것이 들어 있습니다. 열지 않았습니다. 한글이나 워드에서 다시 저장해 주세요.",
        ),
        (
            zipped(word__document_xml=b"<a/>", word__vbaProject=b"").replace(
                b"word/vbaProject", b"word/vbaProject"
            ),
            "파일이 망가져 열 수 없습니다. 한글이나 워드에서 열어 다시 저장해 주세요.",
        ),
        (
            zipped(**{"word__document_xml": b"<a/>", "word__vbaProject.bin": b""}),
            "매크로가 든 문서입니다. 열지 않았습니다. 매크로 없는 DOCX로 다시 저장해 주세요.",
        ),
        (
            zipped(mimetype=b"application/hwp+zip", **{"Contents__content.hpf": b"<a>"}),
            "파일이 망가져 열 수 없습니다. 한글이나 워드에서 열어 다시 저장해 주세요.",
        ),
        (
            b"PK" + b"\0" * 20_000_001,
            "파일이 너무 큽니다. 20MB까지 읽습니다. 그림을 빼고 다시 저장해 주세요.",
        ),
    ],
    ids=[
        "empty",
        "pdf",
        "cut",
        "old",
        "zip",
        "bomb",
        "entities",
        "broken docx",
        "macro",
        "broken hwpx",
        "large",
    ],
)
def test_what_is_no_sound_document_is_refused_in_plain_words(data: bytes, said: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_document(data)
    assert str(refused.value) == said


def test_the_commands_say_plainly_what_they_cannot_read_or_write(tmp_path: Path) -> None:
    (tmp_path / "a.hwpx").write_bytes(b"PK")
    (tmp_path / "taken").write_text("")
    refused = [
        run("import.py", tmp_path / "a.hwpx"),
        run("import.py", tmp_path / "none.hwpx"),
        run("form.py", "--out", tmp_path / "taken"),
    ]
    assert [(one.returncode, one.stderr.splitlines()[0]) for one in refused[:2]] == [
        (1, f"a.hwpx: HWPX나 DOCX 파일이 아니거나 망가졌습니다. {SAVE_AS}"),
        (2, f"파일을 읽을 수 없습니다: {tmp_path / 'none.hwpx'}"),
    ]
    assert refused[2].returncode == 1 and refused[2].stderr.endswith(
        "--out에 쓸 수 있는 폴더를 적어 주세요.\n"
    )


@pytest.mark.parametrize(
    ("name", "cell", "value"),
    [
        ("domains", "", []),
        ("domains", "   ".join(f"□ {term.label}" for term in WORDS["domains"]), []),
        ("scale", "자치구", "district"),
        ("scale", "□ 1 동 ■ 2 자치구", "district"),
        ("scale", "V□ 2 자치구", "district"),
        ("scale", "□V 3 서울시", "city"),
        ("scale", "□ 1 동\n□ 2 자치구\n2", "district"),
        ("groups", "청년, 3", ["youth", "children"]),
    ],
)
def test_a_choice_may_be_ticked_numbered_or_written_out(
    name: str, cell: str, value: object
) -> None:
    assert value_of(SCHEMA.fields[name], cell, WORDS, ()) in (value, "" if value == [] else value)


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("scale", "1, 2"),
        ("scale", "나라"),
        ("scale", "9"),
        ("domains", "■ 99"),
        ("domains", "□ 1 협치 제도·행정 혁신   □ 2 시민참여·공론"),
        ("relations", "작년의 일"),
    ],
)
def test_a_choice_that_is_none_or_too_many_fits_nowhere(name: str, cell: str) -> None:
    with pytest.raises(Misfit):
        value_of(SCHEMA.fields[name], cell, WORDS, ())


def test_the_site_holds_the_form_and_leads_to_it(tmp_path: Path) -> None:
    library = small_library(tmp_path / "small", {})
    write_form(library, tmp_path)
    assert [(tmp_path / file.address).read_bytes() for file in FORM_FILES] == list(EMPTY.values())
    assert re.findall(
        r'href="([^"]*case-form[^"]*)" download="([^"]+)"', page(library, "contribute/")
    ) == [
        ("../contribute/case-form.hwpx", "협치사례-서식.hwpx"),
        ("../contribute/case-form.docx", "협치사례-서식.docx"),
    ]
