"""Which browser the browser tests drive; as a program it exits 0 where there is one."""

import os
import shutil
import sys
from pathlib import Path

# The shell draws the same pages without windows around them, which cost a full browser half of its time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PLAYWRIGHTS = {"chrome", "headless_shell", "chrome-headless-shell"}


def chromium() -> str | None:
    """The path in CHROMIUM, else the system's Chromium, else the one that Playwright has fetched, else None."""
    if named := os.environ.get("CHROMIUM"):
        return shutil.which(named)
    for name in NAMES:
        if found := shutil.which(name):
            return found
    fetched = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache" / "ms-playwright")
    files = sorted(fetched.glob("chromium*/chrome*/*"), reverse=True)
    return next((str(file) for file in files if file.name in PLAYWRIGHTS and os.access(file, os.X_OK)), None)


if __name__ == "__main__":
    sys.exit(chromium() is None)
