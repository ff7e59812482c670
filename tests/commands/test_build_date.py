"""The date of a build: given, the last commit's, or told that there is none."""

import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support import mkdocs
from support.build_date import LATEST, NO_GIT_EPOCH, VARIABLE, build_epoch, commit_time
from support.console import Stop

JUNE_2017 = "1496275200"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A repository with one commit of June 2017."""
    git = ["git", "-C", str(tmp_path), "-c", "user.name=n", "-c", "user.email=n@example.org"]
    subprocess.run([*git, "init", "--quiet"], check=True)
    subprocess.run(
        [*git, "commit", "--quiet", "--allow-empty", "--message", "first"],
        check=True,
        env={**os.environ, "GIT_COMMITTER_DATE": "2017-06-01T00:00:00Z"},
    )
    return tmp_path


@pytest.mark.parametrize("environ", [{}, {VARIABLE: ""}, {VARIABLE: " "}])
def test_the_date_of_a_build_is_that_of_the_last_commit(checkout: Path, environ) -> None:
    assert build_epoch(environ, checkout) == JUNE_2017


@given(st.integers(0, LATEST))
def test_a_given_date_is_kept(seconds: int) -> None:
    assert build_epoch({VARIABLE: f"{seconds}\n"}, Path("nowhere")) == str(seconds)


def test_mkdocs_and_the_papers_are_given_it(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv(VARIABLE, " 7 ")
    assert mkdocs.environment(tmp_path)[VARIABLE] == "7"


@pytest.mark.parametrize(
    ("given", "nearest"),
    [
        ("-1", ""),
        ("5680281600", ""),
        ("1e9", ""),
        ("now", ""),
        ("１７", ""),
        ("2026-11-20", " → 1795132800"),
        ("2026-11-20T09:00:00+09:00", " → 1795132800"),
        ("2150-01-01", ""),
        ("1960-01-01", ""),
    ],
)
def test_what_is_no_number_of_seconds_is_refused_with_the_right_one(given, nearest) -> None:
    with pytest.raises(Stop) as stopped:
        build_epoch({VARIABLE: given}, Path("nowhere"))
    assert (stopped.value.message, stopped.value.code) == (
        "SOURCE_DATE_EPOCH에는 1970년부터 센 초를 0에서 4294967295 사이의 정수로 적습니다: "
        f"'{given}'{nearest}\n"
        "비워 두면 마지막 커밋의 날짜로 짓습니다.",
        2,
    )


def test_an_unpacked_archive_has_the_documented_date(tmp_path: Path, capsys) -> None:
    assert commit_time(tmp_path) == NO_GIT_EPOCH
    assert capsys.readouterr().err == ""


def test_a_checkout_of_somebody_else_is_told(checkout: Path, monkeypatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(Stop) as stopped:
        commit_time(checkout)
    assert stopped.value.message == (
        "git이 이 저장소를 읽지 않아 짓는 날짜를 모릅니다: 폴더의 주인이 지금 사용자가 아닙니다.\n"
        "믿는 폴더라면 이 명령을 한 번 실행하고 다시 하세요:\n"
        f"  git config --global --add safe.directory '{checkout.as_posix()}'"
    )


def test_a_given_date_needs_no_git(checkout: Path, monkeypatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert build_epoch({VARIABLE: "7"}, checkout) == "7"


def test_a_repository_without_a_commit_is_told(tmp_path: Path, capsys) -> None:
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main", str(tmp_path)], check=True)
    assert commit_time(tmp_path) == NO_GIT_EPOCH
    assert capsys.readouterr().err == (
        "마지막 커밋의 날짜를 알 수 없어 1980년 1월 1일로 짓습니다: "
        "fatal: your current branch 'main' does not have any commits yet\n"
    )


def test_a_machine_without_git_is_told(checkout: Path, monkeypatch, capsys) -> None:
    monkeypatch.setenv("PATH", str(checkout))
    assert commit_time(checkout) == NO_GIT_EPOCH
    assert capsys.readouterr().err == (
        "마지막 커밋의 날짜를 알 수 없어 1980년 1월 1일로 짓습니다: git이 없습니다\n"
    )
