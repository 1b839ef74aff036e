"""What a command needs before it can work in an empty DATA_DIR: `make run` prepares more, this is the least."""

from __future__ import annotations

import gc
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection

from articles.text.lexicon import LexiconUnavailable
from articles.text.persian import compile_lexicon

PERSONS = Path(apps.get_app_config("articles").path) / "data" / "people.jsonl"


def make_database() -> None:
    """Makes the tables where there are none, with the persons that the project knows.

    A database that an older version made is left as it is: to change it is for `make run` or `migrate`.
    """
    if not connection.introspection.table_names():
        call_command("migrate", verbosity=0)
        call_command("import_people", PERSONS, verbosity=0)


def make_lexicon(*, force: bool = False) -> bool:
    """Compiles the lexicon where it is missing or out of date, or whenever `force` asks; says whether it did.

    Without it compounds and endings are not understood. Raises CommandError where it cannot be written.
    """
    folder = Path(settings.LEXICON_PATH)
    gc.disable()  # of its millions of objects hardly any are garbage: to look for it takes a fifth of the time
    try:
        folder.mkdir(parents=True, exist_ok=True)  # told now, not after half a minute of work
        return compile_lexicon(folder, force=force)
    except LexiconUnavailable as error:
        raise CommandError(str(error)) from error
    except OSError as error:
        raise CommandError(f"cannot write {folder}: {error.strerror}; set DATA_DIR elsewhere") from error
    finally:
        gc.enable()
