"""Small golden sites: to add a case, add a folder.

``tests/data/golden/<site>/cases/`` holds the records (the real vocabularies join them) and
``tests/data/golden/<site>/expected/<address with + for />.txt`` the outlines of pages.
``HYEOPCHI_WRITE_GOLDEN=1`` writes the outlines anew; read the difference before you commit it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.outline import outline
from support.environment import ROOT

GOLDEN = ROOT / "tests/data/golden"
SITES = sorted(folder.name for folder in GOLDEN.iterdir() if folder.is_dir())


def _built(name: str, folder: Path) -> Path:
    cases = folder / "cases"
    shutil.copytree(ROOT / "cases" / "_vocabulary", cases / "_vocabulary")
    for district in (GOLDEN / name / "cases").glob("*/"):
        shutil.copytree(district, cases / district.name)
    done = subprocess.run(
        [
            sys.executable,
            str(ROOT / "scripts/build.py"),
            "--cases",
            str(cases),
            "--site-dir",
            str(folder / "site"),
        ],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


@pytest.mark.parametrize("name", SITES)
def test_a_small_library_builds_into_the_pages_one_expects(name: str, tmp_path: Path) -> None:
    site = _built(name, tmp_path)
    expected = sorted((GOLDEN / name / "expected").glob("*.txt"))
    assert expected
    for file in expected:
        page = (
            site / file.stem.replace("+", "/") / "index.html"
            if file.stem != "home"
            else site / "index.html"
        )
        found = outline(page.read_text("utf-8"))
        if os.environ.get("HYEOPCHI_WRITE_GOLDEN"):
            file.write_text(found, "utf-8", newline="\n")
        assert found == file.read_text("utf-8"), file.name
