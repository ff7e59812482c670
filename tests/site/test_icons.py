"""What browsers and search engines ask a site for by themselves: icons and robots.txt."""

from pathlib import Path

from PIL import Image


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
