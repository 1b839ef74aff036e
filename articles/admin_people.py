"""The administration of persons and their names. A change is read by every process at once, and the stored articles
are looked through again by the worker, while the site stays up."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db import transaction
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.models import Person, PersonName
from articles.people import book
from articles.people.reexamine import progress, queue_all, queue_articles_of
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
        if "slug" in form.changed_data:
            queue_articles_of([form.instance.pk])
            book.changed()
        if "context" in form.changed_data or any(formset.has_changed() for formset in formsets):
            reexamine(request)

    @transaction.atomic
    def delete_model(self, request: HttpRequest, obj: Person) -> None:
        queue_articles_of([obj.pk])
        super().delete_model(request, obj)
        reexamine(request)

    @transaction.atomic
    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Person]) -> None:
        queue_articles_of(list(queryset.values_list("pk", flat=True)))
        super().delete_queryset(request, queryset)
        reexamine(request)

    @admin.action(description=_("Merge into the person with most mentions"))
    def merge_persons(self, request: HttpRequest, queryset: QuerySet[Person]) -> None:
        persons = sorted(queryset, key=self.mention_count, reverse=True)
        if len(persons) < 2:
            messages.warning(request, _("Choose two persons or more to merge."))
            return
        merge(persons[0], persons[1:])
        reexamine(request)

    @admin.action(description=_("Look for all names in the stored articles again"))
    def look_again(self, request: HttpRequest, queryset: QuerySet[Person]) -> None:
        reexamine(request)

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        if request.method == "GET":
            tell_progress(request)
        return super().changelist_view(request, extra_context)


def reexamine(request: HttpRequest) -> None:
    """To be called after names changed: every process reads them anew, every stored article is looked at again."""
    book.changed()
    queue_all()
    tell_progress(request)


def tell_progress(request: HttpRequest) -> None:
    """Says how far the worker is with looking for names, if it is not done."""
    now = progress()
    if now.waiting:
        told = ngettext(
            "The worker looks for the names again: %(done)d of %(total)d article done (%(percent)d%%).",
            "The worker looks for the names again: %(done)d of %(total)d articles done (%(percent)d%%).",
            now.total,
        )
        messages.info(request, told % {"done": now.done, "total": now.total, "percent": now.percent})
