"""Let other programs read papers: python3 scripts/confirm.py [FILE or FOLDER …] [--pictures DIR]

PDFs are checked by pdfua and outloud, which must find no error and no warning; HWPX and DOCX are
drawn by rhwp and LibreOffice, with every word on a page. Give it what scripts/pdf.py made.
Exit code: 0 all is well, 1 something is wrong, 2 wrong usage.
"""

from pathlib import Path
from runpy import run_path

run_path(str(Path(__file__).with_name("support") / "start.py"))

import multiprocessing
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from support import environment
from support.console import FAILED, WRONG_USAGE, Parser, Stop, run, say

ENDINGS = (".pdf", ".hwpx", ".docx")
WORKERS = 2


def main() -> int:
    """Read the papers that the command line names."""
    parser = Parser(description="다른 프로그램이 나눠 줄 종이를 제대로 읽고 그리는지 봅니다.")
    parser.add_argument(
        "papers",
        nargs="*",
        type=Path,
        default=[Path("papers")],
        metavar="파일이나 폴더",
        help="PDF·HWPX·DOCX 파일이나 그것이 든 폴더 (기본: papers)",
    )
    parser.add_argument(
        "--pictures", type=Path, metavar="폴더", help="그린 쪽을 흑백 그림으로 이 폴더에 둡니다"
    )
    options = parser.parse_args()
    files = found(options.papers)
    environment.enter("confirm")
    if options.pictures:
        options.pictures.mkdir(parents=True, exist_ok=True)
    bad = 0
    for file, told in confirmed(files, options.pictures):
        bad += bool(told)
        for one in told:
            say(f"{file.name}: {one}", stream=sys.stderr)
    say(
        f"{len(files):,}개를 보았습니다. "
        + (f"{bad:,}개를 고쳐야 합니다." if bad else "모두 괜찮습니다.")
    )
    return FAILED if bad else 0


def found(papers: Sequence[Path]) -> list[Path]:
    """The files that are meant; ``Stop`` where there are none."""
    files = [
        file
        for path in papers
        for file in (sorted(path.iterdir()) if path.is_dir() else [path])
        if file.suffix in ENDINGS and file.is_file()
    ]
    if not files:
        raise Stop("볼 종이가 없습니다. 먼저 만드세요: python3 scripts/pdf.py --all", WRONG_USAGE)
    return files


def confirmed(files: Sequence[Path], pictures: Path | None) -> Iterator[tuple[Path, list[str]]]:
    """Every file with what is wrong with it."""
    from measure.rendering import drawn_docx, libreoffice, own_fonts

    of = {ending: [file for file in files if file.suffix == ending] for ending in ENDINGS}
    program = libreoffice() if of[".docx"] else ""
    context = multiprocessing.get_context("spawn")
    with own_fonts() as folder, ProcessPoolExecutor(WORKERS, context) as pool:
        yield from _each(pool, checked, of[".pdf"])
        yield from _each(pool, partial(drawn, folder=folder, pictures=pictures), of[".hwpx"])
        made = drawn_docx(of[".docx"], program, folder) if program else {}
        for file in of[".docx"]:
            yield file, judged(file, made.get(file), pictures)


def _each(
    pool: ProcessPoolExecutor, told: Callable[[Path], list[str]], files: Sequence[Path]
) -> Iterator[tuple[Path, list[str]]]:
    return zip(files, pool.map(told, files), strict=True)


def checked(file: Path) -> list[str]:
    """What both checkers say of a PDF."""
    from measure.pdf_checkers import complaints

    return complaints(file)


def drawn(file: Path, folder: Path, pictures: Path | None) -> list[str]:
    """What is wrong with the pages that rhwp draws of an HWPX document."""
    from measure.rendering import draw_hwpx

    pdf = folder / f"{file.stem}.hwpx.pdf"
    try:
        draw_hwpx(file, pdf)
    except Exception as error:  # it may trip over anything; the other files are drawn
        return [f"rhwp가 그리지 못했습니다: {type(error).__name__}: {error}"]
    return judged(file, pdf, pictures)


def judged(file: Path, pdf: Path | None, pictures: Path | None) -> list[str]:
    """What is wrong with the pages ``pdf`` of a document, which are saved as pictures."""
    from measure.rendering import faults_of, picture

    if pdf is None:
        return ["LibreOffice가 그리지 못했습니다."]
    if pictures:
        picture(pdf, pictures / f"{file.stem}-{file.suffix[1:]}")
    return list(faults_of(file, pdf))


if __name__ == "__main__":
    run(main)
