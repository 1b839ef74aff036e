"""Compiles hazm's lexicon and Buckwalter's tables of Arabic into the small file that analysis reads."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.text import lexicon
from articles.text.persian import compile_lexicon


class Command(BaseCommand):
    help = "Compiles the lexicon of the text analysis, where it is missing or out of date."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--force", action="store_true", help="compile it even when it is up to date")

    def handle(self, *args: Any, **options: Any) -> None:
        directory = Path(settings.LEXICON_PATH)
        try:
            compiled = compile_lexicon(directory, force=options["force"])
        except lexicon.LexiconUnavailable as error:
            raise CommandError(str(error)) from error
        state = "compiled" if compiled else "up to date"
        self.stdout.write(f"lexicon {lexicon.expected_version()} {state}: {lexicon.lexicon_file(directory)}")
