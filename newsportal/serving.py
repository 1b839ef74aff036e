"""How a gunicorn process takes and ends connections: the free process answers, and no client that is slow to hang up
keeps others waiting.

gunicorn's threaded worker takes connections for as long as it has any left, so that one process draws two pages while
the other has nothing to do; and its main thread, which takes them, itself waits up to two seconds until the client of
an ended connection has closed its side (RFC 9112, section 9.6), during which the process takes none.
"""

from __future__ import annotations

import socket
import ssl
import time
from concurrent.futures import Future
from functools import partial
from selectors import EVENT_READ
from typing import Any

from gunicorn.workers.gthread import TConn, ThreadWorker

BUSY = 0.25
"""Seconds for which a request keeps a process from taking others: a page that takes longer may be waiting itself."""


class Worker(ThreadWorker):
    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._begun: dict[TConn, float] = {}

    def _is_busy(self) -> bool:
        """Whether a process that is free had better take the next connection."""
        return self.cfg.workers > 1 and any(begun > time.monotonic() - BUSY for begun in self._begun.values())

    def set_accept_enabled(self, enabled: bool) -> None:
        super().set_accept_enabled(enabled and not (self.alive and self._is_busy()))

    def enqueue_req(self, conn: TConn) -> None:
        self._begun[conn] = time.monotonic()
        super().enqueue_req(conn)
        self.set_accept_enabled(self._accepting)

    def wait_for_and_dispatch_events(self, timeout: float) -> None:
        super().wait_for_and_dispatch_events(min(timeout, BUSY) if self._begun else timeout)

    def finish_request(self, conn: TConn, fs: Future[object]) -> None:
        del self._begun[conn]
        if fs.cancelled() or fs.exception() or fs.result() is not False:
            super().finish_request(conn, fs)
        else:
            self._hang_up(conn)

    def _hang_up(self, conn: TConn) -> None:
        """Says that nothing follows, and closes when the client has, or has had its time."""
        try:
            conn.sock.shutdown(socket.SHUT_WR)
            conn.sock.setblocking(False)
            self.poller.register(conn.sock, EVENT_READ, partial(self._drain, conn))
        except (OSError, ValueError):  # it is closed already
            self._close(conn)
        else:
            conn.timeout = time.monotonic() + self.cfg.keepalive
            self.pending_conns.append(conn)

    def _drain(self, conn: TConn, client: socket.socket) -> None:
        """What still comes is read: closing on it would take the end of the answer from the client."""
        try:
            if client.recv(4096):
                return
        except (BlockingIOError, ssl.SSLWantReadError):
            return
        except OSError:
            pass
        self.poller.unregister(client)
        self.pending_conns.remove(conn)
        self._close(conn)

    def _close(self, conn: TConn) -> None:
        self.nr_conns -= 1
        conn.close()
