"""Fixtures of all tests: one strict build of the real library, a server over it, a browser."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from helpers.workflows import (
    LONG_SETTINGS,
    commands,
    committed,
    copied,
    lend_environment,
    run,
    say_settings,
)
from support.alone import alone
from support.chromium import FLAGS, chromium
from support.environment import ROOT

LONGEST_BUILD = 900.0
"""Seconds to wait for another process that builds the library."""

# The time that one example takes says more about the machine than about the code.
settings.register_profile("library", deadline=None)
settings.load_profile("library")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let one file that needs the published library begin, then those that need a site or a browser.

    The first takes longest, and only who asks first makes it: the others would wait for it. By the
    middle of the rest it is there, and small files are left that fill what the cores have left.
    """
    needed: dict[Path, set[str]] = {}
    for item in items:
        needed.setdefault(item.path, set()).update(item.fixturenames)
    first, *publishing = [file for file, names in needed.items() if "released" in names] or [None]
    others = [file for file, names in needed.items() if "released" not in names]
    large = [file for file in others if needed[file] & {"site", "browser", "browser_with"}]
    small = [file for file in others if file not in large]
    middle = len(small) // 2
    order = [first, *large, *small[:middle], *publishing, *small[middle:]]
    turn = {file: number for number, file in enumerate(order)}
    items.sort(key=lambda item: turn[item.path])


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of one strict build of the real library, made once for all tests.

    Processes that share the tests out share it too: the first one builds, the others wait.
    """
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "library/site"
    folder.parent.mkdir(exist_ok=True)
    with alone(folder.with_suffix(".lock"), LONGEST_BUILD):
        if not folder.exists():
            build(folder)
    return folder


def build(folder: Path) -> None:
    """Build the real library into ``folder``, which stands there whole or not at all."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts/build.py"), "--site-dir", str(folder)],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def released(tmp_path_factory: pytest.TempPathFactory, worker_id: str, site: Path) -> Path:
    """A copy of the repository after all that publishing runs in it, made once for all tests.

    The real library with all its papers, under a long address below a path. What the commands
    said stands in ``log.txt`` beside ``site``. ``site`` comes first: both at once would read all
    words for the search twice.
    """
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "released"
    with alone(folder.with_suffix(".lock"), LONGEST_BUILD):
        if not folder.exists():
            publish(folder.with_suffix(".new"))
            folder.with_suffix(".new").rename(folder)
    return folder


def publish(folder: Path) -> None:
    """Run the commands of the workflow that publishes in a copy of the repository, until one fails."""
    copied(folder)
    say_settings(folder, LONG_SETTINGS)
    committed(folder)
    lend_environment(folder)
    said = ""
    for step in commands("publish", "keep"):
        done = run(step, folder)
        said += f"{done.stdout}{done.stderr}"
        assert done.returncode == 0, said
    (folder / "log.txt").write_text(said, "utf-8")


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """The address of the built library, without a slash at its end."""
    from support.static_host import serving

    with serving(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser_with(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable]:
    """Starts a headless Chromium that finds the fonts of one machine and no others, and no other host.

    ``browser_with("none")`` gives a ``playwright.sync_api.Browser``, the same one each time; the
    machines are those of ``helpers.reader_fonts.ALL``. Without a Chromium the tests fail.
    """
    from playwright.sync_api import sync_playwright

    from helpers.browsing import NO_OTHER_HOST
    from helpers.reader_fonts import surroundings

    with sync_playwright() as playwright:

        @cache
        def started(machine: str):
            return playwright.chromium.launch(
                executable_path=str(chromium(None)),
                args=[*FLAGS, NO_OTHER_HOST],
                env=surroundings(machine, tmp_path_factory.mktemp(machine) / "own"),
            )

        yield started


@pytest.fixture(scope="session")
def browser(browser_with: Callable):
    """The browser of all tests that do not ask for other fonts: it has the library's own."""
    return browser_with("noto")


@pytest.fixture
def page_problems() -> Iterator[list[str]]:
    """What the page of this test did wrong; a test that means to see an error clears it."""
    problems: list[str] = []
    yield problems
    assert problems == []


@pytest.fixture(scope="session")
def reader(browser, server: str) -> Iterator:
    """The ``playwright.sync_api.BrowserContext`` of all pages of ``page``: a new one each costs more than most tests."""
    context = browser.new_context(base_url=server, locale="ko-KR")
    yield context
    context.close()


@pytest.fixture
def page(reader, server: str, page_problems: list[str]) -> Iterator:
    """A new page (``playwright.sync_api.Page``); ``page.goto("/cases/")`` opens the library.

    Nothing is remembered of earlier tests but what a browser keeps of files that were fetched.
    The test fails if the page asks another host for anything or an error shows in its console.
    """
    from helpers.browsing import forget, watch

    page = reader.new_page()
    forget(page, server)
    watch(page, server, page_problems)
    yield page
    for opened in reader.pages:
        opened.close()
    reader.clear_permissions()


@pytest.fixture
def first_visit(browser, server: str, page_problems: list[str]) -> Iterator:
    """A page like ``page`` in a browser that has never fetched a file of the library."""
    from helpers.browsing import watch

    context = browser.new_context(base_url=server, locale="ko-KR")
    page = context.new_page()
    watch(page, server, page_problems)
    yield page
    context.close()
