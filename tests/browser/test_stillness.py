"""Nothing on a page moves while it comes, whenever its typefaces come."""

from __future__ import annotations

import pytest
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
"""Once in some hundred pages Chromium keeps back answers that have come, for as long as a line is slowed."""
OF_A_WORD = 0.001
"""Words of one row by a few pixels: what is drawn in a face that comes a moment late, but not each time."""
DRAWN = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))"
WATCH = """
window.shifts = [];
new PerformanceObserver(list => {
    for (const entry of list.getEntries()) {
        const moved = entry.sources.map(source => (source.node?.parentElement ?? source.node)?.outerHTML.slice(0, 120));
        window.shifts.push([entry.value, `at ${entry.startTime}: ${moved}`]);
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
    shifts = []
    for _ in range(ATTEMPTS):
        shifts = shifts_of(meet(ui=ui, viewport=viewport), address, limits)
        if sum(value for value, _ in shifts) >= OF_A_WORD or not shifts:
            break
    assert shifts == []


def shifts_of(reader: Reader, address: str, limits: dict[str, object]) -> list[tuple[float, str]]:
    """How far what moved while the page came over such a line, as the browser scores layout shifts."""
    reader.context.set_default_timeout(20_000)  # a slow line on a busy machine
    reader.page.add_init_script(WATCH)
    reader.context.new_cdp_session(reader.page).send("Network.emulateNetworkConditions", limits)
    try:
        reader.go(address)
    except TookTooLong:
        return [(0.0, "the browser kept back what had come")]
    reader.page.evaluate("document.fonts.ready.then(() => null)")
    reader.page.evaluate(DRAWN)
    return [(value, moved) for value, moved in reader.page.evaluate("window.shifts")]
