"""Make the form for sending a case: python3 scripts/form.py [--out DIR] [--cases DIR]

Writes 협치사례-서식.hwpx and .docx; --cases names the records whose fields it asks for.
Exit code: 0 made, 1 not made, 2 wrong usage.
"""

from pathlib import Path
from runpy import run_path

run_path(str(Path(__file__).with_name("support") / "start.py"))

import os

from support import environment, mkdocs, records
from support.console import Parser, Stop, because, run, say


def main() -> int:
    """Write the form in both formats."""
    parser = Parser(description="사례를 적어 보내는 서식을 HWPX와 DOCX로 만듭니다.")
    parser.add_argument(
        "--out", type=Path, default=Path(), metavar="폴더", help="파일을 둘 폴더 (기본: 지금 폴더)"
    )
    parser.add_argument(
        "--cases",
        type=Path,
        default=records.FOLDER,
        metavar="폴더",
        help="칸과 낱말의 설명이 든 기록 폴더 (기본: cases)",
    )
    options = parser.parse_args()
    cases = records.existing(options.cases)
    environment.enter("site")
    os.environ.update(mkdocs.environment(cases))
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
    from hyeopchi.paper.content.form import case_form, form_files
    from hyeopchi.site.mkdocs_pages import settings_in

    library = Library(records.read(cases), settings_in(environment.ROOT / "mkdocs.yml"))
    folder.mkdir(parents=True, exist_ok=True)
    for form, data in form_files(case_form(library), library.settings):
        file = folder / form.name
        file.write_bytes(data)
        say(f"서식을 만들었습니다: {file}")


if __name__ == "__main__":
    run(main)
