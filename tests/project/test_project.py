"""What holds the project together: its locks and its workflows."""

import hashlib
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from support.environment import ROOT
from support.installer import pins

GROUPS = tuple(
    tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["dependency-groups"]
)
TOP_FOLDERS = {".ci", ".github", "cases", "docs", "hooks", "scripts", "tests"}
TOP_FILES = {
    ".editorconfig",
    ".gitattributes",
    ".gitignore",
    "CITATION.cff",
    "CONTRIBUTING.md",
    "LICENSE",
    "LICENSE-CONTENT",
    "README.md",
    "mkdocs.yml",
    "pyproject.toml",
    *(f"requirements-{group}.txt" for group in GROUPS),
}
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))


def test_the_top_level_holds_the_library_and_what_tools_insist_on() -> None:
    kept = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    ).stdout
    assert {name.split("/")[0] for name in kept.split("\0") if name} == TOP_FOLDERS | TOP_FILES


def test_scripts_of_others_are_as_their_makers_publish_them_each_with_its_licence() -> None:
    folder = ROOT / "docs/assets/vendor"
    sums = dict(
        reversed(line.split("  "))
        for line in (folder / "SHA256SUMS.txt").read_text("ascii").splitlines()
    )
    assert {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*.js")
    } == sums
    assert [name for name in sums if not (folder / name).with_name("LICENSE.txt").is_file()] == []


def lock_text(group: str) -> str:
    return (ROOT / f"requirements-{group}.txt").read_text(encoding="utf-8")


def pinned(group: str) -> set[str]:
    """Every pin of a lock with its version and the computers it is for."""
    return {line.removesuffix(" \\") for line in lock_text(group).splitlines() if "==" in line}


@pytest.mark.parametrize("group", GROUPS)
def test_a_lock_pins_every_package_with_hashes(group) -> None:
    blocks = re.split(r"\n(?=\S)", lock_text(group).split("\n", 2)[2])
    assert [block for block in blocks if "==" in block and "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("group", GROUPS)
def test_a_lock_holds_everything_that_its_group_asks_for(group) -> None:
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    names = {
        re.match(r"[\w.-]+", line)[0]
        for line in asked["dependency-groups"][group]
        if isinstance(line, str)
    }
    assert names - set(pins(lock_text(group))) == set()


@pytest.mark.parametrize("group", GROUPS)
def test_a_lock_names_no_address_and_no_folder(group) -> None:
    assert re.findall(r"\S*(?:://|--index|--find-links|\s/)\S*", lock_text(group)) == []


def test_the_tests_run_on_exactly_what_builds_the_site() -> None:
    assert pinned("site") - pinned("test") == set()


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_pins_its_actions_to_commits(workflow: Path) -> None:
    uses = re.findall(r"uses: (\S+)", workflow.read_text(encoding="utf-8"))
    assert [action for action in uses if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", action)] == []


def test_the_workflows_have_no_known_weakness() -> None:
    done = subprocess.run(
        [
            str(Path(sys.executable).with_name("zizmor")),
            "--offline",
            "--no-progress",
            "--persona=pedantic",
            str(ROOT / ".github"),
        ],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
    )
    assert done.returncode == 0, done.stdout + done.stderr
