"""Draw the share pictures again: python3 scripts/make_share.py [--chromium PATH]

One picture a kind and one of the library itself, 1200 × 630 px, from the kinds' shapes, the mark
and the library's own font. They are committed: nobody needs to draw them to build the site.
"""

from pathlib import Path
from runpy import run_path

run_path(str(Path(__file__).with_name("support") / "start.py"))

import html
from collections.abc import Iterator
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from support import driver, environment, records
from support.chromium import FLAGS, chromium
from support.console import Parser, run, say

READ_FILES = "--allow-file-access-from-files"  # fonts of the repository, from a page beside it
if TYPE_CHECKING:
    from playwright.sync_api import ViewportSize

SIZE: "ViewportSize" = {"width": 1200, "height": 630}
ASSETS = environment.ROOT / "docs/assets"
NAME = "협치도서관"
CLAIM = "시민과 행정이 함께 해 본 일과 하기로 한 일을 찾고, 배우고, 보태는 곳"
PAGE = """<!doctype html><html lang="ko"><meta charset="utf-8">
<link rel="stylesheet" href="{assets}/stylesheets/base/fonts.css"><style>
body {{ margin: 0; width: 1200px; height: 630px; box-sizing: border-box; padding: 72px 84px; display: flex;
  flex-direction: column; justify-content: space-between; background: #fbf9f4; color: #1f1c18;
  border-block-start: 20px solid #a3271b; font-family: "Noto Sans KR Variable"; word-break: keep-all; }}
p {{ margin: 0; }}
.name {{ display: flex; align-items: center; gap: 24px; font-size: 48px; font-weight: 700; }}
.what {{ font-size: 104px; font-weight: 700; }}
.what span {{ color: #a3271b; margin-inline-end: 24px; }}
.said {{ text-wrap: balance; font-size: 36px; line-height: 1.6; color: #5a544b; }}
</style><p class="name"><img src="{assets}/mark.svg" alt="" width="84" height="84">{name}</p>
<p class="what">{what}</p><p class="said">{said}</p></html>"""


def main() -> int:
    """Draw every picture with Chromium."""
    parser = Parser(description="공유할 때 보이는 그림을 다시 그립니다.")
    parser.add_argument("--chromium", metavar="경로", help="쓸 브라우저의 실행 파일")
    options = parser.parse_args()
    environment.enter("test")
    driver.ready()
    draw(dict(pictures()), chromium(options.chromium))
    return 0


def pictures() -> Iterator[tuple[str, str]]:
    """The name of every picture and the page that it is a picture of."""
    from hyeopchi.records.reader import read_archive

    yield (
        "library",
        PAGE.format(assets=ASSETS.as_uri(), name="", what=NAME, said=html.escape(CLAIM)),
    )
    for kind in read_archive(records.FOLDER).vocabularies["kinds"]:
        what = f"<span>{kind.extras['shape']}</span>{html.escape(kind.label)}"
        yield (
            kind.id,
            PAGE.format(
                assets=ASSETS.as_uri(), name=NAME, what=what, said=html.escape(kind.definition)
            ),
        )


def draw(pages: dict[str, str], browser_path: Path) -> None:
    """Write a PNG of each page below ``docs/assets/share/``."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright, TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(
            executable_path=str(browser_path), args=[*FLAGS, READ_FILES]
        )
        page = browser.new_page(viewport=SIZE)
        for name, text in pages.items():
            file = Path(folder, "page.html")
            file.write_text(text, encoding="utf-8")
            page.goto(file.as_uri())
            page.evaluate("document.fonts.ready")
            page.screenshot(path=ASSETS / "share" / f"{name}.png")
            say(f"docs/assets/share/{name}.png를 그렸습니다.")
        browser.close()


if __name__ == "__main__":
    run(main)
