"""Draw the icons again: python3 scripts/make_icons.py [--chromium PATH]

For browsers and phones that draw no SVG, from the mark itself. They are committed: nobody needs to
draw them to build the site.
"""

from pathlib import Path
from runpy import run_path

run_path(str(Path(__file__).with_name("support") / "start.py"))

from io import BytesIO
from typing import Any

from support import driver, environment
from support.chromium import FLAGS, chromium
from support.console import Parser, run, say

DOCS = environment.ROOT / "docs"
MARK = DOCS / "assets/mark.svg"
PICTURES = {"icon-192.png": 192, "apple-touch-icon.png": 180}
SMALL = (16, 32, 48)
"""Sizes within the one file that browsers ask for by themselves."""
PAGE = "<!doctype html><style>html, body {{ margin: 0; background: none; }} svg {{ display: block; width: {size}px; height: {size}px; }}</style>{mark}"


def main() -> int:
    """Draw every icon with Chromium."""
    parser = Parser(description="작은 그림(아이콘)을 다시 그립니다.")
    parser.add_argument("--chromium", metavar="경로", help="쓸 브라우저의 실행 파일")
    options = parser.parse_args()
    environment.enter("test")
    driver.ready()
    for file, content in icons(chromium(options.chromium)).items():
        file.write_bytes(content)
    say("docs/assets/icons와 docs/favicon.ico를 그렸습니다.")
    return 0


def icons(browser_path: Path) -> dict[Path, bytes]:
    """Every icon with its content, drawn by the browser at ``browser_path``."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(browser_path), args=list(FLAGS))
        return packed(draw(browser))


def draw(browser: Any) -> dict[int, bytes]:
    """The mark as PNG in each size, its corners left clear; ``browser`` is Playwright's."""
    pictures = {}
    for size in (*SMALL, *PICTURES.values()):
        page = browser.new_page(viewport={"width": size, "height": size})
        page.set_content(PAGE.format(size=size, mark=MARK.read_text(encoding="utf-8")))
        pictures[size] = page.screenshot(omit_background=True)
        page.close()
    return pictures


def packed(drawn: dict[int, bytes]) -> dict[Path, bytes]:
    """The files that hold what was ``drawn``."""
    single = {DOCS / "assets/icons" / name: _packed(drawn[size]) for name, size in PICTURES.items()}
    return {**single, DOCS / "favicon.ico": _together([drawn[size] for size in SMALL])}


def _packed(png: bytes) -> bytes:
    from PIL import Image

    file = BytesIO()
    Image.open(BytesIO(png)).quantize(32).save(file, "PNG", optimize=True)
    return file.getvalue()


def _together(pngs: list[bytes]) -> bytes:
    from PIL import Image

    first, *others = (Image.open(BytesIO(png)) for png in reversed(pngs))
    file = BytesIO()
    sizes = [first.size, *(other.size for other in others)]
    first.save(file, "ICO", sizes=sizes, append_images=others)
    return file.getvalue()


if __name__ == "__main__":
    run(main)
