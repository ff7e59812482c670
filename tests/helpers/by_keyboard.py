"""Using a page by the keyboard alone."""

from __future__ import annotations

from playwright.sync_api import Page

MOST_STEPS = 120
"""Presses of the tab key after which a control counts as out of reach."""

_NAME = """() => {
  const here = document.activeElement;
  if (here === document.body) return ["body", ""];
  const label = here.labels?.length ? [...here.labels].map(one => one.innerText).join(" ") : here.getAttribute("aria-label") ?? here.innerText;
  return [here.tagName.toLowerCase(), (label ?? "").replace(/\\s+/g, " ").trim()];
}"""


def reach(page: Page, name: str, tag: str = "") -> None:
    """Press the tab key until what has the focus begins with ``name`` and is a ``tag``."""
    passed = []
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        found_tag, found = page.evaluate(_NAME)
        passed.append(found)
        if found.startswith(name) and tag in ("", found_tag):
            return
    raise AssertionError(
        f"{name!r} is not reached among {[one[:30] for one in dict.fromkeys(passed)]}"
    )


def write(page: Page, name: str, text: str) -> None:
    """Reach a control and type into it."""
    reach(page, name)
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text(text)


def choose(page: Page, name: str, label: str) -> None:
    """Reach a list that opens and go down it to ``label``."""
    reach(page, name, "select")
    for _ in range(MOST_STEPS):
        if page.evaluate("document.activeElement.selectedOptions[0].textContent") == label:
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"{label!r} is not in the list {name!r}")


def press(page: Page, name: str, key: str = "Enter") -> None:
    """Reach a button or box and press it."""
    reach(page, name)
    page.keyboard.press(key)
