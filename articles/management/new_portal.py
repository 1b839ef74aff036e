"""What a command needs before it can work in an empty DATA_DIR: `make run` prepares more, this is the least."""

from __future__ import annotations

from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection

from articles.text.persian import compile_lexicon

PERSONS = Path(apps.get_app_config("articles").path) / "data" / "people.jsonl"


def make_database() -> None:
    """Makes the tables where there are none, with the persons that the project knows.

    A database that an older version made is left as it is: to change it is for `make run` or `migrate`.
    """
    if not connection.introspection.table_names():
        call_command("migrate", verbosity=0)
        call_command("import_people", PERSONS, verbosity=0)


def make_lexicon() -> None:
    """Compiles the lexicon where it is missing or out of date: without it compounds and endings are not understood."""
    compile_lexicon(Path(settings.LEXICON_PATH))
