"""All persons."""

import pytest

from articles.models import Person
from articles.people import book


@pytest.fixture
def three(make):
    for slug, name in (("g", "گل آقا"), ("k", "کریم بامداد"), ("p", "پری دریایی")):
        person = Person.objects.create(slug=slug)
        person.names.create(text=name, language="fa")
        make(body=name, names={name: person})
    book.changed()


def test_persons_stand_in_the_order_of_the_alphabet(client, three):
    groups = client.get("/people/").context["groups"]
    assert [(letter, [one.name for one in persons]) for letter, persons in groups] == [
        ("پ", ["پری دریایی"]),
        ("ک", ["کریم بامداد"]),
        ("گ", ["گل آقا"]),
    ]


def test_one_letter_alone(client, three):
    groups = client.get("/people/", {"letter": "گ"}).context["groups"]
    assert [letter for letter, _persons in groups] == ["گ"]


def test_a_letter_nobody_begins_with_shows_all(client, three):
    assert len(client.get("/people/", {"letter": "ژ"}).context["groups"]) == 3


def test_a_person_is_found_in_another_script(client, three):
    found = client.get("/people/", {"q": "karim bamdad"}).context["found"]
    assert [(person.slug, count) for person, count in found] == [("k", 1)]


def test_two_persons_of_one_name_are_both_offered(client, three):
    other = Person.objects.create(slug="k2", descriptions={"fa": "شاعر"})
    other.names.create(text="کریم بامداد", language="fa")
    book.changed()
    response = client.get("/people/", {"q": "کریم بامداد"})
    assert {person.slug for person, _count in response.context["found"]} == {"k", "k2"}
    assert "شاعر" in response.text


def test_nobody_found_offers_the_search(client, three):
    response = client.get("/people/", {"q": "zzzz"})
    assert response.context["found"] == []
    assert "/search/?q=zzzz" in response.text


def test_an_empty_portal_says_so(client, db):
    assert client.get("/people/").status_code == 200


def test_persons_nobody_names_are_not_listed(client, db):
    Person.objects.create(slug="x").names.create(text="ناشناس", language="fa")
    assert client.get("/people/").context["total"] == 0


def test_queries_do_not_grow_with_persons(client, three, django_assert_num_queries):
    with django_assert_num_queries(3):  # counts, slugs, names
        client.get("/people/")
