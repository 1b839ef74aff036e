"""Names that articles hold and nobody entered: what an editor decides on."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.person import Person


class ProposalStatus(models.TextChoices):
    OPEN = "open", _("open")
    ACCEPTED = "accepted", _("accepted")
    MERGED = "merged", _("merged")
    DISMISSED = "dismissed", _("dismissed")


class NameProposal(models.Model):
    """A name that may be a person's. Readers never see it; once decided on it is not proposed again.

    `key` is the folded letters of the name without spaces. `examples` are objects with `article` (id) and the
    sentence in three pieces, `before`, `name` and `after`.
    """

    key = models.CharField(max_length=200)
    name = models.CharField(_("name"), max_length=200)
    language = models.CharField(_("language"), max_length=12)
    titles = models.JSONField(_("titles beside it"), default=list, blank=True)
    count = models.PositiveIntegerField(_("articles"), default=0)
    examples = models.JSONField(_("examples"), default=list, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=ProposalStatus, default=ProposalStatus.OPEN)
    person = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="proposals", verbose_name=_("person")
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("proposed name")
        verbose_name_plural = _("proposed names")
        ordering = ("-count", "name", "id")
        constraints = [models.UniqueConstraint(fields=["key", "language"], name="one_proposal_per_name_and_language")]
        indexes = [models.Index(fields=["status", "-count"], name="proposal_status_count")]

    def __str__(self) -> str:
        return self.name
