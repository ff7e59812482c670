"""Filled forms as word processors keep them: what their authors see arrives, and nothing else."""

from __future__ import annotations

import pytest

from helpers.filling import EMPTY, LIBRARY, filled
from helpers.form_edits import (
    MAIN,
    OWN,
    W,
    edited,
    packed,
    parts_of,
    read,
    remarks,
    with_parts,
    words,
)
from hyeopchi.contribute.documents.document import Unreadable, read_document
from hyeopchi.contribute.filled_form import Filled
from hyeopchi.contribute.filled_sheet import Sheet
from hyeopchi.contribute.form_wording import every_line
from support.environment import ROOT

TITLE = "무슨 일이었는지 한 줄로 적어 주세요"
NAME = "정식 이름이 따로 있나요"
SUMMARY = "200자 안으로 간추려 주세요"
PROBLEM = "무엇이 문제였나"
DATA = ROOT / "tests" / "data" / "forms"
ANSWERS = {TITLE: "의자를 놓다", PROBLEM: "쉴 곳이 없었습니다."}
FIELDS = LIBRARY.schema.fields
LINES = (DATA / "lines.txt").read_text("utf-8").splitlines()
"""Every line that a form has had of its own since the first: where it stands, and what it says."""
FORMS = {ending: filled(ending, ANSWERS) for ending in EMPTY}
SAVE_AS = "한글에서는 ‘다른 이름으로 저장하기’에서 HWPX, 워드에서는 DOCX를 골라 다시 저장해 주세요."

LEFT_EMPTY = "어느 자치구의 일인가요: □ 3 중구"
"""What is left of a choice that stands alone with an empty box: somebody erased the others."""

RUN = "<w:r><w:t>의자를 놓다</w:t></w:r>"
PARAGRAPH = f"<w:p>{RUN}</w:p>"
NEW = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
OLD = "<w:r><w:delText>{0}</w:delText><w:t>{0}</w:t></w:r>"
TEXT_BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>'
    "{0}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
    "<w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def title(data: bytes) -> object:
    found = read(data)
    assert found.left == ()
    return found.draft.values.get("title")


def docx(new: str, old: str = RUN) -> bytes:
    return edited(FORMS["docx"], "docx", (old, new))


def hwpx(new: str, old: str = "<hp:t>의자를 놓다</hp:t>") -> bytes:
    return edited(FORMS["hwpx"], "hwpx", (old, new))


@pytest.mark.parametrize(
    "wrapped",
    [
        f"<w:ins>{RUN}</w:ins>",
        f"<w:moveTo>{RUN}</w:moveTo>",
        f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{RUN}</w:sdtContent></w:sdt>",
        f'<w:smartTag w:element="place"><w:smartTagPr/>{RUN}</w:smartTag>',
        f'<w:customXml w:element="a">{RUN}</w:customXml>',
        f'<w:fldSimple w:instr=" DOCPROPERTY a ">{RUN}</w:fldSimple>',
        f'<w:hyperlink w:anchor="a">{RUN}</w:hyperlink>',
        f'<w:dir w:val="ltr">{RUN}</w:dir>',
        f'<w:bdo w:val="ltr"><w:ins>{RUN}</w:ins></w:bdo>',
        f'<mc:AlternateContent><mc:Choice Requires="w14">{RUN}</mc:Choice></mc:AlternateContent>',
        f'<mc:AlternateContent><mc:Choice Requires="w14"/><mc:Fallback>{RUN}</mc:Fallback></mc:AlternateContent>',
        f"<mc:AlternateContent><mc:Choice Requires='w14'>{RUN}</mc:Choice><mc:Fallback>{RUN}</mc:Fallback></mc:AlternateContent>",
        f"<w:ins><w:sdt><w:sdtContent><w:smartTag>{RUN}</w:smartTag></w:sdtContent></w:sdt></w:ins>",
        "<w:r><w:ruby><w:rubyBase>" + RUN + "</w:rubyBase></w:ruby></w:r>",
        f"<w:unknown>{RUN}</w:unknown>",
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF a </w:instrText></w:r>'
        + f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{RUN}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        NEW.format("의자를") + f"<w:del>{OLD.format('벤치')}</w:del>" + NEW.format(" 놓다"),
        NEW.format("의자를 놓다") + f"<w:moveFrom>{OLD.format('벤치')}</w:moveFrom>",
        "<w:r><w:t>의자를</w:t><w:tab/><w:t>놓다</w:t></w:r>",
        NEW.format("의자를 놓다")
        + '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText>'
        + '<w:fldChar w:fldCharType="separate"/><w:t>7</w:t><w:fldChar w:fldCharType="end"/></w:r>',
    ],
)
def test_words_of_word_are_read_through_whatever_wraps_them(wrapped: str) -> None:
    assert str(title(docx(wrapped))).replace("\t", " ") == "의자를 놓다"


@pytest.mark.parametrize(
    "wrapped",
    [
        f"<w:sdt><w:sdtContent>{PARAGRAPH}</w:sdtContent></w:sdt>",
        f"<w:customXml>{PARAGRAPH}</w:customXml>",
        f"<mc:AlternateContent><mc:Fallback>{PARAGRAPH}</mc:Fallback></mc:AlternateContent>",
        f"{PARAGRAPH}<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del>{OLD.format('지운 줄')}</w:del></w:p>",
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{NEW.format('의자를')}</w:p><w:p>{NEW.format(' 놓다')}</w:p>",
    ],
)
def test_paragraphs_of_word_are_read_through_whatever_wraps_them(wrapped: str) -> None:
    assert title(docx(wrapped, PARAGRAPH)) == "의자를 놓다"


def test_rows_cells_and_tables_of_word_keep_their_columns_in_content_controls() -> None:
    text = parts_of(FORMS["docx"])[MAIN["docx"]].decode()
    cell = text[
        text.rindex("<w:tc>", 0, text.index(RUN)) : text.index("</w:tc>", text.index(RUN)) + 7
    ]
    row = text[
        text.rindex("<w:tr>", 0, text.index(RUN)) : text.index("</w:tr>", text.index(RUN)) + 7
    ]
    table = text[
        text.rindex("<w:tbl>", 0, text.index(RUN)) : text.index("</w:tbl>", text.index(RUN)) + 8
    ]
    for what in (cell, row, table):
        for wrapper in (
            "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
            "<w:customXml>{}</w:customXml>",
        ):
            assert title(docx(wrapper.format(what), what)) == "의자를 놓다"
    framed = f"<w:tbl><w:tr><w:tc>{table}<w:p/></w:tc></w:tr></w:tbl>"
    boxed = f"<w:p>{TEXT_BOX.format(table)}</w:p>"
    assert (title(docx(framed, table)), title(docx(boxed, table))) == ("의자를 놓다",) * 2
    shifted = row.replace("<w:trPr>", '<w:trPr><w:gridBefore w:val="1"/>', 1)
    first = row[row.index("<w:tc>") : row.index("</w:tc>") + 7]
    question = row.replace(cell, "")
    merged = question.replace(
        "<w:tcPr>", '<w:tcPr><w:vMerge w:val="restart"/>', 1
    ) + shifted.replace(first, "")
    assert title(docx(merged, row)) == "의자를 놓다"


def test_an_untouched_content_control_says_nothing() -> None:
    waiting = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    assert title(docx(waiting.format(NEW.format("여기를 눌러 입력하세요.")))) is None
    answered = waiting.replace("<w:showingPlcHdr/>", '<w:showingPlcHdr w:val="0"/>')
    assert title(docx(answered.format(RUN))) == "의자를 놓다"


def test_deleted_rows_and_cells_of_word_say_nothing() -> None:
    text = parts_of(FORMS["docx"])[MAIN["docx"]].decode()
    row = text[
        text.rindex("<w:tr>", 0, text.index(RUN)) : text.index("</w:tr>", text.index(RUN)) + 7
    ]
    assert title(docx(row.replace("<w:trPr>", "<w:trPr><w:del/>", 1), row)) is None
    cells = row.replace("<w:tcPr>", "<w:tcPr><w:cellDel/>").replace(
        "<w:tcPr><w:cellDel/>", "<w:tcPr>", 1
    )
    assert title(docx(cells, row)) is None


@pytest.mark.parametrize(
    ("beside", "remark"),
    [
        ("<w:r><w:ruby><w:rt>" + NEW.format("벤치") + "</w:rt><w:rubyBase>" + NEW.format("") + "</w:rubyBase></w:ruby></w:r>", "덧말: 벤치"),
        (TEXT_BOX.format(f"<w:p>{NEW.format('상자 속')}</w:p>"), "글상자: 상자 속"),
        ('<w:r><w:rPr><w:vanish/></w:rPr><w:t>안 보임</w:t></w:r>', "숨긴 글: 안 보임"),
        ('<w:r><w:rPr><w:strike/></w:rPr><w:t>탁자를</w:t></w:r>', "취소선을 그은 글: 탁자를"),
        ('<w:r><w:rPr><w:dstrike w:val="1"/></w:rPr><w:t>탁자를</w:t></w:r><w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t></w:t></w:r>', "취소선을 그은 글: 탁자를"),
        ('<w:r><w:sym w:font="Webdings" w:char="F04A"/></w:r>', None),
        ('<w:r><w:drawing><wp:inline><wp:docPr descr="의자 사진"/><a:blip/></wp:inline></w:drawing></w:r>', "그림: 의자 사진"),
        ("<w:r><w:drawing><a:blip/></w:drawing></w:r>", "그림: 글이 아니라 옮기지 못했습니다"),
        ('<w:r><w:pict><v:textpath string="글맵시"/></w:pict></w:r>', "그림: 글맵시"),
        ('<w:altChunk r:id="a"/>', "끼워 넣은 문서: 글이 아니라 옮기지 못했습니다"),
        ('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>HYPERLINK "https://example.org/b"</w:instrText><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>', "링크: https://example.org/b"),
    ],
)  # fmt: skip
def test_what_stands_beside_an_answer_of_word_is_left_with_its_question(
    beside: str, remark: str | None
) -> None:
    found = read(docx(RUN + beside))
    assert found.draft.values["title"] == "의자를 놓다"
    assert remarks(found) == [f"{TITLE}, {remark or '기호: Webdings F04A'}"]


def test_notes_and_comments_of_word_are_left_with_their_question_and_margins_with_theirs() -> None:
    note = '<{0} w:id="{1}"><w:p><w:r><w:t>{2}</w:t></w:r></w:p></{0}>'
    refers = '<w:r><w:footnoteReference w:id="1"/><w:endnoteReference w:id="1"/><w:commentReference w:id="1"/></w:r>'
    data = with_parts(
        docx(RUN + refers),
        {
            "footnotes.xml": ("footnotes", note.format("w:footnote", 1, "각주 말")),
            "endnotes.xml": ("endnotes", note.format("w:endnote", 1, "미주 말")),
            "comments.xml": (
                "comments",
                note.format("w:comment", 1, "메모 말") + note.format("w:comment", 2, "떠도는 메모"),
            ),
            "header9.xml": ("header", "<w:p><w:r><w:t>머리에 쓴 말</w:t></w:r></w:p>"),
            "footer9.xml": ("footer", "<w:p><w:r><w:t>꼬리에 쓴 말</w:t></w:r></w:p>"),
        },
    )
    assert remarks(read(data)) == [
        f"{TITLE}, 각주: 각주 말",
        f"{TITLE}, 미주: 미주 말",
        f"{TITLE}, 메모: 메모 말",
        "‘협치도서관’ 아래, 머리말: 머리에 쓴 말",
        "‘협치도서관’ 아래, 꼬리말: 꼬리에 쓴 말",
        "‘협치도서관’ 아래, 메모: 떠도는 메모",
    ]


def test_charts_and_diagrams_of_word_say_their_words() -> None:
    drawing = '<w:r><w:drawing><a:graphic r:id="new0"/><a:graphic r:dm="new1"/></w:drawing></w:r>'
    data = with_parts(
        docx(RUN + drawing),
        {
            "charts/chart1.xml": ("chart", "<a:v>여섯 개</a:v>"),
            "diagrams/data1.xml": ("diagramData", "<a:t>모으기</a:t>"),
        },
    )
    assert remarks(read(data)) == [f"{TITLE}, 그림: 여섯 개 / 모으기"]


@pytest.mark.parametrize(
    ("box", "district"),
    [
        ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>', ["jung-gu"]),
        ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData></w:fldChar></w:r>', None),
        ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="□"/><w:listEntry w:val="■"/></w:ddList></w:ffData></w:fldChar></w:r>', ["jung-gu"]),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', ["jung-gu"]),
        ('<w:r><w:sym w:font="Wingdings 2" w:char="F052"/></w:r>', ["jung-gu"]),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>', None),
        ('<w:r><w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr><w:t>\uf0fe</w:t></w:r>', ["jung-gu"]),
        ("<w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt>", ["jung-gu"]),
        ("<w:ins><w:r><w:t>■</w:t></w:r></w:ins><w:del><w:r><w:delText>□</w:delText></w:r></w:del>", ["jung-gu"]),
    ],
)  # fmt: skip
def test_a_box_of_word_is_ticked_as_it_shows(box: str, district: object) -> None:
    data = filled("docx", {"어느 자치구의 일인가요": "칸"})
    found = read(edited(data, "docx", ("<w:r><w:t>칸</w:t></w:r>", box + NEW.format(" 3 중구"))))
    assert found.draft.values.get("districts") == district
    assert remarks(found) == ([] if district else [LEFT_EMPTY])


def test_a_table_in_an_answer_is_left_with_its_question() -> None:
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    table = "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl><w:p/>".format(
        *map(cell.format, ("구분", "수", "의자", "6"))
    )
    found = read(docx(PARAGRAPH + table, PARAGRAPH))
    assert found.draft.values["title"] == "의자를 놓다"
    assert remarks(found) == [f"{TITLE}, 표: 구분 | 수 / 의자 | 6"]


@pytest.mark.parametrize(
    ("ending", "wrapped"),
    [
        ("hwpx", '<hp:t>의자를 <hp:deleteBegin Id="1" TcId="1"/>벤치<hp:deleteEnd Id="1" TcId="1" paraend="0"/>놓다</hp:t>'),
        ("hwpx", '<hp:t>의자<hp:insertBegin Id="2" TcId="2"/>를<hp:insertEnd Id="2" TcId="2" paraend="0"/> 놓다</hp:t>'),
        ("hwpx", '<hp:t><hp:deleteBegin Id="9" TcId="9"/>의자를 놓다</hp:t>'),
        ("hwpx", "<hp:t>의자<hp:markpenBegin/>를 놓<hp:markpenEnd/>다</hp:t>"),
        ("hwpx", "<hp:switch><hp:case><hp:t>의자를 놓다</hp:t></hp:case><hp:default><hp:t>의자를 놓다</hp:t></hp:default></hp:switch>"),
        ("hwpx", "<hp:switch><hp:case/><hp:default><hp:t>의자를 놓다</hp:t></hp:default></hp:switch>"),
        ("hwpx", "<hp:dutmal><hp:mainText>의자</hp:mainText><hp:subText/></hp:dutmal><hp:t>를 놓다</hp:t>"),
        ("hwpx", '<hp:compose composeText="의"/><hp:t>자를 놓다</hp:t>'),
        ("hwpx", '<hp:ctrl><hp:fieldBegin type="CLICK_HERE"><hp:parameters><hp:stringParam name="Command">누르세요</hp:stringParam></hp:parameters></hp:fieldBegin></hp:ctrl><hp:t>의자를 놓다</hp:t><hp:ctrl><hp:fieldEnd/></hp:ctrl>'),
        ("hwpx", "<hp:edit><hp:text>의자를 놓다</hp:text></hp:edit>"),
        ("hwpx", '<hp:comboBox selectedValue="의자를 놓다"/>'),
        ("hwpx", '<hp:listBox selectedValue="의자를 놓다"/>'),
        ("hwpx", "<hp:unknown><hp:t>의자를 놓다</hp:t></hp:unknown>"),
    ],
)  # fmt: skip
def test_words_of_hangul_are_read_as_their_author_sees_them(ending: str, wrapped: str) -> None:
    assert title(hwpx(wrapped)) == "의자를 놓다"


def test_a_deletion_of_hangul_reaches_over_paragraphs_and_tables() -> None:
    begin, end = '<hp:deleteBegin Id="1" TcId="1"/>', '<hp:deleteEnd Id="1" TcId="1" paraend="1"/>'
    table = "<hp:tbl><hp:tr><hp:tc><hp:subList><hp:p><hp:run><hp:t>지운 칸</hp:t></hp:run></hp:p></hp:subList></hp:tc></hp:tr></hp:tbl>"
    data = hwpx(
        f"<hp:t>{begin}지운 줄</hp:t></hp:run></hp:p><hp:p><hp:run>{table}<hp:t>지운 끝{end}</hp:t></hp:run></hp:p>"
        "<hp:p><hp:run><hp:t>의자를 놓다</hp:t>"
    )
    found = read(data)
    assert "지운" not in words(found) and found.left == ()
    assert str(found.draft.values["title"]).strip() == "의자를 놓다"


@pytest.mark.parametrize(
    ("beside", "remark"),
    [
        ("<hp:dutmal><hp:mainText/><hp:subText>벤치</hp:subText></hp:dutmal>", "덧말: 벤치"),
        ("<hp:rect><hp:drawText><hp:subList><hp:p><hp:run><hp:t>상자 속</hp:t></hp:run></hp:p></hp:subList></hp:drawText></hp:rect>", "글상자: 상자 속"),
        ("<hp:container><hp:ellipse><hp:drawText><hp:subList><hp:p><hp:run><hp:t>동그라미 속</hp:t></hp:run></hp:p></hp:subList></hp:drawText></hp:ellipse></hp:container>", "글상자: 동그라미 속"),
        ("<hp:ctrl><hp:footNote><hp:subList><hp:p><hp:run><hp:t>각주 말</hp:t></hp:run></hp:p></hp:subList></hp:footNote></hp:ctrl>", "각주: 각주 말"),
        ("<hp:ctrl><hp:endNote><hp:subList><hp:p><hp:run><hp:t>미주 말</hp:t></hp:run></hp:p></hp:subList></hp:endNote></hp:ctrl>", "미주: 미주 말"),
        ("<hp:ctrl><hp:hiddenComment><hp:subList><hp:p><hp:run><hp:t>숨은 말</hp:t></hp:run></hp:p></hp:subList></hp:hiddenComment></hp:ctrl>", "숨은 설명: 숨은 말"),
        ('<hp:ctrl><hp:fieldBegin type="MEMO"><hp:parameters><hp:stringParam name="Author">나</hp:stringParam></hp:parameters><hp:subList><hp:p><hp:run><hp:t>메모 말</hp:t></hp:run></hp:p></hp:subList></hp:fieldBegin></hp:ctrl>', "메모: 메모 말"),
        ('<hp:ctrl><hp:fieldBegin type="HYPERLINK"><hp:parameters><hp:stringParam name="Command">https\\://example.org/b;1;0;0;</hp:stringParam></hp:parameters></hp:fieldBegin></hp:ctrl>', "링크: https://example.org/b"),
        ('<hp:textart text="글맵시"/>', "글맵시: 글맵시"),
        ("<hp:equation><hp:script>a over b</hp:script></hp:equation>", "수식: a over b"),
        ("<hp:pic><hp:shapeComment>그림입니다.</hp:shapeComment><hp:caption><hp:subList><hp:p><hp:run><hp:t>의자 사진</hp:t></hp:run></hp:p></hp:subList></hp:caption></hp:pic>", "그림, 캡션: 의자 사진"),
        ("<hp:pic/>", "그림: 글이 아니라 옮기지 못했습니다"),
        ('<hp:pic><hp:caption><hp:subList><hp:p><hp:run><hp:t>그림 </hp:t><hp:ctrl><hp:autoNum num="3" numType="FIGURE"/></hp:ctrl><hp:t> 의자</hp:t></hp:run></hp:p></hp:subList></hp:caption></hp:pic>', "그림, 캡션: 그림 3 의자"),
        ('<hp:ctrl><hp:footNote><hp:subList><hp:p><hp:run><hp:ctrl><hp:autoNum num="1" numType="FOOTNOTE"/></hp:ctrl><hp:t>각주 말</hp:t></hp:run></hp:p></hp:subList></hp:footNote></hp:ctrl>', "각주: 각주 말"),
        ("<hp:tbl><hp:tr><hp:tc><hp:subList><hp:p><hp:run><hp:t>의자</hp:t></hp:run></hp:p></hp:subList></hp:tc><hp:tc><hp:subList><hp:p><hp:run><hp:t>6</hp:t></hp:run></hp:p></hp:subList></hp:tc></hp:tr></hp:tbl>", "표: 의자 | 6"),
    ],
)  # fmt: skip
def test_what_stands_beside_an_answer_of_hangul_is_left_with_its_question(
    beside: str, remark: str
) -> None:
    found = read(hwpx("<hp:t>의자를 놓다</hp:t>" + beside))
    assert found.draft.values["title"] == "의자를 놓다"
    assert remarks(found) == [f"{TITLE}, {remark}"]


@pytest.mark.parametrize(("mark", "district"), [("CHECKED", ["jung-gu"]), ("UNCHECKED", None)])
def test_a_box_of_hangul_is_ticked_as_it_shows(mark: str, district: object) -> None:
    data = filled("hwpx", {"어느 자치구의 일인가요": "칸"})
    button = f'<hp:checkBtn value="{mark}" caption=""/><hp:t> 3 중구</hp:t>'
    found = read(edited(data, "hwpx", ("<hp:t>칸</hp:t>", button)))
    assert found.draft.values.get("districts") == district
    assert remarks(found) == ([] if district else [LEFT_EMPTY])


@pytest.mark.parametrize("ending", EMPTY)
def test_words_in_the_cell_of_a_question_answer_it_if_nothing_else_does(ending: str) -> None:
    t = "<w:t>{}</w:t>" if ending == "docx" else "<hp:t>{}</hp:t>"
    line = (
        "<w:r><w:br/>{}</w:r>"
        if ending == "docx"
        else "<hp:run><hp:t><hp:lineBreak/></hp:t>{}</hp:run>"
    )
    text = parts_of(FORMS[ending])[MAIN[ending]].decode()
    end = "</w:r>" if ending == "docx" else "</hp:run>"
    at = text.index("예: 서울청년정책네트워크 1기")
    old = text[at : text.index(end, at) + len(end)]
    typed = old + line.format(t.format("골목 의자 모임"))
    found = read(edited(FORMS[ending], ending, (old, typed)))
    assert (found.draft.values["official_name"], found.left) == ("골목 의자 모임", ())
    answered = filled(ending, {**ANSWERS, NAME: "의자 모임"})
    found = read(edited(answered, ending, (old, typed)))
    assert found.draft.values["official_name"] == "의자 모임"
    assert remarks(found) == [f"{NAME} (물음 칸): 골목 의자 모임"]
    other = read(
        edited(FORMS[ending], ending, (old, typed), ("만든 쪽이 부르는 이름.", "옛 도움말"))
    )
    assert "official_name" not in other.draft.values
    assert remarks(other) == [f"{NAME} (물음 칸): 옛 도움말 / 골목 의자 모임"]


@pytest.mark.parametrize("ending", EMPTY)
def test_a_form_that_asked_in_other_words_is_understood(ending: str) -> None:
    """As forms stood before ``easy`` and the helps of two lists were put otherwise."""
    easy, helps = FIELDS["easy"], FIELDS["enablers"]
    answers = {easy.question: "가.\n나.\n다."}
    data = filled(ending, answers, {helps.question: [["구청의 귀", "귀 기울임", "", ""]]})
    old = edited(
        data,
        ending,
        (easy.question, "쉬운 말로 짧게 세 문장만 적어 주세요"),
        (helps.help, "도움이 된 것."),
    )
    found = read(old)
    assert found.left == read(data).left
    assert found.draft == read(data).draft
    assert found.draft.values["easy"] == ["가.", "나.", "다."]


def own_lines(ending: str) -> set[str]:
    """What the form says of its own, outside its tables and in them, without its boxes and the numbers of its rows."""
    forms = every_line(read_document(EMPTY[ending]).blocks, is_inside=False)
    lines = ((where, text.replace("\N{NO-BREAK SPACE}", " ").strip()) for text, where in forms)
    return {
        f"{'in' if is_inside else 'out'} {line}"
        for is_inside, line in lines
        if line and not line.startswith("□") and not line.isdecimal()
    }


@pytest.mark.parametrize("ending", EMPTY)
def test_every_line_of_a_form_is_kept_in_mind(ending: str) -> None:
    """What is missing belongs into ``lines.txt``, and what the form no longer says stays there."""
    assert sorted(own_lines(ending) - set(LINES)) == []


def test_no_line_that_a_form_ever_said_is_taken_for_an_answer() -> None:
    """A line that is put otherwise goes on in ``asked_before`` of its field, or among those that are gone."""
    sheet = Sheet.of(LIBRARY.schema, LIBRARY.vocabularies, OWN)
    told = [line.split(" ", 1) for line in LINES]
    assert [
        line
        for where, line in told
        if not (sheet.is_printed(line) if where == "out" else sheet.typed(line) == "")
    ] == []


@pytest.mark.parametrize("ending", EMPTY)
def test_the_choices_of_an_older_form_are_its_own_words(ending: str) -> None:
    """As forms stood when the words of a list were fewer."""
    said = "누가 한 말: 1 당사자 · 2 행정 · 3 연구 · 4 평가"
    said_by = LIBRARY.vocabularies["said-by"]
    now = " · ".join(f"{number} {term.label}" for number, term in enumerate(said_by, start=1))
    blocks = read_document(EMPTY[ending]).blocks
    assert f"누가 한 말: {now}" in blocks
    sheet = Sheet.of(LIBRARY.schema, LIBRARY.vocabularies, OWN)
    assert sheet.is_printed(said)
    assert [
        sheet.is_printed(line)
        for line in ("누가 한 말: 1 당사자", "누가 한 말: 1 당사자 · 3 연구", "모임: 1 하나 · 2 둘")
    ] == [False, False, False]


START, END = "언제 시작했나요", "언제 끝났나요"


@pytest.mark.parametrize(
    ("answers", "period", "left"),
    [
        ({START: "2018. 3. ~ 6."}, ("2018-03", "2018-06"), []),
        ({END: "2018년 3월부터 6월까지"}, ("2018-03", "2018-06"), []),
        ({START: "2018. 3. ~ 6.", END: "2018년 6월"}, ("2018-03", "2018-06"), []),
        ({START: "2018. 3.", END: "2018. 3. ~ 6."}, ("2018-03", "2018-06"), []),
        ({START: "2018. 3. ~ 6.", END: "2018. 8."}, ("2018-03", "2018-06"), [f"{END}: 2018. 8."]),
        ({START: "2018. 3. ~ 6.", END: "모름"}, ("2018-03", "2018-06"), [f"{END}: 모름"]),
        ({START: "2018. 2.", END: "2018. 3. ~ 6."}, ("2018-02",), [f"{END}: 2018. 3. ~ 6."]),
        ({START: "2018. 6. ~ 3."}, (), [f"{START}: 2018. 6. ~ 3."]),
        ({START: "2018년 1~2학기"}, (), [f"{START}: 2018년 1~2학기"]),
    ],
)
def test_from_when_to_when_may_be_said_in_one_cell(
    answers: dict[str, str], period: tuple[str, ...], left: list[str]
) -> None:
    found = read(filled("docx", answers))
    assert found.draft.values.get("period", {}) == dict(zip(("start", "end"), period, strict=False))
    assert remarks(found) == left


def test_every_question_of_a_group_that_nobody_could_answer_is_named() -> None:
    found = read(filled("docx", {START: "모름", END: "모름"}))
    assert found.draft.gaps["unknown"] == {"period": f"{START}, {END}"}


def test_a_row_keeps_both_ends_of_a_time_and_never_one_word_over_another() -> None:
    rows = {
        FIELDS["stages"].question: [["■ 실행", "2018. 3. ~ 6.", "의자를 놓았습니다.", ""]],
        FIELDS["participants"].question: [["12명", "회", "모임", ""], ["30명", "명", "", ""]],
        FIELDS["sources"].question: [["소식지", "", "2018. 3. ~ 6.", "", "", ""]],
    }
    found = read(filled("docx", {}, rows))
    assert found.draft.values["stages"] == [
        {
            "stage": "implementation",
            "start": "2018-03",
            "end": "2018-06",
            "what": "의자를 놓았습니다.",
        }
    ]
    assert found.draft.values["participants"] == [
        {"value": "12", "unit": "명", "of": "모임"},
        {"value": "30", "unit": "명"},
    ]
    assert remarks(found) == [
        "참여한 사람 수 1: 단위: 회",
        "근거가 되는 자료 1: 낸 날: 2018. 3. ~ 6.",
    ]


@pytest.mark.parametrize("ending", EMPTY)
def test_money_is_counted_in_units_of_money_alone(ending: str) -> None:
    rows = [["8878", "백만원", "", ""], ["249명", "", "", ""], ["3", "회", "", ""]]
    found = read(filled(ending, {}, {FIELDS["budget"].question: rows}))
    assert found.draft.values["budget"] == [{"value": "8878", "unit": "백만원"}, {"value": "3"}]
    assert remarks(found) == ["쓴 돈 2: 수: 249명", "쓴 돈 3: 단위: 회"]
    assert "단위: 원 · 천원 · 만원 · 백만원 · 억원" in "\n".join(
        block for block in read_document(EMPTY[ending]).blocks if isinstance(block, str)
    )


@pytest.mark.parametrize("ending", EMPTY)
def test_words_outside_the_tables_are_left_with_the_line_above(ending: str) -> None:
    paragraph = (
        "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
        if ending == "docx"
        else "<hp:p><hp:run><hp:t>{}</hp:t></hp:run></hp:p>"
    )
    text = parts_of(FORMS[ending])[MAIN[ending]].decode()
    last = text.index("다 적은 파일을")
    opening = "<w:p>" if ending == "docx" else "<hp:p "
    at = text.rindex(opening, 0, last)
    old = text[at : last + 3]
    typed = (
        paragraph.format("덧붙임:") + paragraph.format("") + paragraph.format("겨울에는 치웁니다.")
    )
    assert remarks(read(edited(FORMS[ending], ending, (old, typed + old)))) == [
        "‘보내기’ 아래: 덧붙임: / 겨울에는 치웁니다."
    ]


def test_cells_that_were_merged_answer_the_first_question_or_are_left() -> None:
    text = parts_of(FORMS["docx"])[MAIN["docx"]].decode()
    at = text.index("언제 시작했나요")
    start = text.rindex("<w:tr>", 0, at)
    second = text.index("</w:tr>", start) + 7
    rows = text[start : text.index("</w:tr>", second) + 7]
    first, other = rows[: second - start], rows[second - start :]
    cell = "<w:tcPr><w:vMerge{}/>"
    merged = "".join(
        row[: row.rindex("<w:tcPr>")]
        + cell.format(how)
        + row[row.rindex("<w:tcPr>") + 8 : row.rindex("<w:p>")]
        + "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in said)
        + row[row.rindex("</w:tc>") :]
        for row, how, said in (
            (first, ' w:val="restart"', ["2018-03", "2018-06"]),
            (other, "", [""]),
        )
    )
    found = read(docx(merged, rows))
    assert remarks(found) == ["언제 시작했나요: 2018-03 / 2018-06"]
    assert "period" not in found.draft.values


def test_a_question_that_is_answered_twice_keeps_its_first_answer_and_leaves_the_other() -> None:
    text = parts_of(FORMS["docx"])[MAIN["docx"]].decode()
    row = text[
        text.rindex("<w:tr>", 0, text.index(RUN)) : text.index("</w:tr>", text.index(RUN)) + 7
    ]
    found = read(docx(row + row.replace("의자를 놓다", "나무를 심다"), row))
    assert found.draft.values["title"] == "의자를 놓다"
    assert remarks(found) == [f"{TITLE}: 나무를 심다"]


def test_a_second_form_in_the_same_file_is_left_whole_and_an_empty_one_before_says_nothing() -> (
    None
):
    rows = {"달라진 것": [["그늘이 늘었습니다.", "당사자", ""]]}
    other = filled("docx", {TITLE: "나무를 심다", NAME: "나무 모임"}, rows)
    first, second, empty = (
        parts_of(one)[MAIN["docx"]].decode() for one in (FORMS["docx"], other, EMPTY["docx"])
    )

    def both(text: str, behind: str) -> bytes:
        body = behind[behind.index("<w:body>") + 8 : behind.rindex("<w:sectPr")]
        at = text.rindex("<w:sectPr")
        document = f"{text[:at]}{body}{text[at:]}".encode()
        return packed({**parts_of(FORMS["docx"]), MAIN["docx"]: document})

    found = read(both(first, second))
    assert (found.draft, remarks(found)) == (
        read(FORMS["docx"]).draft,
        [
            f"둘째 서식, {TITLE}: 나무를 심다",
            f"둘째 서식, {NAME}: 나무 모임",
            "둘째 서식, 달라진 것 1: 한두 문장: 그늘이 늘었습니다.",
            "둘째 서식, 달라진 것 1: 누가 한 말: 당사자",
        ],
    )
    for one in (both(empty, first), both(first, empty)):
        assert (read(one).draft, read(one).left) == (read(FORMS["docx"]).draft, ())


@pytest.mark.parametrize("ending", EMPTY)
def test_tables_that_were_put_together_are_read_as_two(ending: str) -> None:
    data = filled(ending, ANSWERS, {"달라진 것": [["쉬는 사람이 늘었습니다.", "당사자", ""]]})
    text = parts_of(data)[MAIN[ending]].decode()
    name = "w:tbl" if ending == "docx" else "hp:tbl"
    rows = list(text.split(f"<{name}>" if ending == "docx" else f"<{name} "))[1:]
    row = "w:tr" if ending == "docx" else "hp:tr"
    whole = [part[part.index(f"<{row}>") : part.index(f"</{name}>")] for part in rows]
    asked = next(part for part in whole if "의자를 놓다" in part)
    listed = next(part for part in whole if "쉬는 사람이" in part)
    found = read(edited(data, ending, (listed, ""), (asked, asked + listed)))
    assert found.left == ()
    assert found.draft.values["title"] == "의자를 놓다"
    assert found.draft.values["outcomes"] == [
        {"what": "쉬는 사람이 늘었습니다.", "said_by": "participants"}
    ]


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("1, 3쪽\n1, 9쪽", {"source-1": "3쪽, 9쪽"}),
        ("1, 3쪽\n2, 5쪽\n1, 9쪽", {"source-1": "3쪽, 9쪽", "source-2": "5쪽"}),
        ("1, 3쪽\n1, 3쪽", {"source-1": "3쪽"}),
        ("자료 1 3쪽, 자료2 5쪽", {"source-1": "3쪽", "source-2": "5쪽"}),
        ("자료1: 3쪽 / 자료 2: 5쪽; 자료1 9쪽", {"source-1": "3쪽, 9쪽", "source-2": "5쪽"}),
        ("1, 3쪽; 5쪽", {"source-1": "3쪽; 5쪽"}),
    ],
)
def test_every_place_in_one_source_is_kept(said: str, kept: dict[str, str]) -> None:
    sources = [["소식지", "", "", "", "", ""], ["회의록", "", "", "", "", ""]]
    rows = {"달라진 것": [["쉬는 사람이 늘었습니다.", "", said]], "근거가 되는 자료": sources}
    found = read(filled("docx", {}, rows))
    assert found.left == ()
    assert found.draft.values["outcomes"] == [{"what": "쉬는 사람이 늘었습니다.", "from": kept}]


@pytest.mark.parametrize("said", ["1, 3쪽; 2, 5쪽", "1, 3쪽 / 2: 5쪽", "1, 3쪽, 자료 7 5쪽"])
def test_a_place_that_may_be_of_another_source_is_left(said: str) -> None:
    sources = [["소식지", "", "", "", "", ""], ["회의록", "", "", "", "", ""]]
    rows = {"달라진 것": [["쉬는 사람이 늘었습니다.", "", said]], "근거가 되는 자료": sources}
    found = read(filled("docx", {}, rows))
    assert found.draft.values["outcomes"] == [{"what": "쉬는 사람이 늘었습니다."}]
    assert remarks(found) == [f"달라진 것 1: 자료와 쪽: {said}"]


def test_commas_that_part_no_thousands_make_no_greater_number() -> None:
    rows = [["3,5", "억원", "", ""], ["１，２００", "원", "", ""], ["12,34,5", "원", "", ""]]
    found = read(filled("docx", {}, {FIELDS["budget"].question: rows}))
    assert found.draft.values["budget"][1] == {"value": "1200", "unit": "원"}
    assert remarks(found) == ["쓴 돈 1: 수: 3,5", "쓴 돈 3: 수: 12,34,5"]


def test_what_the_list_of_actors_says_otherwise_is_left() -> None:
    rows = {"함께한 곳": [["서울특별시", "행정", ""], ["서울시", "기업", "돈을 댐"]]}
    found = read(filled("docx", ANSWERS, rows))
    assert found.draft.values["actors"] == [{"id": "seoul"}, {"id": "seoul", "role": "돈을 댐"}]
    assert remarks(found) == ["함께한 곳 2: 어떤 곳: 기업"]


def test_rows_are_counted_by_their_printed_numbers_and_words_beside_a_number_are_left() -> None:
    sources = [
        ["", "", "", "", "", ""],
        ["", "회의록", "", "", "", ""],
        ["", "소식지", "", "", "", ""],
    ]
    data = filled(
        "docx",
        {**ANSWERS, "그렇게 적힌 자료는 무엇인가요": "3, 2쪽"},
        {"근거가 되는 자료": sources},
    )
    found = read(data)
    assert [one["key"] for one in found.draft.values["sources"]] == ["source-2", "source-3"]
    assert found.draft.values["status"] == {"from": {"source-3": "2쪽"}}
    text = parts_of(data)[MAIN["docx"]].decode()
    at = text.index("회의록")
    start = text.rindex("<w:tr>", 0, at)
    row = text[start : text.index("</w:tr>", at) + 7]
    labelled = row.replace("<w:t>2</w:t>", "<w:t>2</w:t><w:br/><w:t>가장 중요</w:t>", 1)
    assert remarks(read(edited(data, "docx", (row, labelled)))) == ["근거가 되는 자료 2: 가장 중요"]
    headed = edited(data, "docx", ("<w:t>낸 곳</w:t>", "<w:t>낸 곳</w:t><w:br/><w:t>(기관)</w:t>"))
    assert remarks(read(headed)) == ["근거가 되는 자료 표의 머리: (기관)"]


@pytest.mark.parametrize("ending", EMPTY)
def test_letters_that_were_taken_apart_are_put_together_again(ending: str) -> None:
    apart = "의자를 놓다"
    data = edited(
        FORMS[ending],
        ending,
        (
            "의자를 놓다",
            "\u110b\u1174\u110c\u1161\u1105\u1173\u11af \u1102\u1169\u11c2\u1103\u1161",
        ),
    )
    assert title(data) == apart
    hanja = edited(FORMS[ending], ending, ("의자를 놓다", "음악(音\uf914)"))
    assert title(hanja) == "음악(音樂)"


SAID = "쉴 곳이 없었습니다."
LISTED = (
    ("n", "의자"),
    ("d", "나무"),
    ("d", "등받이"),
    ("n", ""),
    ("n", "탁자"),
    ("b", "그늘"),
    ("", "끝"),
)
"""Paragraphs of a list as one types it: numbers that the word processor counts, of two depths, and a point."""
NUMBERED = "7\\. 의자\n\n7-가) 나무\n\n7-나) 등받이\n\n9\\. 탁자\n\n그늘\n\n끝"


LEVEL = '<w:lvl w:ilvl="{}"><w:start w:val="{}"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/>{}</w:lvl>'
HEAD = '<hh:paraHead level="{}" start="{}" numFormat="{}">{}</hh:paraHead>'
LOOK = '<hh:paraPr id="{}"><hh:heading type="{}" idRef="{}" level="{}"/></hh:paraPr>'
HEADS = '<hh:head xmlns:hh="http://www.hancom.co.kr/hwpml/2011/head">{}</hh:head>'


def said_in_word(lists: str, styles: str, *paragraphs: tuple[str, str]) -> str:
    """What an answer says of ``paragraphs``, each of properties and words, where these lists and styles are known."""
    item = "<w:p><w:pPr>{}</w:pPr><w:r><w:t>{}</w:t></w:r></w:p>"
    typed = "".join(item.format(*one) for one in paragraphs)
    parts = parts_of(docx(typed, f"<w:p><w:r><w:t>{SAID}</w:t></w:r></w:p>"))
    looks = {"numbering": lists, "styles": styles}
    added = {
        f"word/{name}.xml": f'<x xmlns:w="{W}">{of}</x>'.encode() for name, of in looks.items()
    }
    found = read(packed({**parts, **added}))
    assert found.left == ()
    return found.draft.sections[PROBLEM]


def said_in_hangul(head: str, *paragraphs: tuple[str, str], outline: str = "1") -> Filled:
    """What the form says with these paragraphs, each of attributes and content, for an answer."""
    typed = "".join(f"<hp:p {look}>{content}</hp:p>" for look, content in paragraphs)
    begun = f"<hp:t></hp:t></hp:run></hp:p>{typed}<hp:p><hp:run>"
    shape = 'outlineShapeIDRef="{}"'
    changes = (f"<hp:t>{SAID}</hp:t>", begun), (shape.format(1), shape.format(outline))
    parts = parts_of(edited(FORMS["hwpx"], "hwpx", *changes))
    return read(packed({**parts, "Contents/header.xml": HEADS.format(head).encode()}))


def test_numbers_that_word_counts_by_itself_are_kept() -> None:
    lists = (
        f'<w:abstractNum w:abstractNumId="3">{LEVEL.format(0, 1, "decimal", "%1.", "")}'
        f'{LEVEL.format(1, 1, "ganada", "%1-%2)", "")}</w:abstractNum><w:abstractNum w:abstractNumId="4">'
        f'{LEVEL.format(0, 1, "bullet", "•", "")}</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="3"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
        '<w:num w:numId="6"><w:abstractNumId w:val="4"/></w:num>'
    )
    item = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr>'
    kinds = {"n": (0, 5), "d": (1, 5), "b": (0, 6), "": (0, 0)}
    typed = [(item.format(*kinds[kind]), text) for kind, text in LISTED]
    assert said_in_word(lists, "", *typed) == NUMBERED


STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="usual"/>'
    '<w:style w:styleId="chapter"><w:basedOn w:val="usual"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="article"><w:basedOn w:val="chapter"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="point"><w:basedOn w:val="linked"/></w:style>'
    '<w:style w:styleId="linked"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="6"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="plain"><w:basedOn w:val="chapter"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="round"><w:basedOn w:val="round"/></w:style>'
)
"""Styles that number paragraphs: by a list, by one that the style they are based on names, by a list that names them."""
STYLED = (
    '<w:abstractNum w:abstractNumId="3">'
    + LEVEL.format(0, 1, "decimal", "제%1장", "")
    + LEVEL.format(1, 1, "decimal", "제%2조", '<w:lvlRestart w:val="0"/>')
    + LEVEL.format(2, 1, "lowerRoman", "%1.%2.%3", "<w:isLgl/>")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="4"><w:numStyleLink w:val="numbers"/></w:abstractNum>'
    + '<w:abstractNum w:abstractNumId="7"><w:styleLink w:val="numbers"/>'
    + LEVEL.format(0, 1, "decimal", "%1.", "")
    + LEVEL.format(1, 3, "decimalEnclosedCircle", "%2", '<w:pStyle w:val="point"/>')
    + '</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>'
    + '<w:num w:numId="6"><w:abstractNumId w:val="4"/></w:num>'
    + '<w:num w:numId="8"><w:abstractNumId w:val="3"/><w:lvlOverride w:ilvl="0">'
    + LEVEL.format(0, 1, "koreanCounting", "%1)", "")
    + "</w:lvlOverride></w:num>"
)


def test_numbers_that_a_style_of_word_brings_are_kept() -> None:
    style = '<w:pStyle w:val="{}"/>'
    deeper = style.format("chapter") + '<w:numPr><w:ilvl w:val="2"/></w:numPr>'
    other = '<w:numPr><w:numId w:val="8"/></w:numPr>'
    said = said_in_word(
        STYLED,
        STYLES,
        *((style.format(name), f"{name} 글") for name in ("chapter", "article", "article")),
        *((style.format(name), f"{name} 글") for name in ("chapter", "article", "linked", "point")),
        *((style.format(name), f"{name} 글") for name in ("point", "plain", "round")),
        (deeper, "깊은 글"),
        (other, "다른 글"),
        (f"{style.format('chapter')}<w:rPr><w:del/></w:rPr>", "지운 끝, "),
        ("", "이은 글"),
        (style.format("chapter"), "다음 글"),
    )
    assert said.replace("\\", "").split("\n\n") == [
        *("제1장 chapter 글", "제1조 article 글", "제2조 article 글"),
        *("제2장 chapter 글", "제3조 article 글", "1. linked 글", "③ point 글"),
        *("④ point 글", "plain 글", "round 글"),
        *("2.3.1 깊은 글", "삼) 다른 글", "지운 끝, 이은 글", "제4장 다음 글"),
    ]


def test_words_that_a_style_of_word_strikes_out_are_left() -> None:
    styles = (
        '<w:style w:styleId="gone"><w:rPr><w:dstrike/></w:rPr></w:style>'
        '<w:style w:styleId="dropped"><w:basedOn w:val="gone"/></w:style>'
    )
    run = '<w:r><w:rPr><w:rStyle w:val="{}"/>{}</w:rPr><w:t>{}</w:t></w:r>'
    struck = (
        run.format("dropped", "", "벤")
        + run.format("dropped", "<w:b/>", "치를")
        + run.format("dropped", '<w:dstrike w:val="0"/>', "의자를 놓다")
        + run.format("gone", "", "탁자")
    )
    gone = '<w:p><w:pPr><w:pStyle w:val="gone"/></w:pPr><w:r><w:t>그만둔 줄</w:t></w:r></w:p>'
    parts = parts_of(docx(f"<w:p>{struck}</w:p>{gone}", PARAGRAPH))
    found = read(packed({**parts, "word/styles.xml": f'<x xmlns:w="{W}">{styles}</x>'.encode()}))
    assert found.draft.values["title"] == "의자를 놓다"
    kind = f"{TITLE}, 취소선을 그은 글"
    assert remarks(found) == [f"{kind}: 벤치를", f"{kind}: 탁자", f"{kind}: 그만둔 줄"]


def test_numbers_that_hangul_counts_by_itself_are_kept() -> None:
    looks = (("90", "NUMBER", 5, 0), ("91", "NUMBER", 5, 1), ("92", "BULLET", 1, 0))
    head = (
        f'<hh:numbering id="5">{HEAD.format(1, 7, "DIGIT", "^1.")}'
        f"{HEAD.format(2, 1, 'HANGUL_SYLLABLE', '^1-^2)')}</hh:numbering>"
        f"{''.join(LOOK.format(*one) for one in looks)}"
    )
    kinds = {"n": "90", "d": "91", "b": "92", "": "0"}
    typed = [(f'paraPrIDRef="{kinds[kind]}"', RUN_OF.format(text)) for kind, text in LISTED]
    found = said_in_hangul(head, *typed)
    assert (found.draft.sections[PROBLEM], found.left) == (NUMBERED, ())


RUN_OF = "<hp:run><hp:t>{}</hp:t></hp:run>"


def test_numbers_of_headings_of_hangul_are_kept_by_the_outline_of_their_section() -> None:
    looks = (("90", "OUTLINE", 0, 0), ("91", "OUTLINE", 0, 1), ("92", "NUMBER", 1, 0))
    numbers = HEAD.format(1, 1, "ROMAN_CAPITAL", "^1.") + HEAD.format(2, 1, "DIGIT", "^n)")
    other = HEAD.format(1, 4, "CIRCLED_HANGUL_SYLLABLE", "^1")
    head = (
        f'<hh:numbering id="1">{numbers}</hh:numbering><hh:numbering id="2">{other}</hh:numbering>'
        '<hh:style id="3" paraPrIDRef="91"/>' + "".join(LOOK.format(*one) for one in looks)
    )
    begin, end = '<hp:deleteBegin Id="1" TcId="1"/>', '<hp:deleteEnd Id="1" TcId="1" paraend="1"/>'
    typed = (
        ('paraPrIDRef="90"', RUN_OF.format("의자")),
        ('styleIDRef="3"', RUN_OF.format("나무")),
        ('paraPrIDRef="90"', RUN_OF.format(f"{begin}탁자")),
        ('paraPrIDRef="90"', RUN_OF.format("등")),
        ('paraPrIDRef="90"', RUN_OF.format(f"받침{end}")),
        ('paraPrIDRef="90"', RUN_OF.format("그늘")),
        ('paraPrIDRef="92"', RUN_OF.format("따로")),
        ('paraPrIDRef="90"', RUN_OF.format("")),
    )
    for outline, said in (
        ("1", ["I. 의자", "I.1) 나무", "II. 그늘", "I. 따로"]),
        ("2", ["㉱ 의자", "나무", "㉲ 그늘", "I. 따로"]),
        ("0", ["의자", "나무", "그늘", "I. 따로"]),
    ):
        found = said_in_hangul(head, *typed, outline=outline)
        assert found.draft.sections[PROBLEM].replace("\\", "").split("\n\n") == said
        assert found.left == ()


def test_words_that_hangul_strikes_out_are_left_with_their_question() -> None:
    looks = {
        "struck": '<hh:strikeout shape="SOLID"/>',
        "double": '<hh:strikeout shape="DOUBLE_SLIM"/>',
        "old": '<hh:underline type="CENTER" shape="SOLID"/>',
        "none": '<hh:underline type="BOTTOM" shape="SOLID"/><hh:strikeout shape="NONE"/>',
        "usual": '<hh:underline type="CENTER" shape="3D"/><hh:strikeout shape="3D"/>',
    }
    head = "".join(f'<hh:charPr id="{name}">{look}</hh:charPr>' for name, look in looks.items())
    run = '<hp:run charPrIDRef="{}"><hp:t>{}</hp:t></hp:run>'
    begin, end = '<hp:deleteBegin Id="1" TcId="1"/>', '<hp:deleteEnd Id="1" TcId="1" paraend="0"/>'
    found = said_in_hangul(
        head,
        ("", run.format("usual", "쉴 ") + run.format("struck", "자") + run.format("double", "리가")),
        ("", run.format("none", "곳이 ") + run.format("old", f"적었{begin}지") + run.format("none", f"운{end}없다")),
    )  # fmt: skip
    kind = f"{PROBLEM}, 취소선을 그은 글"
    assert remarks(found) == [f"{kind}: 자리가", f"{kind}: 적었"]
    assert found.draft.sections[PROBLEM].split("\n\n") == ["쉴", "곳이 없다"]


def test_the_main_part_is_found_by_its_relation() -> None:
    parts = parts_of(FORMS["docx"])
    moved = {
        name.replace("document.xml", "document2.xml"): data.replace(
            b"word/document.xml", b"/word/document2.xml"
        )
        for name, data in parts.items()
    }
    assert title(packed(moved)) == "의자를 놓다"
    backwards = {name.replace("/", "\\"): data for name, data in parts.items()}
    assert title(packed(backwards)) == "의자를 놓다"


def test_a_strict_open_xml_document_is_read() -> None:
    strict = "http://purl.oclc.org/ooxml/"
    parts = {
        name: data.replace(b"http://schemas.openxmlformats.org/wordprocessingml/2006/", f"{strict}wordprocessingml/".encode())
        .replace(b"http://schemas.openxmlformats.org/officeDocument/2006/", f"{strict}officeDocument/".encode())
        for name, data in parts_of(FORMS["docx"]).items()
    }  # fmt: skip
    assert b"purl.oclc.org/ooxml/wordprocessingml/main" in parts[MAIN["docx"]]
    assert title(packed(parts)) == "의자를 놓다"


def test_a_second_section_of_hangul_and_one_that_the_list_of_parts_forgot_are_read() -> None:
    parts = parts_of(FORMS["hwpx"])
    namespaces = (
        parts[MAIN["hwpx"]].decode().split(">", 2)[1].removeprefix("\n").removeprefix("<hs:sec")
    )
    more = f"<hs:sec{namespaces}><hp:p><hp:run><hp:t>뒷장에 쓴 말</hp:t></hp:run></hp:p></hs:sec>"
    found = read(packed({**parts, "Contents/section1.xml": more.encode()}))
    assert remarks(found) == ["‘협치도서관’ 아래: 뒷장에 쓴 말"]


COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = {
    "mimetype": b"application/hwp+zip",
    "META-INF/manifest.xml": b'<m><e full-path="Contents/section0.xml"><encryption-data/></e></m>',
    "Contents/section0.xml": b"\x93\x01",
}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "암호가 걸린 DOCX입니다. 암호를 풀고 다시 저장해 주세요."),
        (COMPOUND + "WordDocument".encode("utf-16-le"), f"옛 워드 파일(DOC)입니다. {SAVE_AS}"),
        (COMPOUND + "FileHeader".encode("utf-16-le"), f"옛 한글 파일(HWP)입니다. {SAVE_AS}"),
        (b"HWP Document File V3.00", f"옛 한글 파일(HWP)입니다. {SAVE_AS}"),
        (packed(ENCRYPTED), "암호가 걸린 HWPX입니다. 암호를 풀고 다시 저장해 주세요."),
        (packed({"mimetype": b"application/vnd.oasis.opendocument.text"}), "ODT 문서입니다. DOCX로 다시 저장해 주세요."),
        (packed({"_rels/.rels": b'<r><x Type="a/officeDocument" Target="xl/workbook.xml"/></r>'}), f"엑셀 파일입니다. {SAVE_AS}"),
        (packed({"_rels/.rels": b'<r><x Type="a/officeDocument" Target="/ppt/presentation.xml"/></r>'}), f"파워포인트 파일입니다. {SAVE_AS}"),
        (b"{\\rtf1", f"RTF 파일입니다. {SAVE_AS}"),
        (packed({"word/document.xml": b"<a>" * 220 + b"</a>" * 220}), "문서 안의 것이 너무 깊이 겹쳐 있습니다. 열지 않았습니다. 한글이나 워드에서 다시 저장해 주세요."),
        (packed({"word/document.xml": '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a><a/>'.encode("utf-16")}), "문서 안에 있을 수 없는 것이 들어 있습니다. 열지 않았습니다. 한글이나 워드에서 다시 저장해 주세요."),
        (packed({"mimetype": b"application/hwp+zip", "Contents/section0.xml": "<a>글".encode()[:-1]}), "파일이 망가져 열 수 없습니다. 한글이나 워드에서 열어 다시 저장해 주세요."),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_as_what_it_is(
    data: bytes, said: str, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(Unreadable) as refused:
        read_document(data)
    assert str(refused.value) == said
    assert (capfd.readouterr(), caplog.records) == (("", ""), [])


def test_a_form_that_libreoffice_wrote_is_read() -> None:
    """Lines of the form that were put otherwise when it was filled in may be left too."""
    found = read((DATA / "libreoffice-plain.docx").read_bytes())
    assert found.draft.values["title"] == "골목에 의자를 놓다"
    assert found.draft.values["period"] == {"start": "2018-33", "end": "2018-06-20"}
    marked = read((DATA / "libreoffice-marked.docx").read_bytes())
    assert marked.draft.values == found.draft.values
    assert marked.draft.sections == found.draft.sections
    left = [remark for remark in remarks(marked) if remark not in remarks(found)]
    assert left == [
        f"{SUMMARY}, 각주:  2017년 조사",
        f"{PROBLEM}, 덧말: 벤치",
        f"{PROBLEM}, 메모: 확인할 것",
        f"{PROBLEM}, 표: 의자 | 여섯 개",
        "‘협치도서관’ 아래: 덧붙임: 겨울에는 치웁니다.",
        "‘협치도서관’ 아래, 글상자: 글상자 속 이야기",
    ]
