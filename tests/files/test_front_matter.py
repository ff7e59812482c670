"""The strict reading of front matter: what it takes, what it refuses, and where."""

import frontmatter
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hyeopchi.files.front_matter import Document, StrictHandler, read_document
from hyeopchi.files.nodes import node_at
from hyeopchi.files.problem import Place, Problem
from hyeopchi.files.source import SourceFile, decode
from hyeopchi.files.strict_yaml import MAX_PROBLEMS, read_yaml

QUOTE = '값 전체를 큰따옴표로 감싸 주세요. 예: title: "예산: 8,878백만원"'
SAME_COLUMN = "같은 묶음의 줄은 같은 칸에서 시작해야 합니다"
CLOSED = "따옴표나 괄호가 닫힌 뒤에 글이 더 있습니다 → 값 전체를 큰따옴표로 감싸고, 안의 큰따옴표는 작은따옴표로 바꿔 주세요"
BAD_START = "값이 쓸 수 없는 글자로 시작합니다 (탭, %, @, ` 따위) → 탭은 빈칸으로 바꾸고, 값은 큰따옴표로 감싸 주세요"
NOT_A_PAIR = "'이름: 값' 모양이 아닙니다 → 한 줄에 하나씩 '이름: 값'으로 적고, 쌍점 뒤에 한 칸을 띄워 주세요. 예: kind: case"
ANCHOR = "별칭(&, *)은 쓸 수 없습니다 → &나 *로 시작하는 값이면 큰따옴표로 감싸고, 아니면 내용을 그대로 적어 주세요"
TAG = "꼬리표(!)는 쓸 수 없습니다 → !로 시작하는 값이면 큰따옴표로 감싸 주세요"
INDENTED = f"들여쓰기가 맞지 않습니다: 앞줄에 이미 값이 있습니다 → {SAME_COLUMN}"
TEN_DEEP = "- " * 13 + "a"


def document(text: str) -> Document:
    return read_document(SourceFile("a.md", text))


def problems(yaml: str) -> list[str]:
    """What is wrong with front matter whose first line is line 2."""
    return [problem.text() for problem in document(f"---\n{yaml}\n---\n").problems]


def place(text: str, *path: str | int) -> Place:
    return node_at(document(text).root, path).place


@pytest.mark.parametrize(
    ("yaml", "problem"),
    [
        ("title: 예산: 8,878백만원", f"2:10: 값 안에 ': '이 있어 뜻을 알 수 없습니다 → {QUOTE}"),
        ("title: 가\n  kind: case", f"3:7: {INDENTED}"),
        ("a:\n  b: c\n   d: e", f"4:5: {INDENTED}"),
        (
            'title: "닫지 않은 글',
            "2:8: 따옴표가 닫히지 않았습니다 → 짝이 되는 따옴표를 넣어 주세요",
        ),
        (
            "domains: [welfare, youth",
            "2:10: [ ]나 { } 안을 읽을 수 없습니다 → 쉼표나 쌍점이 든 값은 따옴표로 감싸고, 괄호의 짝을 맞춰 주세요",
        ),
        ('title: "협치" 이야기', f"2:13: {CLOSED}"),
        ("title: '서울'의 봄", f"2:12: {CLOSED}"),
        ("title: [2017] 계획", f"2:15: {CLOSED}"),
        ("title: @협치", f"2:8: {BAD_START}"),
        ("title: `협치`", f"2:8: {BAD_START}"),
        ("period:\n\tstart: 2017", f"3:1: {BAD_START}"),
        (
            "title: > 인용한 글",
            "2:10: '>'나 '|'와 같은 줄에 글이 있습니다 → 글을 다음 줄에 들여 쓰거나, >나 |로 시작하는 값이면 큰따옴표로 감싸 주세요",
        ),
        (
            "title: - 붙임표",
            "2:8: 값이 '- '로 시작합니다 → 목록이면 다음 줄에 적고, 값이면 큰따옴표로 감싸 주세요",
        ),
        ("title: ] 가", f"2:8: 값이 쓸 수 없는 글자로 시작합니다 ( , ] }} ) → {QUOTE}"),
        (
            'title: "C:\\서울"',
            "2:11: 큰따옴표 안의 \\ 를 읽을 수 없습니다 → 작은따옴표로 감싸거나 \\\\ 로 적어 주세요",
        ),
        (
            "a:\n  - b\n - c",
            f"4:2: 들여쓰기가 맞지 않거나 '이름: 값' 모양이 아닙니다 → {SAME_COLUMN}",
        ),
        ("title:협치", f"2:1: {NOT_A_PAIR}"),
        ("title： 협치", f"2:1: {NOT_A_PAIR}"),
        ("그냥 쓴 글", f"2:1: {NOT_A_PAIR}"),
        ("- 목록", f"2:1: {NOT_A_PAIR}"),
        ("kind: case\ntitle: *a", f"3:8: {ANCHOR}"),
        ("title: *굵게*", f"2:9: {ANCHOR}"),
        ("title: &a 협치", f"2:8: {ANCHOR}"),
        ("title: !!python/object:os.system 협치", f"2:8: {TAG}"),
        ("title: !중요 협치", f"2:9: {TAG}"),
        (
            "title: 청년 #1번",
            "2:11: '#' 뒤는 읽히지 않습니다: '#1번' → 값이면 값 전체를 큰따옴표로 감싸고, 메모라면 # 다음에 한 칸을 띄워 주세요",
        ),
        (
            "title: 가\nkind: case\ntitle: 나",
            "4:1: 같은 이름이 두 번 나옵니다: 'title' → 하나만 남기거나 둘을 합쳐 주세요",
        ),
        (
            "period: {start: 2017, start: 2018}",
            "2:23: 같은 이름이 두 번 나옵니다: 'start' → 하나만 남기거나 둘을 합쳐 주세요",
        ),
        (
            "[가, 나]: 다",
            "2:1: 이름 자리에 묶음이 있습니다 → 이름은 한 낱말로 적어 주세요. 예: kind: case",
        ),
        (f"a: 1\nb:\n  {TEN_DEEP}", "4:25: 묶음이 너무 깊습니다 (최대 12겹) → 묶음을 줄여 주세요"),
    ],
)
def test_a_slip_in_yaml_is_told_at_its_place_in_the_words_of_its_writer(
    yaml: str, problem: str
) -> None:
    assert problems(yaml) == [f"a.md:{problem}"]


@pytest.mark.parametrize(
    "yaml",
    [
        "title: 협치 # 메모",
        "# 메모\ntitle: 협치",
        'title: "청년 #1번"',
        "title: 12:30",
        "on: off",
        "title: 청년#1",
        "summary: >-\n  두 줄로\n  쓴 글",
        "summary: |\n  # 글\n  - 글: 글",
        "a: [가, {b: c}]",
        "title: 😀",
        "{title: 협치}",
    ],
)
def test_what_yaml_allows_and_nobody_misreads_is_no_problem(yaml: str) -> None:
    assert problems(yaml) == []


def test_every_top_level_slip_is_told_at_once_and_the_rest_is_read() -> None:
    read = document(
        '---\ntitle: 예산: 8\nkind: case\nsummary: "열림\ndong: *굵게\nplace: 마실\n---\n'
    )
    assert [problem.text() for problem in read.problems] == [
        f"a.md:2:10: 값 안에 ': '이 있어 뜻을 알 수 없습니다 → {QUOTE}",
        "a.md:4:10: 따옴표가 닫히지 않았습니다 → 짝이 되는 따옴표를 넣어 주세요",
        f"a.md:5:8: {ANCHOR}",
    ]
    assert [pair.key.text for pair in read.root.pairs] == [
        "title",
        "kind",
        "summary",
        "dong",
        "place",
    ]


def test_several_refused_values_of_one_group_are_each_told() -> None:
    assert problems("period: {start: *a, end: !b c}") == [
        f"a.md:2:17: {ANCHOR}",
        f"a.md:2:26: {TAG}",
    ]


def test_no_scalar_is_guessed_at() -> None:
    assert StrictHandler().load("a: 12:30\nb: on\nc: 010\nd: 2017-02-30\ne: ~\nf: yes\n") == {
        "a": "12:30",
        "b": "on",
        "c": "010",
        "d": "2017-02-30",
        "e": "~",
        "f": "yes",
    }


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "파일이 앞머리(---)로 시작하지 않습니다"),
        ("# 제목\n", "파일이 앞머리(---)로 시작하지 않습니다"),
        ("\n---\nkind: case\n---\n", "파일이 앞머리(---)로 시작하지 않습니다"),
        ("글\n---\nkind: case\n---\n", "파일이 앞머리(---)로 시작하지 않습니다"),
        ("---\nkind: case\n", "앞머리(---)가 닫히지 않았습니다"),
        ("---", "앞머리(---)가 닫히지 않았습니다"),
    ],
)
def test_front_matter_begins_on_the_first_line_and_ends(text: str, problem: str) -> None:
    assert [found.text() for found in document(text).problems] == [
        f"a.md:1:1: {problem} → 파일의 첫 줄에 ---, 그 아래 '이름: 값'들, 다시 --- 를 적어 주세요"
    ]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("---\nkind: case\n---\n글", "글"),
        ("---\n---\n", ""),
        ("---\nkind: case\n---", ""),
        ("--- \nkind: case\n---\t\n글\n\n---\n\n끝", "글\n\n---\n\n끝"),
    ],
)
def test_the_body_is_what_follows_the_front_matter(text: str, body: str) -> None:
    assert text[document(text).body_offset :] == body


def test_places_count_characters_of_any_width() -> None:
    text = '---\nkind: case\ntitle: "협치😀 이야기"\nperiod: {start: 2017-11, end: 한국}\n---\n'
    assert place(text, "title") == Place(3, 8)
    assert place(text, "period", "end") == Place(4, 31)
    assert place("---\n'😀': [가나, '다', 라]\n---\n", "😀", 2) == Place(2, 16)


def test_a_block_of_lines_stands_where_its_sign_is() -> None:
    text = "---\nsummary: >-\n  첫 줄\n  둘째 줄\nstages:\n  - what: |\n      글\n    stage: agenda\n---\n"
    assert place(text, "summary") == Place(2, 10)
    assert place(text, "stages", 0, "what") == Place(6, 11)
    assert place(text, "stages", 0, "stage") == Place(8, 12)


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    source = decode(
        b"\xef\xbb\xbf---\r\nkind: case\r\ntitle: \xea\xb0\x80\r\n---\r\n\r\n\xea\xb8\x80\r\n",
        "a.md",
    )
    read = read_document(source)
    assert (read.problems, source.text[read.body_offset :]) == ((), "\n글\n")
    assert node_at(read.root, ("title",)).place == Place(3, 8)


@pytest.mark.parametrize(
    "char", ["\x00", "\x07", "\x0b", "\x85", "\u2028", "\u2029", "\ufeff", "\ufffe", "\ud800"]
)
def test_a_character_that_yaml_refuses_moves_no_line_and_is_left_to_the_rules_about_text(
    char: str,
) -> None:
    read = document(f"---\ntitle: 가{char}나\nkind: case\n---\n")
    assert (read.problems, node_at(read.root, ("kind",))) == ((), ("case", Place(3, 7)))


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (
            "---\ntitle: 가\n".encode() + b"dong: \xb0\xa1\n",
            "a.md:3:7: UTF-8로 저장되지 않은 글자가 있습니다",
        ),
        (
            b"\xef\xbb\xbf---\r\n" + "title: 가나".encode() + b"\xff\r\n",
            "a.md:2:10: UTF-8로 저장되지 않은 글자가 있습니다",
        ),
        ("협치".encode("cp949"), "a.md:1:1: UTF-8로 저장되지 않은 글자가 있습니다"),
        ("협치".encode("utf-16"), "a.md:1:1: UTF-8로 저장되지 않은 글자가 있습니다"),
    ],
)
def test_another_encoding_is_told_at_its_first_character(raw: bytes, problem: str) -> None:
    assert (
        decode(raw, "a.md").text()
        == f"{problem} → 편집기에서 'UTF-8로 저장'을 골라 다시 저장하세요"
    )


def test_a_file_beyond_the_limit_is_refused() -> None:
    assert decode(b"a" * 204_801, "a.md").text() == (
        "a.md:1:1: 파일이 너무 큽니다: 204,801바이트 (최대 204,800바이트) → 내용을 둘 이상의 기록으로 나눠 주세요"
    )


def test_a_bomb_of_aliases_and_a_tower_of_brackets_end_at_once() -> None:
    aliases = "a: &a [1]\n" + "".join(f"b{number}: [*a, *a, *a, *a]\n" for number in range(2000))
    assert len(read_yaml(aliases, "a.md").problems) == MAX_PROBLEMS
    assert [problem.text() for problem in read_yaml("a: " + "[" * 100_000, "a.md").problems] == [
        "a.md:1:15: 묶음이 너무 깊습니다 (최대 12겹) → 묶음을 줄여 주세요"
    ]


def test_a_flood_of_slips_is_cut() -> None:
    assert (
        len(read_yaml("".join(f"a{number}: *\n" for number in range(5000)), "a.md").problems)
        == MAX_PROBLEMS
    )


YAML_LIKE = st.text(st.sampled_from("abc가나: -#'\"[]{},|>&*!%@`?~\n\t\\0😀\u2028\x00")) | st.text()


@given(YAML_LIKE)
def test_no_text_makes_the_reader_raise_and_every_problem_lies_in_the_file(text: str) -> None:
    for whole in (text, f"---\n{text}\n---\n글"):
        source = decode(whole.encode("utf-8", "surrogatepass"), "a.md")
        for problem in (source,) if isinstance(source, Problem) else read_document(source).problems:
            lines = whole.replace("\r\n", "\n").replace("\r", "\n").split("\n")
            assert problem.column <= len(lines[problem.line - 1]) + 1
            assert "\n" not in problem.text()


@given(st.binary())
def test_no_bytes_make_the_reader_raise(raw: bytes) -> None:
    source = decode(raw, "a.md")
    assert isinstance(source, Problem) or read_document(source) is not None


def test_python_frontmatter_reads_our_records_through_the_strict_handler() -> None:
    handler = StrictHandler()
    post = frontmatter.loads(
        "---\nkind: case\nminutes: 010\n---\n글\n\n---\nkind: plan\n---\n", handler=handler
    )
    assert (post.metadata, post.content) == (
        {"kind": "case", "minutes": "010"},
        "글\n\n---\nkind: plan\n---",
    )
    assert handler.problems == ()


def test_through_python_frontmatter_a_slip_is_a_problem_and_not_an_exception() -> None:
    handler = StrictHandler()
    post = frontmatter.loads("---\nkind: case\ntitle: 예산: 8\n---\n글\n", handler=handler)
    assert (post.metadata, post.content) == ({"kind": "case"}, "글")
    assert [problem.text() for problem in handler.problems] == [
        f":3:10: 값 안에 ': '이 있어 뜻을 알 수 없습니다 → {QUOTE}"
    ]


@given(YAML_LIKE)
def test_through_python_frontmatter_no_text_makes_the_handler_raise(text: str) -> None:
    assert isinstance(
        frontmatter.loads(f"---\n{text}\n---\n글", handler=StrictHandler()).metadata, dict
    )
    assert isinstance(frontmatter.loads(text, handler=StrictHandler()).metadata, dict)
