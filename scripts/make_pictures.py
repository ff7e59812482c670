"""Take the guides' pictures of the form again: python3 scripts/make_pictures.py [--site-dir DIR] [--chromium PATH]

From a built site, with a real browser. They are committed: nobody needs to take them to build
the site. Look at each afterwards, and at the words below it in the guide.
"""

from pathlib import Path
from runpy import run_path

run_path(str(Path(__file__).with_name("support") / "start.py"))

import io
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page, ViewportSize

from support import driver, environment
from support.chromium import FLAGS, chromium
from support.console import WRONG_USAGE, Parser, Stop, run, say

FOLDER = environment.ROOT / "docs/assets/pictures"
SIZE: "ViewportSize" = {"width": 720, "height": 900}
MARGIN = 16
"""Pixels of the page left above what a picture is of."""


def main() -> int:
    """Take every picture from the site that the command line names."""
    parser = Parser(description="안내에 쓰는 서식의 그림을 다시 찍습니다.")
    parser.add_argument(
        "--site-dir",
        type=Path,
        default=environment.ROOT / "site",
        metavar="폴더",
        help="지은 사이트 (기본: site)",
    )
    parser.add_argument("--chromium", metavar="경로", help="쓸 브라우저의 실행 파일")
    options = parser.parse_args()
    if not (options.site_dir / "contribute/form/index.html").is_file():
        raise Stop(
            f"지은 사이트가 없습니다: {options.site_dir}\n먼저 python3 scripts/build.py를 실행하세요.",
            WRONG_USAGE,
        )
    environment.enter("test")
    with served(options.site_dir.resolve()) as address:
        driver.ready()
        take(address, chromium(options.chromium))
    return 0


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing of it."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address at which the folder is served meanwhile."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def take(address: str, browser_path: Path) -> None:
    """Write each picture below ``docs/assets/pictures/``."""
    from playwright.sync_api import sync_playwright

    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(browser_path), args=list(FLAGS))
        for name, picture in PICTURES.items():
            page = browser.new_page(viewport=SIZE, locale="ko-KR")
            page.goto(f"{address}contribute/form/")
            page.get_by_label("무슨 일이었는지").wait_for()
            page.evaluate("document.fonts.ready")
            keep(picture(page), FOLDER / f"{name}.webp")
            page.close()
        browser.close()


def keep(shot: bytes, file: Path) -> None:
    """Write a picture small, and say its size, which the guide's template names."""
    from PIL import Image

    image = Image.open(io.BytesIO(shot)).convert("RGB")
    image.save(file, lossless=True, method=6, exact=True)
    say(
        f"docs/assets/pictures/{file.name}: {image.width}×{image.height}, {file.stat().st_size:,}바이트"
    )


def start(page: "Page") -> bytes:
    """The first step as it is before anything is written."""
    return page.screenshot()


def mistake(page: "Page") -> bytes:
    """A date that is none, and what is said below it."""
    field = page.get_by_label("언제 시작했나요")
    field.fill("작년 봄")
    field.blur()
    box = page.get_by_role("group", name="언제 한 일인가요").bounding_box()
    if box is None:
        raise Stop("그림에 담을 칸이 보이지 않습니다: 언제 한 일인가요")
    return page.screenshot(
        full_page=True,
        clip={
            "x": 0,
            "y": box["y"] + page.evaluate("scrollY") - MARGIN,
            "width": SIZE["width"],
            "height": box["height"] + MARGIN,
        },
    )


def ends(page: "Page") -> bytes:
    """The last step: the record read over, and the ways to send it."""
    page.get_by_label("무슨 일이었는지").fill("골목에 의자를 놓다")
    page.get_by_role("button", name="6. 읽어 보고 보내기").click()
    page.get_by_role("heading", name="보내기", exact=False).last.wait_for()
    return page.screenshot()


PICTURES: Mapping[str, Callable[["Page"], bytes]] = {
    "form-start": start,
    "form-mistake": mistake,
    "form-ends": ends,
}

if __name__ == "__main__":
    run(main)
