"""What a search is given in tests, and where its results stand."""

from __future__ import annotations

RESULTS = "#search-results > [data-record]"
BAD = [
    "협",
    "",
    " ",
    "x" * 500,
    "협" * 500,
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "%00%ff",
    '"""',
    "((((",
    "\\",
    "ㅎ",
    "🙂",
    "../../manifest.json",
    "__proto__",
    "constructor",
]
