"""The examples of docs/import.md do what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.core.management import call_command, get_commands, load_command_class

from articles.ingest.formats.keys import KEYS
from articles.ingest.inputs import FORMAT_OF_ENDING
from articles.ingest.lines import LONGEST_LINE
from articles.models import Article

DOCS = (Path(__file__).resolve().parents[2] / "docs" / "import.md").read_text(encoding="utf-8")
EXAMPLES = dict(re.findall(r"```(\w+)\n(.*?)```", DOCS, re.S))


def test_every_key_ending_and_option_is_explained() -> None:
    assert get_commands()["import_articles"] == "articles"
    parser = load_command_class("articles", "import_articles").create_parser("manage.py", "import_articles")
    own = [option for action in parser._actions for option in action.option_strings if option in parser.format_usage()]
    promised = {"--format", "--source", "--language", "--strict"}
    assert promised <= set(own)
    for name in (*(f"`{key}`" for key in KEYS), *FORMAT_OF_ENDING, *promised, f"{LONGEST_LINE:,}"):
        assert name in DOCS


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "ending"), [("json", "jsonl"), ("csv", "csv"), ("text", "txt")])
def test_examples_are_imported(language: str, ending: str, tmp_path: Path, data_dir: Path) -> None:
    path = tmp_path / f"x.{ending}"
    path.write_text(EXAMPLES[language], encoding="utf-8")
    call_command("import_articles", str(path), "--strict")
    article = Article.objects.select_related("source", "agency").get()
    assert article.title.startswith("گشایش کتابخانه")
    assert (str(article.day), article.language) == ("2025-10-15", "fa")
    if ending == "txt":
        assert article.source is not None
        assert article.agency is not None
        assert (article.source.slug, article.agency.slug) == ("tabnak-ir", "irna-ir")
        assert (article.developing, article.tags) == (True, ["کتابخانه", "شهر"])
        assert article.lead == "کتابخانه شهر امروز با حضور مردم گشایش یافت."
    else:
        assert article.source is not None
        assert (article.source.slug, article.paragraphs) == ("bamdad-example", ["بند نخست.", "بند دوم."])
