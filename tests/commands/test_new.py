"""A new record by questions in a terminal: from nothing to a file that the checker passes."""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.broken_files import CASE, shelf
from support.environment import ROOT

NEW = "mapo-gu/2018-golmoge-uijareul-notda.md"
SOURCE = ["골목 모임 기록", "마포구", "2019-03", "", "https://example.org/a", "알 수 없음", ""]
NEEDED = [
    "사례",
    "골목에 의자를 놓다",
    *SOURCE,
    "",
    "주민들이 골목에 의자를 놓았습니다.",
    "",
    "마포구",
    "",
    "",
    "마을",
    "",
    "끝",
    "2018-04",
    "2018-06",
    "마쳤음",
    "3~5쪽",
    "사업",
    "동",
]
NEXT = (
    "\n다음에 할 일\n  1. 자료와 한 번 더 견주어 보고, 고쳤으면 다시 살핍니다: python3 scripts/check.py --cases {0} {1}\n"
    "  2. 어떻게 보이는지 봅니다: python3 scripts/serve.py --cases {0}\n  3. 보내는 법은 CONTRIBUTING.md에 있습니다.\n"
)


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    """A shelf with one record of another place."""
    return shelf(tmp_path, {"seoul/2016-old.md": CASE.replace("mapo-gu", "seoul")})


def command(*arguments: object) -> tuple[list[str], dict]:
    """The command line and the options of a process that asks."""
    return [sys.executable, str(ROOT / "scripts/new.py"), *map(str, arguments)], {
        "encoding": "utf-8",
        "env": {**os.environ, "PYTHONUTF8": "1"},
        "stdout": subprocess.PIPE,
        "stderr": subprocess.PIPE,
    }


def new(cases: Path, answers: list[str], *arguments: object) -> subprocess.CompletedProcess:
    """What comes of answering line by line."""
    line, options = command("--cases", cases, *arguments)
    return subprocess.run(line, input="\n".join([*answers, ""]), **options)


def test_answers_become_a_record_that_the_checker_passes(cases: Path) -> None:
    done = new(cases, [*NEEDED, ""])
    assert (done.returncode, done.stderr) == (0, "")
    file = cases / NEW
    assert file.read_text("utf-8").splitlines()[:14] == [
        "---",
        "kind: case",
        "title: 골목에 의자를 놓다",
        "summary: 주민들이 골목에 의자를 놓았습니다.",
        "districts: [mapo-gu]",
        "domains: [neighbourhood]",
        "period: {start: 2018-04, end: 2018-06}",
        "status: {value: done, from: {golmok: 3~5쪽}}",
        "case_type: programme",
        "scale: dong",
        "sources:",
        "  - {key: golmok, title: 골목 모임 기록, publisher: 마포구, date: 2019-03, url: https://example.org/a, rights: unknown}",
        file.read_text("utf-8").splitlines()[12],
        "---",
    ]
    assert done.stdout.endswith(
        f"\n기록을 만들었습니다: {file}\n\n기록 1개를 살폈습니다. 고칠 곳이 없습니다.\n{NEXT.format(cases, file)}"
    )


def test_a_whole_case_with_its_story_passes_too(cases: Path) -> None:
    answers = [
        "1",
        "골목에 의자를 놓다",
        *SOURCE[:6],
        "협치 계획서",
        "",
        "2018",
        "",
        "https://example.org/b",
        "공공누리 제4유형",
        "",
        "",
        "주민들이 골목에 의자를 놓았습니다.",
        "쉴 곳이 없었습니다.",
        "의자를 놓았습니다.",
        "이제 쉽니다.",
        "",
        "마포구",
        "망원동",
        "",
        "마을",
        "",
        "2018-04",
        "",
        "1",
        "1",
        "3쪽",
        "사업",
        "동",
        "서울특별시",
        "1",
        "돈을 댐",
        "골목 가꾸는 모임",
        "주민",
        "",
        "",
        "",
        "",
        "",
        "모름",
        "예산은 자료에 없음",
        "2",
        "2018-04",
        "모여서 의자를 골랐습니다.",
        "1",
        "4쪽",
        "",
        "",
        "쉴 곳이 없었습니다.",
        "",
        "모여서 골랐습니다.",
        "둘째 줄입니다.",
        "",
        "끝",
        "",
    ]
    done = new(cases, answers)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    text = (cases / NEW).read_text("utf-8")
    assert (
        "actors:\n  - {id: seoul, role: 돈을 댐}\n  - {name: 골목 가꾸는 모임, sector: resident}\n"
        in text
    )
    assert (
        "stages:\n  - {stage: planning, start: 2018-04, what: 모여서 의자를 골랐습니다., from: {golmok: 4쪽}}\n"
        in text
    )
    assert "unknown:\n  - {field: budget, note: 예산은 자료에 없음}\n" in text
    assert text.endswith(
        "\n## 무엇이 문제였나\n\n쉴 곳이 없었습니다.\n\n## 누가 무엇을 했나\n\n모여서 골랐습니다.\n둘째 줄입니다.\n"
    )


def test_an_answer_that_breaks_a_rule_is_told_at_once_in_the_checkers_words(cases: Path) -> None:
    wrong = [*NEEDED]
    wrong[wrong.index("2018-04")] = "2018년 봄쯤\n2018년 4월\n2018-04"
    wrong[wrong.index("마포구", 9)] = "마포\n마포구"
    wrong[1] = f"전화는 010-2345-6789입니다\n{wrong[1]}"
    done = new(cases, [*wrong, ""])
    assert done.returncode == 0, done.stdout
    assert (
        "  고칠 곳: 시작(start): 날짜로 읽을 수 없습니다: '2018년 4월' → 2018-04처럼 적어 주세요\n"
        in done.stdout
    )
    assert "  고칠 곳: 휴대전화 번호로 보이는 번호가 있습니다: 010-****-**89 → " in done.stdout
    assert "010-2345-6789" not in done.stdout + done.stderr


def test_a_needed_question_is_asked_until_it_is_answered(cases: Path) -> None:
    done = new(cases, ["사례", "", "모름", "골목에 의자를 놓다"])
    assert "  고칠 곳: 꼭 있어야 하는 물음입니다. 예: 249명이 낸 스무 가지 제안\n" in done.stdout
    assert (
        "  고칠 곳: 꼭 있어야 하는 칸입니다. 예: title: 249명이 낸 스무 가지 제안\n" in done.stdout
    )


def test_the_next_steps_work_as_they_are_typed_where_a_folder_has_a_space(tmp_path: Path) -> None:
    apart = shelf(tmp_path / "새 기록", {"seoul/2016-old.md": CASE.replace("mapo-gu", "seoul")})
    made = new(
        apart,
        [],
        "--no-input",
        "--kind",
        "case",
        "--title",
        "골목에 의자를 놓다",
        "--district",
        "마포구",
    )
    _, _, line = next(one for one in made.stdout.splitlines() if one.startswith("  1. ")).partition(
        "살핍니다: "
    )
    checked = subprocess.run(
        [sys.executable, *shlex.split(line)[1:]], cwd=ROOT, capture_output=True, encoding="utf-8"
    )
    assert (
        checked.stdout + checked.stderr
        == made.stdout.partition("기록을 만들었습니다: ")[2]
        .partition("\n\n")[2]
        .partition("\n\n다음에")[0]
        + "\n"
    )


def test_a_list_is_searched_and_a_wrong_word_answered(cases: Path) -> None:
    done = new(cases, [*NEEDED[:12], "종로규", "강"])
    assert "'종로규'에 맞는 것이 없습니다. '종로구'를 찾으셨나요?\n" in done.stdout
    assert "'강'으로 찾은 것입니다. 번호를 적으세요.\n   1. 강북구 (gangbuk-gu)\n" in done.stdout


def test_back_asks_the_question_before_again(cases: Path) -> None:
    done = new(cases, ["사례", "틀린 제목", "뒤로", *NEEDED[1:], ""])
    assert done.returncode == 0, done.stdout
    assert "title: 골목에 의자를 놓다\n" in (cases / NEW).read_text("utf-8")


def test_what_was_answered_is_kept_and_gone_on_with(cases: Path) -> None:
    left = new(cases, NEEDED[:11])
    kept = cases.parent / "drafts/nd-golmoge-uijareul-notda.json"
    assert left.returncode == 130
    assert left.stdout.endswith(
        f"\n쓰던 것을 여기에 두었습니다: {kept}\n이어서 쓰려면: python3 scripts/new.py --cases {cases} --draft {kept}\n"
    )
    done = new(cases, [*NEEDED[11:], ""], "--draft", kept)
    assert done.returncode == 0, done.stdout
    assert "title: 골목에 의자를 놓다\n" in (cases / NEW).read_text("utf-8")
    assert json.loads(kept.read_text("utf-8"))["values"]["title"] == "골목에 의자를 놓다"


def test_an_answer_of_a_draft_that_no_longer_fits_is_asked_again(cases: Path) -> None:
    kept = cases.parent / "draft.json"
    values = {"kind": "case", "title": ["제목"], "sources": "셋", "no_such": "1"}
    kept.write_text(
        json.dumps(
            {
                "values": values,
                "gaps": {"unknown": {}, "not_applicable": {}},
                "sections": {},
                "passed": ["kind", "title", "sources"],
            }
        ),
        encoding="utf-8",
    )
    done = new(cases, [*NEEDED[1:], ""], "--draft", kept)
    assert done.stdout.startswith(
        "".join(
            f"지금의 규칙에 맞지 않아 다시 여쭙니다: {one}\n"
            for one in ("무슨 일이었는지 한 줄로 적어 주세요", "근거가 되는 자료", "'no_such'")
        )
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.skipif(
    os.name == "nt" or not hasattr(os, "geteuid"), reason="folders there are locked in another way"
)
def test_what_cannot_be_written_is_kept(cases: Path) -> None:
    (cases / "mapo-gu").write_text("a file where the folder would be", encoding="utf-8")
    done = new(cases, [*NEEDED, ""])
    assert done.returncode == 1
    assert "쓰던 것을 여기에 두었습니다: " in done.stdout
    assert done.stderr.startswith("파일을 쓰지 못했습니다: ")


def test_a_second_draft_takes_the_place_of_none(cases: Path) -> None:
    for _ in range(2):
        new(cases, NEEDED[:4])
    assert sorted(file.name for file in (cases.parent / "drafts").iterdir()) == [
        "nd-golmoge-uijareul-notda-2.json",
        "nd-golmoge-uijareul-notda.json",
    ]


def test_leaving_at_once_keeps_nothing(cases: Path) -> None:
    done = new(cases, [])
    assert done.stdout.endswith("\n적은 것이 없어 아무것도 남기지 않았습니다.\n")
    assert not (cases.parent / "drafts").exists()


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C cannot be sent to one process there")
def test_ctrl_c_keeps_the_draft_without_a_traceback(cases: Path) -> None:
    line, options = command("--cases", cases)
    asking = subprocess.Popen(
        line,
        stdin=subprocess.PIPE,
        **options,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    asking.stdin.write("사례\n골목에 의자를 놓다\n")
    asking.stdin.flush()
    while "자료 이름" not in asking.stdout.readline():
        pass
    asking.send_signal(signal.SIGINT)
    out, err = asking.communicate(timeout=60)
    assert (asking.returncode, err) == (130, "")
    assert "쓰던 것을 여기에 두었습니다: " in out


GIVEN = [
    "--no-input",
    "--kind",
    "사례",
    "--title",
    "골목에 의자를 놓다",
    "--district",
    "마포구",
    "--domain",
    "neighbourhood",
]


def test_what_the_command_line_gives_is_written_and_the_rest_told(cases: Path) -> None:
    done = new(cases, [], *GIVEN, "--set", "period={start: 2018-04}", "--set", "scale=동")
    assert (done.returncode, done.stderr) == (1, "")
    assert (
        (cases / NEW)
        .read_text("utf-8")
        .startswith(
            "---\nkind: case\ntitle: 골목에 의자를 놓다\ndistricts: [mapo-gu]\ndomains: [neighbourhood]\n"
            "period: {start: 2018-04}\nscale: dong\nadded: "
        )
    )
    assert "고칠 곳이 4개 있습니다." in done.stdout


def test_no_file_is_ever_written_over(cases: Path) -> None:
    old = (cases / "seoul/2016-old.md").read_text("utf-8")
    done = new(cases, [], *GIVEN, "--out", cases / "seoul/2016-old.md")
    assert (done.returncode, done.stdout) == (2, "")
    assert (
        done.stderr
        == "같은 이름의 기록이 이미 있습니다: 2016-old\n--out에 다른 이름을 적어 주세요. 아무것도 바꾸지 않았습니다.\n"
    )
    assert (cases / "seoul/2016-old.md").read_text("utf-8") == old


def test_a_name_that_is_taken_is_numbered(cases: Path) -> None:
    for _ in range(2):
        new(cases, [], *GIVEN, "--set", "period={start: 2018}")
    assert sorted(file.name for file in (cases / "mapo-gu").iterdir()) == [
        "2018-golmoge-uijareul-notda-2.md",
        "2018-golmoge-uijareul-notda.md",
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["--cases", "nowhere"],
            "기록 폴더가 없습니다: nowhere\n--cases에 기록이 든 폴더를 적어 주세요.\n",
        ),
        (
            ["--draft", "none.json"],
            "초안을 읽을 수 없습니다: none.json\nnew.py가 남긴 .json 파일을 적어 주세요.\n",
        ),
        (
            ["--district", "마퍼구"],
            "지역(districts)에 없는 말입니다: '마퍼구' → 'mapo-gu'를 쓰려던 것인가요?\n",
        ),
        (
            ["--set", "sclae=dong"],
            "없는 칸입니다: 'sclae'\n칸의 이름은 사이트의 '기록의 칸' 쪽에 있습니다. 예: --set scale=dong\n",
        ),
        (
            ["--set", "period={start: 2018"],
            "--set을 읽을 수 없습니다: 'period={start: 2018'\n[ ]나 { } 안을 읽을 수 없습니다. "
            "쉼표나 쌍점이 든 값은 따옴표로 감싸고, 괄호의 짝을 맞춰 주세요\n",
        ),
        (["--out", "there.md"], "기록을 둘 수 없는 곳입니다: there.md\n"),
        (
            ["--out", "cases/_vocabulary/x.md"],
            "기록을 둘 수 없는 곳입니다: cases/_vocabulary/x.md\n",
        ),
    ],
)
def test_a_wrong_argument_is_told_and_nothing_written(
    cases: Path, arguments: list[str], said: str
) -> None:
    before = sorted(cases.rglob("*"))
    done = new(cases, [], "--no-input", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(said)
    assert sorted(cases.rglob("*")) == before
