"""Nothing on a page moves while it comes, whenever its typefaces come."""

from __future__ import annotations

import pytest
from playwright.sync_api import TimeoutError as TookTooLong

from tests.browser.conftest import DESKTOP, PHONE, Meet, Portal
from tests.browser.pages import PAGES

pytestmark = pytest.mark.browser

# Milliseconds until an answer and bytes a second: typefaces come before the first drawing, about then, and long after.
LINES = {"at once": None, "fibre": (20, 3_000_000), "good 4G": (80, 600_000), "slow 4G": (150, 200_000)}
WATCH = """
window.shifts = [];
new PerformanceObserver(list => {
    for (const entry of list.getEntries()) {
        const moved = entry.sources.map(source => (source.node?.parentElement ?? source.node)?.outerHTML.slice(0, 120));
        window.shifts.push(`${entry.value} at ${entry.startTime}: ${moved}`);
    }
}).observe({type: "layout-shift", buffered: true});
"""


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize(
    ("name", "ui"),
    [("home", "fa"), ("home", "en"), ("article", "fa"), ("search", "ar"), ("person", "en"), ("archive", "fa")],
)
def test_nothing_moves_while_a_page_comes(
    meet: Meet, portal: Portal, name: str, ui: str, viewport: dict[str, int], line: str
):
    reader = meet(ui=ui, viewport=viewport)
    reader.context.set_default_timeout(60_000)  # a slow line on a busy machine
    reader.page.add_init_script(WATCH)
    session = reader.context.new_cdp_session(reader.page)
    if told := LINES[line]:
        latency, speed = told
        limits = {"offline": False, "latency": latency, "downloadThroughput": speed, "uploadThroughput": speed}
        session.send("Network.emulateNetworkConditions", limits)
    path = PAGES[name].format(article=portal.article("کرملین"))
    try:
        page = reader.go(path)
    except TookTooLong:  # once in some hundred pages Chromium's slowed line keeps back answers that have come, for ever
        page = reader.go(path)
    page.evaluate("document.fonts.ready.then(() => null)")
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))")
    assert page.evaluate("window.shifts") == []
