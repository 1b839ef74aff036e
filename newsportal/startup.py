"""Says before anything is started what would make the start fail, else where the portal lives, for bin/serve."""

import errno
import os
import shlex
import socket
import sys

from django.core.exceptions import ImproperlyConfigured


def complaint() -> str | None:
    """What is wrong with the settings or the port and how to mend it, else None."""
    try:
        from newsportal import settings  # noqa: PLC0415  (importing them is the check)
    except ImproperlyConfigured as wrong:
        return f"A setting is wrong: {wrong}."
    if os.environ.get("BIND"):
        return None
    return port_complaint("127.0.0.1", int(settings.PORT))


def port_complaint(host: str, port: int) -> str | None:
    """Why nothing can listen on `host`:`port`, else None."""
    with socket.socket() as probe:
        # gunicorn sets it too: a port that its last owner left a moment ago is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as wrong:
            if wrong.errno == errno.EADDRINUSE:
                return (
                    f"Port {port} is in use, perhaps by this portal running elsewhere; "
                    f"stop that, or choose another: make run PORT={port + 1}"
                )
            if wrong.errno == errno.EACCES:
                return f"Port {port} is for the administrator only; choose one above 1023: make run PORT=8000"
            raise
    return None


if __name__ == "__main__":
    if wrong := complaint():
        sys.exit(wrong)
    from newsportal.settings import DATA_DIR, PORT

    # For `eval` in bin/serve: settings may stand in .env, which a shell does not read.
    sys.stdout.write(f"export DATA_DIR={shlex.quote(str(DATA_DIR))} PORT={PORT}\n")
