"""The administration of persons and their names. A change is read by every process at once, and the stored articles
are looked through again by the worker, while the site stays up."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.models import OutboxEntry, Person, PersonName
from articles.people import book
from articles.people.reexamine import queue_all
from articles.people.store import merge


class PersonNameInline(admin.TabularInline):
    model = PersonName
    extra = 1


@admin.register(Person)
class PersonAdmin(admin.ModelAdmin):
    list_display = ("slug", "__str__", "wikidata", "mention_count")
    search_fields = ("slug", "names__text", "wikidata")
    inlines = (PersonNameInline,)
    actions = ("merge_persons", "look_again")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Person]:
        return super().get_queryset(request).prefetch_related("names").annotate(number=Count("mentions"))

    @admin.display(description=_("mentions"), ordering="number")
    def mention_count(self, person: Any) -> int:
        return int(person.number)

    def save_related(self, request: HttpRequest, form: forms.ModelForm, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if any(formset.has_changed() for formset in formsets):
            self._reexamine(request)

    def delete_model(self, request: HttpRequest, obj: Person) -> None:
        super().delete_model(request, obj)
        self._reexamine(request)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Person]) -> None:
        super().delete_queryset(request, queryset)
        self._reexamine(request)

    @admin.action(description=_("Merge into the person with most mentions"))
    def merge_persons(self, request: HttpRequest, queryset: QuerySet[Person]) -> None:
        persons = sorted(queryset, key=self.mention_count, reverse=True)
        if len(persons) < 2:
            messages.warning(request, _("Choose two persons or more to merge."))
            return
        merge(persons[0], persons[1:])
        self._reexamine(request)

    @admin.action(description=_("Look for all names in the stored articles again"))
    def look_again(self, request: HttpRequest, queryset: QuerySet[Person]) -> None:
        self._reexamine(request)

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        waiting = OutboxEntry.objects.count()
        if waiting and request.method == "GET":
            messages.info(request, _waiting(waiting))
        return super().changelist_view(request, extra_context)

    def _reexamine(self, request: HttpRequest) -> None:
        book.changed()
        messages.info(request, _waiting(queue_all()))


def _waiting(number: int) -> str:
    return ngettext(
        "%(number)d article waits for the worker, which looks for the names again.",
        "%(number)d articles wait for the worker, which looks for the names again.",
        number,
    ) % {"number": number}
