"""The settings as an operator writes them: a mistake is told with its line, its name and what is right."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.config.defaults import MkDocsConfig

from hyeopchi.library.settings_file import NEEDED, OURS, TOP, settings_problems
from support.console import Stop
from support.environment import ROOT
from support.mkdocs import CONFIGURATION, check_settings

PLAIN = """\
site_url: ""
repo_url: ""
extra:
  library:
    operator: ""
    contact: ""
    cases: !ENV [HYEOPCHI_CASES, cases]
    cache: .cache
site_name: 협치도서관
"""
WEB = "에는 http://나 https://로 시작하는 웹 주소를 적습니다: "
MAIL = "extra.library.contact에는 전자우편 주소 하나만 적습니다: "
GROUP = "extra.library 묶음이 없습니다"
GROUP_HINT = (
    "extra 아래에 library:를 적고, 그 아래에 두 칸 들여 operator, contact, cases를 적어 주세요"
)
COLON = "값'으로 적어 주세요. 쌍점 뒤에는 한 칸을 띄웁니다"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "mkdocs.yml"


def told(file: Path, before: str, after: str) -> list[str]:
    """What is said once ``before`` has become ``after``."""
    assert before in PLAIN
    file.write_text(PLAIN.replace(before, after), encoding="utf-8")
    return [problem.text() for problem in settings_problems(file)]


def test_the_names_are_those_that_mkdocs_and_the_library_know() -> None:
    """But what MkDocs itself only warns of, and what it sets by itself."""
    known = {name for name, _ in MkDocsConfig()._schema}
    assert set(TOP) == known - {"google_analytics", "pages", "config_file_path"} | {"INHERIT"}
    assert set(NEEDED) <= set(OURS)


def test_the_library_s_own_settings_are_right() -> None:
    assert settings_problems(CONFIGURATION) == ()
    assert CONFIGURATION == ROOT / "mkdocs.yml"


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/library/",
        "https://example.org",
        "http://10.0.0.5:8080/lib/",
        "http://localhost:8000/",
        "http://library/",
        "http://[::1]:8080/",
        "https://도서관.한국/협치/",
    ],
)
def test_an_address_of_any_host_will_do(file: Path, address: str) -> None:
    assert told(file, 'site_url: ""', f'site_url: "{address}"') == []


@pytest.mark.parametrize(
    ("address", "hint"),
    [
        ("example.org/library/", "https://example.org/library/"),
        ("https:///library/", "예: https://example.org/library/"),
        ("/library/", "예: https://example.org/library/"),
        ("ftp://example.org/", "예: https://example.org/library/"),
        ("https://example.org:99999/", "예: https://example.org/library/"),
        ("https://example.org/?a=b", "예: https://example.org/library/"),
        ("https://한 칸.kr/", "예: https://example.org/library/"),
    ],
)
def test_a_wrong_address_is_told_with_the_right_one(file: Path, address: str, hint: str) -> None:
    assert told(file, 'site_url: ""', f'site_url: "{address}"') == [
        f"mkdocs.yml:1:11: site_url{WEB}'{address}' → {hint}"
    ]


def test_an_address_for_git_is_told_with_that_for_a_browser(file: Path) -> None:
    (said,) = told(file, 'repo_url: ""', "repo_url: git@git.example.org:org/library.git")
    assert said.endswith(" → https://git.example.org/org/library")


@pytest.mark.parametrize(
    ("contact", "said"),
    [
        ("협치 <hello@example.org>", "'협치 <***@example.org>' → hello@example.org"),
        ("mailto:hello@example.org", "'mailto:***@example.org' → hello@example.org"),
        ("https://forms.gle/abc", "'https://forms.gle/abc' → 예: hello@example.org"),
        ("02-123-4567", "'02-123-4567' → 예: hello@example.org"),
    ],
)
def test_a_contact_is_one_bare_address(file: Path, contact: str, said: str) -> None:
    assert told(file, 'contact: ""', f'contact: "{contact}"')[0].startswith(
        f"mkdocs.yml:6:14: {MAIL}"
    )
    assert told(file, 'contact: ""', f'contact: "{contact}"')[0].endswith(said.partition("→")[2])


@pytest.mark.parametrize("contact", ["hello@example.org", "a.b+c@mail.go.kr", "desk@intranet"])
def test_a_bare_address_will_do(file: Path, contact: str) -> None:
    assert told(file, 'contact: ""', f"contact: {contact}") == []


@pytest.mark.parametrize(
    ("days", "hint"),
    [("14일", "14"), ("0", "예: 14"), ("1000", "예: 14"), ("이 주", "예: 14"), ("-3", "3")],
)
def test_days_are_a_number_of_days_within_a_year(file: Path, days: str, hint: str) -> None:
    assert told(file, 'contact: ""', f'answer_days: "{days}"') == [
        "mkdocs.yml:6:18: extra.library.answer_days에는 1에서 365까지의 날수만 적습니다: "
        f"'{days}' → {hint}"
    ]


@pytest.mark.parametrize("days", ["14", '"14"', '""', "1", "365"])
def test_a_number_of_days_will_do(file: Path, days: str) -> None:
    assert told(file, 'contact: ""', f"answer_days: {days}") == []


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (
            'operator: ""',
            "operator: 서울시: 협치",
            "mkdocs.yml:5:18: 값 안에 ': '이 있어 뜻을 알 수 없습니다 → "
            '값 전체를 큰따옴표로 감싸 주세요. 예: title: "예산: 8,878백만원"',
        ),
        (
            '    operator: ""',
            '\toperator: ""',
            "mkdocs.yml:5:1: 값이 쓸 수 없는 글자로 시작합니다 (탭, %, @, ` 따위) → "
            "탭은 빈칸으로 바꾸고, 값은 큰따옴표로 감싸 주세요",
        ),
        (
            'site_url: ""',
            "site_url https://example.org/",
            f"mkdocs.yml:1:9: site_url 뒤에 쌍점(:)이 없습니다 → 'site_url: {COLON}",
        ),
        (
            'contact: ""',
            "contact hello@example.org",
            f"mkdocs.yml:6:12: contact 뒤에 쌍점(:)이 없습니다 → 'contact: {COLON}",
        ),
        (
            'contact: ""',
            "contcat: hello@example.org",
            "mkdocs.yml:6:5: extra.library에 없는 이름입니다: 'contcat' → "
            "contact을(를) 쓰려던 것인가요?",
        ),
        (
            'site_url: ""',
            'stie_url: ""',
            "mkdocs.yml:1:1: 맨 바깥에 없는 이름입니다: 'stie_url' → "
            "site_url을(를) 쓰려던 것인가요?",
        ),
        (
            'repo_url: ""',
            "contact: hello@example.org",
            "mkdocs.yml:2:1: 맨 바깥에 없는 이름입니다: 'contact' → "
            "contact은(는) extra.library 아래에 적습니다",
        ),
        (
            'contact: ""',
            "site_url: https://example.org/",
            "mkdocs.yml:6:5: extra.library에 없는 이름입니다: 'site_url' → "
            "site_url은(는) 맨 바깥에 적습니다",
        ),
        (
            'repo_url: ""',
            "세상: 넓다",
            "mkdocs.yml:2:1: 맨 바깥에 없는 이름입니다: '세상' → "
            f"쓸 수 있는 이름: {', '.join(TOP)}",
        ),
        (
            'repo_url: ""',
            'site_url: ""',
            "mkdocs.yml:2:1: site_url을(를) 두 번 적었습니다 → 하나만 남겨 주세요",
        ),
        (
            "site_name: 협치도서관",
            "",
            "mkdocs.yml:1:1: site_name이(가) 없습니다 → site_name: 협치도서관",
        ),
        (
            "    cache: .cache\n",
            "",
            "mkdocs.yml:5:5: extra.library.cache이(가) 없습니다 → "
            "cache: !ENV [HYEOPCHI_CACHE, .cache/search]",
        ),
        (
            "  library:",
            "  libary:",
            f"mkdocs.yml:4:3: {GROUP}: 'libary' → {GROUP_HINT}",
        ),
        (
            "extra:",
            "extar:",
            "mkdocs.yml:3:1: 맨 바깥에 없는 이름입니다: 'extar' → extra을(를) 쓰려던 것인가요?\n"
            f"mkdocs.yml:1:1: {GROUP} → {GROUP_HINT}",
        ),
        (
            'operator: ""',
            "operator: [협치]",
            "mkdocs.yml:5:15: extra.library.operator에는 글 한 줄을 적습니다: "
            "목록이나 묶음이 있습니다 → 값 전체를 큰따옴표로 감싸 주세요",
        ),
    ],
)
def test_a_slip_is_told_where_it_stands(file: Path, before: str, after: str, said: str) -> None:
    assert told(file, before, after) == said.split("\n")


def test_a_file_saved_by_an_old_editor_is_told(file: Path) -> None:
    file.write_bytes(PLAIN.encode("cp949"))
    assert [problem.text() for problem in settings_problems(file)] == [
        "mkdocs.yml:9:12: UTF-8로 저장되지 않은 글자가 있습니다 → "
        "편집기에서 'UTF-8로 저장'을 골라 다시 저장하세요"
    ]


def test_a_command_stops_with_all_of_it(file: Path) -> None:
    file.write_text(PLAIN.replace('_url: ""', "_url: library"), encoding="utf-8")
    with pytest.raises(Stop) as stopped:
        check_settings(file)
    assert (stopped.value.message, stopped.value.code) == (
        f"mkdocs.yml:1:11: site_url{WEB}'library' → 예: https://example.org/library/\n"
        f"mkdocs.yml:2:11: repo_url{WEB}'library' → 예: https://github.com/계정/저장소\n"
        "설정을 고치고 다시 실행하세요. 예전 사이트가 있었다면 그대로 있습니다.",
        1,
    )


@given(st.text(max_size=60))
def test_no_text_makes_it_fail(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    file = tmp_path_factory.getbasetemp() / "any-mkdocs.yml"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    assert all(problem.message for problem in settings_problems(file))
