"""Setting up the environment: from locks, once, and with plain words when it cannot be done."""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from support import debian, installer
from support import environment as environment_module
from support.alone import alone
from support.console import Stop
from support.environment import ROOT, Environment, digest

SCRIPTS = sorted((ROOT / "scripts").glob("[a-z]*.py"))
START = "run_path(str(Path(__file__).with_name('support') / 'start.py'))"
OFFLINE = (
    "인터넷에 닿지 못해 필요한 꾸러미를 받지 못했습니다.\n"
    "인터넷 연결이나 프록시 설정을 확인하고 같은 명령을 다시 실행하세요.\n"
    "인터넷이 없는 컴퓨터라면 README.md의 '인터넷이 없을 때'를 보세요."
)


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    file = tmp_path / "requirements-site.txt"
    file.write_text("mkdocs==1.6.1 \\\n    --hash=sha256:0\nnh3==0.3.8 ; x \\\n", encoding="utf-8")
    return file


@pytest.fixture
def fake_pip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A stand-in for pip that prints what it is told to and ends with a code."""

    def install(output: str, code: int) -> None:
        program = tmp_path / "stand-in.py"
        program.write_text(f"print({output!r}); raise SystemExit({code})", encoding="utf-8")
        monkeypatch.setattr(installer, "PIP", (str(program),))

    return install


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Environment:
    """An environment whose making and installing are only noted down, in ``made``."""
    environment = Environment(tmp_path / ".venv")
    environment.made = []

    def make(folder: Path) -> None:
        environment.made.append("venv")
        environment.python.parent.mkdir(parents=True, exist_ok=True)
        environment.python.touch()

    monkeypatch.setattr(environment_module, "make_venv", make)
    monkeypatch.setattr(
        environment_module, "install", lambda python, lock, log: environment.made.append(lock.name)
    )
    monkeypatch.setattr(environment_module, "prove", lambda python, modules, log: None)
    return environment


def other_lock(lock: Path, name: str) -> Path:
    other = lock.with_name(name)
    other.write_text("pytest==9.2.0 \\\n", encoding="utf-8")
    return other


def test_a_new_environment_is_made_and_then_reused(environment, lock) -> None:
    assert not environment.is_ready([lock])
    environment.prepare([lock])
    assert environment.is_ready([lock])
    assert environment.made == ["venv", "requirements-site.txt"]


def test_a_changed_lock_makes_the_environment_anew(environment, lock) -> None:
    environment.prepare([lock])
    lock.write_text("mkdocs==1.6.2 \\\n", encoding="utf-8")
    assert not environment.is_ready([lock])
    environment.prepare([lock])
    assert environment.made == ["venv", "requirements-site.txt"] * 2


def test_another_version_of_python_makes_the_environment_anew(
    environment, lock, monkeypatch
) -> None:
    environment.prepare([lock])
    monkeypatch.setattr("platform.python_version", lambda: "3.99.0")
    assert not environment.is_ready([lock])
    environment.prepare([lock])
    assert environment.made == ["venv", "requirements-site.txt"] * 2


def test_a_second_group_is_added_to_the_first(environment, lock) -> None:
    tests = other_lock(lock, "requirements-test.txt")
    environment.prepare([lock])
    environment.prepare([lock, tests])
    assert environment.made == ["venv", "requirements-site.txt", "requirements-test.txt"]
    assert environment.is_ready([lock]) and environment.is_ready([lock, tests])


def test_a_half_made_environment_is_noticed_and_finished(environment, lock, monkeypatch) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(environment_module, "install", killed)
        with pytest.raises(KeyboardInterrupt):
            environment.prepare([lock])
    assert not environment.is_ready([lock])
    environment.prepare([lock])
    assert environment.is_ready([lock])


def unreachable(*_: object) -> None:
    raise Stop(OFFLINE)


def test_an_environment_that_cannot_be_made_anew_stays_as_it_was(
    environment, lock, monkeypatch
) -> None:
    earlier = lock.read_text(encoding="utf-8")
    environment.prepare([lock])
    lock.write_text("mkdocs==1.6.2 \\\n", encoding="utf-8")
    monkeypatch.setattr(environment_module, "install", unreachable)
    with pytest.raises(Stop):
        environment.prepare([lock])
    lock.write_text(earlier, encoding="utf-8")
    assert environment.is_ready([lock])
    assert [path.name for path in environment.folder.parent.glob(".venv*")] == [".venv"]


def test_what_cannot_be_added_takes_nothing_away(environment, lock, monkeypatch) -> None:
    environment.prepare([lock])
    monkeypatch.setattr(environment_module, "install", unreachable)
    with pytest.raises(Stop):
        environment.prepare([lock, other_lock(lock, "requirements-test.txt")])
    assert environment.is_ready([lock])


def test_an_environment_made_anew_holds_what_the_earlier_one_held(environment, lock) -> None:
    tests = other_lock(lock, "requirements-test.txt")
    environment.prepare([lock, tests])
    lock.write_text("mkdocs==1.6.2 \\\n", encoding="utf-8")
    environment.prepare([lock])
    assert environment.is_ready([lock, tests])


def test_what_the_earlier_one_held_is_no_reason_to_stop(environment, lock, monkeypatch) -> None:
    environment.prepare([lock, other_lock(lock, "requirements-test.txt")])
    lock.write_text("mkdocs==1.6.2 \\\n", encoding="utf-8")
    install = environment_module.install
    monkeypatch.setattr(
        environment_module,
        "install",
        lambda python, asked, log: (install if asked == lock else unreachable)(python, asked, log),
    )
    environment.prepare([lock])
    assert environment.is_ready([lock])


@pytest.mark.parametrize("cut_short_by", [KeyboardInterrupt, SystemExit, MemoryError])
def test_a_command_cut_short_takes_no_group_away(
    environment, lock, monkeypatch, cut_short_by: type[BaseException]
) -> None:
    """As by Ctrl+C while the tests' packages are being installed anew for a changed lock."""
    earlier, tests = lock.read_text(encoding="utf-8"), other_lock(lock, "requirements-test.txt")
    environment.prepare([lock, tests])
    lock.write_text("mkdocs==1.6.2 \\\n", encoding="utf-8")

    def cut(python: Path, asked: Path, log: Path) -> None:
        if asked == tests:
            raise cut_short_by

    with monkeypatch.context() as patch:
        patch.setattr(environment_module, "install", cut)
        with pytest.raises(cut_short_by):
            environment.prepare([lock])
    assert [path.name for path in environment.folder.parent.glob(".venv*")] == [".venv"]
    lock.write_text(earlier, encoding="utf-8")
    assert environment.is_ready([lock, tests])


def test_a_command_killed_before_it_had_every_group_gives_the_earlier_environment_back(
    environment, lock
) -> None:
    tests = other_lock(lock, "requirements-test.txt")
    environment.prepare([lock])
    only_one = environment.stamp.read_bytes()
    environment.prepare([lock, tests])
    shutil.copytree(environment.folder, environment.folder.with_name(".venv.before"))
    environment.stamp.write_bytes(only_one)
    assert not environment.is_ready([lock, tests])
    environment_module.bring_back(environment)
    assert environment.is_ready([lock, tests])


def test_an_environment_put_aside_by_a_killed_command_comes_back(environment, lock) -> None:
    environment.prepare([lock])
    environment.folder.rename(environment.folder.with_name(".venv.before"))
    environment.folder.mkdir()
    environment_module.prepare_alone(environment, [lock])
    assert environment.is_ready([lock])
    assert environment.made == ["venv", "requirements-site.txt"]


def test_a_whole_new_environment_outlives_the_one_put_aside(environment, lock) -> None:
    environment.folder.with_name(".venv.before").mkdir()
    environment.prepare([lock])
    environment_module.prepare_alone(environment, [lock])
    assert [path.name for path in environment.folder.parent.glob(".venv*")] == [".venv"]
    assert environment.made == ["venv", "requirements-site.txt"]


@pytest.mark.parametrize("stamp", ["", "{", "[]", '{"python": "3.11.0"}'])
def test_a_damaged_stamp_counts_as_none(environment, lock, stamp) -> None:
    environment.prepare([lock])
    environment.stamp.write_text(stamp, encoding="utf-8")
    assert not environment.is_ready([lock])


def test_an_environment_whose_python_is_gone_is_made_anew(environment, lock) -> None:
    environment.prepare([lock])
    environment.python.unlink()
    assert not environment.is_ready([lock])
    environment.prepare([lock])
    assert environment.is_ready([lock])


def test_what_another_command_has_prepared_meanwhile_is_not_made_again(environment, lock) -> None:
    environment.prepare([lock])
    environment.made.clear()
    environment_module.prepare_alone(environment, [lock])
    assert environment.made == []


def test_waiting_for_another_command_ends_with_a_plain_message(
    environment, lock, monkeypatch
) -> None:
    monkeypatch.setattr(environment_module, "LONGEST_SETUP", 0.0)
    with (
        alone(environment.folder.with_name(".venv.lock"), seconds=0),
        pytest.raises(Stop) as stopped,
    ):
        environment_module.prepare_alone(environment, [lock])
    assert stopped.value.message == (
        "다른 명령이 준비를 끝내지 않고 있습니다. 그 명령을 끝내고 다시 실행하세요."
    )


def test_a_lock_has_the_same_digest_with_either_line_end(lock) -> None:
    before = digest(lock)
    lock.write_bytes(lock.read_bytes().replace(b"\n", b"\r\n"))
    assert digest(lock) == before
    assert len(before) == 64


def test_a_lock_file_is_free_again_when_its_holder_is_killed(tmp_path) -> None:
    code = (
        "import sys, time, pathlib; from support.alone import alone\n"
        "with alone(pathlib.Path(sys.argv[1]), 0): print('held', flush=True); time.sleep(60)"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "lock")],
        cwd=ROOT / "scripts",
        stdout=subprocess.PIPE,
    )
    assert holder.stdout.readline().strip() == b"held"
    with pytest.raises(TimeoutError), alone(tmp_path / "lock", seconds=0):
        pass
    holder.kill()
    holder.communicate()
    with alone(tmp_path / "lock", seconds=5):
        assert (tmp_path / "lock").exists()
    assert not (tmp_path / "lock").exists()


def test_progress_names_every_package(lock, tmp_path, fake_pip, capsys) -> None:
    fake_pip(
        "Looking in links\nCollecting mkdocs==1.6.1 (from -r x)\n  Downloading\n"
        "Processing /a b/wheels/nh3-0.3.8-cp38-abi3.whl (from -r x)\n",
        0,
    )
    installer.install(Path(sys.executable), lock, tmp_path / "log")
    assert capsys.readouterr().out == "  1/2 mkdocs\n  2/2 nh3\n"
    assert "Downloading" in (tmp_path / "log").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("output", "message"),
    [
        (
            "WARNING: Retrying … NewConnectionError('… [Errno 111] Connection refused')\n"
            "ERROR: No matching distribution found for mkdocs==1.6.1",
            OFFLINE,
        ),
        ("[Errno -3] Temporary failure in name resolution", OFFLINE),
        ("[Errno 11001] getaddrinfo failed", OFFLINE),
        (
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.",
            "받은 꾸러미가 잠금 파일에 적힌 것과 달라 설치하지 않았습니다.\n"
            "잠시 뒤 다시 실행하고, 그래도 같으면 관리자에게 알려 주세요.",
        ),
        (
            "OSError: [Errno 28] No space left on device",
            "디스크에 남은 자리가 없어 설치하지 못했습니다.\n"
            "자리를 비우고 같은 명령을 다시 실행하세요.",
        ),
    ],
)
def test_a_failed_installation_says_what_to_do(lock, tmp_path, fake_pip, output, message) -> None:
    fake_pip(output, 1)
    with pytest.raises(Stop) as stopped:
        installer.install(Path(sys.executable), lock, tmp_path / "log")
    assert (stopped.value.message, stopped.value.code) == (message, 1)


def test_an_unknown_failure_names_the_log(lock, tmp_path, fake_pip) -> None:
    fake_pip("ERROR: something new", 2)
    with pytest.raises(Stop) as stopped:
        installer.install(Path(sys.executable), lock, tmp_path / "log")
    assert stopped.value.message == (
        f"꾸러미를 설치하지 못했습니다. 자세한 내용은 {tmp_path / 'log'}에 있습니다."
    )


NO_VENV = (
    "파이썬의 venv 모듈이 없습니다.\n"
    "데비안·우분투라면 'apt install python3-venv'를 한 뒤 다시 실행하세요."
)


@pytest.mark.parametrize(
    "said",
    [
        "The virtual environment was not created because ensurepip is not available.",
        "/usr/bin/python3: No module named venv",
    ],
)
def test_a_missing_venv_module_is_named_where_it_cannot_be_installed(
    tmp_path, monkeypatch, said
) -> None:
    monkeypatch.setattr(installer, "VENV", ("-c", f"print({said!r}); raise SystemExit(1)"))
    monkeypatch.setattr(debian, "install", lambda *_: False)
    with pytest.raises(Stop) as stopped:
        installer.make_venv(tmp_path / ".venv")
    assert (stopped.value.message, stopped.value.code) == (NO_VENV, 1)


def test_a_missing_venv_module_is_installed_where_it_may_be(tmp_path, monkeypatch) -> None:
    """What stands in for venv works once the package has put its file there."""
    installed = tmp_path / "installed"
    program = (
        "import pathlib, sys\n"
        "if not pathlib.Path({!r}).exists(): sys.exit('ensurepip is not available')\n"
        "pathlib.Path(sys.argv[-1]).mkdir()"
    )
    monkeypatch.setattr(installer, "VENV", ("-c", program.format(str(installed))))
    asked = []

    def install(*words: str) -> bool:
        asked.append(words)
        installed.touch()
        return True

    monkeypatch.setattr(debian, "install", install)
    installer.make_venv(tmp_path / ".venv")
    assert (tmp_path / ".venv").is_dir()
    assert asked == [("파이썬의 venv 모듈", "python3-venv")]


def test_modules_that_import_are_proof_enough(tmp_path) -> None:
    installer.prove(Path(sys.executable), ["json", "html.parser"], tmp_path / "log")


def test_what_is_installed_but_cannot_be_imported_is_told(tmp_path, monkeypatch) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/not_there.py").touch()
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "elsewhere"))  # not the environment's own
    with pytest.raises(Stop) as stopped:
        installer.prove(Path(sys.executable), ["json", "not_there"], tmp_path / "log")
    assert stopped.value.message == (
        "설치한 꾸러미를 불러오지 못했습니다: ModuleNotFoundError: No module named 'not_there'\n"
        f"같은 명령을 다시 실행하세요. 그래도 같으면 {tmp_path / 'log'}를 관리자에게 보여 주세요."
    )
    assert "Traceback" in (tmp_path / "log").read_text(encoding="utf-8")


def test_an_environment_in_which_nothing_imports_is_not_ready(
    environment, lock, monkeypatch
) -> None:
    def fails(python: Path, modules: list[str], log: Path) -> None:
        raise Stop(modules[0])

    monkeypatch.setattr(environment_module, "prove", fails)
    with pytest.raises(Stop, match="mkdocs"):
        environment.prepare([lock])
    assert not environment.is_ready([lock])


def test_every_package_that_is_asked_for_is_proved_by_an_import() -> None:
    """But those whose program or library the system must have: they are tried where they are used."""
    from importlib.metadata import packages_distributions

    groups = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["dependency-groups"]
    given = {
        module: {name.lower().replace("_", "-") for name in names}
        for module, names in packages_distributions().items()
    }
    for group in ("site", "search", "paper", "test"):
        asked = {
            re.match(r"[\w.-]+", one)[0].lower() for one in groups[group] if isinstance(one, str)
        }
        proved = set().union(
            *(
                given[module.partition(".")[0]]
                for module in environment_module.PROOFS[group].split()
            )
        )
        left = {one for one in asked - proved if not one.startswith("types-")}
        assert left <= {"weasyprint", "zizmor", "ruff", "setuptools", "wheel"}, group


def test_an_old_python_is_told_which_one_is_needed() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import sys; sys.version_info = (3, 9, 18); import check"],
        cwd=ROOT / "scripts",
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    assert done.returncode == 1
    assert done.stderr == (
        "파이썬 3.11 이상이 필요합니다. 지금 쓰는 것은 3.9입니다.\n"
        "새 파이썬을 설치한 뒤 같은 명령을 다시 실행하세요. "
        "(python.org/downloads)\n"
    )


@pytest.mark.parametrize(
    "script", [*SCRIPTS, ROOT / "scripts/support/start.py"], ids=lambda path: path.name
)
def test_a_script_can_be_read_by_an_old_python_as_far_as_the_message(script) -> None:
    tree = ast.parse(script.read_text(encoding="utf-8"), feature_version=(3, 6))
    first = next(node for node in tree.body[1:] if not isinstance(node, ast.ImportFrom))
    assert script.name == "start.py" or ast.unparse(first) == START
