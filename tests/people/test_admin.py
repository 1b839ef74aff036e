"""Persons in the administration."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Article, Mention, NameBook, OutboxEntry, Person


@pytest.fixture
def two(db: None) -> tuple[Person, Person]:
    article = Article.objects.create(title="ت", external_id="1", content_hash="1", language="fa")
    persons = []
    for slug, text in (("a", "ا ب"), ("b", "ب پ")):
        person = Person.objects.create(slug=slug)
        person.names.create(text=text, language="fa")
        person.names.create(text="A B", language="en")
        persons.append(person)
    Mention.objects.create(person=persons[1], article=article, text="ب پ", field="body", start=0, end=3)
    return persons[0], persons[1]


def act(client: Client, action: str, *persons: Person) -> None:
    chosen = [str(person.pk) for person in persons]
    response = client.post(
        reverse("admin:articles_person_changelist"), {"action": action, "_selected_action": chosen}, follow=True
    )
    assert response.status_code == 200


def test_two_persons_become_one(admin_client: Client, two: tuple[Person, Person]) -> None:
    act(admin_client, "merge_persons", *two)
    (kept,) = Person.objects.all()
    assert kept.slug == "b"  # it has the mention
    assert sorted(name.text for name in kept.names.all()) == ["A B", "ا ب", "ب پ"]
    assert OutboxEntry.objects.count() == 1


def test_one_person_is_not_merged(admin_client: Client, two: tuple[Person, Person]) -> None:
    act(admin_client, "merge_persons", two[0])
    assert Person.objects.count() == 2


def save(client: Client, person: Person, ending: str = "", **fields: str) -> None:
    """Through the form, with `ending` behind each name."""
    page = client.get(reverse("admin:articles_person_change", args=[person.pk]))
    entered = {"descriptions": "{}", "context": "{}", "slug": person.slug, "wikidata": ""} | fields
    entered |= {"initial-descriptions": "{}", "initial-context": "{}"}  # hidden fields of the page
    form = page.context["adminform"].form.initial | entered
    names = page.context["inline_admin_formsets"][0].formset
    data = {key: value for key, value in form.items() if value is not None}
    data |= {f"names-{key}": value for key, value in names.management_form.initial.items()}
    data["names-TOTAL_FORMS"] = 2  # without the empty row for a new name
    for number, name in enumerate(person.names.all()):
        row = {"id": name.pk, "person": person.pk, "text": name.text + ending, "language": name.language}
        row |= {"kind": name.kind} | ({"standalone": "on"} if name.standalone else {})
        data |= {f"names-{number}-{key}": value for key, value in row.items()}
    response = client.post(reverse("admin:articles_person_change", args=[person.pk]), data)
    assert response.status_code == 302


def test_a_changed_name_is_looked_for_again(admin_client: Client, two: tuple[Person, Person]) -> None:
    save(admin_client, two[0], "!")
    assert OutboxEntry.objects.count() == 1
    assert NameBook.objects.get().edition


def test_changed_context_words_are_read_at_once(admin_client: Client, two: tuple[Person, Person]) -> None:
    save(admin_client, two[0], context='{"fa": "یمن صنعا"}')
    assert Person.objects.get(pk=two[0].pk).context == {"fa": "یمن صنعا"}
    assert OutboxEntry.objects.count() == 1
    assert NameBook.objects.get().edition


def test_what_is_saved_unchanged_is_not_looked_for_again(admin_client: Client, two: tuple[Person, Person]) -> None:
    save(admin_client, two[0])
    assert OutboxEntry.objects.count() == 0
