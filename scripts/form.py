"""Make the form for sending a case: python3 scripts/form.py [--out DIR] [--cases DIR]

Writes 협치사례-서식.hwpx and .docx; --cases names the records whose fields it asks for.
Exit code: 0 made, 1 not made, 2 wrong usage.
"""

import _environment  # first: it stops a Python that is too old

import os
import sys
from pathlib import Path

import _mkdocs
import _records
from _console import Parser, Stop, because, run, say


def main() -> int:
    """Write the form in both formats."""
    parser = Parser(description="사례를 적어 보내는 서식을 HWPX와 DOCX로 만듭니다.")
    parser.add_argument(
        "--out", type=Path, default=Path(), metavar="폴더", help="파일을 둘 폴더 (기본: 지금 폴더)"
    )
    parser.add_argument(
        "--cases",
        type=Path,
        default=_records.FOLDER,
        metavar="폴더",
        help="칸과 낱말의 설명이 든 기록 폴더 (기본: cases)",
    )
    options = parser.parse_args()
    cases = _records.existing(options.cases)
    _environment.enter("site")
    sys.path.insert(0, str(_environment.ROOT / "hooks"))
    os.environ.update(_mkdocs.environment(cases))
    try:
        write(cases, options.out)
    except OSError as error:
        raise Stop(
            f"파일을 쓰지 못했습니다: {because(error)}\n--out에 쓸 수 있는 폴더를 적어 주세요."
        ) from error
    return 0


def write(cases: Path, folder: Path) -> None:
    """Write the form of the records in ``cases`` into ``folder``. Raises OSError."""
    from hyeopchi.library.library import Library
    from hyeopchi.site.mkdocs_pages import settings_in
    from hyeopchi.paper.content.form import case_form, form_files

    library = Library(_records.read(cases), settings_in(_environment.ROOT / "mkdocs.yml"))
    folder.mkdir(parents=True, exist_ok=True)
    for form, data in form_files(case_form(library), library.settings):
        file = folder / form.name
        file.write_bytes(data)
        say(f"서식을 만들었습니다: {file}")


if __name__ == "__main__":
    run(main)
