"""A reader searches by word, date and person, with a script and without."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE, Meet, Reader

pytestmark = pytest.mark.browser

EVERY_READER = pytest.mark.parametrize(
    ("viewport", "javascript"),
    [(DESKTOP, True), (DESKTOP, False), (PHONE, True), (PHONE, False)],
    ids=["desk", "desk without JavaScript", "phone", "phone without JavaScript"],
)


def titles(page: Page) -> list[str]:
    return page.locator(".entry-title a").all_inner_texts()


def asked(page: Page) -> dict[str, list[str]]:
    """The parameters in the address."""
    return parse_qs(urlsplit(page.url).query)


def search(page: Page, words: str) -> None:
    box = page.locator("input[type=search]").first
    box.fill(words)
    with page.expect_navigation():
        box.press("Enter")


@EVERY_READER
def test_words_typed_on_the_first_page_are_found_and_marked(meet: Meet, viewport: dict[str, int], javascript: bool):
    page = meet(viewport=viewport, javascript=javascript).go("/")
    search(page, "پوتین")
    assert asked(page)["q"] == ["پوتین"]
    assert len(titles(page)) >= 3
    expect(page.locator(".entry mark").first).to_be_visible()


def test_the_box_takes_the_width_of_a_telephone_while_somebody_types_and_moves_nothing_below(meet: Meet):
    page = meet(viewport=PHONE).go("/")
    box, below = page.locator("input[type=search]").first, page.locator(".sections")
    narrow, place = box.bounding_box(), below.bounding_box()
    box.focus()
    wide = box.bounding_box()
    assert narrow is not None
    assert wide is not None
    assert wide["width"] > 0.85 * PHONE["width"] > narrow["width"]
    assert below.bounding_box() == place
    box.blur()
    assert box.bounding_box() == narrow


@EVERY_READER
def test_spellings_of_one_word_find_the_same(meet: Meet, viewport: dict[str, int], javascript: bool):
    reader = meet(viewport=viewport, javascript=javascript)
    found = []
    for spelling in ("رئیس جمهور", "رئیس‌جمهور", "رئیسجمهور"):
        page = reader.go(f"/search/?q={spelling}")
        found.append(page.locator(".entry").evaluate_all("entries => entries.map(entry => entry.dataset.article)"))
    assert found[0] == found[1] == found[2] != []


@EVERY_READER
def test_a_filter_by_date_takes_days_of_any_calendar(meet: Meet, viewport: dict[str, int], javascript: bool):
    reader = meet(viewport=viewport, javascript=javascript)
    found = []
    for first, last in (("2025-10-01", "2025-10-31"), ("9 مهر 1404", "۹ آبان ۱۴۰۴"), ("1447/04/09", "1447/05/09")):
        page = reader.go("/search/?q=سوریه")
        everything = len(titles(page))
        unfold(page)
        page.locator("input[name=from]").fill(first)
        page.locator("input[name=to]").fill(last)
        with page.expect_navigation():
            page.locator("form.dates-form button[type=submit]").click()
        assert asked(page)["q"] == ["سوریه"], "the words stay"
        found.append(titles(page))
        assert 0 < len(found[-1]) < everything
    assert found[0] == found[1] == found[2]


def unfold(page: Page) -> None:
    """Opens the filters where a narrow page folds them into one button."""
    facets = page.locator("details.facets")
    if not page.locator("input[name=from]").is_visible():
        facets.locator("summary").click()


@EVERY_READER
def test_a_filter_by_person_crosses_scripts(meet: Meet, viewport: dict[str, int], javascript: bool):
    page = meet(viewport=viewport, javascript=javascript).go("/search/?q=Kremlin")
    unfold(page)
    page.locator(".facet a[href*='person=ahmad-al-sharaa']").first.click()
    expect(page).to_have_url(re.compile("person=ahmad-al-sharaa"))
    page.goto(page.url.replace("q=Kremlin", "q="))
    languages = page.locator(".entry-title").evaluate_all("found => found.map(title => title.lang)")
    assert {"fa", "ar", "en"} <= set(languages)


def test_a_wrong_date_is_told_beside_its_field_and_the_rest_is_searched(reader: Reader):
    page = reader.go("/search/?q=سوریه&from=31 مهر 1404")
    field = page.locator("input[name=from]")
    expect(field).to_have_attribute("aria-invalid", "true")
    message = page.locator(f"#{field.get_attribute('aria-describedby')}")
    expect(message).to_be_visible()
    expect(page.locator(".note-field")).to_be_hidden()


@pytest.mark.parametrize("javascript", [True, False], ids=["", "without JavaScript"])
def test_on_a_phone_a_wrong_date_is_told_above_results_in_sight_with_a_way_to_its_field(meet: Meet, javascript: bool):
    page = meet(viewport=PHONE, javascript=javascript).go("/search/?q=سوریه&to=31 مهر 1404")
    field = page.locator("input[name=to]")
    expect(field).to_be_hidden()
    note, entry = page.locator(".note-field").bounding_box(), page.locator(".entry").first.bounding_box()
    assert note is not None
    assert entry is not None
    assert note["y"] < entry["y"] < PHONE["height"]
    page.locator(".note-field a").click()
    expect(field).to_be_in_viewport()
    expect(field).to_be_focused()


def test_a_broken_query_is_never_an_error_page(reader: Reader):
    page = reader.go('/search/?q="سوریه (مسکو')
    assert titles(page)


def test_nothing_found_shows_the_way_on(reader: Reader):
    page = reader.go("/search/?q=قزنفرقلیچ")
    assert titles(page) == []
    assert page.locator("main a").count() > 0


def test_the_address_of_a_search_can_be_shared(meet: Meet):
    page = meet().go("/search/?q=سوریه&language=ar&sort=oldest")
    address = unquote(page.url)
    other = meet(ui="en").go(address[address.index("/search/") :])
    assert titles(other) == titles(page) != []


def test_back_returns_to_the_results(reader: Reader):
    page = reader.go("/search/?q=سوریه")
    before = titles(page)
    page.locator(".entry-title a").first.click()
    page.wait_for_url("**/articles/**")
    page.go_back()
    assert titles(page) == before
