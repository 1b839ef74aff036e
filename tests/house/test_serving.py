"""A gunicorn process that takes real connections; a test says when what they ask for is drawn."""

from __future__ import annotations

import selectors
import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from gunicorn.config import Config
from gunicorn.glogging import Logger
from gunicorn.workers.gthread import TConn

from newsportal import serving


class Process(serving.Worker):
    """Draws until `drawn` is set, and ends every connection then."""

    def __init__(self, stack: ExitStack, processes: int) -> None:
        settings = Config()
        settings.set("workers", processes)
        settings.set("threads", 4)
        self.listener = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
        super().__init__(1, 1, [self.listener], None, 30, settings, Logger(settings))
        self.tpool = stack.enter_context(self.get_thread_pool())
        self.drawn = threading.Event()
        stack.callback(self.drawn.set)
        self.poller = stack.enter_context(selectors.DefaultSelector())
        self.method_queue.init()
        stack.callback(self.method_queue.close)
        self.poller.register(self.method_queue.fileno(), selectors.EVENT_READ, self.method_queue.run_callbacks)

    def handle(self, conn: TConn) -> bool:
        self.drawn.wait(10)
        return False

    def turns(self, number: int) -> int:
        """Turns of the loop that gunicorn's main thread runs; how many connections the process has then."""
        for _ in range(number):
            self.set_accept_enabled(True)
            self.wait_for_and_dispatch_events(0.02)
            self.murder_pending()
        return int(self.nr_conns)

    def turns_until(self, connections: int) -> bool:
        """Whether the process comes to have so many connections."""
        return any(self.turns(1) == connections for _ in range(250))


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as opened:
        yield opened


def asking(stack: ExitStack, process: Process, clients: int) -> list[socket.socket]:
    address = process.listener.getsockname()
    return [stack.enter_context(socket.create_connection(address, timeout=10)) for _ in range(clients)]


def test_a_process_that_draws_leaves_connections_to_others(stack: ExitStack, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(serving, "BUSY", 60)
    process = Process(stack, processes=2)
    asking(stack, process, 3)
    assert process.turns_until(1)
    assert process.turns(5) == 1


def test_a_page_that_takes_long_does_not_keep_a_process_from_others(stack: ExitStack, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(serving, "BUSY", 0.05)
    process = Process(stack, processes=2)
    asking(stack, process, 3)
    assert process.turns_until(3)


def test_the_only_process_leaves_nothing_to_others(stack: ExitStack, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(serving, "BUSY", 60)
    process = Process(stack, processes=1)
    asking(stack, process, 3)
    assert process.turns_until(3)


def test_what_is_drawn_lets_the_next_in(stack: ExitStack, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(serving, "BUSY", 60)
    process = Process(stack, processes=2)
    process.drawn.set()
    clients = asking(stack, process, 3)
    assert process.turns_until(3)
    process.turns(5)
    assert [client.recv(1) for client in clients] == [b""] * 3


def test_a_connection_is_closed_when_its_client_has_closed_it(stack: ExitStack):
    process = Process(stack, processes=2)
    process.drawn.set()
    (client,) = asking(stack, process, 1)
    assert process.turns_until(1)
    client.sendall(b"more than was asked for")
    assert process.turns(5) == 1
    assert client.recv(1) == b""
    client.close()
    assert process.turns_until(0)
    assert not process.pending_conns


def test_a_client_that_never_hangs_up_is_hung_up_on(stack: ExitStack):
    process = Process(stack, processes=2)
    process.cfg.set("keepalive", 1)
    process.drawn.set()
    asking(stack, process, 1)
    assert process.turns_until(1)
    assert process.turns_until(0)
    assert not process.pending_conns


def test_a_client_that_has_gone_leaves_nothing_behind(stack: ExitStack):
    process = Process(stack, processes=2)
    (client,) = asking(stack, process, 1)
    assert process.turns_until(1)
    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")  # closing resets
    client.close()
    process.drawn.set()
    assert process.turns_until(0)
