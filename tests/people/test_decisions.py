"""Proposed names and what an editor decides on them."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from articles.models import Article, NameProposal, OutboxEntry, Person, ProposalStatus
from articles.people import book
from articles.people.listing import named_people
from articles.people.recognise import recognise, suggest_people

pytestmark = pytest.mark.django_db


@pytest.fixture
def proposal() -> NameProposal:
    for number in range(3):
        Article.objects.create(
            title="ت",
            body="رضا <بامدادپور> وزیر نیرو آمد. وزیر نیرو رضا بامدادپور گفت: باران.",
            external_id=str(number),
            content_hash="1",
            language="fa",
        )
    run()
    return NameProposal.objects.get()


def run() -> str:
    out = StringIO()
    call_command("propose_people", stdout=out)
    return out.getvalue()


def act(client: Client, action: str, *proposals: NameProposal, **fields: str) -> str:
    data = {"action": action, "_selected_action": [str(one.pk) for one in proposals], **fields}
    page = client.post(reverse("admin:articles_nameproposal_changelist") + "?ui=en", data, follow=True)
    assert page.status_code == 200
    return page.content.decode()


def test_a_proposal_is_kept_with_counts_titles_and_examples(proposal: NameProposal) -> None:
    assert (proposal.name, proposal.language, proposal.count) == ("رضا بامدادپور", "fa", 3)
    assert proposal.titles == ["وزیر نیرو"]
    assert {example["article"] for example in proposal.examples} == set(Article.objects.values_list("pk", flat=True))
    assert proposal.examples[0]["after"] == " گفت: باران."


def test_a_second_run_brings_it_up_to_date(proposal: NameProposal) -> None:
    Article.objects.create(title="ت", body="رضا بامداد‌پور گفت: نه.", external_id="9", content_hash="1", language="fa")
    run()
    proposal.refresh_from_db()
    assert (NameProposal.objects.count(), proposal.count) == (1, 4)


def test_a_proposal_is_no_person(proposal: NameProposal, client: Client) -> None:
    assert named_people("fa") == []
    assert recognise(proposal.name) == [] == suggest_people(proposal.name, 5)
    assert proposal.name not in client.get(reverse("people")).content.decode()


def test_the_administration_shows_counts_and_escaped_examples(proposal: NameProposal, admin_client: Client) -> None:
    proposal.examples[0]["before"] = "<script>"
    proposal.save()
    page = admin_client.get(reverse("admin:articles_nameproposal_changelist")).content.decode()
    assert "<mark>رضا بامدادپور</mark>" in page
    assert "&lt;script&gt;" in page
    one = admin_client.get(reverse("admin:articles_nameproposal_change", args=[proposal.pk])).content.decode()
    assert one.count("<mark>") == 3


def test_an_accepted_name_makes_a_person(proposal: NameProposal, admin_client: Client) -> None:
    act(admin_client, "accept", proposal)
    person = Person.objects.get()
    assert [name.text for name in person.names.all()] == ["رضا بامدادپور"]
    assert recognise("رضا بامدادپور") == [person]
    assert OutboxEntry.objects.filter(names_only=True).count() == 3
    proposal.refresh_from_db()
    assert (proposal.status, proposal.person) == (ProposalStatus.ACCEPTED, person)
    assert run() == ""


def test_two_of_one_sound_get_two_addresses(proposal: NameProposal, admin_client: Client) -> None:
    other = NameProposal.objects.create(key="x", name="رضا بامدادپور", language="ar", count=1)
    act(admin_client, "accept", proposal, other)
    first, second = sorted(person.slug for person in Person.objects.all())
    assert second == f"{first}-2"


@pytest.mark.parametrize("written", ["reza-bamdadpur", "Reza Bamdadpur"])
def test_a_name_is_given_to_a_person_who_is_there(proposal: NameProposal, admin_client: Client, written: str) -> None:
    person = Person.objects.create(slug="reza-bamdadpur")
    person.names.create(text="Reza Bamdadpur", language="en")
    book.changed()
    act(admin_client, "merge", proposal, person=written)
    assert {name.text for name in person.names.all()} == {"Reza Bamdadpur", "رضا بامدادپور"}
    proposal.refresh_from_db()
    assert (proposal.status, proposal.person) == (ProposalStatus.MERGED, person)


def test_nobody_is_merged_with_nobody(proposal: NameProposal, admin_client: Client) -> None:
    assert "Nothing was merged" in act(admin_client, "merge", proposal, person="")
    proposal.refresh_from_db()
    assert proposal.status == ProposalStatus.OPEN


def test_a_dismissed_name_is_never_proposed_again(proposal: NameProposal, admin_client: Client) -> None:
    act(admin_client, "dismiss", proposal)
    assert run() == ""
    proposal.refresh_from_db()
    assert proposal.status == ProposalStatus.DISMISSED
    assert proposal.name not in admin_client.get(reverse("admin:articles_nameproposal_changelist")).content.decode()
    assert NameProposal.objects.count() == 1
