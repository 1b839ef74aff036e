"""What `make run` starts: an honest server, and two processes that live and die together."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import pytest

from tests.browser.conftest import Portal, free_port, serving, wait_until_ready

pytestmark = pytest.mark.browser


def status_of(portal: Portal, target: bytes) -> int:
    """The status of a request whose line is sent byte by byte as given."""
    host = urlsplit(portal.address).netloc
    with socket.create_connection(host.split(":"), timeout=20) as connection:
        connection.sendall(b"GET " + target + b" HTTP/1.1\r\nHost: " + host.encode() + b"\r\nConnection: close\r\n\r\n")
        return int(connection.recv(4096).split(b" ", 2)[1])


def test_an_address_is_understood_as_people_paste_it(portal: Portal):
    assert status_of(portal, "/search/?q=پوتین".encode()) == 200
    assert status_of(portal, b"/search/?q=%D9%BE%D9%88%D8%AA%DB%8C%D9%86") == 200


@pytest.mark.parametrize("target", [b"/search/?q=a\tb", b"/search/?q=a\x00b", b"/sea rch/", b"/search/?q=a\x7f"])
def test_an_address_that_could_cut_a_request_in_two_is_refused(portal: Portal, target: bytes):
    assert status_of(portal, target) == 400


def answer_of(portal: Portal, path: str, timeout: float = 20) -> tuple[dict[str, str], str]:
    """Headers, their names in small letters, and body."""
    connection = HTTPConnection(urlsplit(portal.address).netloc, timeout=timeout)
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    return {name.lower(): value for name, value in answer.getheaders()}, body


def test_pages_forbid_foreign_content(portal: Portal):
    headers, _ = answer_of(portal, "/")
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-frame-options"] == "DENY"
    assert headers["x-content-type-options"] == "nosniff"


def test_a_foreign_host_name_is_refused(portal: Portal):
    connection = HTTPConnection(urlsplit(portal.address).netloc, timeout=20)
    connection.request("GET", "/", headers={"Host": "evil.example"})
    assert connection.getresponse().status == 400
    connection.close()


def test_a_connection_ends_with_a_page_and_stays_for_files(portal: Portal):
    headers, page = answer_of(portal, "/")
    assert headers["connection"] == "close"
    script = re.search(r'src="(/static/[^"]+)"', page)
    assert script is not None
    assert answer_of(portal, script[1])[0]["connection"] == "keep-alive"


@pytest.mark.skipif(not hasattr(socket, "TCP_DEFER_ACCEPT"), reason="this system takes connections before they ask")
def test_connections_that_ask_nothing_keep_nobody_waiting(portal: Portal):
    host = tuple(urlsplit(portal.address).netloc.split(":"))
    with ExitStack() as stack:
        for _ in range(16):  # twice as many as there are threads
            stack.enter_context(socket.create_connection(host, timeout=20))
        _, word = answer_of(portal, "/healthz", timeout=3)
        assert word


def test_clients_that_do_not_hang_up_keep_nobody_waiting(portal: Portal):
    host = urlsplit(portal.address).netloc
    with ExitStack() as stack:
        for _ in range(8):
            client = stack.enter_context(socket.create_connection(tuple(host.split(":")), timeout=20))
            client.sendall(b"GET /healthz HTTP/1.1\r\nHost: " + host.encode() + b"\r\n\r\n")
            assert client.recv(4096).startswith(b"HTTP/1.1 200")
        _, word = answer_of(portal, "/healthz", timeout=3)
        assert word


@contextmanager
def second_portal(portal: Portal, folder: Path) -> Iterator[tuple[subprocess.Popen[bytes], Path]]:
    """Another portal on a copy of the first one's data, so that everything is prepared."""
    data_dir = folder / "data"
    shutil.copytree(portal.data_dir, data_dir)
    log = folder / "log"
    port = free_port()
    with serving(data_dir, port, log) as process:
        wait_until_ready(f"http://127.0.0.1:{port}", process, log)
        yield process, log


def children(process: subprocess.Popen[bytes]) -> dict[str, psutil.Process]:
    """The web server and the worker that bin/serve has started."""
    found = {}
    for child in psutil.Process(process.pid).children():
        line = " ".join(child.cmdline())
        found["web" if "gunicorn" in line else "worker"] = child
    return found


@pytest.mark.parametrize(("victim", "other", "name"), [("worker", "web", "worker"), ("web", "worker", "web server")])
def test_when_one_dies_the_other_is_stopped_with_a_word(
    portal: Portal, tmp_path: Path, victim: str, other: str, name: str
):
    with second_portal(portal, tmp_path) as (process, log):
        running = children(process)
        running[victim].kill()
        assert process.wait(timeout=20) == 1
        assert f"The {name} ended by itself" in log.read_text(encoding="utf-8")
        assert not running[other].is_running()


@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGINT], ids=["SIGTERM", "Ctrl-C"])
def test_both_stop_when_asked(portal: Portal, tmp_path: Path, by: signal.Signals):
    with second_portal(portal, tmp_path) as (process, log):
        running = children(process)
        if by == signal.SIGINT:
            os.killpg(process.pid, by)  # a terminal sends it to all
        else:
            process.send_signal(by)
        assert process.wait(timeout=20) == 0
        assert not any(child.is_running() for child in running.values())
        assert "Traceback" not in log.read_text(encoding="utf-8")


def test_a_port_in_use_is_told_before_anything_starts(portal: Portal, tmp_path: Path):
    log = tmp_path / "log"
    start = time.monotonic()
    with serving(tmp_path / "data", int(urlsplit(portal.address).port or 0), log) as process:
        assert process.wait(timeout=20) != 0
    assert "is in use" in log.read_text(encoding="utf-8")
    assert not (tmp_path / "data" / "newsportal.sqlite3").exists(), f"after {time.monotonic() - start:.1f} s"
