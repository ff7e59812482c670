"""Serving a built site and watching a browser page, for the fixtures of conftest.py."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Page


class StaticHost(SimpleHTTPRequestHandler):
    """Serves a folder as a static host does: 404.html for what is not there, and no log."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        missing = Path(self.directory, "404.html")
        if code != 404 or not missing.is_file():
            super().send_error(code, message, explain)
            return
        body = missing.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "max-age=600")  # as GitHub Pages does
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


class PatientServer(ThreadingHTTPServer):
    """Says nothing of a browser that went on before it had read its answer."""

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address, without a slash at its end, at which ``folder`` is served in the block."""
    handler = partial(StaticHost, directory=str(folder))
    with PatientServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def leave_looks_out(page: Page) -> None:
    """Keep ``page`` from fetching style sheets and fonts: much faster where its looks play no part."""
    tools = page.context.new_cdp_session(page)
    tools.send("Network.enable")
    tools.send("Network.setBlockedURLs", {"urls": ["*.css", "*.woff2"]})


def watch(page: Page, address: str, problems: list[str]) -> None:
    """Add to ``problems`` what ``page`` must not do: ask another host, fail in its scripts."""

    def request(url: str) -> None:
        if url.startswith(("http:", "https:", "ws:", "wss:")) and not url.startswith(address + "/"):
            problems.append(f"request to another host: {url}")

    page.on("request", lambda sent: request(sent.url))
    page.on("websocket", lambda socket: request(socket.url))
    page.on("pageerror", lambda error: problems.append(f"page error: {error}"))
    page.on(
        "console",
        lambda said: said.type == "error" and problems.append(f"console error: {said.text}"),
    )
