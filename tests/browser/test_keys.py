"""Single keys, meant by their place on the board whatever the layout, and the switch that turns them off."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Meet, Portal, Reader

pytestmark = pytest.mark.browser

# What a Persian keyboard (ISIRI 9147) types with the keys of these places.
PERSIAN = {"KeyJ": "ت", "KeyK": "ن", "KeyO": "خ", "KeyN": "د", "KeyP": "ح", "Slash": "/"}
LATIN = {place: place[-1].lower() for place in PERSIAN} | {"Slash": "/"}
LAYOUTS = pytest.mark.parametrize("layout", [LATIN, PERSIAN], ids=["Latin layout", "Persian layout"])


def press(page: Page, place: str, layout: dict[str, str]) -> None:
    page.evaluate(
        """([code, key]) => document.activeElement.dispatchEvent(
            new KeyboardEvent('keydown', {code, key, bubbles: true, cancelable: true}))""",
        [place, layout[place]],
    )


def focused(page: Page) -> str | None:
    found: str | None = page.evaluate("document.activeElement.closest('[data-article]')?.dataset.article ?? null")
    return found


@LAYOUTS
def test_j_and_k_walk_through_the_titles_and_o_opens_one(reader: Reader, layout: dict[str, str]):
    page = reader.go("/search/?q=سوریه")
    titles = page.locator("[data-open]")
    first, second = (titles.nth(place).evaluate("link => link.closest('li').dataset.article") for place in (0, 1))
    press(page, "KeyJ", layout)
    assert focused(page) == first
    press(page, "KeyJ", layout)
    assert focused(page) == second
    press(page, "KeyK", layout)
    assert focused(page) == first
    press(page, "KeyO", layout)
    expect(page.locator("[data-story]")).to_have_attribute("data-story", str(first))


@LAYOUTS
def test_n_and_p_turn_pages(reader: Reader, layout: dict[str, str]):
    page = reader.go("/search/")
    press(page, "KeyN", layout)
    expect(page.locator(".pager [aria-current]")).to_have_text("۲")
    press(page, "KeyP", layout)
    expect(page.locator(".pager [aria-current]")).to_have_text("۱")


@LAYOUTS
def test_slash_leads_to_the_search_box_where_keys_are_letters_again(reader: Reader, layout: dict[str, str]):
    page = reader.go("/")
    press(page, "Slash", layout)
    expect(page.locator("input[data-suggest]")).to_be_focused()
    press(page, "KeyJ", layout)
    expect(page.locator("input[data-suggest]")).to_be_focused()


def test_the_help_says_what_keys_do_and_turns_them_off(meet: Meet):
    page = meet(ui="en").go("/")
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keyboard")
    expect(dialog).to_be_visible()
    dialog.get_by_role("checkbox").uncheck()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    page.locator("body").press("j")
    assert focused(page) is None
    page.reload()
    page.locator("body").press("j")
    assert focused(page) is None, "the choice stays"


def test_a_card_tells_who_is_named_when_the_keyboard_comes_to_a_name(reader: Reader, portal: Portal):
    page = reader.go(f"/articles/{portal.article('کرملین')}/")
    name = page.locator("a[data-person='vladimir-putin']").first
    page.locator(".story-tools button:visible").first.focus()
    while not name.evaluate("link => link === document.activeElement"):
        page.keyboard.press("Tab")
    card = page.get_by_role("tooltip")
    expect(card).to_contain_text("پوتین")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    name.hover()
    expect(card).to_be_visible()
