"""The fonts of paper: static faces that a PDF embeds, the print font and what it lacks."""

from __future__ import annotations

from pathlib import Path

from hyeopchi.paper.blocks.sheet import Unprintable

FOLDER = Path(__file__).resolve().parent / "template"
"""Where the templates, styles and fonts of paper stand; the site does not publish them."""
FACES = tuple(
    FOLDER / "fonts" / name
    for name in (
        "NotoSansKR-Regular.ttf",
        "NotoSansKR-Bold.ttf",
        "NotoSans-Regular.ttf",
        "NotoSans-Bold.ttf",
        "NotoSansSymbols2-Regular.otf",
        "NotoSansSymbols-Regular.otf",
        "NotoSansMath-Regular.otf",
        "NotoSansCJKtc-Regular.ttf",
    )
)
"""In the order in which a letter is looked for; ``print_letters`` lists what they draw together."""


def check_faces(faces: tuple[Path, ...] = FACES) -> None:
    """Raise ``Unprintable`` where a font is missing: WeasyPrint would take one of the system's."""
    for face in faces:
        if not face.is_file():
            raise Unprintable(
                f"인쇄용 글꼴이 없습니다: {face.name}. git checkout hooks/hyeopchi/paper/writers/template/fonts로 되돌리세요."
            )
