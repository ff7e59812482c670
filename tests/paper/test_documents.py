"""Sheets as HWPX and DOCX: whole when others read them, harmless whatever they hold, the same each time."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from hwp2md.convert import convert
from hwpx.document import HwpxDocument
from hwpx.tools.validator import validate_document

from helpers.broken_files import CASE, shelf
from hyeopchi.library.library import Library
from hyeopchi.library.settings import Settings
from hyeopchi.paper.blocks.block import (
    Beside,
    Block,
    Board,
    Card,
    Cards,
    Code,
    Heading,
    PageBreak,
    Run,
    Table,
    Together,
    Tone,
    WritingLines,
    items,
    paragraph,
    runs,
)
from hyeopchi.paper.blocks.sheet import Sheet
from hyeopchi.paper.content import handouts
from hyeopchi.paper.writers.formats import judge, writer
from hyeopchi.records.reader import read_archive

SETTINGS = Settings(name="시험 도서관", version="1.2")
EVERYTHING: tuple[Block, ...] = (
    Heading("여러분이라면?", 2, "1."),
    paragraph(
        "보통 글 ",
        Run("굵은 글", is_strong=True),
        " ",
        Run("누리집", href="https://example.org/a?b=1;c=2&d=3"),
        Run("주석", note="쪽 아래의 글"),
    ),
    Heading("작은 제목", 3, "1.1"),
    items(["하나", "둘"]),
    items(["첫째", "둘째"], is_ordered=True),
    items(["다시 첫째"], is_ordered=True),
    items(["고르기"], boxes=True),
    Table(
        ("때", "일"),
        ((runs("2017"), runs("계획")), (runs("2018"), runs("첫 줄\n둘째 줄"))),
        "표의 제목",
        (1, 3),
    ),
    WritingLines(2, "적어 보세요"),
    Cards(
        tuple(
            Card(f"카드 {number}", runs("내용"), "디딤돌", "▲", "어느 기록") for number in range(3)
        ),
        2,
        2,
    ),
    PageBreak(),
    Board(((runs("왼 칸"), runs("오른 칸")),), 60),
    Code("https://example.org/x", "열어 보세요"),
    Code(""),
    Together((Heading("함께", 3), paragraph("한 쪽에"))),
    Beside((paragraph("왼쪽"),), (Table(("ㄱ",), ((runs("안의 표"),),)),)),
    *(paragraph(tone.value, tone=tone) for tone in Tone),
)
SAID = (
    "여러분이라면?",
    "보통 글",
    "굵은 글",
    "누리집",
    "쪽 아래의 글",
    "둘",
    "첫째",
    "다시 첫째",
    "고르기",
    "표의 제목",
    "2018",
    "둘째 줄",
    "적어 보세요",
    "카드 2",
    "어느 기록",
    "오른 칸",
    "열어 보세요",
    "한 쪽에",
    "안의 표",
    "instruction",
    "CC BY 4.0",
)
HOSTILE = (
    '<script>alert(1)</script> & "따옴표" ]]> <!-- --> &amp; &#x0; ${7*7} {{ 7*7 }} =HYPERLINK("x") +1 -1 @SUM'
    " \\u202e \u202e\u200b \x00\x08\x0b\x1f\ufffe\ud800 끝"
)
MEANT = re.sub("[\x00\x08\x0b\x1f\ufffe\ud800]", "", HOSTILE)


def sheet(*blocks: Block, **more: object) -> Sheet:
    return Sheet(
        "stem", "시험하는 종이", blocks, **{"name": "머리에 적힌 말", "rights": "CC BY 4.0", **more}
    )


def markdown(document: bytes, folder: Path) -> str:
    """What hwp2markdown, which is not the library that wrote it, reads in an HWPX document."""
    file = folder / "made.hwpx"
    file.write_bytes(document)
    return convert(file, folder).markdown


def quoted_yaml(text: str) -> str:
    """``text`` as YAML takes it, whatever it holds."""
    return json.dumps(text, ensure_ascii=False)


def words(document: bytes) -> str:
    """Everything that a DOCX document says, in its order."""
    with ZipFile(BytesIO(document)) as parts:
        texts = [
            parts.read(name).decode()
            for name in ("word/document.xml", "word/footnotes.xml")
            if name in parts.namelist()
        ]
    return re.sub(r"<[^>]+>", "", "".join(re.sub(r"</w:p>|<w:br/>", "\n", text) for text in texts))


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return {ending: writer(ending)(sheet(*EVERYTHING), SETTINGS) for ending in ("hwpx", "docx")}


def test_an_hwpx_document_fits_the_schemas_and_the_package_rules(made: dict[str, bytes]) -> None:
    assert list(judge("hwpx")(made["hwpx"], sheet())) == []
    assert list(judge("docx")(made["docx"], sheet())) == []


def test_the_gate_keeps_back_what_does_not_open() -> None:
    assert list(judge("docx")(b"PK", sheet())) == ["DOCX로 열리지 않습니다."]
    assert list(judge("hwpx")(b"PK", sheet())) == [
        "HWPX의 규격에 맞지 않습니다: BadZipFile: File is not a zip file",
        "HWPX의 규격에 맞지 않습니다: archive: not a valid ZIP archive",
        "HWPX로 열리지 않습니다: BadZipFile: File is not a zip file",
    ]


def test_another_library_reads_an_hwpx_document_whole(
    made: dict[str, bytes], tmp_path: Path
) -> None:
    read = markdown(made["hwpx"], tmp_path)
    assert [said for said in SAID if said not in read] == []
    assert [line for line in read.splitlines() if line.startswith("#")] == [
        "## 1. 여러분이라면?",
        "### 1.1 작은 제목",
        "### 함께",
    ]
    assert "- 하나\n- 둘\n1. 첫째\n2. 둘째\n1. 다시 첫째\n" in read
    assert "| 때 | 일 |\n|---|---|\n| 2017 | 계획 |\n| 2018 | 첫 줄<br>둘째 줄 |" in read
    assert (
        "[누리집](https://example.org/a?b=1;c=2&d=3)주석[^1]" in read
        and "[^1]: 쪽 아래의 글" in read
    )


def test_a_docx_document_reads_whole(made: dict[str, bytes]) -> None:
    read = words(made["docx"])
    assert [said for said in SAID if said not in read] == []
    document = Document(BytesIO(made["docx"]))
    assert [
        (one.style.name, one.text)
        for one in document.paragraphs
        if one.style.name.startswith("Heading")
    ] == [("Heading 2", "1. 여러분이라면?"), ("Heading 3", "1.1 작은 제목"), ("Heading 3", "함께")]
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [
        ["때", "일"],
        ["2017", "계획"],
        ["2018", "첫 줄\n둘째 줄"],
    ]


def test_a_document_has_its_head_its_page_numbers_and_a4_paper_with_margins(
    made: dict[str, bytes],
) -> None:
    section = Document(BytesIO(made["docx"])).sections[0]
    assert [
        round(length.mm)
        for length in (section.page_width, section.page_height, section.left_margin)
    ] == [210, 297, 20]
    assert section.header.paragraphs[0].text == "머리에 적힌 말"
    assert 'w:instr="PAGE"' in section.footer._element.xml
    body = ZipFile(BytesIO(made["hwpx"])).read("Contents/section0.xml").decode()
    width, height, left = (
        int(re.search(rf'<hp:pagePr.*? {name}="(\d+)"', body)[1])
        for name in ("width", "height", "left")
    )
    assert [round(length / 283.465) for length in (width, height, left)] == [210, 297, 20]
    assert "머리에 적힌 말" in body and '<hp:pageNum pos="BOTTOM_CENTER"' in body


@pytest.mark.parametrize("ending", ["hwpx", "docx"])
def test_a_landscape_sheet_lies_on_its_side(ending: str) -> None:
    document = writer(ending)(sheet(is_landscape=True), SETTINGS)
    if ending == "docx":
        section = Document(BytesIO(document)).sections[0]
        assert [round(length.mm) for length in (section.page_width, section.page_height)] == [
            297,
            210,
        ]
    else:
        body = ZipFile(BytesIO(document)).read("Contents/section0.xml").decode()
        assert 'landscape="NARROWLY"' in body


@pytest.mark.parametrize("ending", ["hwpx", "docx"])
def test_the_same_sheet_gives_the_same_bytes(ending: str, made: dict[str, bytes]) -> None:
    assert writer(ending)(sheet(*EVERYTHING), SETTINGS) == made[ending]


def test_rights_too_long_for_a_property_are_cut_there_and_whole_on_the_paper() -> None:
    long = Sheet("long", "긴 종이", sheet().blocks, rights="가" * 300, subtitle="나" * 256)
    said = Document(BytesIO(writer("docx")(long, SETTINGS))).core_properties
    assert (said.comments, said.subject) == ("가" * 254 + "…", "나" * 254 + "…")


@pytest.mark.parametrize("ending", ["hwpx", "docx"])
def test_a_document_says_who_made_it_and_when_and_nothing_of_the_file_it_began_from(
    ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    document = writer(ending)(sheet(), SETTINGS)
    if ending == "docx":
        said = Document(BytesIO(document)).core_properties
        assert (said.title, said.author, said.last_modified_by) == (
            "시험하는 종이",
            "시험 도서관",
            "시험 도서관",
        )
        assert (f"{said.created:%F}", f"{said.modified:%F}") == ("2023-11-14", "2023-11-14")
    else:
        text = ZipFile(BytesIO(document)).read("Contents/content.hpf").decode()
        assert "<opf:title>시험하는 종이</opf:title>" in text
        assert re.findall(r'name="(\w+)" content="text">([^<]+)<', text) == [
            ("creator", "시험 도서관"),
            ("lastsaveby", "시험 도서관"),
            ("CreatedDate", "2023-11-14T22:13:20Z"),
            ("ModifiedDate", "2023-11-14T22:13:20Z"),
            ("date", "2023년 11월 14일"),
        ]


@pytest.mark.parametrize("ending", ["hwpx", "docx"])
def test_whatever_a_record_holds_is_only_words(ending: str, tmp_path: Path) -> None:
    long_word = "가" * 3000
    blocks = (
        Heading(HOSTILE),
        paragraph(HOSTILE, Run(HOSTILE, href="javascript:alert(1)", note=HOSTILE)),
        paragraph(long_word),
        items([HOSTILE]),
        Table((HOSTILE,), ((runs(HOSTILE),),), HOSTILE),
        Cards((Card(HOSTILE, runs(HOSTILE), HOSTILE, "", HOSTILE),)),
    )
    document = writer(ending)(
        Sheet("stem", HOSTILE, blocks, HOSTILE, HOSTILE, HOSTILE), Settings(name=HOSTILE)
    )
    with ZipFile(BytesIO(document)) as parts:
        everything = b"".join(
            parts.read(name) for name in parts.namelist() if not name.endswith(".txt")
        )
    assert b"javascript:" not in everything and b"<script" not in everything
    if ending == "docx":
        (cell,) = Document(BytesIO(document)).tables[0].rows[1].cells
        assert cell.text == MEANT
    else:
        assert [str(issue) for issue in validate_document(document).issues] == []
        read = HwpxDocument.open(BytesIO(document))
        assert read.tables[0].cell(1, 0).text == MEANT
        assert MEANT.split("<!--")[0].strip() in markdown(document, tmp_path)


def test_only_safe_addresses_become_links() -> None:
    hrefs = (
        "https://example.org/",
        "mailto:a@example.org",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
    )
    document = writer("docx")(sheet(*(paragraph(Run("말", href=href)) for href in hrefs)), SETTINGS)
    assert [
        link.address for one in Document(BytesIO(document)).paragraphs for link in one.hyperlinks
    ] == list(hrefs[:2])


@pytest.mark.parametrize("ending", ["hwpx", "docx"])
def test_a_hostile_record_goes_through_its_handouts_as_words(ending: str, tmp_path: Path) -> None:
    hostile = '=HYPERLINK("https://example.org") {{ 7*7 }} & ]]> ' + "가" * 60
    teaching = (
        f"teaching: {{audience: [mixed], minutes: 10, activity: {quoted_yaml(hostile)}, questions: [{{text: {quoted_yaml(hostile)}, "
        f"hint: {quoted_yaml(hostile)}, minutes: 10}}]}}\n"
    )
    case = CASE.replace("\n---\n", f"\n{teaching}---\n", 1)
    library = Library(read_archive(shelf(tmp_path, {"mapo-gu/2018-x.md": case})))
    sheets = list(handouts.of(library.by_id["2018-x"], library))
    assert len(sheets) == 3
    for one in sheets:
        assert list(judge(ending)(writer(ending)(one, SETTINGS), one)) == []
