"""How soon an imported article is found: from the end of `import_articles` to the API's answer.

    DATA_DIR=/path/to/a/copy python -m bench.freshness         # imports 20 articles there, one after the other

Web server and worker run as deployed; the API is asked every 20 milliseconds.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from pathlib import Path

import numpy as np

from bench.soak.portal import fetch, manage, serving, start

NOT_FOUND = 60.0


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench.freshness", description=__doc__)
    parser.add_argument("--articles", type=int, default=20)
    count = parser.parse_args().articles
    os.environ["API_RATE"] = ""
    worker = start("worker")
    try:
        with tempfile.TemporaryDirectory() as folder, serving() as address:
            found(address, Path(folder), 0)  # the first waits for both to load what they load once
            spent = [found(address, Path(folder), number) for number in range(1, count + 1)]
    finally:
        worker.terminate()
        worker.wait()
    middle, late = np.percentile(spent, (50, 95))
    print(f"{count} articles, each found after p50 {middle:.2f}, p95 {late:.2f}, at most {max(spent):.2f} s")


def found(address: str, folder: Path, number: int) -> float:
    """Seconds from the end of the import until the API has the article."""
    word = f"fresh{time.time_ns()}x"
    path = folder / "one.jsonl"
    record = {"id": word, "title": f"Article number {number}", "body": f"A word that nobody else has: {word}."}
    path.write_text(json.dumps({**record, "source": "freshness", "lang": "en"}), encoding="utf-8")
    manage("import_articles", str(path))
    began = time.monotonic()
    while time.monotonic() < began + NOT_FOUND:
        status, text = fetch(f"{address}/api/v1/search?q={word}")
        if status == 200 and json.loads(text)["total"] == 1:
            return time.monotonic() - began
        time.sleep(0.02)
    raise SystemExit(f"{word} was not found within {NOT_FOUND:.0f} s")


if __name__ == "__main__":
    main()
