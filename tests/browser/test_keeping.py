"""What a reader keeps in the browser: read marks, saved articles that need no network, last searches."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Portal, Reader

pytestmark = pytest.mark.browser


def marked(page: Page) -> list[str | None]:
    """Ids of the articles of a list that are marked as read."""
    return page.locator("[data-article]:has(.entry-meta[data-read])").evaluate_all(
        "entries => entries.map(entry => entry.dataset.article)"
    )


def test_an_opened_article_is_marked_in_every_list(reader: Reader, portal: Portal):
    page = reader.go("/")
    assert marked(page) == []
    first = page.locator("[data-article]").first
    opened = first.get_attribute("data-article")
    first.locator("[data-open]").click()
    expect(page.locator("[data-story]")).to_be_visible()
    page.go_back()
    expect(page.locator(f"[data-article='{opened}'] .entry-meta").first).to_have_attribute("data-read", "خوانده")
    assert set(marked(page)) == {opened}
    assert opened in marked(reader.go("/search/?sort=newest"))


def test_read_marks_are_forgotten_on_demand(reader: Reader, portal: Portal):
    reader.go(f"/articles/{portal.article('کرملین')}/")
    page = reader.go("/saved/")
    page.get_by_role("button", name="پاک کردن نشان خوانده‌ها").click()
    expect(page.locator("[data-read-marks]")).to_be_hidden()
    assert marked(reader.go("/search/?q=کرملین")) == []


def test_a_saved_article_is_listed_and_read_without_a_network(reader: Reader, portal: Portal):
    path = f"/articles/{portal.article('کرملین')}/"
    page = reader.go(path)
    title = page.get_by_role("heading", level=1).inner_text()
    page.locator("[data-save]").click()
    expect(page.locator("[data-save]")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("[data-save][data-offline]")).to_be_visible()
    page.wait_for_function("async () => (await navigator.serviceWorker.ready).active.state === 'activated'")
    reader.context.set_offline(True)
    page.goto(portal.address + "/saved/")
    page.locator("[data-kept=saved] a").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    page.wait_for_function("[...document.fonts].some(({family, status}) => family === 'Read' && status === 'loaded')")
    reader.context.set_offline(False)
    page.locator("[data-save]").click()
    expect(reader.go("/saved/").locator("[data-kept=saved] a")).to_have_count(0)


def test_the_last_searches_lead_back(reader: Reader):
    reader.go("/search/?q=باران&sort=newest")
    page = reader.go("/saved/")
    page.locator("[data-kept=searches] a").click()
    expect(page.locator("input[name=q]").first).to_have_value("باران")
    assert "sort=newest" in page.url


def test_size_and_width_of_type_stay(reader: Reader, portal: Portal):
    path = f"/articles/{portal.article('کرملین')}/"
    page = reader.go(path)
    size = "getComputedStyle(document.querySelector('.story-body p')).fontSize"
    before = page.evaluate(size)
    page.locator("details.display summary").click()
    page.locator("[data-type-size='1']").click()
    larger = page.evaluate(size)
    assert float(larger[:-2]) > float(before[:-2])
    assert reader.go(path).evaluate(size) == larger
