"""The administration of proposed names: an editor makes a person of a name, gives it to one who is there, or
dismisses it for good. What stands here is shown to no reader."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ActionForm
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.admin_people import reexamine, tell_progress
from articles.models import NameProposal, Person, ProposalStatus
from articles.people import decisions
from articles.people.recognise import recognise


class MergeForm(ActionForm):
    """Whom the names are given to: an address name, or a name in any script."""

    person = forms.CharField(label=_("Person to merge into:"), required=False, max_length=200)


class StatusFilter(admin.SimpleListFilter):
    """Open proposals unless others are asked for."""

    title = _("status")
    parameter_name = "status"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [*ProposalStatus.choices, ("all", _("all"))]

    def choices(self, changelist: Any) -> Any:
        shown = self.value() or ProposalStatus.OPEN
        for value, label in self.lookup_choices:
            yield {
                "selected": shown == value,
                "query_string": changelist.get_query_string({self.parameter_name: value}),
                "display": label,
            }

    def queryset(self, request: HttpRequest, queryset: QuerySet[NameProposal]) -> QuerySet[NameProposal]:
        shown = self.value() or ProposalStatus.OPEN
        return queryset if shown == "all" else queryset.filter(status=shown)


@admin.register(NameProposal)
class NameProposalAdmin(admin.ModelAdmin):
    """Proposals come from `propose_people`: they are neither written nor deleted here."""

    action_form = MergeForm
    actions = ("accept", "merge", "dismiss")
    list_display = ("name", "language", "count", "titles_seen", "example", "status")
    list_filter = (StatusFilter, "language")
    list_per_page = 50
    search_fields = ("name",)
    fields = ("name", "language", "count", "titles_seen", "all_examples", "status", "person")
    readonly_fields = fields

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: NameProposal | None = None) -> bool:
        return False

    @admin.display(description=_("titles beside it"))
    def titles_seen(self, proposal: NameProposal) -> str:
        return " · ".join(proposal.titles)

    @admin.display(description=_("example"))
    def example(self, proposal: NameProposal) -> SafeString | str:
        return _sentence(proposal.examples[0]) if proposal.examples else ""

    @admin.display(description=_("examples"))
    def all_examples(self, proposal: NameProposal) -> SafeString:
        return format_html_join("", "<p>{}</p>", ((_sentence(example),) for example in proposal.examples))

    @admin.action(description=_("Accept: a new person with this name"), permissions=["change"])
    def accept(self, request: HttpRequest, queryset: QuerySet[NameProposal]) -> None:
        people = [decisions.accept(proposal) for proposal in queryset.filter(status=ProposalStatus.OPEN)]
        told = ngettext("%d person was entered.", "%d persons were entered.", len(people)) % len(people)
        messages.success(request, told)
        if people:
            reexamine(request)

    @admin.action(description=_("Merge into the person given"), permissions=["change"])
    def merge(self, request: HttpRequest, queryset: QuerySet[NameProposal]) -> None:
        meant = request.POST.get("person", "").strip()
        people = list(Person.objects.filter(slug=meant)) or recognise(meant)
        if len(people) != 1:
            messages.error(request, _problem(people))
            return
        proposals = list(queryset.filter(status=ProposalStatus.OPEN))
        decisions.merge_into(people[0], proposals)
        told = ngettext(
            "%(count)d name was given to %(person)s.", "%(count)d names were given to %(person)s.", len(proposals)
        )
        messages.success(request, told % {"count": len(proposals), "person": people[0]})
        if proposals:
            reexamine(request)

    @admin.action(description=_("Dismiss: never propose again"), permissions=["change"])
    def dismiss(self, request: HttpRequest, queryset: QuerySet[NameProposal]) -> None:
        count = decisions.dismiss(queryset)
        messages.success(request, ngettext("%d name was dismissed.", "%d names were dismissed.", count) % count)

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        if request.method == "GET":
            tell_progress(request)
        return super().changelist_view(request, extra_context)


def _problem(people: list[Person]) -> str:
    if not people:
        return str(_("Nothing was merged: write a person's address name, or a name, beside the action."))
    slugs = ", ".join(person.slug for person in people)
    return str(_("Nothing was merged: several persons bear this name (%s); write an address name.") % slugs)


def _sentence(example: dict[str, Any]) -> SafeString:
    return format_html(
        '<a href="{}"><bdi>{}<mark>{}</mark>{}</bdi></a>',
        reverse("article", args=[example["article"]]),
        example["before"],
        example["name"],
        example["after"],
    )
