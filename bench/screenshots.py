"""Pictures of every page of the running portal, in three languages, two widths and two themes, to be looked at.

    make run            # in one terminal
    make screenshots    # in another: writes screenshots/ under DATA_DIR, and an index.html that shows them side by side

`python -m bench.screenshots --only article,search --ui fa --theme light` makes a part of them; with `--width desk
--highest 860 --output docs/img` the first screen alone, as the documentation shows it.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Iterator
from html import escape
from itertools import product
from pathlib import Path
from urllib.parse import quote
from urllib.request import urlopen

from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import chromium
from tests.browser.pages import PAGES

WIDTHS = {"desk": {"width": 1280, "height": 860}, "phone": {"width": 375, "height": 812}}


def choices() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("address", nargs="?", default=f"http://127.0.0.1:{os.environ.get('PORT') or '8000'}")
    parser.add_argument("--output", type=Path, default=Path(os.environ.get("DATA_DIR") or "var") / "screenshots")
    parser.add_argument("--only", type=lambda text: text.split(","), default=list(PAGES))
    parser.add_argument("--ui", type=lambda text: text.split(","), default=["fa", "ar", "en"])
    parser.add_argument("--theme", type=lambda text: text.split(","), default=["light", "dark"])
    parser.add_argument("--width", type=lambda text: text.split(","), default=list(WIDTHS))
    parser.add_argument("--highest", type=int, default=2400, help="pixels of a long page that are worth looking at")
    return parser.parse_args()


def shoot(browser: Browser, chosen: argparse.Namespace) -> Iterator[tuple[str, Path]]:
    """Name of the page and file of each picture."""
    with urlopen(f"{chosen.address}/api/v1/search?q={quote('کرملین')}") as answer:  # noqa: S310  (a portal's address)
        article = json.load(answer)["results"][0]["id"]
    for ui, theme, width in product(chosen.ui, chosen.theme, chosen.width):
        context = browser.new_context(viewport=WIDTHS[width], locale=ui, timezone_id="Asia/Tehran")
        names = {"django_language": ui, "theme": theme}
        context.add_cookies([{"name": name, "value": names[name], "url": chosen.address} for name in names])
        page = context.new_page()
        for name in chosen.only:
            page.goto(chosen.address + PAGES[name].format(article=article))
            page.evaluate("document.fonts.ready")
            height = min(page.evaluate("document.documentElement.scrollHeight"), chosen.highest)
            file = chosen.output / f"{name.replace(' ', '-')}.{ui}.{theme}.{width}.png"
            clip = {"x": 0, "y": 0, "width": WIDTHS[width]["width"], "height": max(height, WIDTHS[width]["height"])}
            page.screenshot(path=file, clip=clip, full_page=True)
            yield name, file
        context.close()


def main() -> None:
    chosen = choices()
    chosen.output.mkdir(parents=True, exist_ok=True)
    shown: dict[str, list[str]] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for name, file in shoot(browser, chosen):
            shown.setdefault(name, []).append(f'<img src="{escape(file.name)}" alt="{escape(file.name)}" width="480">')
        browser.close()
    page = "".join(f"<h2>{escape(name)}</h2>{''.join(images)}" for name, images in shown.items())
    (chosen.output / "index.html").write_text(f"<!doctype html><meta charset=utf-8>{page}", encoding="utf-8")
    print(f"{sum(map(len, shown.values()))} pictures: {chosen.output / 'index.html'}")


if __name__ == "__main__":
    main()
