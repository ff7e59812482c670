"""The check as a person, a program and GitHub meet it on the command line."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.broken_files import CASE, changed, shelf
from hyeopchi.cli import check
from hyeopchi.files.problem import Problem, Severity
from hyeopchi.rules.report import as_github, as_text
from support.environment import ROOT

GOOD, BAD = "mapo-gu/2017-meeting.md", "mapo-gu/2018-meeting.md"
ERROR = "없는 말입니다: 'hosing' → 'housing-regeneration'을 쓰려던 것인가요?"
LINE = f"cases/{BAD}:6:11: 분야(domains)에 {ERROR}"
USAGE = "쓰는 법: python3 scripts/check.py [--cases 폴더] [--changed 가지] [--format text|json|github] [파일 …]\n"

# What stands in for a machine on which no site generator is installed.
ALONE = """
import sys

class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("mkdocs", "material", "markdown", "jinja2", "nh3", "lunr"):
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, Blocker())
from hyeopchi.cli import check
sys.exit(check(sys.argv[1:]))
"""


@pytest.fixture
def cases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A good record and one with a mistyped word; the working folder is the one above."""
    monkeypatch.chdir(tmp_path)
    return shelf(tmp_path, {GOOD: CASE, BAD: changed("[neighbourhood]", "[hosing]")})


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    """Exit code, output and error output of the checker."""
    code = check([str(argument) for argument in arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_a_good_shelf_leaves_with_zero(capsys, cases: Path) -> None:
    (cases / BAD).unlink()
    assert run(capsys, "--cases", cases) == (0, "기록 1개를 살폈습니다. 고칠 곳이 없습니다.\n", "")


def test_an_error_leaves_with_one_and_is_one_line(capsys, cases: Path) -> None:
    assert run(capsys, "--cases", cases) == (
        1,
        f"{LINE}\n기록 2개를 살폈습니다. 고칠 곳이 1개 있습니다.\n",
        "",
    )


def test_a_warning_is_printed_and_fails_nothing(capsys, cases: Path) -> None:
    (cases / BAD).unlink()
    noted = changed("added:", "actors: [{name: 서울특별시, sector: public}]\nadded:")
    (cases / GOOD).write_text(noted, encoding="utf-8")
    assert run(capsys, "--cases", cases) == (
        0,
        f"cases/{GOOD}:12:17: 주의: 목록에 있는 이와 이름이 같습니다: '서울특별시' → name을 지우고 'id: seoul'이라고 적어 주세요\n"
        "기록 1개를 살폈습니다. 고칠 곳이 없습니다. 살펴볼 곳이 1개 있습니다.\n",
        "",
    )


def test_programs_get_a_list_in_json(capsys, cases: Path) -> None:
    code, out, err = run(capsys, "--cases", cases, "--format", "json")
    assert (code, err) == (1, "")
    assert json.loads(out) == [
        {
            "path": f"cases/{BAD}",
            "line": 6,
            "column": 11,
            "rule": "unknown-term",
            "severity": "error",
            "message": "분야(domains)에 없는 말입니다: 'hosing'",
            "hint": "'housing-regeneration'을 쓰려던 것인가요?",
        }
    ]


def test_programs_get_an_empty_list_for_nothing(capsys, cases: Path) -> None:
    (cases / BAD).unlink()
    assert run(capsys, "--cases", cases, "--format", "json") == (0, "[]\n", "")


def test_github_gets_an_annotation_on_the_line(capsys, cases: Path) -> None:
    assert run(capsys, "--cases", cases, "--format", "github") == (
        1,
        f"::error file=cases/{BAD},line=6,col=11::분야(domains)에 {ERROR}\n기록 2개를 살폈습니다. 고칠 곳이 1개 있습니다.\n",
        "",
    )


def test_an_annotation_escapes_what_would_end_it() -> None:
    problem = Problem("a,b:c.md", 1, 2, "rule", "100%\n둘째 줄", "힌트", Severity.WARNING)
    assert as_github([problem], 1) == (
        "::warning file=a%2Cb%3Ac.md,line=1,col=2::100%25%0A둘째 줄 → 힌트\n"
        "기록 1개를 살폈습니다. 고칠 곳이 없습니다. 살펴볼 곳이 1개 있습니다.\n"
    )


def test_a_problem_without_a_hint_ends_with_its_message() -> None:
    assert as_text([Problem("a.md", 1, 1, "rule", "틀렸습니다")], 1_000) == (
        "a.md:1:1: 틀렸습니다\n기록 1,000개를 살폈습니다. 고칠 곳이 1개 있습니다.\n"
    )


def test_a_named_file_gets_its_own_problems_only(capsys, cases: Path) -> None:
    assert run(capsys, "--cases", cases, cases / GOOD) == (
        0,
        "기록 1개를 살폈습니다. 고칠 곳이 없습니다.\n",
        "",
    )
    assert run(capsys, "--cases", cases, f"cases/{BAD}")[:2] == (
        1,
        f"{LINE}\n기록 1개를 살폈습니다. 고칠 곳이 1개 있습니다.\n",
    )


def test_a_named_symbolic_link_gets_its_own_problem(capsys, cases: Path) -> None:
    (cases / "mapo-gu/2019-link.md").symlink_to(cases / GOOD)
    assert run(capsys, "--cases", cases, "cases/mapo-gu/2019-link.md")[:2] == (
        1,
        "cases/mapo-gu/2019-link.md:1:1: 링크(symlink)는 둘 수 없습니다 → 기록은 cases/<지역>/<해>-<이름>.md 에 두고, "
        "다른 것은 옮기거나 지워 주세요\n기록 1개를 살폈습니다. 고칠 곳이 1개 있습니다.\n",
    )


def test_a_named_file_outside_the_folder_is_checked_as_what_it_wants_to_be(
    capsys, cases: Path
) -> None:
    Path("2019-new.md").write_text(CASE, encoding="utf-8")
    assert run(capsys, "--cases", cases, "2019-new.md") == (
        0,
        "기록 1개를 살폈습니다. 고칠 곳이 없습니다.\n",
        "기록 폴더 밖의 파일입니다: 2019-new.md\ncases/mapo-gu/2019-new.md에 둘 기록으로 보고 살핍니다.\n",
    )
    Path("draft (2).md").write_text(CASE.replace("title:", "titel:"), encoding="utf-8")
    assert run(capsys, "--cases", cases, "draft (2).md", "2019-new.md")[:2] == (
        1,
        "draft (2).md:1:1: 파일 이름이 해로 시작하지 않습니다: 'draft' → 예: 2017-agenda.md — 어느 자료에도 해가 없으면 nd-agenda.md\n"
        "draft (2).md:3:1: 기록에 없는 칸입니다: 'titel' → 'title'을 쓰려던 것인가요?\n"
        "draft (2).md:11:23: 자료(sources)에 없는 칸입니다: 'titel' → 'title'을 쓰려던 것인가요?\n"
        "기록 2개를 살폈습니다. 고칠 곳이 3개 있습니다.\n",
    )


def test_a_named_file_that_is_no_record_is_told(capsys, cases: Path) -> None:
    Path("form.hwpx").write_bytes(b"PK")
    assert run(capsys, "--cases", cases, "form.hwpx")[:2] == (
        1,
        "form.hwpx:1:1: 기록 파일이 아닙니다 → 이름이 .md로 끝나는 기록 파일을 적어 주세요. 서식은 python3 scripts/import.py로 들입니다\n"
        "기록 1개를 살폈습니다. 고칠 곳이 1개 있습니다.\n",
    )


def test_by_broken_vocabularies_no_named_file_counts_as_good(capsys, cases: Path) -> None:
    (cases / "_vocabulary/relations.yml").unlink()
    assert run(capsys, "--cases", cases, cases / GOOD) == (
        1,
        "cases/_vocabulary/relations.yml:1:1: 낱말 목록 파일이 없습니다 → 지운 파일을 되살려 주세요\n"
        "기록 1개를 살폈습니다. 고칠 곳이 1개 있습니다.\n",
        "낱말 목록과 칸 설명을 고친 뒤에 기록을 살핍니다.\n",
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--cases", "nowhere"], "폴더가 없습니다: nowhere\n"),
        (["--format", "xml"], "--format에는 text, json, github 가운데 하나를 적어 주세요: 'xml'\n"),
        (
            ["nothing.md", "cases/none.md"],
            "파일이 없습니다: nothing.md\n파일이 없습니다: cases/none.md\n",
        ),
        (["cases"], "파일이 아니라 폴더입니다: cases\n"),
    ],
)
def test_wrong_usage_leaves_with_two_and_says_why(
    capsys, cases: Path, arguments: list[str], said: str
) -> None:
    assert run(capsys, *arguments) == (2, "", said)


@pytest.mark.parametrize("arguments", [["--fromat", "json"], ["--format"], ["--cas", "cases"]])
def test_an_unknown_option_leaves_with_two_and_shows_the_usage(
    capsys, arguments: list[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        check(arguments)
    assert (left.value.code, capsys.readouterr().err) == (2, f"알아듣지 못한 명령입니다.\n{USAGE}")


def test_the_help_is_korean_and_leaves_with_zero(capsys) -> None:
    with pytest.raises(SystemExit) as left:
        check(["--help"])
    said = capsys.readouterr().out
    assert left.value.code == 0
    assert said.startswith(f"{USAGE}\n기록과 낱말 목록을 검사합니다.\n")
    assert not [word for word in ("usage", "options", "show this", "positional") if word in said]


def alone(*arguments: object) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-c", ALONE, *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        env={"PYTHONPATH": str(ROOT / "hooks"), "PYTHONUTF8": "1"},
    )


def test_the_check_needs_no_site_generator(cases: Path) -> None:
    done = alone("--cases", cases)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == f"{LINE}\n기록 2개를 살폈습니다. 고칠 곳이 1개 있습니다.\n"


def test_the_script_is_the_same_check(cases: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts/check.py"), "--cases", "cases"],
        capture_output=True,
        encoding="utf-8",
        env={"PYTHONUTF8": "1"},
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == f"{LINE}\n기록 2개를 살폈습니다. 고칠 곳이 1개 있습니다.\n"
