"""Names of persons for lists and facets."""

import pytest

from articles.models import Person
from articles.people import book
from articles.people.listing import names_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> list[Person]:
    written = {
        "in-both": [("Both", "en", "full"), ("هر دو", "fa", "full"), ("هر سه", "fa", "full")],
        "in-arabic": [("بالعربية", "ar", "full")],
        "family-first": [("خانوادگی", "fa", "family"), ("Whole Name", "en", "full")],
        "nameless": [("لقب", "fa", "nickname")],
    }
    made = []
    for slug, names in written.items():
        person = Person.objects.create(slug=slug)
        for text, language, kind in names:
            person.names.create(text=text, language=language, kind=kind)
        made.append(person)
    return made


@pytest.mark.parametrize("language", ["fa", "ar", "en"])
def test_they_are_those_that_the_persons_go_by(people, language, django_assert_num_queries):
    book.changed()
    names_of(["in-both"], language)
    with django_assert_num_queries(1):  # whether the names are still the same
        found = names_of((person.slug for person in people), language)
    assert {person.slug: found.get(person.slug, person.slug) for person in people} == {
        person.slug: person.name_in(language) for person in people
    }


def test_a_new_name_is_told_when_the_names_have_changed(people):
    book.changed()
    assert names_of(["nameless"], "fa") == {}
    people[-1].names.create(text="نام نو", language="fa", kind="full")
    book.changed()
    assert names_of(["nameless"], "fa") == {"nameless": "نام نو"}


def test_of_nobody_nothing_is_asked(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert names_of([], "fa") == {}
