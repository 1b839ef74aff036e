"""Nothing is lost on a narrow screen, at a zoom of 200 %, or with letters twice as large (WCAG 2.2: 1.4.4, 1.4.10)."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Meet, Portal
from tests.browser.pages import PAGES, STATUS

pytestmark = pytest.mark.browser

# Width in CSS pixels and size of letters in per cent: a browser's zoom of 200 % makes 640 of 1280.
WAYS = {"narrow": (320, 100), "zoomed": (640, 100), "large letters": (1280, 200), "large letters, narrow": (640, 200)}
LOST = """() => {
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    const lost = wide > 0 ? [`the page is ${wide} pixels too wide`] : [];
    const shown = element => element.checkVisibility({visibilityProperty: true, opacityProperty: true})
        && !element.closest('.visually-hidden, .skip, [aria-hidden=true]');
    const name = element => element.outerHTML.slice(0, 100);
    const scrolls = element => { for (let it = element; it; it = it.parentElement)
        if (['auto', 'scroll'].includes(getComputedStyle(it).overflowX) && it !== document.documentElement) return true;
        return false; };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const holder = text.parentElement;
        if (!text.data.trim() || !shown(holder) || scrolls(holder)) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        for (const box of range.getClientRects()) {
            if (box.width < 2) continue;
            if (box.left < -1 || box.right > innerWidth + 1) lost.push(`outside the page: ${name(holder)}`);
            for (let it = holder; it !== document.body; it = it.parentElement) {
                const {overflowX} = getComputedStyle(it), room = it.getBoundingClientRect();
                if (overflowX !== 'visible' && (box.left < room.left - 1 || box.right > room.right + 1))
                    lost.push(`cut: ${name(holder)}`);
            }
        }
    }
    for (const field of document.querySelectorAll('input[type=text], input:not([type])'))
        if (shown(field) && field.scrollWidth > field.clientWidth + 1) lost.push(`cut: ${name(field)}`);
    for (const control of document.querySelectorAll('a[href], button, input:not([type=hidden]), summary')) {
        if (!shown(control)) continue;
        control.scrollIntoView({block: 'center', behavior: 'instant'});
        const box = control.getClientRects()[0];
        if (!box || !box.width) continue;
        const there = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        if (there && !control.contains(there) && !there.contains(control) && !there.closest('label')?.contains(control))
            lost.push(`covered: ${name(control)} by ${name(there)}`);
    }
    return [...new Set(lost)];
}"""


@pytest.mark.parametrize(("name", "ui"), [(name, ui) for name in PAGES for ui in ("fa", "ar", "en")])
def test_nothing_is_lost_when_a_page_is_enlarged(meet: Meet, portal: Portal, name: str, ui: str):
    page = meet(ui=ui).go(PAGES[name].format(article=portal.article("کرملین")), expect=STATUS.get(name, 200))
    lost = {}
    for way, (width, letters) in WAYS.items():
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate("size => document.documentElement.style.setProperty('font-size', size)", f"{letters}%")
        if found := page.evaluate(LOST):
            lost[way] = found
    assert lost == {}
