"""`manage.py import_samples`: gives an empty portal something to read. See articles/data/samples/README.md."""

import json
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from articles.models import Article, Source

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "samples"


class Command(BaseCommand):
    help = "Imports the sample articles of fictional outlets, into a database without articles alone."

    def handle(self, *args: Any, **options: Any) -> None:
        if Article.objects.exists():
            self.stdout.write("There are articles already: the samples stay out.")
            return
        for outlet in json.loads((SAMPLES / "outlets.json").read_text(encoding="utf-8")):
            slug = outlet.pop("slug")
            Source.objects.get_or_create(slug=slug, defaults=outlet)
        call_command("import_articles", str(SAMPLES / "articles"), str(SAMPLES / "texts"), stdout=self.stdout)
