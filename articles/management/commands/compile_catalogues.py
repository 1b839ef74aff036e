"""Compiles the translations of the interface: .po to .mo, without GNU gettext."""

from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Compiles articles/locale/*/LC_MESSAGES/django.po, so that the interface speaks its languages."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        for folder in settings.LOCALE_PATHS:
            for path in sorted(folder.glob("*/LC_MESSAGES/django.po")):
                with path.open("rb") as source:
                    catalogue = read_po(source)
                target = path.with_suffix(".mo")
                temporary = target.with_suffix(".mo.new")  # a running server never reads half a file
                with temporary.open("wb") as file:
                    write_mo(file, catalogue)
                temporary.replace(target)
                self.stdout.write(f"{path.parent.parent.name}: {len(catalogue)} messages")
