"""The matrix on its page: heads that stay, and on a phone one district at a time."""

from __future__ import annotations


def test_the_heads_stay_in_sight_while_the_table_scrolls(page) -> None:
    for width, height in ((1280, 700), (820, 1000)):
        page.set_viewport_size({"width": width, "height": height})
        page.goto("/matrix/")
        page.locator(".matrix-table .table-scroll").evaluate(
            "region => { region.scrollIntoView(); region.scrollTo(9999, 9999) }"
        )
        if width == 1280:
            page.locator(".matrix tbody tr:last-child td:last-child").scroll_into_view_if_needed()
        head, row = (
            page.locator(one).bounding_box()
            for one in (".matrix thead th:last-child", ".matrix tbody tr:last-child th")
        )
        assert 0 <= head["y"] < row["y"] < height, width
        assert 0 <= row["x"] < head["x"] < width, width


def test_a_cell_shows_a_number_and_says_a_sentence(page) -> None:
    page.goto("/matrix/")
    cell = page.get_by_role("link", name="서울특별시 시민참여·공론 기록 ")
    shown = page.locator(".matrix tbody tr:first-child td:nth-of-type(2) a")
    assert cell.first.get_attribute("href") == shown.get_attribute("href")
    visible = shown.evaluate(
        "link => [...link.childNodes].filter(node => node.nodeType === 3).map(node => node.textContent).join('')"
    )
    assert visible.isdigit()


def test_on_a_phone_one_district_is_open_at_a_time(page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto("/matrix/")
    assert not page.locator(".matrix").is_visible()
    for number in (1, 5):
        page.locator(".matrix-list summary").nth(number).click()
    assert page.locator(".matrix-list details[open]").count() == 1


def test_the_strip_of_years_says_each_number_and_leads_to_its_year(page) -> None:
    page.goto("/")
    links = page.locator(".strip a")
    numbers = [
        int(text.split()[1].rstrip("개"))
        for text in links.evaluate_all("links => links.map(link => link.textContent)")
    ]
    tops = [
        box["height"]
        for box in links.locator("rect").evaluate_all(
            "bars => bars.map(bar => bar.getBoundingClientRect().toJSON())"
        )
    ]
    assert tops.index(max(tops)) == numbers.index(max(numbers))
    links.first.click()
    page.wait_for_url("**/timeline/*/")


def test_on_paper_the_whole_table_stands_between_the_margins(page) -> None:
    page.set_viewport_size({"width": 665, "height": 900})  # A4 less the margins of print.css
    page.emulate_media(media="print")
    page.goto("/matrix/")
    table, last = (
        page.locator(one).bounding_box() for one in (".matrix", ".matrix thead th:last-child")
    )
    assert table["x"] >= 0 and table["x"] + table["width"] <= 665
    assert last["x"] + last["width"] <= 665
    assert not page.locator(".matrix-list").is_visible()
