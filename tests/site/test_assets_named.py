"""Every stylesheet and script that a page names stands in the built site."""

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

NAMED = re.compile(
    r"<(?:link|script|img|source)\b[^>]*?\b(?:href|src)=\"?(?P<address>[^\"\s>]+\.(?:css|js|mjs))[\"\s>]"
)


def test_every_stylesheet_and_script_that_a_page_names_is_there(site: Path) -> None:
    missing, seen = set(), set()
    for page in site.rglob("*.html"):
        for named in NAMED.finditer(page.read_text(encoding="utf-8")):
            path = unquote(urlsplit(named["address"]).path)
            file = site / path.lstrip("/") if path.startswith("/") else page.parent / path
            seen.add(file.resolve())
            if not file.is_file():
                missing.add((page.relative_to(site).as_posix(), path))
    assert sorted(missing) == []
    assert {file.suffix for file in seen} == {".css", ".js"}
