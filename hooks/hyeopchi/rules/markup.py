"""Rules over the markup of a body: what a page would not show as it was meant, or must not show.

They read the text by the grammar the pages are rendered with, so what passes here comes
through the sanitiser and the gate unchanged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hyeopchi.files.problem import Place, Problem
from hyeopchi.files.rule import Rule
from hyeopchi.files.source import SourceFile
from hyeopchi.markup.grammar import blanked, html_marks, targets
from hyeopchi.rules import markup_limits, tables
from hyeopchi.rules.findings import Finding, report
from hyeopchi.rules.markup_limits import MAX_MARKS_IN_BODY
from hyeopchi.text.quoting import MOST_READ, printable, without_personal_data
from hyeopchi.text.url import Kind, read_address

_SHOWN = 40

HTML_START = re.compile(r"<[^<>\s]{1,20}>?")
IMAGE = re.compile(r"!\[[^\[\]]*(?P<end>\])\s?[(\[][^()\[\]\n]*[)\]]?")
LINK_LIKE = re.compile(r"\]\((?P<target>[^()\n]*)\)?")
EMPTY_LINK = re.compile(r"\[(?<!!\[)\s*\]\(")
LINK_MEANT = re.compile(r"[:/<>\"'|]")
DEFINITION = re.compile(r"^[ \t>]*\[[^\[\]\n]+\]:[ \t]*\S.*", re.MULTILINE)
_FOREIGN_HINT = re.compile(r"\{[ :#.]|-8<-|///|```|~~~|!!!|\?\?\?|:::")
FOREIGN = re.compile(
    r"\{:[^{}\n]*\}?|\{ ?[#.][\w-]+[^{}\n]*\}|-8<-.*"
    r"|^[ \t>]*(?:/{3,}[ \t]*\w.*|`{3,}.*|~{3,}.*|!!!.*|\?\?\?.*|:::.*)",
    re.MULTILINE,
)
HEADING_LIKE = re.compile(
    r"^(?P<before>[ \t]*(?:(?:>|[*+-][ \t]|\d+\.[ \t])[ \t]*)*)"
    r"(?P<marks>#+)(?P<after>[ \t]*)(?P<text>.*)",
    re.MULTILINE,
)
UNDERLINE = re.compile(r"^(?:=+|-+)[ \t]*$", re.MULTILINE)
BEYOND_ASCII = re.compile(r"(?![\x00-\x7f])\w")

_HEADING_EXAMPLE = "예: ## 무엇이 문제였나"
_BAD_ADDRESS = {
    Kind.SCHEME: "링크에 쓸 수 없는 주소입니다",
    Kind.HOST: "어느 사이트인지 분명하지 않은 링크 주소입니다",
    Kind.DISGUISED: "빈칸, 역슬래시, 제어 문자나 '&…;'로 가린 링크 주소입니다",
}
_ADDRESS_HINT = (
    "https://로 시작하는 주소 전체나 기록의 id를 적어 주세요. "
    "예: [2017년 계획](2017-seoul-governance-plan)"
)


def _html_at(body: str, at: int) -> str:
    found = HTML_START.match(body, at)
    return found[0] if found else ""


def raw_html(source: SourceFile, body_offset: int) -> Iterator[Problem]:
    """A body has no HTML: outside code, no ``<`` before a letter, ``/``, ``!`` or ``?``."""
    body = source.text[body_offset:]
    yield from report(
        source,
        Rule.RAW_HTML,
        (
            Finding(
                body_offset + at,
                f"HTML은 쓸 수 없습니다: '{_shown(_html_at(body, at))}'",
                "굵은 글씨는 **이렇게** 씁니다. 부등호는 앞에 \\를 붙여 \\<로, 제목은 〈이렇게〉 적어 주세요",
            )
            for at in html_marks(body)
        ),
    )


def link_address(source: SourceFile, body_offset: int) -> Iterator[Problem]:
    """A link leads by http, https, mailto or tel, or to a record; nothing of its address is hidden."""
    found = (
        (target, read_address(target.written)) for target in targets(source.text[body_offset:])
    )
    yield from report(
        source,
        Rule.LINK_ADDRESS,
        (
            Finding(
                body_offset + target.offset,
                f"{_BAD_ADDRESS[address.kind]}: '{_shown(target.written)}'",
                _ADDRESS_HINT,
            )
            for target, address in found
            if not address.kind.is_safe
        ),
    )


def link_form(source: SourceFile, body_offset: int) -> Iterator[Problem]:
    """A link is written ``[글](주소)``: no title, no blanks, no definition elsewhere."""
    body = source.text[body_offset:]
    if "](" not in body and "]:" not in body:
        return
    view = blanked(body)
    told = {target.offset for target in targets(body)}
    told |= {picture.start("end") + 2 for picture in IMAGE.finditer(view)}
    meant = (
        match
        for match in LINK_LIKE.finditer(view)
        if match.start("target") not in told and LINK_MEANT.search(match["target"])
    )
    marks = [*meant, *EMPTY_LINK.finditer(view), *DEFINITION.finditer(view)]
    yield from report(
        source,
        Rule.LINK_FORM,
        (
            Finding(
                body_offset + match.start(),
                f"링크로 읽을 수 없습니다: '{_shown(body[match.start() : match.end()])}'",
                "[글](주소)처럼 글과 주소를 붙여 쓰고, 주소에는 빈칸이나 따옴표를 넣지 마세요. "
                "링크가 아니면 ]와 (를 띄어 쓰세요",
            )
            for match in sorted(marks, key=re.Match.start)
        ),
    )


def image(source: SourceFile, body_offset: int) -> Iterator[Problem]:
    """A body has no images, of this site or another."""
    body = source.text[body_offset:]
    if "![" not in body:
        return
    yield from report(
        source,
        Rule.IMAGE,
        (
            Finding(
                body_offset + match.start(),
                f"본문에 그림을 넣을 수 없습니다: '{_shown(body[match.start() : match.end()])}'",
                "그림에는 권리와 설명이 따로 있어야 하고, 다른 사이트의 그림은 읽는 사람을 그 사이트에 알립니다. "
                "그림이 보여 주는 것을 글로 쓰고, 그림이 있는 자료를 출처(sources)에 적어 주세요",
            )
            for match in IMAGE.finditer(blanked(body))
        ),
    )


def foreign_markup(source: SourceFile, body_offset: int) -> Iterator[Problem]:
    """A body has no attributes, blocks, snippets or fences of other Markdown dialects."""
    body = source.text[body_offset:]
    if not _FOREIGN_HINT.search(body):
        return
    yield from report(
        source,
        Rule.FOREIGN_MARKUP,
        (
            Finding(
                body_offset + match.start() + _indent(match[0]),
                f"이 도서관에서 쓰지 않는 표시입니다: '{_shown(body[match.start() : match.end()].lstrip())}'",
                "지우고 글로 풀어 써 주세요. 쓸 수 있는 것: 제목(##), 목록(-), 인용(>), 표(|), **굵게**, [글](주소)",
            )
            for match in FOREIGN.finditer(blanked(body))
        ),
    )


def heading_form(source: SourceFile, body_offset: int) -> Iterator[Problem]:
    """A heading is a line that begins with ``##`` to ``####`` and a blank, and holds Hangul.

    Without a letter beyond ASCII its address could be one that the page itself uses. The
    single ``#`` is the title's; ``heading-level`` refuses it.
    """
    body = source.text[body_offset:]
    view = blanked(body)
    found = [*filter(None, map(_bad_heading, HEADING_LIKE.finditer(view))), *_underlined(view)]
    yield from report(
        source,
        Rule.HEADING_FORM,
        (finding._replace(offset=body_offset + finding.offset) for finding in sorted(found)),
    )


def _underlined(view: str) -> Iterator[Finding]:
    """Lines of text right above a line of ``=`` or ``-``."""
    for underline in UNDERLINE.finditer(view):
        start = view.rfind("\n", 0, max(0, underline.start() - 1)) + 1
        line = view[start : underline.start()].strip()
        if line and not line.startswith("#"):
            yield Finding(
                start,
                f"밑줄로 만든 제목은 쓰지 않습니다: '{_shown(line)}'",
                f"{_HEADING_EXAMPLE}. 가로줄이라면 위에 빈 줄을 두세요",
            )


def _bad_heading(line: re.Match[str]) -> Finding | None:
    """What is wrong with a line that looks like a heading, if anything."""
    marks, text, level = line["marks"], line["text"].strip(), len(line["marks"])
    shown = _shown(f"{marks}{line['after']}{text}")
    at = line.start("marks")
    if level == 1 and (not line["before"] or not line["after"]):
        return None  # heading-level's, or a word such as #협치
    if line["before"]:
        return Finding(
            at,
            f"제목은 줄의 맨 앞에 씁니다: '{shown}'",
            "앞의 빈칸이나 목록, 인용 표시를 지워 주세요",
        )
    if level > 4:
        return Finding(
            at,
            f"제목은 ##에서 ####까지 씁니다: '{shown}'",
            "더 얕은 제목으로 바꾸거나 글로 풀어 써 주세요",
        )
    if not line["after"] or not text:
        return Finding(at, f"# 다음에 한 칸을 띄우고 제목을 씁니다: '{shown}'", _HEADING_EXAMPLE)
    if level == 2 and not BEYOND_ASCII.search(text):
        return Finding(at, f"제목에 한글이 없습니다: '{shown}'", "예: ## 2017년에 한 일")
    return None


def link_targets(source: SourceFile, body_offset: int) -> Iterator[tuple[str, Place]]:
    """Targets without a scheme and their places: what must be a record's id or an ``#anchor``.

    Stops where ``many-marks`` refuses the body anyway.
    """
    for target in targets(source.text[body_offset:])[:MAX_MARKS_IN_BODY]:
        address = read_address(target.written)
        if address.kind is Kind.INSIDE:
            yield address.url, source.place_of(body_offset + target.offset)


def _shown(text: str) -> str:
    """``text`` on one line, masked and cut short, with code points for what is not drawn."""
    masked = without_personal_data(text[:MOST_READ].replace("\n", " "))
    return printable(masked[:_SHOWN]) + "…" * (len(masked) > _SHOWN)


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


RULES = (
    raw_html,
    link_address,
    link_form,
    image,
    foreign_markup,
    heading_form,
    *tables.RULES,
    *markup_limits.RULES,
)
