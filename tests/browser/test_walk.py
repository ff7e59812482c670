"""A person walks through the real library in a real browser, by keyboard and without scripts too."""

from __future__ import annotations

from pathlib import Path

from helpers.site_pages import page_types


def focused(page, selector: str, presses: int = 150) -> bool:
    """Whether Tab leads to the first element of ``selector``."""
    wanted = page.locator(selector).first
    for _ in range(presses):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            return True
    return False


def test_by_keyboard_alone_one_skips_to_the_text_and_opens_a_record(page) -> None:
    page.goto("/cases/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "본문으로 건너뛰기"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"
    title = page.locator("[data-record] a").first.inner_text()
    assert focused(page, "[data-record] a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cases/*/")
    assert page.locator("h1").inner_text() == title


def test_every_door_opens_by_keyboard(page) -> None:
    page.goto("/")
    doors = page.locator(".doors a").evaluate_all("links => links.map(link => link.href)")
    assert doors
    for number, address in enumerate(doors):
        page.goto("/")
        assert focused(page, f".doors li:nth-child({number + 1}) a")
        page.keyboard.press("Enter")
        page.wait_for_url(address)


def test_what_is_folded_opens_and_closes_by_keyboard(page, site: Path) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"/{page_types(site)['case']}")
    folded = "details:has(> summary:visible) > summary"
    was_open = page.locator(folded).first.evaluate("summary => summary.parentElement.open")
    assert focused(page, folded)
    for expected in (not was_open, was_open):
        page.keyboard.press("Enter")
        assert (
            page.locator(folded).first.evaluate("summary => summary.parentElement.open") is expected
        )


def test_a_wide_table_scrolls_by_keyboard(page) -> None:
    page.set_viewport_size({"width": 800, "height": 800})
    page.goto("/matrix/")
    region = "[tabindex='0'][role='group']"
    assert focused(page, region)
    page.locator(region).first.evaluate(
        "region => region.addEventListener('scroll', () => { region.dataset.scrolled = 'yes' })"
    )
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    page.locator(f"{region}[data-scrolled]").wait_for()
    assert page.locator(region).first.evaluate("region => region.scrollLeft") > 0


def test_no_single_key_does_anything(page, site: Path) -> None:
    address = f"/{page_types(site)['case']}"
    page.goto(address)
    for key in "abcdefghijklmnopqrstuvwxyz0123456789/?.,":
        page.keyboard.press(key)
    assert page.url.endswith(address)
    assert page.evaluate("document.activeElement === document.body")


def test_a_press_that_moves_away_does_nothing(page, site: Path) -> None:
    page.goto(f"/{page_types(site)['case']}")
    page.get_by_role("button", name="주소 복사").hover()
    page.mouse.down()
    page.mouse.move(5, 500)
    page.mouse.up()
    assert page.locator(".tools [role='status']").inner_text() == ""


def test_the_focus_can_be_seen(page) -> None:
    page.goto("/")
    for _ in range(4):
        page.keyboard.press("Tab")
    outline = page.evaluate(
        "getComputedStyle(document.activeElement).outlineStyle + getComputedStyle(document.activeElement).boxShadow"
    )
    assert outline != "nonenone"


def test_a_value_on_a_records_page_leads_to_the_list_that_holds_the_record(
    page, site: Path
) -> None:
    address = page_types(site)["case"]
    page.goto(f"/{address}")
    page.locator(".facts a[href*='domains/']").first.click()
    page.wait_for_url("**/domains/*/")
    assert page.locator(f"main [data-record='{address.split('/')[1]}']").count() == 1


def test_without_scripts_every_page_reads_and_no_link_on_it_needs_them(
    browser, server: str, site: Path
) -> None:
    """That links lead somewhere is looked up in the files of the site."""
    context = browser.new_context(base_url=server, java_script_enabled=False)
    page = context.new_page()
    for address in page_types(site).values():
        page.goto(f"/{address}")
        assert page.locator("h1").is_visible(), address
        assert page.locator("a[href^='javascript:'], a[href='#']").count() == 0, address
    context.close()
