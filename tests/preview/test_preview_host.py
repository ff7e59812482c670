"""The preview over HTTP: this computer's own browsers see it, whatever is asked."""

from __future__ import annotations

import http.client
import re
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.browsing import until
from helpers.small_library import STORY, small_library
from hyeopchi.preview.preview import Preview
from support.environment import ROOT
from support.preview_host import PreviewServer

FORUM = "geumcheon-gu/2017-market-forum.md"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[PreviewServer, Path]]:
    """A preview of a small library that answers, and the folder of its records."""
    folder = tmp_path_factory.mktemp("served")
    small_library(folder / "cases", STORY)
    with PreviewServer(0) as server:
        where = (ROOT / "mkdocs.yml", folder / "cases", folder / "made", server.local)
        server.preview = Preview(*where, lambda line: None)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server, folder / "cases"
        server.shutdown()


def asked(server: PreviewServer, line: str, *headers: str) -> tuple[str, dict[str, str], str]:
    """The first line, the headers and the body that answer one request."""
    head = "\r\n".join([line, *headers, "Connection: close"])
    with socket.create_connection(server.server_address[:2]) as connection:
        connection.sendall(f"{head}\r\n\r\n".encode("latin-1"))
        raw = b"".join(iter(lambda: connection.recv(65536), b""))
    above, _, body = raw.partition(b"\r\n\r\n")
    first, *rest = above.decode("latin-1").split("\r\n")
    return first, dict(one.split(": ", 1) for one in rest), body.decode()


def test_a_page_stands_at_its_address_and_names_it(served) -> None:
    server, _ = served
    status, headers, body = asked(server, "GET /about/ HTTP/1.1", "Host: localhost:1")
    assert (status, headers["Content-Type"]) == ("HTTP/1.1 200 OK", "text/html; charset=utf-8")
    assert f'<link rel="canonical" href="{server.local}/about/">' in body


def test_the_head_of_a_page_is_that_of_the_page(served) -> None:
    server, _ = served
    host = f"Host: 127.0.0.1:{server.server_port}"
    page, head = (asked(server, f"{verb} /about/ HTTP/1.1", host) for verb in ("GET", "HEAD"))
    assert (head[0], head[2]) == (page[0], "")
    assert head[1]["Content-Length"] == page[1]["Content-Length"] == str(len(page[2].encode()))


def test_an_address_without_its_slash_leads_to_the_page(served) -> None:
    status, headers, _ = asked(served[0], "GET /cases HTTP/1.1", "Host: localhost")
    assert (status, headers["Location"]) == ("HTTP/1.1 302 Found", "/cases/")


@pytest.mark.parametrize(
    ("line", "host", "status", "said"),
    [
        ("GET /../mkdocs.yml HTTP/1.1", "localhost", 404, "찾는 쪽이 없습니다"),
        ("GET /%2e%2e/%2e%2e/mkdocs.yml HTTP/1.1", "localhost", 404, "찾는 쪽이 없습니다"),
        ("GET /assets/..%2f..%2fmkdocs.yml HTTP/1.1", "localhost", 404, "찾는 쪽이 없습니다"),
        ("GET /a%00b HTTP/1.1", "localhost", 404, "찾는 쪽이 없습니다"),
        ("GET /%ff HTTP/1.1", "localhost", 404, "찾는 쪽이 없습니다"),
        ("GET //evil.example/cases HTTP/1.1", "localhost", 404, "찾는 쪽이 없습니다"),
        (f"GET /{'a' * 60_000} HTTP/1.1", "localhost", 404, "찾는 쪽이 없습니다"),
        (f"GET /{'a' * 70_000} HTTP/1.1", "localhost", 414, "주소가 너무 깁니다"),
        ("POST / HTTP/1.1", "localhost", 501, "미리보기는 보여 주기만 합니다"),
        ("GET / HTTP/1.1", "evil.example", 421, "http://127.0.0.1 주소로만 보입니다"),
        ("GET / HTTP/1.1", "127.0.0.1.evil.example", 421, "http://127.0.0.1 주소로만 보입니다"),
        ("GET /cases%0d%0aX:y HTTP/1.1", "localhost", 404, "찾는 쪽이 없습니다"),
    ],
    ids=range(12),
)
def test_whatever_is_asked_is_answered_in_words(
    served, capfd, line: str, host: str, status: int, said: str
) -> None:
    first, headers, body = asked(served[0], line, f"Host: {host}")
    assert first.split()[:2] == ["HTTP/1.1", str(status)]
    assert said in body
    assert "X" not in headers
    assert capfd.readouterr() == ("", "")


def test_an_open_page_is_opened_anew_in_its_place(served, browser) -> None:
    server, cases = served
    context = browser.new_context(viewport={"width": 800, "height": 400})
    page = context.new_page()
    page.goto(f"{server.local}/cases/2017-plan/")
    page.evaluate("document.querySelector('main details').open = true")
    page.evaluate("scrollTo(0, 200)")
    until(page, "scrollY === 200")
    file = cases / "seoul/2017-plan.md"
    file.write_text(
        file.read_text("utf-8").replace("다짐을 지키려는", "새 다짐을 지키려는"), "utf-8"
    )
    page.get_by_role("heading", level=1, name="새 다짐을 지키려는 계획").wait_for()
    until(page, "scrollY === 200 && document.querySelector('main details').open")
    text = file.read_text("utf-8")
    file.write_text(text.replace("kind: plan", "kind: plane"), "utf-8")
    page.get_by_role("heading", level=1, name="고칠 곳이 있는 기록").wait_for()
    file.write_text(text, "utf-8")
    page.get_by_role("heading", level=1, name="새 다짐을 지키려는 계획").wait_for()
    until(page, "scrollY === 200 && document.querySelector('main details').open")
    context.close()


def test_a_library_below_a_path_stands_there_and_the_root_leads_to_it(
    served, tmp_path: Path
) -> None:
    _, cases = served
    said = (ROOT / "mkdocs.yml").read_text("utf-8")
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(said.replace('site_url: ""', "site_url: https://a.example/b"), "utf-8")
    for name in ("docs", "hooks"):
        (tmp_path / name).symlink_to(ROOT / name)
    with PreviewServer(0) as server:
        server.preview = Preview(settings, cases, tmp_path, server.local, lambda line: None)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        _, headers, _ = asked(server, "GET / HTTP/1.1", "Host: localhost")
        assert headers["Location"] == "/b/"
        _, _, page = asked(server, "GET /b/about/ HTTP/1.1", "Host: localhost")
        assert f'<link rel="canonical" href="{server.local}/b/about/">' in page
        assert '<script type="module" src="/b/-/reload.js?' in page
        assert asked(server, "GET /b/-/reload.js HTTP/1.1", "Host: localhost")[0].endswith("OK")
        _, _, missing = asked(server, "GET /b/c/d/ HTTP/1.1", "Host: localhost")
        assert 'href="/b/search/"' in missing
        assert (
            asked(server, "GET /about/ HTTP/1.1", "Host: localhost")[2] == "찾는 쪽이 없습니다.\n"
        )
        server.shutdown()


def test_who_waits_over_http_is_told_of_a_change(served) -> None:
    server, cases = served
    _, _, body = asked(server, "GET /about/ HTTP/1.1", "Host: localhost")
    state = re.search(r"reload\.js\?([0-9-]+)", body)[1]
    waiting = http.client.HTTPConnection(*server.server_address[:2], timeout=60)
    waiting.request("GET", f"/-/changed?{state}")
    (cases / FORUM).write_text((cases / FORUM).read_text("utf-8") + "\n", "utf-8")
    assert waiting.getresponse().read().decode() not in ("", state)
    waiting.close()
