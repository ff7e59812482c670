"""Hostile records: each is refused in whole sentences and, were no rule there to refuse it, would do nothing in a browser.

The rows of ``tests/data/hostile.yml`` are the safety rules' table of what was tried, and more. They stand in one
library. The real build refuses it; a build without the rules renders it, and a browser looks at every page.
``HYEOPCHI_WRITE_GOLDEN=1`` writes what is said of the rows anew; read the difference before you commit it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from helpers.browsing import leave_looks_out, watch
from helpers.hostile import DATA, FOREIGN, GROUPS, ROWS, alone, place, shelve
from hyeopchi.text.quoting import printable
from support.environment import ROOT
from support.static_host import serving

PATIENCE = 120
"""Seconds after which a build hangs; the slowest takes some fifteen."""
SHOWN = alone(row for name, rows in GROUPS.items() for row in rows if name != "limits")
LISTS = (
    "",
    "cases/",
    "cases/page/2/",
    "districts/mapo-gu/",
    "domains/neighbourhood/",
    "timeline/2017/",
    "matrix/",
    "search/?q=<img src=x onerror=alert(1)>",
    "search/?q=alert",
    "search/?q=모임&domains=<b>",
    "basket/?r=2016-template-everywhere,2016-title-markup,<b>&title=<img src=x onerror=alert(1)>",
    "contribute/tell/?record=2016-template-everywhere&passage=<img src=x onerror=alert(1)>",
    "contribute/form/?edit=2016-template-everywhere",
    "contribute/form/?district=<script>alert(1)</script>&domain=__proto__",
    "compare/?r=2016-template-everywhere&r=2016-title-markup&r=<b>",
    "no-such-page/%22><script>alert(1)</script>",
)

_EXPECTED = re.compile(r"status of 404|ERR_BLOCKED_BY_CLIENT")
"""What the console says of the page that is missing, and of style sheets that are not fetched here."""
LONE = ["style", "#main"]
"""The page for wrong addresses of a library without an address stands alone, with a style of its own."""
_LIVE = """() => {
  const found = [];
  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      const address = value.replace(/[\\u0000-\\u0020]/g, "").toLowerCase();
      if (/^on|^(srcdoc|ping|style|background|formaction)$/.test(name)) found.push(`${element.localName} ${name}`);
      if (/^(javascript|vbscript|data:text|blob|filesystem):?/.test(address) && /href|src|action/.test(name)) found.push(address);
    }
  }
  const tags = "iframe, frame, object, embed, base, form[action^='//'], style, math, foreignObject, meta[http-equiv=refresh i]";
  found.push(...[...document.querySelectorAll(tags)].map((element) => element.localName));
  if (!document.getElementById("main")?.matches("div.page")) found.push("#main");
  if (typeof document.getElementById !== "function" || typeof document.cookie !== "string") found.push("document");
  return { live: found, text: document.body.innerText, title: document.title };
}"""


def build(script: str, cases: Path, site: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """A program that builds ``cases`` into ``site``, ended."""
    path = os.pathsep.join([str(ROOT / "tests"), str(ROOT / "scripts")])
    return subprocess.run(
        [sys.executable, str(ROOT / script), *more],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=PATIENCE,
        env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
    )


@pytest.fixture(scope="module")
def refused(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[subprocess.CompletedProcess[str], Path]:
    """The real build of a library with every row in it, and the folder where its site would stand."""
    folder = tmp_path_factory.mktemp("hostile")
    cases = shelve(folder)
    site = folder / "site"
    return build(
        "scripts/build.py", cases, site, "--cases", str(cases), "--site-dir", str(site)
    ), site


@pytest.fixture(scope="module")
def said(refused: tuple[subprocess.CompletedProcess[str], Path]) -> Mapping[str, list[str]]:
    """What the build says of each row, by the row's id: lines without their path."""
    lines = refused[0].stderr.splitlines()
    by_row = {
        row["id"]: [
            line.removeprefix(f"{told(row)}:") for line in lines if line.startswith(f"{told(row)}:")
        ]
        for row in ROWS
    }
    if os.environ.get("HYEOPCHI_WRITE_GOLDEN"):
        text = "".join(
            f"## {name}\n" + "".join(f"{line}\n" for line in found)
            for name, found in by_row.items()
        )
        (DATA / "hostile.expected").write_text(text, "utf-8", newline="\n")
    return by_row


def told(row: Mapping[str, str]) -> str:
    """The path under which problems with a row are told."""
    return printable(f"cases/{row.get('told', place(row))}")


def expected() -> dict[str, list[str]]:
    """What ``hostile.expected`` holds of every row."""
    parts = re.split(
        r"^## (.*)\n", (DATA / "hostile.expected").read_text("utf-8"), flags=re.MULTILINE
    )
    return {name: text.splitlines() for name, text in zip(parts[1::2], parts[2::2], strict=True)}


def test_the_real_build_refuses_the_library_and_leaves_no_site(
    refused: tuple[subprocess.CompletedProcess[str], Path],
) -> None:
    done, site = refused
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    assert not site.exists()
    assert done.stderr.splitlines()[-2:] == [
        "사이트를 짓지 못했습니다. 위의 문제를 고치고 다시 실행하세요.",
        "예전 사이트가 있었다면 그대로 있습니다.",
    ]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_what_may_do_harm_is_refused_in_whole_sentences(
    row: Mapping[str, str], said: Mapping[str, list[str]]
) -> None:
    assert said[row["id"]] == expected()[row["id"]]
    assert bool([line for line in said[row["id"]] if ": 주의: " not in line]) is not bool(
        row.get("passes")
    )


def test_the_report_of_hostile_records_holds_no_control_character(
    refused: tuple[subprocess.CompletedProcess[str], Path],
) -> None:
    assert all(line.isprintable() for line in refused[0].stderr.splitlines())


@pytest.fixture(scope="module")
def unguarded(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[subprocess.CompletedProcess[str], Path]:
    """A build without any rule, and its site."""
    folder = tmp_path_factory.mktemp("unguarded")
    return build(
        "tests/helpers/unguarded_build.py",
        Path(),
        Path(),
        str(shelve(folder, SHOWN)),
        str(folder / "site"),
    ), folder / "site"


def test_without_the_rules_the_gate_finds_the_one_thing_that_is_left(
    unguarded: tuple[subprocess.CompletedProcess[str], Path],
) -> None:
    done, _ = unguarded
    assert "Traceback" not in done.stdout + done.stderr
    assert [
        re.sub(r":\d+:\d+:", ":", line)
        for line in done.stderr.splitlines()
        if "/index.html:" in line
    ] == [
        "cases/2016-clobber-heading/index.html: 한 쪽에 같은 id가 2번 있습니다: 'main' → 이 쪽을 만드는 틀이나 자료를 고쳐 주세요"
    ]


@pytest.fixture(scope="module")
def visited(
    unguarded: tuple[subprocess.CompletedProcess[str], Path], browser
) -> Iterator[Mapping[str, dict]]:
    """What happened on every page of the unguarded site: records by their rows' ids, lists by their addresses."""
    site = unguarded[1]
    ids = {
        row["id"]: f"cases/2016-{row['id']}/"
        for row in SHOWN
        if (site / f"cases/2016-{row['id']}").is_dir()
    }
    with serving(site) as address:
        yield visits(browser, address, {**ids, **dict(zip(LISTS, LISTS, strict=True))})


def visits(browser, address: str, pages: Mapping[str, str]) -> dict[str, dict]:
    """What a browser sees on each page and what the page does: ``text``, and ``done``, which should be empty."""
    context, done = browser.new_context(), []
    page = context.new_page()
    leave_looks_out(page)
    watch_everything(page, address, done)
    found = {}
    for name, path in pages.items():
        done.clear()
        found[name] = visit(page, f"{address}/{path}", done)
    context.close()
    return found


def watch_everything(page, address: str, done: list[str]) -> None:
    """Add to ``done`` whatever a page does that no page of the library does."""
    watch(page, address, done)
    page.on("dialog", lambda dialog: (done.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("popup", lambda popup: done.append(f"popup {popup.url}"))
    page.on(
        "framenavigated",
        lambda frame: done.append(f"frame {frame.url}") if frame.parent_frame else None,
    )


def visit(page, address: str, done: list[str]) -> dict:
    """One page opened, with everything on it that could act looked for."""
    page.goto(
        address, wait_until="networkidle" if "?" in address else "load"
    )  # scripts fetch what an address asks for
    seen = page.evaluate(_LIVE)
    if unquote(urlsplit(page.url).path) != unquote(urlsplit(address).path):
        done.append(f"went to {page.url}")
    acted = [line for line in done if not _EXPECTED.search(line)]
    return {
        "text": " ".join(seen["text"].split()),
        "title": seen["title"],
        "done": acted + seen["live"],
    }


@pytest.mark.parametrize("row", SHOWN, ids=lambda row: row["id"])
def test_without_the_rules_a_hostile_record_does_nothing_in_a_browser(
    row: Mapping[str, str], visited: Mapping[str, dict]
) -> None:
    seen = visited.get(row["id"])
    if seen is None:  # the reader itself made nothing of it
        assert expected()[row["id"]]
        return
    harmless = [] if row["id"] != "clobber-heading" else ["#main"]
    assert seen["done"] in ([], harmless)
    assert " ".join(row.get("shows", "").split()) in seen["text"]


@pytest.mark.parametrize("address", LISTS)
def test_nor_does_any_page_that_lists_them(address: str, visited: Mapping[str, dict]) -> None:
    assert visited[address]["done"] == (LONE if address.startswith("no-such-page") else [])


def test_a_preview_tells_of_hostile_records_and_does_nothing_either(
    tmp_path: Path, browser
) -> None:
    cases, site = shelve(tmp_path), tmp_path / "site"
    done = build(
        "tests/helpers/unguarded_build.py", cases, site, str(cases), str(site), "--preview"
    )
    assert done.returncode == 0, done.stderr[-2000:]
    broken = sorted(
        folder.name for folder in (site / "cases").iterdir() if folder.name.startswith("2016-")
    )
    assert len(broken) > 100
    with serving(site) as address:
        seen = visits(
            browser,
            address,
            {
                "preview-problems/": "preview-problems/",
                **{name: f"cases/{name}/" for name in broken[::5]},
                **{name: name for name in LISTS[:6] if (site / name).is_dir()},
            },
        )
    assert {name: page["done"] for name, page in seen.items() if page["done"]} == {}
    assert FOREIGN in seen["preview-problems/"]["text"]
