"""The five articles that the first issue names. Facts about them alone stand here."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import call_command

from articles.models import Article

pytestmark = [pytest.mark.django_db, pytest.mark.shared]


@pytest.fixture
def seeds(shared: Path, data_dir: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Article]:
    call_command("import_articles", str(shared / "seeds"))
    assert capsys.readouterr().out == "imported 5, updated 0, unchanged 0, duplicate 0, rejected 0\n"
    return {article.external_id[:3]: article for article in Article.objects.select_related("source", "agency")}


def text_of(article: Article, shared: Path) -> str:
    return (shared / "seeds" / f"{article.external_id}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("seed", "facts"),
    [
        ("000", ("2025-10-15", "given", "fa", None, None, 0, False, 14, 64)),
        ("001", ("2025-10-15", "given", "fa", "Tabnak", "IRNA", 0, True, 11, 108)),
        ("002", ("2025-12-24", "inferred", "fa", None, None, 0, False, 10, 64)),
        ("003", ("2025-10-15", "given", "ar", None, None, 0, False, 9, 64)),
        ("004", ("2025-09-09", "given", "fa", "Tabnak", "IRNA", 4, False, 11, 42)),
    ],
)
def test_each_is_read_for_what_it_is(seeds: dict[str, Article], seed: str, facts: tuple[object, ...]) -> None:
    """Day, how it was found, language, outlet, agency, number of tags, developing, paragraphs, letters of the title."""
    article = seeds[seed]
    names = [outlet.name_in("en") if outlet else None for outlet in (article.source, article.agency)]
    assert facts == (
        str(article.day),
        article.published_how,
        article.language,
        *names,
        len(article.tags),
        article.developing,
        len(article.paragraphs),
        len(article.title),
    )
    assert article.lead


def test_every_word_is_as_published(seeds: dict[str, Article], shared: Path) -> None:
    for article in seeds.values():
        published = " ".join(text_of(article, shared).split())
        for part in (article.title.rstrip("…"), article.lead, *article.paragraphs):
            assert part in published


def test_a_second_import_changes_nothing(
    seeds: dict[str, Article], shared: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("import_articles", str(shared / "seeds"))
    assert capsys.readouterr().out == "imported 0, updated 0, unchanged 5, duplicate 0, rejected 0\n"
