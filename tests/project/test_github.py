"""What GitHub reads: the checks of a proposal as its workflow runs them, the forms and the templates."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from helpers.broken_files import CASE, changed, shelf
from helpers.workflows import committed, git, run
from support.environment import ROOT

GITHUB = ROOT / ".github"
WORKFLOWS = {
    file.stem: yaml.safe_load(file.read_text("utf-8"))
    for file in (GITHUB / "workflows").glob("*.yml")
}
FORMS = sorted(
    file for file in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if file.name != "config.yml"
)
RECORD = "cases/mapo-gu/2018-snow.md"
NEW = changed("주민이 마을 모임을 열다", "겨울에 골목의 눈을 함께 치우다")


@pytest.fixture
def upstream(tmp_path: Path) -> Path:
    """A repository with the programs, the words and one record, on ``main``; a branch ``proposal`` beside it."""
    folder = tmp_path / "upstream"
    folder.mkdir()
    shelf(folder, {"mapo-gu/2017-meeting.md": CASE})
    for name in ("hooks", "scripts"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    committed(folder)
    git(folder, "switch", "-q", "-c", "proposal")
    return folder


def proposed(upstream: Path, files: dict[str, str]) -> subprocess.CompletedProcess:
    """What the workflow's steps say of a proposal with these files, merged as GitHub merges it."""
    for name, text in files.items():
        (upstream / name).write_text(text, encoding="utf-8")
    git(upstream, "add", ".")
    git(upstream, "commit", "-q", "-m", "Propose")
    git(upstream, "switch", "-q", "main")
    git(upstream, "merge", "-q", "--no-ff", "-m", "Merge", "proposal")
    work = upstream.parent / "work"
    work.mkdir()
    git(work, "clone", "-q", "--depth", "2", f"file://{upstream}", "proposed")
    steps = {step.get("name"): step for step in WORKFLOWS["contribution"]["jobs"]["check"]["steps"]}
    for name in ("Take the programs and words of the line", "Check what is new"):
        done = run(steps[name], work)
    return done


def test_a_mistake_is_shown_on_its_line(upstream: Path) -> None:
    done = proposed(upstream, {RECORD: changed("[neighbourhood]", "[hosing]", NEW)})
    assert done.returncode == 1
    assert done.stdout.splitlines()[0] == (
        f"::error file={RECORD},line=6,col=11::분야(domains)에 없는 말입니다: 'hosing' → "
        "'housing-regeneration'을 쓰려던 것인가요?"
    )


def test_a_proposal_cannot_bring_its_own_words_or_checker(upstream: Path) -> None:
    words = (upstream / "cases/_vocabulary/domains.yml").read_text("utf-8")
    done = proposed(
        upstream,
        {
            RECORD: changed("[neighbourhood]", "[night-market]", NEW),
            "hooks/hyeopchi/cli.py": "raise SystemExit(0)\n",
            "cases/_vocabulary/domains.yml": f"{words}  - {{id: night-market, label: 야시장, definition: 밤에 여는 장.}}\n",
        },
    )
    assert done.returncode == 1
    assert [
        line.partition("::")[2].partition("::")[2].split(":")[0]
        for line in done.stdout.splitlines()[:3]
    ] == [
        "기록과 다른 파일을 함께 바꾸었습니다 → 기록은 기록끼리, 다른 것은 다른 것끼리 따로 제안해 주세요",
        "분야(domains)에 없는 말입니다",
        "기록과 다른 파일을 함께 바꾸었습니다 → 기록은 기록끼리, 다른 것은 다른 것끼리 따로 제안해 주세요",
    ]


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_may_do_nothing_but_what_a_job_needs(name: str) -> None:
    workflow = WORKFLOWS[name]
    assert workflow["permissions"] == {}
    assert "pull_request_target" not in workflow[True] and "workflow_run" not in workflow[True]
    if "pull_request" in workflow[True]:
        assert [job["permissions"] for job in workflow["jobs"].values()] == [
            {"contents": "read"}
        ] * len(workflow["jobs"])


def test_the_check_of_links_never_fails() -> None:
    trying = WORKFLOWS["links"]["jobs"]["links"]["steps"][-1]
    assert (trying["with"]["fail"], trying["with"]["failIfEmpty"]) == (False, False)
    assert set(WORKFLOWS["links"][True]) == {"schedule", "workflow_dispatch"}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)
def test_an_issue_form_is_one_that_github_accepts(form: Path) -> None:
    said = yaml.safe_load(form.read_text("utf-8"))
    asked = [part for part in said["body"] if part["type"] != "markdown"]
    assert set(said) == {"name", "description", "title", "body"}
    assert {part["type"] for part in asked} <= {"input", "textarea"}
    assert (
        len({part["id"] for part in asked})
        == len({part["attributes"]["label"] for part in asked})
        == len(asked)
    )
    assert any(part.get("validations", {}).get("required") for part in asked)


def test_a_blank_issue_stays_possible_for_the_page_that_fills_it() -> None:
    assert yaml.safe_load((GITHUB / "ISSUE_TEMPLATE/config.yml").read_text("utf-8")) == {
        "blank_issues_enabled": True
    }


def test_the_template_of_a_pull_request_leads_to_the_others() -> None:
    text = (GITHUB / "pull_request_template.md").read_text("utf-8")
    names = {file.name for file in (GITHUB / "PULL_REQUEST_TEMPLATE").iterdir()}
    assert names == {"record.md", "correction.md", "code.md"}
    assert [name for name in names if f"template={name}" not in text] == []


def test_nobody_is_made_an_owner_who_is_not_known() -> None:
    lines = (GITHUB / "CODEOWNERS").read_text("utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#") and "@계정" in line] == []
    paths = [line.lstrip("#").split()[0].strip("/") for line in lines if line.endswith("@계정")]
    assert [path for path in paths if not list(ROOT.glob(path))] == []


def test_the_addresses_of_sources_and_bodies_are_listed_once(tmp_path: Path) -> None:
    linked = (
        changed("rights: unknown", "url: 'https://example.org/a', rights: unknown")
        + "\n## 배울 점\n\n[글](https://example.org/b?x=1) [글](https://example.org/a)\n"
    )
    cases = shelf(tmp_path, {"mapo-gu/2017-meeting.md": linked})
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts/links.py"), "--cases", str(cases)],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        "https://example.org/a\nhttps://example.org/b?x=1\n",
        "",
    )
