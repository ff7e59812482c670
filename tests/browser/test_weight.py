"""How much a first visit to a record carries, in bytes."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from helpers.site_pages import page_types

MOST_PAGE, MOST_FONTS = 150_000, 500_000
KINDS = ("case", "plan", "declaration", "resource", "collection")


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_carries_little_and_its_fonts_not_much_more(
    browser, server: str, site: Path, kind: str
) -> None:
    """Counted with an empty cache, every text compressed by gzip as a server does; images left out."""
    context = browser.new_context(base_url=server, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    answers = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(f"/{page_types(site)[kind]}", wait_until="networkidle")
    text = sum(
        len(gzip.compress(answer.body()))
        for answer in answers
        if answer.request.resource_type not in ("font", "image")
    )
    fonts = sum(len(answer.body()) for answer in answers if answer.request.resource_type == "font")
    context.close()
    print(f"{kind}: {text:,} bytes, fonts {fonts:,} bytes")
    assert text < MOST_PAGE
    assert fonts < MOST_FONTS
