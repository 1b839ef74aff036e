#!/usr/bin/env python
"""Django's command line for the newsportal."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsportal.settings")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
    except BrokenPipeError:
        # The reader of our output has gone (`manage.py search … | head`). What Python still holds for it goes
        # nowhere, or its own flush at exit would complain about the pipe again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except ImproperlyConfigured as wrong:
        sys.exit(f"A setting is wrong: {wrong}.")


if __name__ == "__main__":
    main()
