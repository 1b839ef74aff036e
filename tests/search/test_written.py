"""A suggested word is written as an article writes it that is still there."""

import pytest

from articles.ingest.pipeline import store_many
from articles.ingest.record import ArticleRecord
from articles.models import Article
from articles.search.indexer import drain, write_articles
from articles.search.written import written_form


@pytest.mark.usefixtures("db", "index")
def test_the_spelling_of_an_article_that_left_is_forgotten() -> None:
    store_many([ArticleRecord("one", "رئیس‌جمهور آمد", "متن", language="fa")])
    drain()
    assert written_form("رییسجمهور") == "رئیس‌جمهور"
    pk = Article.objects.get().pk
    Article.objects.all().delete()
    write_articles([pk])
    assert written_form("رییسجمهور") == "رییسجمهور"
