"""A real portal with the sample articles, started as `make run` starts it, and a browser that watches what pages do."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.parse import quote, urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.chromium import chromium

ROOT = Path(__file__).resolve().parents[2]
START = 300  # seconds that a first start may take on a slow machine
DESKTOP = {"width": 1280, "height": 860}
PHONE = {"width": 390, "height": 844}
SETTINGS = ("DATABASE_URL", "SEARCH_URL", "DEBUG", "HTTPS", "SECRET_KEY", "ALLOWED_HOSTS", "SITE_NAME", "LANGUAGE_CODE")


@dataclass(frozen=True)
class Portal:
    """A running portal."""

    address: str
    data_dir: Path

    def ask(self, path: str) -> dict[str, object]:
        """A JSON answer."""
        with urlopen(self.address + quote(path, safe="/?&=%"), timeout=20) as answer:  # noqa: S310
            found: dict[str, object] = json.load(answer)
            return found

    def article(self, query: str) -> int:
        """The id of the best answer to `query`."""
        found = self.ask(f"/api/v1/search?q={query}")["results"]
        assert found, f"the samples hold nothing about {query}"
        return int(found[0]["id"])


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_ready(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Raises with the portal's own words if it ends, or is not ready in time."""
    end = time.monotonic() + START
    while time.monotonic() < end:
        if process.poll() is not None:
            break
        try:
            with urlopen(f"{address}/readyz", timeout=5):  # noqa: S310  (our own)
                return
        except (URLError, OSError):
            time.sleep(0.3)
    process.terminate()
    raise AssertionError(f"The portal did not start:\n{log.read_text(encoding='utf-8')[-4000:]}")


def start(data_dir: Path, port: int, log: Path) -> subprocess.Popen[bytes]:
    """`bin/serve` with nothing of this process's settings."""
    environment = {name: value for name, value in os.environ.items() if name not in SETTINGS}
    environment |= {"DATA_DIR": str(data_dir), "PORT": str(port), "SAMPLES": "true", "WEB_CONCURRENCY": "1"}
    environment["ENV_FILE"] = os.devnull
    with log.open("wb") as output:
        return subprocess.Popen(
            [ROOT / "bin" / "serve"],
            cwd=ROOT,
            env=environment,
            stdout=output,
            stderr=output,
            start_new_session=True,
            preexec_fn=heed_ctrl_c,  # noqa: PLW1509
        )


def heed_ctrl_c() -> None:
    """A caller in the background ignores SIGINT and hands that on; a shell cannot trap what it was born to ignore."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def serving(data_dir: Path, port: int, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """`bin/serve`, stopped at the end."""
    process = start(data_dir, port, log)
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


@pytest.fixture(scope="session")
def portal(tmp_path_factory: pytest.TempPathFactory, lexicon: Path) -> Iterator[Portal]:
    """The portal with the sample articles, on a free port and with its own DATA_DIR, one for all test processes."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    with shared_portal(folder, lexicon) as address:
        yield Portal(address, folder / "portal")


@contextmanager
def shared_portal(folder: Path, lexicon: Path) -> Iterator[str]:
    """The address of a portal that the first process to come here starts and the last one to leave stops."""
    with (folder / "portal.lock").open("a+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        state, log = folder / "portal.json", folder / "portal.log"
        running = json.loads(state.read_text()) if state.exists() else None
        if running is None:
            shutil.copytree(lexicon, folder / "portal" / "lexicon", dirs_exist_ok=True)  # spares half a minute
            port = free_port()
            process = start(folder / "portal", port, log)
            running = {"address": f"http://127.0.0.1:{port}", "process": process.pid, "readers": 0}
            wait_until_ready(running["address"], process, log)
        state.write_text(json.dumps(running | {"readers": running["readers"] + 1}))
        fcntl.flock(lock, fcntl.LOCK_UN)
        try:
            yield str(running["address"])
        finally:
            fcntl.flock(lock, fcntl.LOCK_EX)
            running = json.loads(state.read_text())
            running["readers"] -= 1
            if running["readers"]:
                state.write_text(json.dumps(running))
            else:
                state.unlink()
                os.kill(running["process"], signal.SIGTERM)


@pytest.fixture(scope="module")  # not longer: Playwright's loop in this thread forbids Django's database to later tests
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield running
        running.close()


@dataclass
class Reader:
    """A reader at a browser of her own: language, theme and width are hers until she changes them."""

    portal: Portal
    context: BrowserContext
    page: Page
    trouble: list[str] = field(default_factory=list)

    def go(self, path: str, expect: int = 200) -> Page:
        """Opens a path of the portal and waits until it is still."""
        answer = self.page.goto(self.portal.address + path, wait_until="load")
        assert answer is not None
        assert answer.status == expect, f"{path}: {answer.status}"
        return self.page

    def watch(self) -> None:
        """Notes errors in the console (a broken content security policy is one) and requests to other hosts."""
        own = urlsplit(self.portal.address).netloc
        self.page.on("console", lambda message: self._note(message.type, message.text))
        self.page.on("pageerror", lambda error: self.trouble.append(f"script: {error}"))
        self.page.on(
            "request",
            lambda request: (
                None
                if urlsplit(request.url).netloc in {own, ""}
                else self.trouble.append(f"request to another host: {request.url}")
            ),
        )

    def _note(self, kind: str, text: str) -> None:
        # The browser itself reports every answer of 404 as an error; the test of that page asks for its status.
        if kind == "error" and "status of 404" not in text:
            self.trouble.append(f"console: {text}")


Meet = Callable[..., Reader]


@pytest.fixture
def meet(portal: Portal, browser: Browser) -> Iterator[Meet]:
    """Makes readers: `meet(ui="fa", theme="light", viewport=DESKTOP, javascript=True)`. None may have met trouble.

    One who is not `watched` may break the content security policy, as axe does, which measures with styles of its own.
    """
    readers: list[Reader] = []

    def meet_one(
        ui: str = "fa",
        theme: str = "light",
        viewport: dict[str, int] | None = None,
        javascript: bool = True,
        watched: bool = True,
    ) -> Reader:
        context = browser.new_context(
            viewport=viewport or DESKTOP,
            java_script_enabled=javascript,
            bypass_csp=not watched,
            locale=ui,
            timezone_id="Asia/Tehran",
        )
        context.set_default_timeout(10_000)
        context.add_cookies(
            [
                {"name": "django_language", "value": ui, "url": portal.address},
                {"name": "theme", "value": theme, "url": portal.address},
            ]
        )
        reader = Reader(portal, context, context.new_page())
        if watched:
            reader.watch()
        readers.append(reader)
        return reader

    yield meet_one
    for reader in readers:
        reader.context.close()
    assert not [trouble for reader in readers for trouble in reader.trouble]


@pytest.fixture
def reader(meet: Meet) -> Reader:
    """A reader of Persian at a desk, in daylight."""
    return meet()
