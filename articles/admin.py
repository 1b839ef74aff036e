"""The administration of outlets and articles. It reads from the database and writes through ingest alone, so that
every change reaches the index."""

from __future__ import annotations

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ActionForm
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles import admin_people, admin_proposals  # noqa: F401 -- registers persons, names and proposals
from articles.ingest import corrections
from articles.models import Article, Source


class LinesField(forms.CharField):
    """A list of texts, one a line."""

    widget = forms.Textarea(attrs={"rows": 4, "dir": "auto"})

    def prepare_value(self, value: Any) -> str:
        return "\n".join(value) if isinstance(value, list) else value or ""

    def has_changed(self, initial: Any, data: Any) -> bool:
        return self.clean(data) != (initial or [])

    def clean(self, value: Any) -> list[str]:
        lines = (line.strip() for line in (super().clean(value) or "").splitlines())
        return list(dict.fromkeys(line for line in lines if line))


class SourceForm(forms.ModelForm):
    hosts = LinesField(label=_("host names"), required=False, help_text=_("One a line, such as news.example."))
    homepage = forms.URLField(label=_("homepage"), required=False, assume_scheme="https")

    class Meta:
        model = Source
        fields = ("slug", "name", "names", "hosts", "language", "time_zone", "homepage")

    def clean_time_zone(self) -> str:
        zone: str = self.cleaned_data["time_zone"].strip()
        if zone and zone not in available_timezones():
            raise forms.ValidationError(_("No such time zone; write a name like Asia/Tehran, or leave it empty."))
        return zone


@admin.register(Source)
class SourceAdmin(admin.ModelAdmin):
    """Outlets and agencies. The address name is fixed once articles may be known under it."""

    form = SourceForm
    list_display = ("name", "slug", "language", "time_zone")
    list_filter = ("language",)
    search_fields = ("slug", "name", "names")

    def get_readonly_fields(self, request: HttpRequest, obj: Source | None = None) -> tuple[str, ...]:
        return ("slug",) if obj else ()

    def save_model(self, request: HttpRequest, obj: Source, form: Any, change: bool) -> None:
        moved = corrections.save_outlet(obj)
        if moved:
            told = ngettext("The date of %d article was read anew.", "The dates of %d articles were read anew.", moved)
            messages.info(request, told % moved)


class ArticleForm(forms.ModelForm):
    tags = LinesField(label=_("tags"), required=False, help_text=_("One a line."))
    url = forms.URLField(label=_("original address"), required=False, max_length=2000, assume_scheme="https")

    class Meta:
        model = Article
        fields = ("title", "lead", "body", "author", "agency", "tags", "language", "url", "developing")
        widgets = {
            "title": forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
            "lead": forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
            "body": forms.Textarea(attrs={"rows": 24, "dir": "auto"}),
            "author": forms.TextInput(attrs={"dir": "auto", "size": 60}),
        }


class ReasonForm(ActionForm):
    """What an action asks for beside its name."""

    reason = forms.CharField(label=_("Reason, shown to readers:"), required=False, max_length=500)


class StateFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("visible", _("visible")), ("copies", _("near-copies")), ("withdrawn", _("withdrawn"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        if self.value() == "visible":
            return queryset.filter(withdrawn_at=None, duplicate_of=None)
        if self.value() == "copies":
            return queryset.exclude(duplicate_of=None)
        if self.value() == "withdrawn":
            return queryset.exclude(withdrawn_at=None)
        return queryset


@admin.register(Article)
class ArticleAdmin(admin.ModelAdmin):
    """Articles come by import and go by withdrawal: they are neither added nor deleted here."""

    form = ArticleForm
    action_form = ReasonForm
    actions = ("withdraw", "reinstate")
    list_display = ("title", "source", "language", "day", "corrected_at", "withdrawn_at")
    list_filter = (StateFilter, "language", "published_how", "developing", ("source", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("source",)
    list_per_page = 50
    show_full_result_count = False
    ordering = ("-id",)
    search_fields = ("title", "external_id", "source__slug")
    raw_id_fields = ("agency",)
    readonly_fields = (
        "source", "external_id", "day", "published_at", "published_how", "published_text", "word_count", "duplicate_of",
        "imported_at", "corrected_at", "withdrawn_at", "withdrawn_reason",
    )  # fmt: skip
    fieldsets = (
        (None, {"fields": ("title", "lead", "body", "author", "agency", "tags", "language", "url", "developing")}),
        (_("origin"), {"fields": ("source", "external_id", "imported_at", "corrected_at")}),
        (_("date"), {"fields": ("day", "published_at", "published_how", "published_text")}),
        (_("state"), {"fields": ("word_count", "duplicate_of", "withdrawn_at", "withdrawn_reason")}),
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        corrections.correct(obj, {name: form.cleaned_data[name] for name in form.changed_data})

    @admin.action(description=_("Withdraw, with the reason given"), permissions=["change"])
    def withdraw(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        reason = request.POST.get("reason", "")
        if not reason.strip():
            messages.error(request, _("Nothing was withdrawn: give a reason beside the action."))
            return
        count = corrections.withdraw(list(queryset), reason)
        messages.success(request, ngettext("%d article was withdrawn.", "%d articles were withdrawn.", count) % count)

    @admin.action(description=_("Show withdrawn articles again"), permissions=["change"])
    def reinstate(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        count = corrections.reinstate(list(queryset))
        messages.success(request, ngettext("%d article is shown again.", "%d articles are shown again.", count) % count)
