"""The closed vocabularies: the real ones are sound, and a broken one is a problem, not an exception."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.broken_files import CASE, changed, problems, shelf
from hyeopchi.files.source import SourceFile
from hyeopchi.records.reader import read_archive
from hyeopchi.schema.fields import Field
from hyeopchi.schema.fields_reader import read_schema
from hyeopchi.schema.vocabulary import Term
from hyeopchi.schema.vocabulary_reader import read_vocabularies
from support.environment import ROOT

FOLDER = ROOT / "cases/_vocabulary"
WORDS = read_vocabularies(FOLDER)
SCHEMA = read_schema(FOLDER, WORDS)
TERM = "예: - id: youth, label: 청년, definition: 청년이 자기 삶의 정책을 다루는 일"
HEAD = "맨 위에 id, label, definition, source, order(listed나 label), listed(true나 false), terms를 적어 주세요"
SMALL = """\
id: themes
label: 주제
definition: 디딤돌과 걸림돌의 주제.
source: 협치도서관이 정함
order: listed
listed: true
terms:
  - id: trust
    label: 믿음
    definition: 서로 믿는 일.
"""


def all_fields() -> list[Field]:
    return [
        *SCHEMA.fields.values(),
        *(field for structure in SCHEMA.structures.values() for field in structure.fields.values()),
    ]


def test_the_real_vocabularies_have_nothing_wrong() -> None:
    assert WORDS.problems == ()
    assert len(WORDS.by_id) == len(list(FOLDER.glob("*.yml"))) - 1


def test_every_vocabulary_that_a_field_names_exists() -> None:
    assert {field.vocabulary for field in all_fields() if field.vocabulary} - set(
        WORDS.by_id
    ) == set()


@pytest.mark.parametrize("vocabulary", list(WORDS), ids=lambda vocabulary: vocabulary.id)
def test_no_two_terms_of_a_vocabulary_have_the_same_label(vocabulary) -> None:
    labels = [term.label for term in vocabulary]
    assert sorted(labels) == sorted(set(labels))


@pytest.mark.parametrize("vocabulary", list(WORDS), ids=lambda vocabulary: vocabulary.id)
def test_no_alias_of_a_term_is_the_label_of_another(vocabulary) -> None:
    labels = {term.label: term.id for term in vocabulary}
    assert [
        (term.id, alias)
        for term in vocabulary
        for alias in term.aliases
        if labels.get(alias, term.id) != term.id
    ] == []


@pytest.mark.parametrize(
    ("vocabulary", "word", "term"),
    [
        ("districts", "마포구", "mapo-gu"),
        ("districts", "mapo", "mapo-gu"),
        ("districts", "마포", "mapo-gu"),
        ("districts", "Mapo-Gu", "mapo-gu"),
        ("districts", "서울시", "seoul"),
        ("kinds", "사례", "case"),
        ("units", "사람", "명"),
        ("domains", "housing-regenration", "housing-regeneration"),
        ("domains", "hosing", "housing-regeneration"),
        ("domains", "zzz", None),
    ],
)
def test_a_word_is_led_to_its_term_by_label_alias_or_likeness(
    vocabulary: str, word: str, term: str | None
) -> None:
    assert WORDS[vocabulary].suggest(word) == term


def test_a_label_is_given_and_an_unknown_term_is_its_own() -> None:
    assert WORDS.label("districts", "mapo-gu") == "마포구"
    assert (WORDS.label("districts", "atlantis"), WORDS.label("nothing", "x")) == ("atlantis", "x")


def test_a_missing_vocabulary_is_empty() -> None:
    assert (list(WORDS["nothing"]), "nothing" in WORDS, "x" in WORDS["nothing"]) == (
        [],
        False,
        False,
    )


def test_a_term_gives_its_extras_by_name() -> None:
    term = WORDS["units"]["백만원"]
    assert (term.won, term.nothing) == ("1000000", None)
    with pytest.raises(AttributeError):
        _ = term._private


def test_terms_stand_in_the_order_that_the_file_asks_for() -> None:
    assert [term.id for term in WORDS["participation"]] == [
        "inform",
        "consult",
        "involve",
        "collaborate",
        "empower",
    ]
    labels = [term.label for term in WORDS["actors"]]
    assert labels == sorted(labels)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("id: themes\n", "", f"1:1: id 칸이 없습니다 → {HEAD}"),
        ("id: themes", "id: theme", "1:1: id가 파일 이름과 다릅니다: 'theme' → id: themes"),
        ("label: 주제\n", "label:\n", f"2:7: label 칸이 없습니다 → {HEAD}"),
        ("listed: true", "listed: 예", f"6:9: listed에 쓸 수 없는 말입니다: '예' → {HEAD}"),
        ("order: listed", "order: 가나다", f"5:8: order에 쓸 수 없는 말입니다: '가나다' → {HEAD}"),
        (
            "order: listed",
            "order: listed\nordr: listed",
            "6:1: 낱말 목록에 없는 칸입니다: 'ordr' → 'order'를 쓰려던 것인가요?",
        ),
        (
            "terms:\n  - id: trust\n    label: 믿음\n    definition: 서로 믿는 일.\n",
            "terms: 없음\n",
            f"7:8: terms에 낱말이 없습니다 → {TERM}",
        ),
        (
            "  - id: trust",
            "  - label: 믿음",
            "9:5: 같은 이름이 두 번 나옵니다: 'label' → 하나만 남기거나 둘을 합쳐 주세요",
        ),
        (
            "    definition: 서로",
            "    defnition: 서로",
            f"8:5: 낱말에 definition 칸이 없습니다 → {TERM}",
        ),
        ("id: trust", "id: page", f"8:5: 쓸 수 없는 id입니다: 'page' → {TERM}"),
        ("id: trust", "id: a/b", f"8:5: 쓸 수 없는 id입니다: 'a/b' → {TERM}"),
        ("terms:", "terms:\n  - 글", f"8:5: 낱말은 'id: …'로 시작하는 묶음이어야 합니다 → {TERM}"),
        (
            "terms:",
            "terms:\n  - {id: trust, label: 가, definition: 나.}",
            f"9:5: 같은 id가 두 번 나옵니다: 'trust' → {TERM}",
        ),
        (
            "label: 믿음",
            "label: 믿음: 둘",
            "9:14: 값 안에 ': '이 있어 뜻을 알 수 없습니다 → "
            '값 전체를 큰따옴표로 감싸 주세요. 예: title: "예산: 8,878백만원"',
        ),
        (
            "label: 믿음",
            "label: 믿\u200b음",
            "9:13: 보이지 않는 글자가 있습니다: U+200B(폭이 없는 빈칸) → 그 자리의 글자를 지우고 다시 쳐 주세요. "
            "웹이나 문서에서 복사한 글에 자주 들어 있습니다",
        ),
    ],
)
def test_a_slip_in_a_vocabulary_is_told_at_its_place(
    tmp_path: Path, old: str, new: str, problem: str
) -> None:
    cases = shelf(tmp_path, {"_vocabulary/themes.yml": changed(old, new, SMALL)})
    assert problems(cases) == [f"cases/_vocabulary/themes.yml:{problem}"]


@pytest.mark.parametrize(
    ("name", "old", "new", "at", "problem"),
    [
        (
            "actors",
            "    sector: public\n",
            "",
            "id: seoul\n",
            "'seoul'에 sector 칸이 없습니다 → 예: sector: civic",
        ),
        (
            "actors",
            "sector: public\n",
            "sector: 행정\n",
            "행정\n",
            "'seoul'의 sector에 쓸 수 없는 값입니다: '행정' → 예: sector: civic",
        ),
        (
            "actors",
            "district: seoul\n",
            "district: busan\n",
            "busan",
            "'seoul'의 district에 쓸 수 없는 값입니다: 'busan' → 예: district: mapo-gu",
        ),
        (
            "qualifiers",
            '"{value}여 {unit}"',
            '"{값}여"',
            '"{값}',
            "'more-than'의 pattern에 쓸 수 없는 값입니다: '{값}여' → 예: pattern: 약 {value}{unit}",
        ),
        (
            "kinds",
            "depth: {full: 10, thin: 3}",
            "depth: {full: 열, thin: 3}",
            "열,",
            "'case'의 depth.full에 쓸 수 없는 값입니다: '열' → 예: depth.full: 10",
        ),
        (
            "statuses",
            "{year}년에 하기로",
            "{yaer}년에 하기로",
            '"{yaer}',
            "'planned'의 sentence에 쓸 수 없는 값입니다: "
            "'{yaer}년에 하기로 했음. 그 뒤는 기록이 없습니다' → 예: sentence: {year}년에 하기로 했음",
        ),
    ],
)
def test_what_the_code_relies_on_in_a_term_is_checked(
    tmp_path: Path, name: str, old: str, new: str, at: str, problem: str
) -> None:
    text = changed(old, new, (FOLDER / f"{name}.yml").read_text(encoding="utf-8"), 1)
    line, column = SourceFile("", text).place_of(text.index(at))
    assert problems(shelf(tmp_path, {f"_vocabulary/{name}.yml": text})) == [
        f"cases/_vocabulary/{name}.yml:{line}:{column}: {problem}"
    ]


def test_a_vocabulary_that_the_code_relies_on_is_missed(tmp_path: Path) -> None:
    cases = shelf(tmp_path)
    (cases / "_vocabulary/relations.yml").unlink()
    assert problems(cases) == [
        "cases/_vocabulary/relations.yml:1:1: 낱말 목록 파일이 없습니다 → 지운 파일을 되살려 주세요"
    ]


def test_by_broken_vocabularies_no_record_is_judged(tmp_path: Path) -> None:
    cases = shelf(tmp_path, {"_vocabulary/domains.yml": "", "mapo-gu/2017-meeting.md": CASE})
    archive = read_archive(cases)
    assert archive.records == ()
    assert {problem.path for problem in archive.word_problems} == {"cases/_vocabulary/domains.yml"}


def test_a_folder_without_any_vocabulary_is_told_and_nothing_raises(tmp_path: Path) -> None:
    (tmp_path / "cases/mapo-gu").mkdir(parents=True)
    (tmp_path / "cases/mapo-gu/2017-meeting.md").write_text(CASE, encoding="utf-8")
    assert (
        "cases/_vocabulary/kinds.yml:1:1: 낱말 목록 파일이 없습니다 → 지운 파일을 되살려 주세요"
        in problems(tmp_path / "cases")
    )


TEXTS = {file.name: file.read_text(encoding="utf-8") for file in FOLDER.glob("*.yml")}
JUNK = st.sampled_from(
    [
        "",
        "\x00",
        '"',
        "[",
        "]",
        "{",
        ": ",
        "#",
        "&a ",
        "*a",
        "!x ",
        "- ",
        "\t",
        "\n",
        "{}",
        "[]",
        "''",
        "모름",
    ]
)


@settings(max_examples=25)
@given(data=st.data(), name=st.sampled_from([*TEXTS, "fields.yml", "fields.yml"]), junk=JUNK)
def test_no_slip_in_these_files_makes_the_reader_raise(
    tmp_path_factory, data, name: str, junk: str
) -> None:
    text = TEXTS[name]
    at = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(at, min(len(text), at + 40)))
    cases = shelf(
        tmp_path_factory.mktemp("words"),
        {f"_vocabulary/{name}": text[:at] + junk + text[end:], "mapo-gu/2017-meeting.md": CASE},
    )
    assert all("\n" not in line for line in problems(cases))


def test_a_term_serves_its_names_and_the_words_that_it_covers() -> None:
    term = Term("forum", "공론장", "", aliases=("공론의 장",), extras={"covers": ("거리공론장",)})
    assert term.forms == ("공론장", "공론의 장", "거리공론장")
    assert Term("forum", "공론장", "", extras={"covers": "거리공론장"}).forms == (
        "공론장",
        "거리공론장",
    )
    assert Term("forum", "공론장", "").forms == ("공론장",)
