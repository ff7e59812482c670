"""What browsers and search engines ask a site for by themselves: icons and robots.txt."""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, ImageStat

import make_icons

MOST = 4.0
"""How much icons may differ in the mean from those that another Chromium draws; levels of 255."""


def test_icons_stand_where_they_are_named_small_and_in_their_sizes(site: Path) -> None:
    sizes = {
        "favicon.ico": (48, 48),
        "assets/icons/icon-192.png": (192, 192),
        "assets/icons/apple-touch-icon.png": (180, 180),
    }
    head = (site / "index.html").read_text(encoding="utf-8").partition("</head>")[0]
    for name, size in sizes.items():
        assert f'href="{name}"' in head.replace('href="./', 'href="')
        assert Image.open(site / name).size == size
        assert (site / name).stat().st_size < 5_000
    assert Image.open(site / "favicon.ico").info["sizes"] == {(16, 16), (32, 32), (48, 48)}


def test_robots_may_read_everything(site: Path) -> None:
    assert (site / "robots.txt").read_text(encoding="utf-8") == "User-agent: *\nAllow: /\n"


def test_the_icons_are_those_that_their_command_draws_of_the_mark(browser) -> None:
    """Not byte for byte: each version of Chromium and of the packer has its own."""
    for file, content in make_icons.packed(make_icons.draw(browser)).items():
        kept, drawn = _pictures(file.read_bytes()), _pictures(content)
        assert kept.keys() == drawn.keys(), file.name
        for size, picture in kept.items():
            apart = ImageChops.difference(picture, drawn[size])
            assert max(ImageStat.Stat(apart).mean) < MOST, (file.name, size)


def _pictures(content: bytes) -> dict[tuple[int, int], Image.Image]:
    """The pictures in a file by their sizes."""
    image = Image.open(BytesIO(content))
    if image.format != "ICO":
        return {image.size: image.convert("RGBA")}
    return {size: image.ico.getimage(size).convert("RGBA") for size in image.info["sizes"]}
