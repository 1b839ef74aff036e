"""Outlets."""

from datetime import UTC, date, datetime

from articles.models import Source


def test_outlets_stand_in_the_order_of_the_alphabet(client, make):
    for slug, name in (("g", "گیلان"), ("k", "کیهان"), ("l", "لرستان"), ("p", "پارس")):
        make(source=Source.objects.create(slug=slug, name=name, language="fa"))
    groups = dict(client.get("/sources/").context["groups"])
    assert [source.name for source, _count in groups["fa"]] == ["پارس", "کیهان", "گیلان", "لرستان"]


def test_outlets_without_articles_are_not_listed(client, bamdad):
    assert client.get("/sources/").context["groups"] == []


def test_an_outlet_shows_its_articles_and_its_span(client, make, bamdad):
    make(source=bamdad, day=date(2025, 9, 1))
    make(source=bamdad, day=date(2025, 10, 1))
    make(source=bamdad, withdrawn_at=datetime(2025, 11, 1, tzinfo=UTC))
    output = client.get("/sources/bamdad/").context["output"]
    assert (output.articles, output.first, output.last) == (2, date(2025, 9, 1), date(2025, 10, 1))


def test_an_outlet_s_name_is_the_reader_s(client, bamdad):
    assert "Bamdad Daily" in client.get("/sources/bamdad/?ui=en").text


def test_pages_go_to_the_last(client, make, bamdad):
    for _ in range(31):
        make(source=bamdad)
    response = client.get("/sources/bamdad/?page=2")
    assert sum(len(day.articles) for day in response.context["days"]) == 1


def test_queries_do_not_grow_with_articles(client, make, bamdad, django_assert_num_queries):
    for _ in range(5):
        make(source=bamdad)
    with django_assert_num_queries(6):  # outlet, count, first and last day, articles, quotations
        client.get("/sources/bamdad/")
