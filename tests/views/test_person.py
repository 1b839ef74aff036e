"""The page of a person."""

from datetime import UTC, date, datetime

import pytest

from articles.models import Person, Source


@pytest.fixture
def lavrov(db: None) -> Person:
    person = Person.objects.create(slug="sergey-lavrov", descriptions={"en": "Foreign minister", "fa": "وزیر خارجه"})
    person.names.create(text="سرگئی لاوروف", language="fa")
    person.names.create(text="لاوروف", language="fa", kind="family")
    person.names.create(text="Sergey Lavrov", language="en")
    return person


def test_an_unknown_person_is_404(client, db):
    assert client.get("/people/nobody/").status_code == 404


def test_a_person_nobody_names_has_a_page(client, lavrov):
    response = client.get("/people/sergey-lavrov/?ui=en")
    assert response.status_code == 200
    assert "Sergey Lavrov" in response.text
    assert "Foreign minister" in response.text


def test_names_stand_by_language(client, lavrov):
    names = client.get("/people/sergey-lavrov/").context["names"]
    assert [(language, [name.text for name in group]) for language, group in names] == [
        ("fa", ["سرگئی لاوروف", "لاوروف"]),
        ("en", ["Sergey Lavrov"]),
    ]


def test_each_outlet_calls_the_person_its_own_way(client, make, bamdad, putin):
    sahel = Source.objects.create(slug="sahel", name="ساحل", language="fa")
    make(source=bamdad, body="پوتین رفت.", names={"پوتین": putin}, day=date(2025, 10, 1))
    make(source=bamdad, body="پوتین آمد.", names={"پوتین": putin}, day=date(2025, 10, 9))
    make(source=sahel, body="امروز ولادیمیر پوتین آمد.", names={"ولادیمیر پوتین": putin})
    callers = client.get("/people/vladimir-putin/").context["callers"]
    assert [(caller.source.slug, caller.count) for caller in callers] == [("bamdad", 2), ("sahel", 1)]
    form = callers[0].forms[0]
    assert (form.text, form.count, form.first, form.last) == ("پوتین", 2, date(2025, 10, 1), date(2025, 10, 9))
    assert callers[1].forms[0].example.sentence.before == "امروز "


def test_an_article_without_outlet_calls_for_itself(client, make, putin):
    article = make(body="پوتین رفت.", names={"پوتین": putin})
    caller = client.get("/people/vladimir-putin/").context["callers"][0]
    assert (caller.source, caller.article) == (None, article)


def test_persons_of_the_same_articles_stand_beside(client, make, putin, lavrov):
    make(body="پوتین و لاوروف آمدند.", names={"پوتین": putin, "لاوروف": lavrov})
    assert client.get("/people/vladimir-putin/").context["beside"] == [(lavrov, 1)]


def test_what_the_person_said_is_quoted(client, make, putin):
    make(body="پوتین گفت: همه چیز خوب است. بعد رفت.", names={"پوتین": putin})
    (quotation,) = client.get("/people/vladimir-putin/").context["quotations"]
    assert quotation.sentence.after == " گفت: همه چیز خوب است."


def test_the_bars_stand_for_months_of_the_readers_calendar_and_lead_to_the_search(client, make, putin):
    for day in (date(2025, 8, 3), date(2025, 10, 1), date(2025, 10, 20)):
        make(body="پوتین", names={"پوتین": putin}, day=day)
    drawn = client.get("/people/vladimir-putin/", {"ui": "en"}).context["histogram"]
    assert sum(bar.count for bar in drawn.bars) == 3
    first = next(bar for bar in drawn.bars if bar.count)
    assert first.address.startswith("/search/?person=vladimir-putin&from=2025-")


def test_articles_without_a_date_are_counted_beside_the_bars(client, make, putin):
    for day in (date(2003, 8, 3), date(2025, 10, 1), None):
        make(body="پوتین", names={"پوتین": putin}, day=day)
    drawn = client.get("/people/vladimir-putin/").context["histogram"]
    assert [bar.count for bar in drawn.bars if bar.count] == [1, 1]
    assert drawn.undated == 1


def test_withdrawn_articles_are_not_shown(client, make, putin):
    make(body="پوتین گفت: نه.", names={"پوتین": putin}, withdrawn_at=datetime(2025, 11, 1, tzinfo=UTC))
    context = client.get("/people/vladimir-putin/").context
    assert (context["total"], context["callers"], context["quotations"]) == (0, [], [])


def test_markup_in_an_article_is_text(client, make, putin):
    make(body="<script>alert(1)</script> پوتین گفت: <b>نه</b>.", names={"پوتین": putin})
    text = client.get("/people/vladimir-putin/").text
    assert "<script>alert" not in text
    assert "&lt;b&gt;نه" in text


def test_a_changed_article_is_not_cut_at_old_places(client, make, putin):
    article = make(body="پوتین گفت: نه.", names={"پوتین": putin})
    article.body = "متن دیگری آمده است."
    article.save()
    context = client.get("/people/vladimir-putin/").context
    assert context["quotations"] == []
    assert context["callers"][0].forms[0].example is None


def test_queries_do_not_grow_with_articles(client, make, putin, bamdad, django_assert_max_num_queries):
    for _ in range(25):
        make(source=bamdad, body="پوتین گفت: نه.", names={"پوتین": putin})
    with django_assert_max_num_queries(20):
        client.get("/people/vladimir-putin/")
