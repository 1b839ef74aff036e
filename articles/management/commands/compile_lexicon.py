"""Compiles hazm's lexicon and Buckwalter's tables of Arabic into the small file that analysis reads."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from articles.management.new_portal import make_lexicon
from articles.text import lexicon


class Command(BaseCommand):
    help = "Compiles the lexicon of the text analysis, where it is missing or out of date."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--force", action="store_true", help="compile it even when it is up to date")

    def handle(self, *args: Any, **options: Any) -> None:
        state = "compiled" if make_lexicon(force=options["force"]) else "up to date"
        file = lexicon.lexicon_file(Path(settings.LEXICON_PATH))
        self.stdout.write(f"lexicon {lexicon.expected_version()} {state}: {file}")
