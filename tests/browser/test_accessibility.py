"""axe-core finds nothing on any page, in three languages, light and dark; and nothing is wider than a phone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import PHONE, Meet, Portal
from tests.browser.pages import PAGES, STATUS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

LOOKS = [(ui, theme) for ui in ("fa", "ar", "en") for theme in ("light", "dark")]
# The page to try the API is drawn by its own library, in English and in light colours alone.
FOREIGN = {"page to try the API": [("en", "light")]}


@pytest.fixture(scope="session")
def addresses(portal: Portal) -> dict[str, str]:
    return {name: path.format(article=portal.article("کرملین")) for name, path in PAGES.items()}


def violations(page: Page) -> list[str]:
    """What axe-core finds, as lines that say where and why."""
    found = Axe().run(page).response["violations"]
    return [f"{rule['id']}: {rule['help']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize(
    ("name", "ui", "theme"), [(name, *look) for name in PAGES for look in FOREIGN.get(name, LOOKS)]
)
def test_axe_finds_nothing(meet: Meet, addresses: dict[str, str], name: str, ui: str, theme: str):
    page = meet(ui=ui, theme=theme).go(addresses[name], expect=STATUS.get(name, 200))
    assert violations(page) == []


@pytest.mark.parametrize("name", [name for name in PAGES if name not in FOREIGN])
def test_nothing_is_wider_than_the_narrowest_phone(meet: Meet, addresses: dict[str, str], name: str):
    page = meet(viewport={"width": 320, "height": 640}).go(addresses[name], expect=STATUS.get(name, 200))
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("name", ["home", "article", "search"])
def test_axe_finds_nothing_on_a_phone(meet: Meet, addresses: dict[str, str], name: str):
    page = meet(viewport=PHONE).go(addresses[name])
    assert violations(page) == []
