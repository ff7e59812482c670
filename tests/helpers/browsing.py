"""Watching a browser page, and keeping it from what plays no part in a test."""

from __future__ import annotations

from time import monotonic

from playwright.sync_api import Error, Page

NO_OTHER_HOST = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
"""How Chromium is started so that every other host is one that does not exist."""
LONGEST, BETWEEN_LOOKS = 30, 25
"""Seconds that a test waits for a page, and milliseconds from one look to the next."""


def leave_looks_out(page: Page) -> None:
    """Keep ``page`` from fetching style sheets and fonts: much faster where its looks play no part."""
    _block(page, "*.css", "*.woff2")


def leave_fonts_out(page: Page) -> None:
    """Keep ``page`` from fetching fonts: those of the machine are sized as they are."""
    _block(page, "*.woff2")


def _block(page: Page, *addresses: str) -> None:
    tools = page.context.new_cdp_session(page)
    tools.send("Network.enable")
    tools.send("Network.setBlockedURLs", {"urls": list(addresses)})


def until(page: Page, condition: str) -> None:
    """Wait until the JavaScript expression ``condition`` holds in ``page``, or its promise does.

    Looked at from here: Playwright's own way takes any promise for a yes, and compiles an
    expression again at each look, which the policy of our pages forbids.
    """
    end = monotonic() + LONGEST
    while not _holds(page, condition):
        assert monotonic() < end, f"did not come to hold in {LONGEST} seconds: {condition}"
        page.wait_for_timeout(BETWEEN_LOOKS)


def _holds(page: Page, condition: str) -> bool:
    """Whether ``condition`` holds now; not while another page is on its way."""
    try:
        return bool(page.evaluate(f"async () => Boolean(await ({condition}))"))
    except Error as error:
        if "Execution context was destroyed" in error.message:
            return False
        raise


def forget(page: Page, address: str) -> None:
    """Let the browser of ``page`` forget what pages at ``address`` have stored; files stay in its cache."""
    tools = page.context.new_cdp_session(page)
    tools.send("Storage.clearDataForOrigin", {"origin": address, "storageTypes": "all"})
    tools.detach()


def watch(page: Page, address: str, problems: list[str]) -> None:
    """Add to ``problems`` what ``page`` must not do: ask another host, fail in its scripts.

    The browser of the tests finds no other host (``NO_OTHER_HOST``). Only what fails is told of by
    the browser then: to hear of every request takes an eighth of the time of a test.
    """

    def request(url: str) -> None:
        if url.startswith(("http:", "https:", "ws:", "wss:")) and not url.startswith(address + "/"):
            problems.append(f"request to another host: {url}")

    page.on("requestfailed", lambda sent: request(sent.url))
    page.on("websocket", lambda socket: request(socket.url))
    page.on("pageerror", lambda error: problems.append(f"page error: {error}"))
    page.on(
        "console",
        lambda said: said.type == "error" and problems.append(f"console error: {said.text}"),
    )
