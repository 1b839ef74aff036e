"""A reader chooses days from a month, by mouse and by keyboard, and narrows results by a bar."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, Meet

pytestmark = pytest.mark.browser


def test_a_day_is_chosen_with_the_keyboard_alone(meet: Meet):
    page = meet(viewport=DESKTOP).go("/search/?q=سوریه&from=2025-10-15&ui=fa")
    page.locator("[data-pick=from]").focus()
    page.keyboard.press("Enter")
    day = page.locator("dialog[open] [data-day='2025-10-15']")
    expect(day).to_be_focused()
    for key, there in (("ArrowLeft", "2025-10-16"), ("ArrowDown", "2025-10-23"), ("ArrowUp", "2025-10-16")):
        page.keyboard.press(key)
        expect(page.locator(f"dialog [data-day='{there}']")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(page.locator("#from")).to_have_value("۲۴ مهر ۱۴۰۴")
    expect(page.locator("#from")).to_be_focused()


def test_escape_leaves_the_field_as_it_was(meet: Meet):
    page = meet(viewport=DESKTOP).go("/search/?q=سوریه&ui=en")
    page.locator("#to").fill("October 2025")
    page.locator("[data-pick=to]").click()
    expect(page.locator("dialog[open] .picker-title")).to_have_text("October 2025")
    page.keyboard.press("PageDown")
    expect(page.locator("dialog[open] .picker-title")).to_have_text("November 2025")
    page.keyboard.press("Escape")
    expect(page.locator("#to")).to_have_value("October 2025")


def test_without_a_script_the_fields_are_plain(meet: Meet):
    page = meet(viewport=DESKTOP, javascript=False).go("/search/?q=سوریه")
    expect(page.locator("[data-pick=from]")).to_be_hidden()
    expect(page.locator("#from")).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False])
def test_a_bar_narrows_the_results_to_its_days(meet: Meet, javascript: bool):
    page = meet(viewport=DESKTOP, javascript=javascript).go("/search/?q=سوریه&ui=en")
    page.locator(".histogram summary").click()
    row = page.locator(".histogram tbody tr").filter(has=page.locator("a")).first
    count = row.locator("td").inner_text()
    with page.expect_navigation():
        row.locator("a").click()
    asked = parse_qs(urlsplit(page.url).query)
    assert asked["q"] == ["سوریه"]
    assert asked["from"][0] <= asked["to"][0]
    expect(page.locator(".results-count strong")).to_contain_text(count)
