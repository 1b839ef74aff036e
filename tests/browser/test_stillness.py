"""Nothing on a page moves while it comes, whenever its typefaces come and wherever it is drawn half."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import TimeoutError as TookTooLong

from tests.browser.conftest import DESKTOP, PHONE, Meet, Portal, Reader
from tests.browser.pages import PAGES, STATUS

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
DRAWN = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))"
WATCH = """
window.shifts = [];
window.noteShifts = (entries, when) => {
    for (const entry of entries) {
        const moved = entry.sources.map(source => (source.node?.parentElement ?? source.node)?.outerHTML.slice(0, 120));
        shifts.push(`${entry.value} ${when ?? `at ${entry.startTime}`}: ${moved}`);
    }
};
new PerformanceObserver(list => noteShifts(list.getEntries())).observe({type: "layout-shift", buffered: true});
"""
COME_IN_PARTS = """
async parts => {
    const drawn = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    document.open();
    document.write(parts.shift());
    await new Promise(done => document.querySelector("[rel=stylesheet]").addEventListener("load", done));
    await Promise.allSettled([...document.fonts].map(face => face.load()));
    const observer = new PerformanceObserver(() => null);
    observer.observe({type: "layout-shift"});
    while (parts.length) {
        const full = document.documentElement.scrollHeight > 1.3 * innerHeight;
        const part = full ? parts.splice(0).join("") : parts.shift();
        document.write(part);
        await drawn();
        noteShifts(observer.takeRecords(), `with ${part.slice(0, 60)}`);
    }
    document.close();
}
"""
WAITING = """
[...document.body.querySelectorAll("*")]
    .filter(element => getComputedStyle(element).visibility === "hidden" && !element.closest("[hidden]"))
    .map(element => element.outerHTML.slice(0, 120))
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
    for attempt in range(1, ATTEMPTS + 1):
        reader = meet(ui=ui, viewport=viewport)
        try:
            come(reader, address, limits)
            break
        except TookTooLong:
            if attempt == ATTEMPTS:
                raise
    assert shifts_of(reader) == []


def come(reader: Reader, address: str, limits: dict[str, object]) -> None:
    """Opens a page over such a line, watched from its beginning."""
    reader.context.set_default_timeout(20_000)  # a slow line on a busy machine
    reader.page.add_init_script(WATCH)
    reader.context.new_cdp_session(reader.page).send("Network.emulateNetworkConditions", limits)
    reader.go(address)


def shifts_of(reader: Reader) -> list[str]:
    """What has moved on a page that is there: how far, as the browser scores layout shifts, when, and what."""
    reader.page.evaluate("document.fonts.ready.then(() => null)")
    reader.page.evaluate(DRAWN)
    return list(reader.page.evaluate("window.shifts"))


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize(
    ("name", "ui"),
    [("home", "fa"), ("article", "en"), ("search without words", "ar"), ("person", "fa"), ("archive", "en")],
)
def test_nothing_moves_wherever_a_page_is_drawn_half(
    meet: Meet, portal: Portal, name: str, ui: str, viewport: dict[str, int]
):
    reader = meet(ui=ui, viewport=viewport)
    page = reader.context.request.get(portal.address + PAGES[name].format(article=portal.article("کرملین")))
    reader.page.add_init_script(WATCH)
    reader.go("/robots.txt")  # any answer of the portal's that has no scripts
    reader.page.evaluate(COME_IN_PARTS, parts_of(page.text()))
    assert shifts_of(reader) == []


def parts_of(html: str) -> list[str]:
    """A page as its head, then whatever comes with each element that begins and each text."""
    body = html.index("<body")
    return [html[:body], *re.split(r"(?=<[a-z])|(?<=>)(?=\s*[^\s<])", html[body:])]


def test_what_waits_until_it_is_whole_is_shown_then(reader: Reader, portal: Portal):
    article = portal.article("کرملین")
    for name, address in PAGES.items():
        page = reader.go(address.format(article=article), STATUS.get(name, 200))
        assert page.evaluate(WAITING) == [], name
