"""The preview over HTTP, on this computer and for its own browsers only."""

from __future__ import annotations

import re
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import quote, unquote

from hyeopchi.preview.answer import Answer
from hyeopchi.preview.preview import PRIVATE, Preview
from support.static_host import HOST, PatientServer

LONGEST_WAIT = 25.0
"""Seconds after which a page that waits for a change is told that there was none."""
_CHANGED = f"{PRIVATE}changed"
_OWN_NAME = re.compile(r"(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?", re.IGNORECASE)
_TEXT = "text/plain; charset=utf-8"
_REFUSALS = {
    HTTPStatus.NOT_FOUND: "찾는 쪽이 없습니다.",
    HTTPStatus.MISDIRECTED_REQUEST: f"미리보기는 http://{HOST} 주소로만 보입니다.",
    HTTPStatus.REQUEST_URI_TOO_LONG: "주소가 너무 깁니다.",
    HTTPStatus.NOT_IMPLEMENTED: "미리보기는 보여 주기만 합니다.",
}


class PreviewServer(PatientServer):
    """Listens on ``port`` of this computer from the start; answers once it has a ``preview``."""

    daemon_threads = True
    preview: Preview

    def __init__(self, port: int) -> None:
        super().__init__((HOST, port), PreviewHandler)

    @property
    def local(self) -> str:
        """Where it stands, without a slash at its end."""
        return f"http://{HOST}:{self.server_port}"


class PreviewHandler(BaseHTTPRequestHandler):
    """Puts what a browser asks to the preview."""

    server: PreviewServer
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "hyeopchi", ""
    timeout = 120

    def do_GET(self) -> None:
        """Answer with what stands at the address now."""
        if not _OWN_NAME.fullmatch(self.headers.get("Host") or ""):
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
            return
        answer = self._answer()
        if answer is None:
            self.send_error(HTTPStatus.NOT_FOUND)
        elif answer.goes_to is not None:
            self._send(302, _TEXT, b"", Location=quote(self.server.preview.mount + answer.goes_to))
        else:
            self._send(answer.status, answer.kind, answer.content)

    do_HEAD = do_GET

    def _answer(self) -> Answer | None:
        """None where no preview is asked for."""
        preview = self.server.preview
        path, _, query = self.path.partition("#")[0].partition("?")
        try:
            path = unquote(path, errors="strict")
        except UnicodeDecodeError:
            return None
        if path == "/" != preview.mount:
            return Answer(goes_to="")
        if not path.startswith(preview.mount):
            return None
        address = path.removeprefix(preview.mount)
        if address == _CHANGED:
            return Answer(200, _TEXT, preview.wait(query, LONGEST_WAIT).encode())
        return preview.answer(address)

    def _send(self, status: int, kind: str, content: bytes, **headers: str) -> None:
        self.send_response(status)
        about = {"Content-Type": kind, "Content-Length": str(len(content)), **headers}
        for name, value in {**about, "Cache-Control": "no-cache"}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Say in Korean that there is no answer; the connection ends, for what follows is not known."""
        self.close_connection = True
        said = _REFUSALS.get(HTTPStatus(code), "알아듣지 못한 물음입니다.")
        self._send(code, _TEXT, f"{said}\n".encode(), Connection="close")

    def log_message(self, *_: Any) -> None:
        """Nothing: the terminal is for what a person has to know."""
