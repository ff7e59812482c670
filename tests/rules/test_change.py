"""What a change has wrong that the line it left did not have, as a contributor and a reviewer meet it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from helpers.broken_files import CASE, changed, shelf
from hyeopchi.cli import check
from hyeopchi.files.problem import Problem, Severity
from hyeopchi.rules.report import as_github, as_summary

FIRST, SECOND, THIRD = (
    "cases/mapo-gu/2017-meeting.md",
    "cases/mapo-gu/2018-meeting.md",
    "cases/mapo-gu/2019-meeting.md",
)
OLD_ERROR = changed("[neighbourhood]", "[hosing]")
NEW = changed("title: 주민이 마을 모임을 열다", "title: 겨울에 골목의 눈을 함께 치우다")
LINKED = changed(
    "added:", "relations: {related: [{to: 2017-meeting, basis: editor, note: 이어진 모임}]}\nadded:"
)
APART = "기록은 기록끼리, 다른 것은 다른 것끼리 따로 제안해 주세요"
SAME = "같은 일이면 그 기록을 고치고, 다른 일이면 relations에 이어 주세요"
WITHDRAW = "지우지 말고 거두세요: 파일을 되살리고 앞머리에 withdrawn: {date: 2026-11-22, reason: 까닭}을 적습니다"


def git(*arguments: str) -> None:
    """Run git in the working folder as nobody in particular."""
    who = (
        "-c",
        "user.name=nobody",
        "-c",
        "user.email=nobody@example.org",
        "-c",
        "commit.gpgsign=false",
    )
    subprocess.run(["git", *who, *arguments], check=True, capture_output=True)


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository on a branch that left ``main``, where one record has long had an error."""
    shelf(tmp_path, {FIRST.removeprefix("cases/"): CASE, SECOND.removeprefix("cases/"): OLD_ERROR})
    (tmp_path / "README.md").write_text("책장\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-q", "-m", "Begin")
    git("switch", "-q", "-c", "more")
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Exit code, output and error output of the check of the change."""
    code = check(["--cases", "cases", "--changed", *arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_what_was_wrong_before_is_not_told_again(capsys, work: Path) -> None:
    (work / SECOND).write_text(
        changed("kind: case\n", "kind: case\nlicense: CC-BY-4.0\n", OLD_ERROR), encoding="utf-8"
    )
    assert run(capsys, "main") == (0, "기록 2개를 살폈습니다. 고칠 곳이 없습니다.\n", "")


def test_a_new_problem_is_told_where_it_stands(capsys, work: Path) -> None:
    (work / THIRD).write_text(changed("[neighbourhood]", "[hosing]", NEW), encoding="utf-8")
    assert run(capsys, "main") == (
        1,
        f"{THIRD}:6:11: 분야(domains)에 없는 말입니다: 'hosing' → 'housing-regeneration'을 쓰려던 것인가요?\n"
        "기록 3개를 살폈습니다. 고칠 곳이 1개 있습니다.\n",
        "",
    )


def test_a_new_record_that_may_be_there_already_is_a_thing_to_look_at(capsys, work: Path) -> None:
    (work / THIRD).write_text(CASE, encoding="utf-8")
    assert run(capsys, "main") == (
        0,
        f"{THIRD}:3:8: 주의: 같은 지역, 같은 때에 제목이 비슷한 기록이 있습니다: 2017-meeting '주민이 마을 모임을 열다' → {SAME}\n"
        f"{THIRD}:3:8: 주의: 같은 지역, 같은 때에 제목이 비슷한 기록이 있습니다: 2018-meeting '주민이 마을 모임을 열다' → {SAME}\n"
        "기록 3개를 살폈습니다. 고칠 곳이 없습니다. 살펴볼 곳이 2개 있습니다.\n",
        "",
    )


def test_a_problem_that_a_change_causes_elsewhere_is_told(capsys, work: Path) -> None:
    (work / THIRD).write_text(
        changed("to: 2017-meeting", "to: '2017-meeting#배울-점'", LINKED), encoding="utf-8"
    )
    (work / FIRST).write_text(f"{CASE}\n## 배울 점\n\n함께 배웠습니다.\n", encoding="utf-8")
    git("add", ".")
    git("commit", "-q", "-m", "Link them")
    (work / FIRST).write_text(CASE, encoding="utf-8")
    assert run(capsys, "HEAD")[:2] == (
        1,
        f"{THIRD}:12:28: '2017-meeting' 안에 없는 자리입니다: '#배울-점' → 있는 자리: 없음\n"
        "기록 3개를 살폈습니다. 고칠 곳이 1개 있습니다.\n",
    )


def test_what_an_editor_leaves_beside_a_record_belongs_to_no_change(capsys, work: Path) -> None:
    (work / THIRD).write_text(NEW, encoding="utf-8")
    for name in (
        ".DS_Store",
        "mapo-gu/Thumbs.db",
        "mapo-gu/.2019-meeting.md.swp",
        "mapo-gu/._a.md",
    ):
        (work / "cases" / name).write_text("\0")
    assert run(capsys, "main") == (0, "기록 3개를 살폈습니다. 고칠 곳이 없습니다.\n", "")


def test_what_an_editor_leaves_is_told_once_it_has_been_added(capsys, work: Path) -> None:
    (work / THIRD).write_text(NEW, encoding="utf-8")
    (work / "cases/mapo-gu/._2019-meeting.md").write_text("\0")
    git("add", "--force", ".")
    assert run(capsys, "main")[:2] == (
        1,
        f"cases/mapo-gu/._2019-meeting.md:1:1: 기록과 다른 파일을 함께 바꾸었습니다 → {APART}\n"
        "기록 3개를 살폈습니다. 고칠 곳이 1개 있습니다.\n",
    )


def test_a_repository_of_somebody_else_is_told(capsys, work: Path, monkeypatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert run(capsys, "main") == (
        2,
        "",
        "git이 이 저장소를 읽지 않습니다. 폴더의 주인이 지금 사용자가 아닙니다.\n"
        "믿는 폴더라면 이 명령을 한 번 실행하고 다시 하세요: "
        f"git config --global --add safe.directory {work}\n",
    )


def test_a_record_that_is_gone_is_to_be_withdrawn_instead(capsys, work: Path) -> None:
    (work / FIRST).unlink()
    assert run(capsys, "main")[:2] == (
        1,
        f"{FIRST}:1:1: 있던 기록이 없어졌습니다: '2017-meeting' → {WITHDRAW}\n"
        "기록 1개를 살폈습니다. 고칠 곳이 1개 있습니다.\n",
    )


def test_a_record_may_move_to_another_folder_with_its_faults(capsys, work: Path) -> None:
    (work / "cases/seoul").mkdir()
    (work / SECOND).unlink()
    (work / "cases/seoul/2018-meeting.md").write_text(
        changed("[mapo-gu]", "[seoul]", OLD_ERROR), encoding="utf-8"
    )
    assert run(capsys, "main")[:2] == (0, "기록 2개를 살폈습니다. 고칠 곳이 없습니다.\n")


def test_what_the_line_got_since_is_not_missed(capsys, work: Path) -> None:
    git("switch", "-q", "main")
    (work / THIRD).write_text(CASE, encoding="utf-8")
    git("add", ".")
    git("commit", "-q", "-m", "Go on")
    git("switch", "-q", "more")
    assert run(capsys, "main")[:2] == (0, "기록 2개를 살폈습니다. 고칠 곳이 없습니다.\n")


def new_word(work: Path) -> None:
    """Add a domain to the vocabulary."""
    with (work / "cases/_vocabulary/domains.yml").open("a", encoding="utf-8") as words:
        words.write(
            "  - {id: night-market, label: 야시장, definition: 밤에 여는 장., source: 이 시험}\n"
        )


def test_records_are_judged_by_the_words_of_the_line_and_change_alone(capsys, work: Path) -> None:
    new_word(work)
    (work / "README.md").write_text("새 책장\n", encoding="utf-8")
    (work / THIRD).write_text(changed("[neighbourhood]", "[night-market]", NEW), encoding="utf-8")
    assert run(capsys, "main")[:2] == (
        1,
        f"README.md:1:1: 기록과 다른 파일을 함께 바꾸었습니다 → {APART}\n"
        f"cases/_vocabulary/domains.yml:1:1: 기록과 다른 파일을 함께 바꾸었습니다 → {APART}\n"
        f"{THIRD}:6:11: 분야(domains)에 없는 말입니다: 'night-market' → 분야 낱말 목록에서 골라 주세요. "
        "예: [neighbourhood, local-governance]\n"
        "기록 3개를 살폈습니다. 고칠 곳이 3개 있습니다.\n",
    )


def test_who_looks_after_the_library_may_change_words_and_records_together(
    capsys, work: Path
) -> None:
    new_word(work)
    (work / THIRD).write_text(changed("[neighbourhood]", "[night-market]", NEW), encoding="utf-8")
    assert run(capsys, "main", "--mixed")[:2] == (0, "기록 3개를 살폈습니다. 고칠 곳이 없습니다.\n")


def test_a_change_of_words_alone_is_judged_by_its_own(capsys, work: Path) -> None:
    new_word(work)
    assert run(capsys, "main")[:2] == (0, "기록 2개를 살폈습니다. 고칠 곳이 없습니다.\n")
    actors = work / "cases/_vocabulary/domains.yml"
    actors.write_text(
        changed("id: neighbourhood\n", "id: neighborhood\n", actors.read_text("utf-8")),
        encoding="utf-8",
    )
    assert run(capsys, "main")[0] == 1


@pytest.mark.parametrize(
    ("base", "said"),
    [
        (
            "nowhere",
            "견줄 곳을 찾지 못했습니다: 'nowhere'\n가지나 커밋의 이름을 적어 주세요. 예: --changed origin/main\n",
        ),
        (
            "--output=x",
            "견줄 곳을 찾지 못했습니다: '--output=x'\n가지나 커밋의 이름을 적어 주세요. 예: --changed origin/main\n",
        ),
        (
            "",
            "견줄 곳을 찾지 못했습니다: ''\n가지나 커밋의 이름을 적어 주세요. 예: --changed origin/main\n",
        ),
    ],
)
def test_an_unknown_base_is_told(capsys, work: Path, base: str, said: str) -> None:
    assert check(["--cases", "cases", f"--changed={base}"]) == 2
    assert capsys.readouterr() == ("", said)


def test_a_shallow_history_is_told_how_to_become_whole(
    capsys, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("commit", "-q", "--allow-empty", "-m", "Go on")
    git("clone", "-q", "--depth", "1", f"file://{work}", "shallow")
    monkeypatch.chdir(work / "shallow")
    assert run(capsys, "HEAD~1") == (
        2,
        "",
        "견줄 곳을 찾지 못했습니다: 'HEAD~1'\n앞선 역사가 다 있지 않은 저장소입니다. git fetch --unshallow 를 먼저 실행하세요.\n",
    )


def test_a_line_that_never_met_this_one_is_told(capsys, work: Path) -> None:
    git("switch", "-q", "--orphan", "other")
    git("commit", "-q", "--allow-empty", "-m", "Begin anew")
    git("switch", "-q", "more")
    assert run(capsys, "other") == (
        2,
        "",
        "지금 가지와 갈라진 곳을 찾지 못했습니다.\n같은 저장소에서 나온 가지의 이름을 적어 주세요.\n",
    )


def test_a_folder_outside_any_repository_is_told(
    capsys, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert run(capsys, "main") == (
        2,
        "",
        "git 저장소 안의 폴더가 아닙니다: 'cases'\n저장소를 받은 폴더에서 실행하거나 --changed를 빼세요.\n",
    )


def test_a_computer_without_git_is_told(
    capsys, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(work))
    assert run(capsys, "main") == (
        2,
        "",
        "git이 없습니다. git을 설치하거나 --changed를 빼고 실행하세요.\n",
    )


def faults(number: int, severity: Severity = Severity.ERROR) -> list[Problem]:
    """As many problems as asked for."""
    return [
        Problem("a.md", line, 1, "rule", "틀렸습니다", "고치세요", severity)
        for line in range(1, number + 1)
    ]


def test_github_gets_nine_annotations_errors_first_and_is_told_of_the_rest() -> None:
    said = as_github([*faults(6, Severity.WARNING), *faults(5)], 1).splitlines()
    assert [line.split(" ")[0] for line in said[:9]] == ["::error"] * 5 + ["::warning"] * 4
    assert said[9:] == [
        "줄에 표시한 것은 9개입니다. 나머지 2개는 이 실행의 요약(Summary)에 있습니다.",
        "기록 1개를 살폈습니다. 고칠 곳이 5개 있습니다. 살펴볼 곳이 6개 있습니다.",
    ]


def test_the_summary_holds_everything_in_gentle_words() -> None:
    assert as_summary([*faults(2), *faults(1, Severity.WARNING)], 3) == (
        "## 고칠 곳 2개\n\n- `a.md` 1번째 줄: 틀렸습니다 → 고치세요\n- `a.md` 2번째 줄: 틀렸습니다 → 고치세요\n\n"
        "## 살펴볼 곳 1개\n\n- `a.md` 1번째 줄: 틀렸습니다 → 고치세요\n\n"
        "기록 3개를 살폈습니다. 고칠 곳이 2개 있습니다. 살펴볼 곳이 1개 있습니다.\n"
    )


def test_a_summary_obeys_no_markup_and_stays_short() -> None:
    hostile = Problem("a`b.md", 1, 1, "rule", "<img src=x> [글](javascript:x)\n# 제목")
    assert as_summary([hostile], 1).splitlines()[2] == (
        "- `a'b.md` 1번째 줄: &lt;img src=x&gt; \\[글\\]\\(javascript\\:x\\) \\# 제목"
    )
    assert as_summary(faults(1_500), 1).splitlines()[-3:] == [
        "- 그 밖에 500개",
        "",
        "기록 1개를 살폈습니다. 고칠 곳이 1500개 있습니다.",
    ]


def test_a_job_of_github_gets_its_summary(
    capsys, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(work / "summary.md"))
    (work / THIRD).write_text(changed("[neighbourhood]", "[hosing]", NEW), encoding="utf-8")
    assert run(capsys, "main", "--format", "github")[0] == 1
    assert (
        (work / "summary.md")
        .read_text("utf-8")
        .startswith(
            f"## 고칠 곳 1개\n\n- `{THIRD}` 6번째 줄: 분야\\(domains\\)에 없는 말입니다\\: 'hosing' → "
        )
    )


DOCUMENT = (
    "title: 골목 모임 공책\ntype: minutes\nseen: whole\nrights: unknown\nurl_note: 종이로 봄\n"
)


def test_a_document_changes_together_with_the_records_that_rest_on_it(capsys, work: Path) -> None:
    (work / "cases/_sources").mkdir()
    (work / "cases/_sources/2017-alley-notes.yml").write_text(DOCUMENT, encoding="utf-8")
    (work / FIRST).write_text(
        CASE.replace("added:", "sources: [{key: note, id: 2017-alley-notes}]\nadded:")
        if "sources:" not in CASE
        else CASE,
        encoding="utf-8",
    )
    code, out, _ = run(capsys, "main")
    assert (code, "mixed" in out, "함께 바꾸었습니다" in out) == (0, False, False)


def test_a_document_does_not_go_away(capsys, work: Path) -> None:
    document = work / "cases/_sources/2017-alley-notes.yml"
    document.parent.mkdir()
    document.write_text(DOCUMENT, encoding="utf-8")
    git("add", ".")
    git("commit", "-q", "-m", "Add a document")
    git("branch", "-q", "-f", "main")
    document.unlink()
    assert run(capsys, "main") == (
        1,
        "cases/_sources/2017-alley-notes.yml:1:1: 있던 자료가 없어졌습니다: '2017-alley-notes' → "
        "자료의 주소도 오래갑니다: 파일을 되살려 주세요\n"
        "기록 2개를 살폈습니다. 고칠 곳이 1개 있습니다.\n",
        "",
    )
