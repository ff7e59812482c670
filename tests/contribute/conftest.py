"""A page that runs the form's scripts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

MODULES = (
    "body",
    "check",
    "dates",
    "grammar",
    "likely_dates",
    "lookups",
    "markdown",
    "personal",
    "record",
    "romanised",
    "scalars",
    "schema",
    "spans",
    "text",
    "yaml",
)


@pytest.fixture(scope="session")
def scripts(browser, server: str) -> Iterator:
    """A page that can run the form's modules: ``scripts.evaluate(code, value)``, with ``form`` the modules by their names."""
    page = browser.new_context(base_url=server).new_page()
    page.goto("/contribute/")
    page.evaluate(
        """async names => {
      const found = await Promise.all(names.map(name => import(`/assets/javascripts/contribute/${name}.js`)));
      window.form = Object.assign({}, ...found);
      window.form.known = new form.Schema(await (await fetch("/data/fields.json")).json());
    }""",
        MODULES,
    )
    yield page
    page.context.close()
