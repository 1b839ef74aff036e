"""A portal for measuring: a database and an index of its own in a temporary folder, gone afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.core.management import call_command
from django.db import connections

DATABASE = {
    "ENGINE": "django.db.backends.sqlite3",
    "OPTIONS": {"init_command": "PRAGMA synchronous=OFF;", "transaction_mode": "IMMEDIATE"},
}


@contextmanager
def scratch_portal() -> Iterator[Path]:
    """Until the end of the block all articles of this thread live in the temporary folder that it yields."""
    index = settings.HAYSTACK_CONNECTIONS["default"]
    kept_database, kept_path = connections.settings["default"], index["PATH"]
    with TemporaryDirectory(prefix="newsportal-") as name:
        folder = Path(name)
        try:
            _connect(DATABASE | {"NAME": folder / "articles.sqlite3"})
            index["PATH"] = str(folder / "index")
            call_command("migrate", verbosity=0)
            yield folder
        finally:
            index["PATH"] = kept_path
            _connect(kept_database)


def _connect(database: dict[str, object]) -> None:
    connections["default"].close()
    connections.settings["default"] = connections.configure_settings({"default": dict(database)})["default"]
    del connections["default"]
