"""The first page."""

from datetime import UTC, date, datetime

from articles.views.home import most_named


def test_an_empty_portal_says_what_comes(client, db):
    response = client.get("/?ui=en")
    assert response.status_code == 200
    assert "No articles yet" in response.text


def test_the_reader_s_language_comes_first(client, make):
    make(language="fa")
    make(language="ar", title="عنوان عربي")
    assert [column.language for column in client.get("/?ui=ar").context["columns"]] == ["ar", "fa"]
    assert [column.language for column in client.get("/?ui=fa").context["columns"]] == ["fa", "ar"]


def test_one_language_can_stand_alone(client, make):
    make(language="fa")
    make(language="ar")
    assert [column.language for column in client.get("/?language=ar").context["columns"]] == ["ar"]
    assert len(client.get("/?language=xx").context["columns"]) == 2


def test_newest_stand_first_by_day_and_undated_last(client, make):
    make(day=None, title="undated")
    make(day=date(2025, 10, 1), title="older")
    make(day=date(2025, 10, 15), title="newer")
    days = client.get("/").context["columns"][0].days
    assert [(day.day, [article.title for article in day.articles]) for day in days] == [
        (date(2025, 10, 15), ["newer"]),
        (date(2025, 10, 1), ["older"]),
        (None, ["undated"]),
    ]


def test_withdrawn_articles_and_copies_are_not_shown(client, make):
    first = make(title="first")
    make(title="copy", duplicate_of=first)
    make(title="gone", withdrawn_at=datetime(2025, 11, 1, tzinfo=UTC))
    text = client.get("/").text
    assert "first" in text
    assert "copy" not in text
    assert "gone" not in text


def test_persons_are_counted_by_articles_of_the_day(make, putin, db):
    day = date(2025, 10, 15)
    make(body="پوتین و پوتین", names={"پوتین": putin})
    make(body="دیدار پوتین", names={"پوتین": putin})
    make(body="پوتین دیروز", day=date(2025, 10, 14), names={"پوتین": putin})
    make(body="پوتین", names={"پوتین": putin}, withdrawn_at=datetime(2025, 11, 1, tzinfo=UTC))
    assert [(named.person, named.count) for named in most_named(day)] == [(putin, 2)]


def test_queries_do_not_grow_with_articles(client, make, bamdad, putin, django_assert_num_queries):
    for number in range(12):
        make(source=bamdad, language=("fa", "ar", "en")[number % 3], body="پوتین", names={"پوتین": putin})
    with django_assert_num_queries(6):  # three languages, counts, persons, their names
        client.get("/")
