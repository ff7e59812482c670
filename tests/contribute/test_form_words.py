"""No word is lost: forms filled in at random places, in whatever word processors wrap words in.

Words that nobody else uses are written into random places of a form, random parts of it are wrapped
in everything that DOCX and HWPX know; each word must come back in a field or in a remark, and what
was deleted must not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from helpers.filling import EMPTY, filled
from helpers.form_edits import HP, MAIN, W, packed, parts_of, read, words, xml
from support.environment import ROOT

SAMPLES = [
    ROOT / "tests" / "data" / "forms" / f"libreoffice-{name}.docx" for name in ("plain", "marked")
]
"""What LibreOffice wrote, without the parts that say how words look."""
ANSWERS = {
    "무슨 일이었는지 한 줄로 적어 주세요": "의자를 놓다",
    "어느 자치구의 일인가요": "□ 1 서울특별시   ■ 15 마포구   □ 3 중구",
    "언제 시작했나요": "2018년 봄",
    "무엇이 문제였나": "앉을 곳이 없었습니다.",
}
ROWS = {
    "달라진 것": [["쉬는 사람이 늘었습니다.", "당사자", "1, 4쪽"]],
    "근거가 되는 자료": [["골목 모임 기록", "", "", "", "", ""]],
}
FORMS = {
    "empty.docx": EMPTY["docx"],
    "empty.hwpx": EMPTY["hwpx"],
    "filled.docx": filled("docx", ANSWERS, ROWS),
    "filled.hwpx": filled("hwpx", ANSWERS, ROWS),
    **{file.name: file.read_bytes() for file in SAMPLES},
}
TYPED = (
    *("의자를 놓다", "앉을 곳", "없었습니다", "늘었습니다", "골목 모임 기록", "구청이 도왔습니다"),
    *("2017년 조사", "벤치", "확인할 것", "여섯 개", "덧붙임", "글상자 속 이야기"),
)
"""What people typed into the filled ones."""
SAID = ("쪽지", *TYPED)
STRUCK = b'<h:head xmlns:h="h"><h:charPr id="777"><h:strikeout shape="SOLID"/></h:charPr></h:head>'
PARTS = {
    name: {**parts_of(data), **({"Contents/header.xml": STRUCK} if name.endswith("hwpx") else {})}
    for name, data in FORMS.items()
}

WORD = {
    "r": [
        "<w:ins>{}</w:ins>",
        "<w:moveTo>{}</w:moveTo>",
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:smartTag>{}</w:smartTag>",
        "<w:customXml>{}</w:customXml>",
        '<w:fldSimple w:instr=" REF a ">{}</w:fldSimple>',
        '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
        "<w:dir>{}</w:dir>",
        "<w:bdo>{}</w:bdo>",
        '<mc:AlternateContent><mc:Choice Requires="w14">{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>',
        '<mc:AlternateContent><mc:Choice Requires="w14"/><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>',
        "<w:r><w:ruby><w:rt/><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>",
        "<m:oMath>{}</m:oMath>",
        "<w:r><w:rPr><w:strike/></w:rPr>{}</w:r>",
        "<w:nobodyKnows>{}</w:nobodyKnows>",
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>REF</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        "{}<w:del><w:r><w:delText>지운말</w:delText></w:r></w:del>",
        "<w:moveFrom><w:r><w:t>지운말</w:t></w:r></w:moveFrom>{}",
    ],
    "p": [
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:customXml>{}</w:customXml>",
        "<w:ins>{}</w:ins>",
        "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>",
        "<w:p><w:r><w:drawing><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></w:drawing></w:r></w:p>",
        "<w:p><w:r><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></w:r></w:p>",
        "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl><w:p/>",
        "{}<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:t>지운말</w:t></w:r></w:del></w:p>",
    ],
    "tc": [
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:customXml>{}</w:customXml>",
    ],
    "tr": [
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:customXml>{}</w:customXml>",
        "{}<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>지운말</w:t></w:r></w:p></w:tc></w:tr>",
    ],
    "tbl": [
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:customXml>{}</w:customXml>",
        "<w:tbl><w:tr><w:tc>{}<w:p/></w:tc></w:tr></w:tbl>",
        "<w:p><w:r><w:drawing><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></w:drawing></w:r></w:p>",
    ],
}
"""What Word wraps runs, paragraphs, cells, rows and tables in."""
_BOX = "<hp:drawText><hp:subList>{}</hp:subList></hp:drawText>"
HANGUL = {
    "t": [
        "<hp:switch><hp:case>{}</hp:case><hp:default>{}</hp:default></hp:switch>",
        "<hp:switch><hp:case/><hp:default>{}</hp:default></hp:switch>",
        '<hp:ctrl><hp:fieldBegin type="CLICK_HERE"/></hp:ctrl>{}<hp:ctrl><hp:fieldEnd/></hp:ctrl>',
        "<hp:nobodyKnows>{}</hp:nobodyKnows>",
        '<hp:run charPrIDRef="777">{}</hp:run>',
        '<hp:t><hp:insertBegin Id="7" TcId="7"/></hp:t>{}<hp:t><hp:insertEnd Id="7" TcId="7" paraend="0"/></hp:t>',
        '<hp:t><hp:deleteBegin Id="8" TcId="8"/>지운말<hp:deleteEnd Id="8" TcId="8" paraend="0"/></hp:t>{}',
        '<hp:t><hp:deleteBegin Id="9" TcId="9"/></hp:t>{}',
        "{}<hp:dutmal><hp:mainText/><hp:subText/></hp:dutmal>",
    ],
    "p": [
        "<hp:switch><hp:default>{}</hp:default></hp:switch>",
        f"<hp:p><hp:run><hp:rect>{_BOX}</hp:rect></hp:run></hp:p>",
        f"<hp:p><hp:run><hp:container><hp:ellipse>{_BOX}</hp:ellipse></hp:container></hp:run></hp:p>",
        "<hp:p><hp:run><hp:ctrl><hp:footNote><hp:subList>{}</hp:subList></hp:footNote></hp:ctrl></hp:run></hp:p>",
        "<hp:p><hp:run><hp:ctrl><hp:hiddenComment><hp:subList>{}</hp:subList></hp:hiddenComment></hp:ctrl></hp:run></hp:p>",
        '<hp:p><hp:run><hp:ctrl><hp:fieldBegin type="MEMO"><hp:subList>{}</hp:subList></hp:fieldBegin></hp:ctrl></hp:run></hp:p>',
        "<hp:p><hp:run><hp:tbl><hp:tr><hp:tc><hp:subList>{}</hp:subList></hp:tc></hp:tr></hp:tbl></hp:run></hp:p>",
        '{}<hp:p><hp:run><hp:t><hp:deleteBegin Id="6" TcId="6"/>지운말<hp:deleteEnd Id="6" TcId="6" paraend="1"/></hp:t></hp:run></hp:p>',
    ],
    "tr": ["<hp:switch><hp:default>{}</hp:default></hp:switch>"],
    "tbl": [
        "<hp:switch><hp:case>{}</hp:case><hp:default>{}</hp:default></hp:switch>",
        "<hp:tbl><hp:tr><hp:tc><hp:subList><hp:p><hp:run>{}</hp:run></hp:p></hp:subList></hp:tc></hp:tr></hp:tbl>",
        "<hp:rect><hp:drawText><hp:subList><hp:p><hp:run>{}</hp:run></hp:p></hp:subList></hp:drawText></hp:rect>",
    ],
}
"""What Hangul wraps words, paragraphs, rows and tables in."""
WRITTEN = {
    "docx": {
        "t": lambda word: f"<w:r><w:t>{word}</w:t></w:r>",
        "p": lambda word: f"<w:p><w:r><w:t>{word}</w:t></w:r></w:p>",
        "tr": lambda word: f"<w:tr><w:tc><w:p><w:r><w:t>{word}</w:t></w:r></w:p></w:tc></w:tr>",
    },
    "hwpx": {
        "t": lambda word: f"<hp:run><hp:t>{word}</hp:t></hp:run>",
        "p": lambda word: f"<hp:p><hp:run><hp:t>{word}</hp:t></hp:run></hp:p>",
        "tr": lambda word: (
            f"<hp:tr><hp:tc><hp:subList><hp:p><hp:run><hp:t>{word}</hp:t></hp:run></hp:p></hp:subList></hp:tc></hp:tr>"
        ),
    },
}
"""A word as a run behind another, a paragraph or a row."""

Node = etree._Element
Place = tuple[str, int]


def nodes(root: Node, ending: str, name: str) -> list[Node]:
    """The elements of a name that are told: not of what was deleted."""
    space = W if ending == "docx" else HP
    lost = (f"{{{W}}}del", f"{{{W}}}moveFrom")
    return [
        one
        for one in root.iter(f"{{{space}}}{name}")
        if not any(above.tag in lost for above in one.iterancestors())
    ]


def fill(root: Node, ending: str, word: str, place: Place) -> None:
    """Write a word behind a run, a paragraph or a row."""
    name, at = place
    wanted = {"t": "r" if ending == "docx" else "run"}.get(name, name)
    found = nodes(root, ending, wanted)
    node = found[at % len(found)]
    for new in reversed(xml(ending, WRITTEN[ending][name](word))):
        node.addnext(new)


def around_words(root: Node, tag: str) -> list[Node]:
    """The nearest elements of a tag around words that were typed."""
    said = (one for one in root.iter(f"{{{W}}}t", f"{{{HP}}}t") if one.text)
    typed = (one for one in said if any(word in one.text for word in SAID))
    around = (
        next((above for above in (one, *one.iterancestors()) if above.tag == tag), None)
        for one in typed
    )
    return [one for one in around if one is not None]


def wrap(root: Node, ending: str, place: Place, wrapper: int) -> None:
    """Put a wrapper around a node; mostly around one with words that were typed."""
    name, at = place
    wrappers = (WORD if ending == "docx" else HANGUL)[name]
    found = nodes(root, ending, name)
    typed = around_words(root, found[0].tag)
    pool = typed if typed and at % 4 else found
    node = pool[at % len(pool)]
    tail, node.tail = node.tail, None
    text = etree.tostring(node, encoding="unicode")
    new = xml(ending, wrappers[wrapper % len(wrappers)].replace("{}", text))
    for one in reversed(new):
        node.addnext(one)
    node.getparent().remove(node)
    new[-1].tail = tail


AT = st.integers(0, 5000)
FILLED = st.lists(st.tuples(st.sampled_from(["t", "p", "tr"]), AT), min_size=1, max_size=8)


def wrappings(kinds: dict[str, list[str]]) -> st.SearchStrategy[list[tuple[Place, int]]]:
    place = st.tuples(st.sampled_from(sorted(kinds)), AT)
    return st.lists(st.tuples(place, st.integers(0, 30)), max_size=8)


def changed(name: str, change: Callable[[Node, str], None]) -> bytes:
    ending = name.rpartition(".")[2]
    parts = PARTS[name]
    root = etree.fromstring(parts[MAIN[ending]])
    change(root, ending)
    return packed({**parts, MAIN[ending]: etree.tostring(root)})


def tokens(count: int) -> Iterator[str]:
    return (f"쪽지{chr(0xAC00 + 28 * at)}글" for at in range(count))


@pytest.mark.parametrize("name", FORMS)
@given(data=st.data())
@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_every_word_comes_back_and_nothing_that_was_deleted(name: str, data: st.DataObject) -> None:
    places = data.draw(FILLED)
    wrapped = data.draw(wrappings(WORD if name.endswith("docx") else HANGUL))
    typed = list(tokens(len(places)))

    def change(root: Node, ending: str) -> None:
        for word, place in zip(typed, places, strict=True):
            fill(root, ending, word, place)
        for place, wrapper in wrapped:
            wrap(root, ending, place, wrapper)

    found = read(changed(name, change))
    said = words(found).replace("\\", "")
    assert [word for word in typed if word not in said] == []
    assert "지운말" not in said


@pytest.mark.parametrize("name", [name for name in FORMS if not name.startswith("empty")])
@given(data=st.data())
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_wrapping_what_is_there_leaves_all_of_its_words(name: str, data: st.DataObject) -> None:
    wrapped = data.draw(wrappings(WORD if name.endswith("docx") else HANGUL))

    def change(root: Node, ending: str) -> None:
        for place, wrapper in wrapped:
            wrap(root, ending, place, wrapper)

    before, after = words(read(FORMS[name])), words(read(changed(name, change)))
    assert [word for word in TYPED if word in before and word not in after] == []
