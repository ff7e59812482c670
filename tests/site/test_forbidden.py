"""What no page may hold, put into a page that the library built: the gate refuses it, and a browser does nothing with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from helpers.browsing import leave_looks_out
from helpers.site_pages import page_types
from hyeopchi.site.gate.site import check_site
from support.environment import ROOT

ROWS = yaml.safe_load((ROOT / "tests/data/forbidden.yml").read_text("utf-8"))
HINT = "이 쪽을 만드는 틀이나 자료를 고쳐 주세요"
_LISTEN = """window.blocked = []; document.addEventListener("securitypolicyviolation",
  (event) => window.blocked.push(`${event.effectiveDirective} ${event.blockedURI.replace(location.origin + "/", "self")}`));"""


@pytest.fixture(scope="module")
def built(site: Path) -> tuple[str, str]:
    """The address of a case of the real library and the text of its page."""
    address = page_types(site)["case"]
    return address, (site / address / "index.html").read_text("utf-8")


def with_row(text: str, row: dict) -> str:
    """A page with what a row forbids at the end of its body, on a line of its own."""
    assert text.count("</body>") == 1
    return text.replace("</body>", f"\n{row['html']}\n</body>")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_the_gate_refuses_it_at_its_line(row: dict, built: tuple[str, str], tmp_path: Path) -> None:
    text = with_row(built[1], row)
    (tmp_path / "index.html").write_text(text, "utf-8")
    line = text[: text.index(row["html"])].count("\n") + 1
    found = [
        re.sub(r"^index.html:(\d+):\d+: ", r"\1: ", problem.text())
        for problem in check_site(tmp_path, ())
    ]
    said = (message if "→" in message else f"{message} → {HINT}" for message in row["gate"])
    if row["id"] == "policy":
        found = [
            re.sub(r"^\d+: ", f"{line}: ", told.split(" →")[0]) + f" → {HINT}" for told in found
        ]
    assert sorted(found) == sorted(f"{line}: {message}" for message in said)


def test_the_gate_passes_the_page_as_it_was_built(built: tuple[str, str], tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(built[1], "utf-8")
    assert list(check_site(tmp_path, ())) == []


@pytest.fixture(scope="module")
def opened(browser, server: str, built: tuple[str, str]) -> Iterator:
    """Opens the built page with a row in it and does what the row says; gives what was blocked and what was done."""
    context, done = browser.new_context(), []
    page = context.new_page()
    page.add_init_script(_LISTEN)
    leave_looks_out(page)
    # A request that the policy, or the rule of one origin, keeps from leaving is told of, and told to have failed for it.
    page.on(
        "request",
        lambda sent: (
            None if sent.url.startswith((server, "data:")) else done.append(f"request {sent.url}")
        ),
    )
    page.on(
        "requestfailed",
        lambda sent: sent.failure in ("csp", "origin") and done.remove(f"request {sent.url}"),
    )
    page.on("pageerror", lambda error: done.append(f"error {error}"))
    page.on("dialog", lambda dialog: (done.append(f"dialog {dialog.message}"), dialog.dismiss()))

    def with_it(row: dict) -> tuple[list[str], list[str]]:
        page.unroute_all()
        page.route(
            f"{server}/{built[0]}",
            lambda route: route.fulfill(
                content_type="text/html; charset=utf-8", body=with_row(built[1], row)
            ),
        )
        done.clear()
        page.goto(f"{server}/{built[0]}")
        if row.get("act") == "click":
            page.locator(".bait").dispatch_event("click")
        page.evaluate("new Promise((resolve) => setTimeout(resolve))")
        return sorted(set(page.evaluate("window.blocked"))), list(done)

    yield with_it
    context.close()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_were_the_gate_not_there_a_browser_runs_and_fetches_nothing(row: dict, opened) -> None:
    blocked, done = opened(row)
    assert done == []
    assert blocked == row["blocked"]
