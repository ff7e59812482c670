"""Putting a record's file into its folder: never over another, checked at once."""

from __future__ import annotations

import shutil
from pathlib import Path

from hyeopchi.cli import check, shown_folder
from hyeopchi.records.archive import Archive
from hyeopchi.records.folder import SOURCES_FOLDER, VOCABULARY_FOLDER
from hyeopchi.records.reader import read_archive
from hyeopchi.rules.lookalikes import lookalikes
from hyeopchi.text.quoting import printable
from support.console import WRONG_USAGE, Stop, say
from support.next_steps import command


def refuse(out: Path, cases: Path, archive: Archive) -> None:
    """Raise ``Stop`` where no record may be written, or one stands already."""
    place = out.parent.resolve()
    if (
        out.suffix != ".md"
        or place.parent != cases.resolve()
        or place.name in (VOCABULARY_FOLDER, SOURCES_FOLDER)
    ):
        raise Stop(
            f"기록을 둘 수 없는 곳입니다: {printable(str(out))}\n"
            f"{cases}/<지역>/<해>-<이름>.md 로 적어 주세요.",
            WRONG_USAGE,
        )
    if out.exists() or out.is_symlink() or out.stem in archive.by_id:
        raise Stop(
            f"같은 이름의 기록이 이미 있습니다: {printable(out.stem)}\n"
            "--out에 다른 이름을 적어 주세요. 아무것도 바꾸지 않았습니다.",
            WRONG_USAGE,
        )


def put(out: Path, text: str, cases: Path, mode: str = "x") -> int:
    """Write a record's file, check it, and say what to do next; 1 where there is something to mend."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open(mode, encoding="utf-8", newline="\n") as stream:
        stream.write(text)
    say(f"\n기록을 만들었습니다: {out}\n")
    code = check(["--cases", str(cases), str(out)])
    archive = read_archive(cases, shown_folder(cases))
    for problem in (
        lookalikes(archive.by_id[out.stem], archive) if out.stem in archive.by_id else ()
    ):
        say(problem.text())
    first = "고칠 곳을 고치고" if code else "자료와 한 번 더 견주어 보고, 고쳤으면"
    say(
        f"\n다음에 할 일\n  1. {first} 다시 살핍니다: {command('check.py', cases, out)}\n"
        f"  2. 어떻게 보이는지 봅니다: {command('serve.py', cases)}\n  3. 보내는 법은 CONTRIBUTING.md에 있습니다."
    )
    return code


def keep_former(file: Path, cases: Path) -> None:
    """Keep a copy of a record that is about to be replaced beside the folder of records, and say where."""
    folder = cases.resolve().parent / "drafts"
    folder.mkdir(exist_ok=True)
    names = (
        folder / f"{file.stem}-before{f'-{number}' if number > 1 else ''}.md"
        for number in range(1, 1000)
    )
    kept = next(name for name in names if not name.exists())
    shutil.copyfile(file, kept)
    say(f"있던 기록은 여기에 남겼습니다: {kept}")
