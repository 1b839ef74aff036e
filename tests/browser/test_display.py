"""A reader chooses language, theme and calendar, and they stay."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE, Meet, Portal, Reader
from tests.browser.pages import PAGES

pytestmark = pytest.mark.browser

PAPER = "getComputedStyle(document.documentElement).backgroundColor"


def open_display(page: Page) -> None:
    page.locator("details.display summary").click()


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("javascript", [True, False], ids=["", "without JavaScript"])
def test_the_language_turns_the_page_and_stays(meet: Meet, viewport: dict[str, int], javascript: bool):
    reader = meet(viewport=viewport, javascript=javascript)
    page = reader.go("/sources/")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    open_display(page)
    page.locator("details.display a[hreflang=en]").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("html")).to_have_attribute("dir", "ltr")
    expect(reader.go("/").locator("html")).to_have_attribute("lang", "en")


@pytest.mark.parametrize("javascript", [True, False], ids=["", "without JavaScript"])
def test_the_theme_changes_and_stays(meet: Meet, javascript: bool):
    reader = meet(javascript=javascript)
    page = reader.go("/")
    light = page.evaluate(PAPER)
    open_display(page)
    page.locator("details.display a[href*='theme=dark']").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    dark = page.evaluate(PAPER)
    assert dark != light
    assert reader.go("/sources/").evaluate(PAPER) == dark


def test_dates_follow_the_chosen_calendar(reader: Reader, portal: Portal):
    path = f"/articles/{portal.article('شرم‌الشیخ شکننده')}/"
    page = reader.go(path)
    expect(page.locator("article.story time").first).to_contain_text("۲۲ مهر ۱۴۰۴")
    open_display(page)
    page.locator("details.display a[href*='calendar=gregorian']").click()
    expect(page.locator("article.story time").first).to_contain_text("۱۴ اکتبر ۲۰۲۵")
    assert page.url.endswith(path), "the choice leads back to the page"


def test_the_device_decides_where_the_reader_has_not(meet: Meet):
    reader = meet(theme="auto")
    page = reader.go("/")
    light = page.evaluate(PAPER)
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(PAPER) != light


PLACES = [
    ("sources", "fa"),
    ("sources", "ar"),
    ("sources", "en"),
    ("search", "fa"),
    ("article", "en"),
    ("person", "ar"),
]


@pytest.mark.parametrize(("place", "ui"), [*PLACES, ("archive of a month", "fa"), ("people", "fa")])
def test_the_keyboard_alone_reaches_everything(meet: Meet, portal: Portal, place: str, ui: str):
    """Tab comes to every link, field and button that is shown, in the order of the page, and what has it shows it."""
    page = meet(ui=ui).go(PAGES[place].format(article=portal.article("کرملین")))
    # What a pointer alone uses, and stands elsewhere for everybody: bars beside their table.
    here = """[...document.querySelectorAll(
            'a[href], button, input:not([type=hidden]), summary, select, [tabindex="0"]')].filter(
        element => element.tabIndex >= 0 && element.checkVisibility({visibilityProperty: true}))"""
    for _ in range(page.evaluate(f"{here}.length")):
        page.keyboard.press("Tab")
        shown = page.evaluate(
            """() => { const it = document.activeElement, style = getComputedStyle(it);
                it.dataset.reached = '';
                return [it.outerHTML.slice(0, 90), style.outlineStyle !== 'none' || style.boxShadow !== 'none'
                    || style.textDecorationLine !== 'none'] }"""
        )
        assert shown[1], f"the focus cannot be seen on {shown[0]}"
    missed = f"{here}.filter(element => !('reached' in element.dataset)).map(element => element.outerHTML)"
    assert page.evaluate(missed) == []
