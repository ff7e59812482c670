"""What a person has set for programs of their own disturbs none of ours."""

import hashlib
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from support import environment
from support.surroundings import for_pip, undisturbed

POINTERS = {
    "PIP_INDEX_URL": "https://packages.example.org/simple",
    "PIP_EXTRA_INDEX_URL": "https://a.example.org https://b.example.org",
    "PIP_NO_INDEX": "1",
    "PIP_FIND_LINKS": "packages",
    "PIP_CERT": "/etc/ssl/ours.pem",
    "PIP_PROXY": "http://proxy.example.org:3128",
}
"""What says from where packages come."""


def listed(environ: dict[str, str]) -> str:
    """What ``pip config list`` says under ``environ``."""
    without_pip = {name: said for name, said in os.environ.items() if not name.startswith("PIP_")}
    return subprocess.run(
        [sys.executable, "-I", "-m", "pip", "config", "list"],
        env={**without_pip, **environ},
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout


def pip_settings(environ: dict[str, str]) -> dict[str, str]:
    """The settings that our pip is given under ``environ``."""
    given = for_pip(environ, listed({"PIP_CONFIG_FILE": os.devnull, **environ}))
    return {name: value for name, value in given.items() if name.startswith("PIP_")}


def test_where_packages_come_from_is_kept() -> None:
    assert pip_settings(POINTERS).items() >= POINTERS.items()


@pytest.mark.parametrize("name", ["USER", "TARGET", "PREFIX", "ROOT", "PYTHON", "DRY_RUN", "QUIET"])
def test_where_packages_go_is_not(name: str) -> None:
    given = for_pip({f"PIP_{name}": "1"}, f":env:.{name.lower().replace('_', '-')}='1'\n")
    assert given == {"PIP_CONFIG_FILE": os.devnull}


def test_a_file_of_settings_is_heeded_in_the_same_way(tmp_path: Path) -> None:
    file = tmp_path / "pip.conf"
    file.write_text(
        "[global]\nindex-url = https://one.example.org\nproxy = http://all.example.org\n"
        "find-links =\n    a\n    b\n"
        "[install]\nuser = true\ntarget = elsewhere\nproxy = http://install.example.org\n",
        encoding="utf-8",
    )
    environ = {"PIP_CONFIG_FILE": str(file), "PIP_INDEX_URL": "https://two.example.org"}
    assert (
        pip_settings(environ).items()
        >= {
            "PIP_INDEX_URL": "https://two.example.org",
            "PIP_PROXY": "http://install.example.org",
            "PIP_FIND_LINKS": "a b",
            "PIP_CONFIG_FILE": os.devnull,
        }.items()
    )
    assert not {"PIP_USER", "PIP_TARGET"} & pip_settings(environ).keys()


def test_what_would_shadow_or_hide_our_modules_is_left_out() -> None:
    environ = {"PYTHONPATH": "/srv/other", "PYTHONSAFEPATH": "1", "PYTHONUTF8": "1", "PATH": "/bin"}
    assert undisturbed(environ) == {"PYTHONUTF8": "1", "PATH": "/bin"}


SHOW = """
import json, os, sys
from support import environment
environment.enter("site")
import yaml
print(json.dumps([yaml.__file__, sys.flags.optimize, "PYTHONPATH" in os.environ]))
"""


@pytest.mark.skipif(os.name == "nt", reason="starts a script where the environment has POSIX paths")
def test_a_command_runs_with_our_modules_whatever_stands_on_the_path(tmp_path: Path) -> None:
    """As a person who works with another program's Python has it: an older yaml comes first."""
    (tmp_path / "other").mkdir()
    (tmp_path / "other/yaml.py").write_text("raise SystemExit('the wrong yaml')", encoding="utf-8")
    script = tmp_path / "show.py"
    script.write_text(
        f"import sys; sys.path.insert(0, {str(environment.ROOT / 'scripts')!r})\n{SHOW}",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, str(script)],
        env={**os.environ, "PYTHONPATH": str(tmp_path / "other"), "PYTHONOPTIMIZE": "1"},
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    file, optimised, has_path = json.loads(done.stdout)
    assert Path(file).is_relative_to(environment.ROOT / ".venv")
    assert (optimised, has_path) == (0, False)


ELSEWHERE = {"PIP_USER": "1", "PIP_TARGET": "elsewhere", "PYTHONSAFEPATH": "1"}
INSTALL = """
import sys
sys.path.insert(0, {scripts!r})
from pathlib import Path
from support import environment
environment.ROOT = Path(__file__).parent
environment.PROOFS = {{"site": "tiny"}}
environment.enter("site")
import tiny
print(tiny.__file__)
"""
"""A command of a project that needs one small package."""


def project(folder: Path, wheels: Path) -> Path:
    """The command of a new project in ``folder``; the package that it needs is put into ``wheels``."""
    wheel = wheels / "tiny-1.0-py3-none-any.whl"
    folder.mkdir()
    wheels.mkdir()
    about = "tiny-1.0.dist-info"
    with zipfile.ZipFile(wheel, "w") as packed:
        packed.writestr("tiny.py", "")
        packed.writestr(f"{about}/METADATA", "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n")
        packed.writestr(
            f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        packed.writestr(f"{about}/RECORD", f"tiny.py,,\n{about}/METADATA,,\n{about}/RECORD,,\n")
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    (folder / "requirements-site.txt").write_text(
        f"tiny==1.0 \\\n    --hash=sha256:{digest}\n", encoding="utf-8"
    )
    command = folder / "command.py"
    command.write_text(INSTALL.format(scripts=str(environment.ROOT / "scripts")), encoding="utf-8")
    return command


def test_packages_go_into_our_environment_whatever_a_person_has_set(tmp_path: Path) -> None:
    """From the first start: the environment is made, the package installed and found."""
    command = project(tmp_path / "한글 폴더", tmp_path / "wheels")
    done = subprocess.run(
        [vars(sys)["_base_executable"], str(command)],
        cwd=tmp_path,
        env={
            **os.environ,
            **ELSEWHERE,
            "HOME": str(tmp_path / "home"),
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(tmp_path / "wheels"),
        },
        capture_output=True,
        encoding="utf-8",
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert Path(done.stdout.splitlines()[-1]).is_relative_to(command.parent / ".venv")
    assert {path.name for path in tmp_path.iterdir()} <= {"한글 폴더", "wheels", "home"}


@pytest.mark.parametrize(
    ("options", "environ"),
    [
        ((), {"PYTHONSAFEPATH": "1"}),
        (("-P",), {}),
        (("-I",), {}),
        ((), {"PIP_USER": "1", "PIP_TARGET": "elsewhere"}),
        ((), {"PYTHONPATH": "/srv/other"}),
    ],
    ids=str,
)
def test_a_command_starts_whatever_a_person_has_set(
    tmp_path: Path, options: tuple[str, ...], environ: dict[str, str]
) -> None:
    done = subprocess.run(
        [
            vars(sys)["_base_executable"],
            *options,
            str(environment.ROOT / "scripts/links.py"),
            "--help",
        ],
        cwd=tmp_path,
        env={**os.environ, **environ},
        capture_output=True,
        encoding="utf-8",
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("쓰는 법: links.py")
