"""The browser fixtures notice what a page of the library must not do."""

from pathlib import Path

import pytest

from helpers.browsing import watch
from support.static_host import serving


def problems_of(browser, folder: Path, html: str) -> list[str]:
    """What a page with ``html`` does wrong; its own address is left out of the answer."""
    (folder / "index.html").write_text(html, encoding="utf-8")
    found: list[str] = []
    with serving(folder) as address:
        page = browser.new_page()
        watch(page, address, found)
        page.goto(address + "/", wait_until="networkidle")
        page.close()
    return found


def test_a_plain_page_does_nothing_wrong(browser, tmp_path) -> None:
    assert problems_of(browser, tmp_path, "<title>책장</title><link rel=icon href=data:,>") == []


@pytest.mark.parametrize("kind", ["<img src='{}'>", "<link rel=stylesheet href='{}'>"])
def test_a_request_to_another_host_is_noticed_whether_one_answers_there(
    browser, server: str, tmp_path, kind: str
) -> None:
    for asked in ("http://127.0.0.2:9/x", server.replace("127.0.0.1", "localhost") + "/index.html"):
        html = f"<link rel=icon href=data:,>{kind.format(asked)}"
        assert f"request to another host: {asked}" in problems_of(browser, tmp_path, html)


def test_an_error_of_a_script_is_noticed(browser, tmp_path) -> None:
    html = "<link rel=icon href=data:,><script>console.error('one'); nothing()</script>"
    assert problems_of(browser, tmp_path, html) == [
        "console error: one",
        "page error: nothing is not defined",
    ]


def test_a_missing_page_is_answered_with_the_page_for_it(browser, tmp_path) -> None:
    (tmp_path / "404.html").write_text("<h1>없는 쪽</h1>", encoding="utf-8")
    with serving(tmp_path) as address:
        page = browser.new_page()
        answer = page.goto(address + "/nowhere/")
        assert (answer.status, page.text_content("h1")) == (404, "없는 쪽")
        page.close()
