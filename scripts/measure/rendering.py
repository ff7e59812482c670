"""What other programs make of HWPX and DOCX: LibreOffice and rhwp lay out their pages."""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pymupdf

from support import environment
from support.console import Stop
from support.debian import install

DEBIAN = "libreoffice-writer-nogui"
_NAMES = ("soffice", "libreoffice")
_HOW = {
    "darwin": "brew install --cask libreoffice",
    "win32": "https://www.libreoffice.org 에서 받아 설치",
    "linux": f"Debian·Ubuntu: apt install {DEBIAN}\n  Fedora: dnf install libreoffice-writer",
}
"""By the system, what gives it LibreOffice."""
_LONGEST = 1800
"""Seconds for all documents together."""
_FONTS = environment.ROOT / "hooks/hyeopchi/paper/writers/template/fonts"
_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir>
<match target="pattern"><edit name="family" mode="append" binding="same">
<string>Noto Sans KR</string></edit></match></fontconfig>
"""
"""Every font that a document names stands in as the library's own, on any machine."""
_TEXT = {".docx": "word/document.xml", ".hwpx": "Contents/section0.xml"}
_PIECE = re.compile(r"<(?:w|hp):t\b[^>]*>([^<]*)</(?:w|hp):t>")
_WORD = re.compile(r"[가-힣]+")
_MARGIN = 50
"""Points at the top and the bottom of a page that hold its head and its foot, and no line of its text."""
_LIGHTEST = 250
"""Grey, from 0 for black to 255, at which nothing of a page is seen."""


def libreoffice() -> str:
    """The program; installed where that can be done, else ``Stop`` says how."""
    found = _found() or (install("LibreOffice", DEBIAN) and _found())
    if not found:
        raise Stop(
            "DOCX를 그려 볼 LibreOffice가 없습니다. 설치하고 다시 실행하세요.\n  "
            + _HOW.get(sys.platform, _HOW["linux"])
        )
    return found


def _found() -> str | None:
    return next(filter(None, map(shutil.which, _NAMES)), None)


@contextmanager
def own_fonts() -> Iterator[Path]:
    """A temporary folder; while it is there, programs that are started find the library's fonts only."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(_FONTS, folder / "fonts")  # some write beside the fonts that they read
        configuration = folder / "fonts.conf"
        configuration.write_text(
            _CONFIGURATION.format(fonts=folder / "fonts", cache=folder / "cache"), "utf-8"
        )
        before = os.environ.get("FONTCONFIG_FILE")
        os.environ["FONTCONFIG_FILE"] = str(configuration)
        try:
            yield folder
        finally:
            os.environ.pop("FONTCONFIG_FILE")
            if before is not None:
                os.environ["FONTCONFIG_FILE"] = before


def drawn_docx(files: Sequence[Path], program: str, folder: Path) -> dict[Path, Path]:
    """The pages of DOCX documents as PDFs in ``folder``, by the document; those that were drawn."""
    with suppress(subprocess.TimeoutExpired):
        subprocess.run(
            [
                program,
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                str(folder),
                *map(str, files),
            ],
            capture_output=True,
            timeout=_LONGEST,
        )
    made = {file: folder / f"{file.stem}.pdf" for file in files}
    return {file: pdf for file, pdf in made.items() if pdf.exists()}


def draw_hwpx(file: Path, pdf: Path) -> None:
    """The pages of an HWPX document as a PDF. Whatever keeps rhwp from drawing them is raised."""
    with suppress(OSError):  # its wheel brings a FreeType that is too old for it
        ctypes.CDLL("libfreetype.so.6", mode=ctypes.RTLD_GLOBAL)
    import rhwp

    pdf.write_bytes(rhwp.parse(str(file)).render_pdf())


def faults_of(file: Path, pdf: Path) -> Iterator[str]:
    """What is wrong with the pages that were drawn of a document."""
    with _opened(pdf) as pages:
        if not len(pages):
            yield "쪽이 하나도 없습니다."
        yield from (f"{page.number + 1}쪽이 비었습니다." for page in pages if _is_blank(page))
        seen = _seen(pages)
    lost = [word for word in dict.fromkeys(_words(file)) if word not in seen]
    if lost:
        yield f"그려지지 않은 낱말이 {len(lost)}개 있습니다: {', '.join(lost[:5])}"


def _seen(pages: Any) -> str:
    """What is drawn, without spaces: all of it, then what stands between heads and feet.

    A word may begin on a page and end on the next, with a foot and a head in between.
    """
    told = [page.get_text() for page in pages]
    for page in pages:
        left, top, right, bottom = page.rect
        told.append(page.get_text(clip=(left, top + _MARGIN, right, bottom - _MARGIN)))
    return re.sub(r"\s", "", "".join(told))


def _opened(pdf: Path) -> Any:
    """The pages of ``pdf``: what PyMuPDF, whose functions have no types, makes of it."""
    opened: Any = pymupdf.open
    return opened(pdf)


def _is_blank(page: Any) -> bool:
    return int(min(page.get_pixmap(dpi=20, colorspace=pymupdf.csGRAY).samples)) > _LIGHTEST


def _words(file: Path) -> Iterable[str]:
    """The Korean words of a document, as they stand in its file."""
    with ZipFile(file) as parts:
        said = parts.read(_TEXT[file.suffix]).decode()
    return (word for piece in _PIECE.findall(said) for word in _WORD.findall(piece))


def picture(pdf: Path, stem: Path) -> int:
    """Save the pages of ``pdf`` in grey as ``stem``-1.png and so on; how many there are."""
    with _opened(pdf) as pages:
        for page in pages:
            drawn = page.get_pixmap(dpi=80, colorspace=pymupdf.csGRAY)
            drawn.save(f"{stem}-{page.number + 1}.png")
        return len(pages)
