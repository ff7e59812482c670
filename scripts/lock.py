"""Make the lock files again from pyproject.toml: python3 scripts/lock.py [--upgrade]

Needs uv. Without --upgrade, what is locked stays as it is wherever pyproject.toml allows it.
"""

from pathlib import Path
from runpy import run_path

run_path(str(Path(__file__).with_name("support") / "start.py"))

import shutil
import subprocess

from support import environment
from support.console import Parser, Stop, run, say

GROUPS = ("site", "search", "paper", "test", "map", "fonts", "bench", "html", "confirm")
OPTIONS = (
    "--quiet",
    "--universal",
    "--python-version",
    "3.11",
    "--generate-hashes",
    "--no-annotate",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--custom-compile-command",
    "python3 scripts/lock.py",
)


def main() -> int:
    """Compile every group's lock; the first one holds for the others."""
    parser = Parser(description="잠금 파일을 다시 만듭니다.")
    parser.add_argument("--upgrade", action="store_true", help="새 판이 있으면 올립니다")
    upgrade = ["--upgrade"] if parser.parse_args().upgrade else []
    if not shutil.which("uv"):
        raise Stop("uv가 없습니다. 'pip install uv'로 설치한 뒤 다시 실행하세요.")
    for group in GROUPS:
        compile_lock(group, upgrade)
        say(f"requirements-{group}.txt를 만들었습니다.")
    return 0


def compile_lock(group: str, more: list[str]) -> None:
    """Write the lock of one dependency group of pyproject.toml, or raise ``Stop``."""
    same = [] if group == GROUPS[0] else ["--constraint", f"requirements-{GROUPS[0]}.txt"]
    command = [
        "uv",
        "pip",
        "compile",
        *OPTIONS,
        *more,
        *same,
        "--group",
        group,
        "--output-file",
        f"requirements-{group}.txt",
    ]
    if subprocess.run(command, cwd=environment.ROOT, stdout=subprocess.DEVNULL).returncode != 0:
        raise Stop(f"requirements-{group}.txt를 만들지 못했습니다. 위에 나온 까닭을 보세요.")


if __name__ == "__main__":
    run(main)
