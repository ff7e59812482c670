"""The commands as a person runs them, on a library of one page."""

import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

import serve
from support import mkdocs
from support.build_date import NO_GIT_EPOCH
from support.console import Stop
from support.environment import ROOT

HOOK = """
import os
from pathlib import Path

def on_config(config):
    config.watch.append(os.environ["HYEOPCHI_CASES"])

def on_post_build(config):
    if Path(os.environ["HYEOPCHI_CASES"], "bad.md").exists():
        print("cases/bad.md:1:1: 제목(title)이 없습니다 → 첫머리에 적어 주세요")
        raise SystemExit(1)
    data = Path(config.site_dir, "data")
    data.mkdir()
    data.joinpath("records.json").write_text(
        " ".join(os.environ[name] for name in ("SOURCE_DATE_EPOCH", "PYTHONHASHSEED")))
"""
RUN = (
    "import sys; from support import environment; environment.enter = lambda group: None; "
    "import {0}; sys.argv[0] = '{0}.py'; {0}.run({0}.main)"
)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A folder with the project's scripts, one page, a hook that stands in for the library."""
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts")
    for name in ("cases", "docs"):
        (tmp_path / name).mkdir()
    (tmp_path / "docs/index.md").write_text("# 책장\n", encoding="utf-8")
    (tmp_path / "hook.py").write_text(HOOK, encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: 책장\ntheme: mkdocs\nplugins: []\nhooks: [hook.py]\n"
        "extra: {library: {cases: cases, cache: .cache}}\n",
        encoding="utf-8",
    )
    return tmp_path


def command(library: Path, script: str, *arguments: str) -> tuple[list[str], dict]:
    """The command line and the options of a process that runs a script of ``library``."""
    return [sys.executable, "-c", RUN.format(script), *arguments], {
        "cwd": library,
        "encoding": "utf-8",
        "errors": "replace",
        "env": {
            **os.environ,
            "PYTHONPATH": os.pathsep.join(map(str, (library / "scripts", ROOT / "hooks"))),
            "PYTHONUTF8": "1",
        },
    }


def run(library: Path, script: str, *arguments: str) -> subprocess.CompletedProcess:
    line, options = command(library, script, *arguments)
    return subprocess.run(line, capture_output=True, stdin=subprocess.DEVNULL, **options)


def test_a_build_says_how_many_pages_it_wrote_and_where(library) -> None:
    done = run(library, "build")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(
        r"사이트를 짓고 있습니다\.\n"
        rf"2쪽을 \d+\.\d초에 지었습니다: {re.escape(str(library / 'site'))}\n",
        done.stdout,
    )


def test_a_build_without_git_has_the_documented_date_and_seed(library) -> None:
    run(library, "build")
    assert (library / "site/data/records.json").read_text() == f"{NO_GIT_EPOCH} 0"


def test_a_bad_record_shows_its_problem_and_keeps_the_old_site(library) -> None:
    run(library, "build")
    before = sorted(library.rglob("site/**/*"))
    (library / "cases/bad.md").touch()
    done = run(library, "build")
    assert done.returncode == 1
    assert done.stderr == (
        "cases/bad.md:1:1: 제목(title)이 없습니다 → 첫머리에 적어 주세요\n"
        "사이트를 짓지 못했습니다. 위의 문제를 고치고 다시 실행하세요.\n"
        "예전 사이트가 있었다면 그대로 있습니다.\n"
    )
    assert sorted(library.rglob("site/**/*")) == before


@pytest.mark.skipif(os.name == "nt", reason="Windows limits no files")
def test_a_disk_without_room_for_the_site_is_told_without_a_traceback(library) -> None:
    """A file that may grow no more stands for a full disk: the system has no room for either."""
    (library / "hook.py").write_text(
        f"import sys\nsys.path[:0] = [{str(ROOT / 'hooks')!r}]\n"
        "from mkdocs_events import on_build_error\n"
        "def on_env(env, config, files):\n"
        "    import resource\n"
        "    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, 1_000))\n",
        encoding="utf-8",
    )
    done = run(library, "build")
    assert (done.returncode, done.stderr) == (
        1,
        "사이트를 다 쓰지 못했습니다. 사이트를 둘 디스크에 자리가 남았는지 확인하세요.\n"
        "사이트를 짓지 못했습니다. 위의 문제를 고치고 다시 실행하세요.\n"
        "예전 사이트가 있었다면 그대로 있습니다.\n",
    )


@pytest.mark.parametrize("script", ["build", "serve"])
def test_a_missing_folder_of_records_is_named(library, script) -> None:
    done = run(library, script, "--cases", "nowhere")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "기록 폴더가 없습니다: nowhere\n--cases에 기록이 든 폴더를 적어 주세요.\n"
    )


def test_wrong_usage_is_answered_in_korean(library) -> None:
    done = run(library, "build", "--site")
    assert done.returncode == 2
    assert done.stderr == (
        "알아듣지 못한 명령입니다.\n"
        "쓰는 법: build.py [-h] [--cases 폴더] [--site-dir 폴더] [--papers] [--release]\n"
    )


def test_a_taken_port_is_answered_with_a_free_one(monkeypatch) -> None:
    monkeypatch.setattr(serve, "is_free", lambda port: port > 8001)
    with pytest.raises(Stop) as stopped:
        serve.refuse_taken(8000)
    assert stopped.value.message == (
        "8000번 포트를 쓸 수 없습니다. 다른 프로그램이 쓰고 있거나 권한이 없습니다.\n"
        "--port에 다른 번호를 적어 다시 실행하세요. 예: --port 8002"
    )


def test_a_port_that_a_program_listens_on_is_not_free() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert not serve.is_free(taken.getsockname()[1])


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("INFO    -  Building documentation...", None),
        ("DEBUG   -  Reading: index.md", None),
        ("", None),
        ("Aborted with 1 warnings in strict mode!", None),
        ('WARNING -  [12:00:00] "GET /x HTTP/1.1" code 404', None),
        (
            "WARNING -  Doc file 'a.md' contains a link 'b.md'",
            "Doc file 'a.md' contains a link 'b.md'",
        ),
        ("cases/a.md:1:1: 제목이 없습니다", "cases/a.md:1:1: 제목이 없습니다"),
    ],
)
def test_only_what_a_person_needs_is_shown_of_the_log(line, shown) -> None:
    assert mkdocs.readable(line) == shown


def test_every_build_gets_the_records_folder_as_an_absolute_path(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "records").mkdir()
    variables = mkdocs.environment(Path("records"))
    assert variables["HYEOPCHI_CASES"] == str((tmp_path / "records").resolve())
    assert variables["PYTHONHASHSEED"] == "0"
