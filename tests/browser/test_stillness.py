"""Nothing on a page moves while it comes, whenever its typefaces come."""

from __future__ import annotations

from contextlib import suppress

import pytest
from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as TookTooLong

from tests.browser.conftest import DESKTOP, PHONE, Meet, Portal, Reader
from tests.browser.pages import PAGES

pytestmark = pytest.mark.browser


def line(latency: int, speed: int) -> dict[str, object]:
    """A line with so many milliseconds until an answer and bytes a second, -1 for any number."""
    return {"offline": False, "latency": latency, "downloadThroughput": speed, "uploadThroughput": speed}


# Typefaces come before the first drawing, about then, and long after.
LINES = {
    "at once": line(0, -1),
    "fibre": line(20, 3_000_000),
    "good 4G": line(80, 600_000),
    "slow 4G": line(150, 200_000),
}
ATTEMPTS = 3
WATCH = """
window.shifts = [];
new PerformanceObserver(list => {
    for (const entry of list.getEntries()) {
        const moved = entry.sources.map(source => (source.node?.parentElement ?? source.node)?.outerHTML.slice(0, 120));
        window.shifts.push(`${entry.value} at ${entry.startTime}: ${moved}`);
    }
}).observe({type: "layout-shift", buffered: true});
"""


@pytest.mark.parametrize("limits", LINES.values(), ids=LINES)
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize(
    ("name", "ui"),
    [("home", "fa"), ("home", "en"), ("article", "fa"), ("search", "ar"), ("person", "en"), ("archive", "fa")],
)
def test_nothing_moves_while_a_page_comes(
    meet: Meet, portal: Portal, name: str, ui: str, viewport: dict[str, int], limits: dict[str, object]
):
    address = PAGES[name].format(article=portal.article("کرملین"))
    comings = (come(meet(ui=ui, viewport=viewport), address, limits) for _ in range(ATTEMPTS))
    page = next(filter(None, comings), None)
    assert page is not None, f"came at none of {ATTEMPTS} attempts"
    page.evaluate("document.fonts.ready.then(() => null)")
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))")
    assert page.evaluate("window.shifts") == []


def come(reader: Reader, address: str, limits: dict[str, object]) -> Page | None:
    """The page once it has come over such a line; None where the browser kept back answers that had come, as Chromium
    does once in some hundred pages for as long as a line is slowed."""
    reader.context.set_default_timeout(20_000)  # a slow line on a busy machine
    reader.page.add_init_script(WATCH)
    reader.context.new_cdp_session(reader.page).send("Network.emulateNetworkConditions", limits)
    with suppress(TookTooLong):
        reader.go(address)
        return reader.page
    return None
