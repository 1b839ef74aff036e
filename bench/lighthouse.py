"""Lighthouse over the running portal: medians of five runs a page, for a phone and a desk.

    npm install --prefix /somewhere lighthouse@12
    CHROME_PATH=/usr/bin/chromium python -m bench.lighthouse --lighthouse /somewhere/node_modules/.bin/lighthouse

The portal is that of `make run`, or the address given. Lighthouse is no requirement of this project: it brings 200
packages for one measurement. Its performance figure is noise on a loaded machine; the bytes, the layout shift and the
number of elements printed beside it are not.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from statistics import median
from typing import Any
from urllib.parse import quote, urlsplit
from urllib.request import urlopen

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PRESETS = {"phone": [], "desk": ["--preset=desktop"]}
PAGES = {
    "home": "/",
    "article": "/articles/{article}/",
    "search": f"/search/?q={quote('سوریه')}",
    "person": "/people/vladimir-putin/",
    "archive": "/archive/",
}


@dataclass(frozen=True)
class Run:
    """One run: scores from 0 to 100 as CATEGORIES has them, bytes on the wire, shift, elements, other hosts asked."""

    scores: tuple[int, ...]
    size: int
    shift: float
    elements: int
    blocking: float
    foreign: int


def choices() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("address", nargs="?", default=f"http://127.0.0.1:{os.environ.get('PORT') or '8000'}")
    parser.add_argument("--lighthouse", default=shutil.which("lighthouse") or "lighthouse")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", type=lambda text: text.split(","), default=list(PAGES))
    parser.add_argument("--preset", type=lambda text: text.split(","), default=list(PRESETS))
    parser.add_argument("--ui", default="fa", help="language of the interface: fa, ar or en")
    return parser.parse_args()


def ask(chosen: argparse.Namespace, address: str, preset: str) -> Run:
    """Ends the program with Lighthouse's own words where it gives no report."""
    headers = json.dumps({"Accept-Language": chosen.ui})
    flags = ["--quiet", "--output=json", "--output-path=stdout", "--chrome-flags=--headless --no-sandbox"]
    command = [chosen.lighthouse, address, f"--extra-headers={headers}", *flags, *PRESETS[preset]]
    done = subprocess.run(command, check=False, capture_output=True)
    if done.returncode:
        raise SystemExit(f"{address}: {done.stderr.decode(errors='replace')[-600:]}")
    return run_of(json.loads(done.stdout))


def run_of(report: dict[str, Any]) -> Run:
    audits = report["audits"]
    host = urlsplit(report["finalDisplayedUrl"]).netloc
    requests = [item["url"] for item in audits["network-requests"]["details"]["items"]]
    return Run(
        scores=tuple(round(100 * report["categories"][name]["score"]) for name in CATEGORIES),
        size=int(audits["total-byte-weight"]["numericValue"]),
        shift=audits["cumulative-layout-shift"]["numericValue"],
        elements=int(audits["dom-size"]["numericValue"]),
        blocking=audits["total-blocking-time"]["numericValue"],
        foreign=sum(urlsplit(url).scheme.startswith("http") and urlsplit(url).netloc != host for url in requests),
    )


def line(page: str, preset: str, runs: list[Run]) -> str:
    scores = (f"{median(scores):>6.0f}" for scores in zip(*(run.scores for run in runs), strict=True))
    numbers = f"{median(run.size for run in runs) / 1024:>6.0f} {max(run.shift for run in runs):>7.4f}"
    times = f"{median(run.blocking for run in runs):>6.0f} {runs[0].elements:>6} {max(run.foreign for run in runs):>5}"
    return f"{page:<10}{preset:<6}{''.join(scores)} {numbers} {times}"


def main() -> None:
    chosen = choices()
    with urlopen(f"{chosen.address}/api/v1/search?q={quote('سوریه')}") as answer:  # noqa: S310  (a portal's address)
        article = json.load(answer)["results"][0]["id"]
    print("page      for     perf  a11y  best   seo     KB   shift  block  nodes hosts")
    for preset in chosen.preset:
        for page in chosen.only:
            address = chosen.address + PAGES[page].format(article=article)
            print(line(page, preset, [ask(chosen, address, preset) for _ in range(chosen.runs)]), flush=True)


if __name__ == "__main__":
    main()
