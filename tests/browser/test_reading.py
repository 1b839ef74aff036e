"""A reader comes to the first page, reads an article, and follows who is in it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, Meet, Portal, Reader

pytestmark = pytest.mark.browser


def test_the_first_page_leads_to_an_article(reader: Reader):
    page = reader.go("/")
    first = page.locator(".entry-title a").first
    title = first.inner_text()
    first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    assert "/articles/" in page.url


def test_an_article_shows_title_outlet_days_and_paragraphs(reader: Reader, portal: Portal):
    page = reader.go(f"/articles/{portal.article('شرم‌الشیخ شکننده')}/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("شرم‌الشیخ")
    story = page.locator("article.story")
    expect(story).to_have_attribute("lang", "fa")
    expect(story).to_have_attribute("dir", "rtl")
    expect(story.locator("header")).to_contain_text("روزنامهٔ بامداد")
    expect(story.locator("time").first).to_contain_text("۲۲ مهر ۱۴۰۴")
    assert story.locator(".story-body p").count() >= 4


def test_an_english_article_stands_left_to_right_in_a_persian_page(reader: Reader, portal: Portal):
    page = reader.go(f"/articles/{portal.article('Nicaea Bartholomew')}/")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    story = page.locator("article.story")
    expect(story).to_have_attribute("lang", "en")
    expect(story).to_have_attribute("dir", "ltr")
    assert story.locator("h1").evaluate("title => getComputedStyle(title).direction") == "ltr"


def test_a_person_in_an_article_leads_to_all_articles_about_her(reader: Reader, portal: Portal):
    page = reader.go(f"/articles/{portal.article('Kremlin Damascus')}/")
    page.locator("aside a[href='/people/ahmad-al-sharaa/']").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("الشرع")
    languages = set(page.locator("main [lang]").evaluate_all("found => found.map(element => element.lang)"))
    assert {"fa", "ar", "en"} <= languages, "he is told of in three languages, under names of three scripts"


def test_the_archive_leads_by_month_to_a_day(reader: Reader):
    page = reader.go("/archive/2025/10/")
    page.locator("main a[href='/archive/2025/10/15/']").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.locator(".entry-title a").count() >= 3


def test_one_day_has_the_same_articles_in_every_calendar(reader: Reader):
    found = []
    for path in ("/archive/2025/10/15/", "/archive/jalali/1404/07/23/", "/archive/hijri/1447/04/23/"):
        page = reader.go(path)
        found.append(page.locator(".entry-title a").evaluate_all("links => links.map(link => link.href)"))
    assert found[0] == found[1] == found[2] != []


def test_an_address_that_does_not_exist_helps_on(reader: Reader):
    page = reader.go("/articles/999999/", expect=404)
    expect(page.locator("main")).to_be_visible()
    expect(page.locator("input[type=search]").first).to_be_visible()


def test_the_first_screen_of_a_phone_holds_title_and_lead(meet: Meet, portal: Portal):
    page = meet(viewport=PHONE).go(f"/articles/{portal.article('شرم‌الشیخ شکننده')}/")
    title = page.get_by_role("heading", level=1).bounding_box()
    assert title is not None
    assert title["y"] + title["height"] < PHONE["height"]
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_an_article_is_printed_in_ink_on_paper_from_the_dark_theme_too(meet: Meet, portal: Portal):
    colours = """[getComputedStyle(document.querySelector('h1')).color,
        getComputedStyle(document.documentElement).backgroundColor]"""
    path = f"/articles/{portal.article('شرم‌الشیخ شکننده')}/"
    ink, _ = meet(theme="light").go(path).evaluate(colours)
    dark = meet(theme="dark").go(path)
    assert dark.evaluate(colours)[0] != ink
    dark.emulate_media(media="print")
    assert dark.evaluate(colours) == [ink, "rgba(0, 0, 0, 0)"]
