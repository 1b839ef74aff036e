"""How gunicorn serves the portal; any of it can be changed on the command line or through GUNICORN_CMD_ARGS."""

import gc
import os
import re
import socket

from gunicorn.http import message

wsgi_app = "newsportal.wsgi:application"
bind = os.environ.get("BIND") or f"127.0.0.1:{os.environ.get('PORT', '8000')}"
# One process per core up to two holds one copy each of the hot postings; threads wait for SQLite, not for Python.
workers = int(os.environ.get("WEB_CONCURRENCY") or min(2, os.cpu_count() or 1))
worker_class = "newsportal.serving.Worker"
threads = 4
timeout = 60
graceful_timeout = 10
# Loading before the fork shares code and lexicon between the processes; nothing opens a database or an index on import.
preload_app = True
# Its socket lies in the home of the user, where two portals would share it; nothing here needs it.
control_socket_disable = True
# Recycling bounds what a leak in any library can cost.
max_requests = 20_000
max_requests_jitter = 2_000

# People paste addresses as browsers show them, and curl sends /search/?q=پوتین byte by byte. Servers in front pass
# that on and Django reads it; the strict form alone would answer 400. What could cut a request in two stays forbidden.
message.RFC9112_TARGET_INVALID = re.compile(r"[\x00-\x20\x7f]")


# Seconds that a connection without a request stays with the kernel: browsers open some ahead.
UNASKED = 5


def when_ready(server: object) -> None:
    """A connection is taken when its request is there, by whichever process is free then. One taken as soon as a
    browser opens it would hold a thread, and its request would wait for that process though the other is free."""
    for listener in server.LISTENERS:  # type: ignore[attr-defined]
        if listener.sock.family != socket.AF_UNIX and hasattr(socket, "TCP_DEFER_ACCEPT"):
            listener.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_DEFER_ACCEPT, UNASKED)


def pre_request(worker: object, req: message.Request) -> None:
    """A kept connection belongs to one process. Files are quick and come by the dozen; whoever asks for a page comes
    anew, and the free process answers (docs/decisions/0014)."""
    if "/static/" not in req.path:
        req.force_close()


def post_fork(server: object, worker: object) -> None:
    """Code and lexicon never become garbage, and a page leaves hardly any cycles behind: looking for them among all
    objects that are kept would cost a tenth of the time."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
