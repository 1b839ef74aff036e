"""Outlets and agencies: who publishes."""

from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.addresses import address_of
from articles.models.edition import until_commit


class Source(models.Model):
    """An outlet or a news agency.

    `names` holds display names by language code; `hosts` the host names under which its articles are found;
    `time_zone` is an IANA name, empty where unknown (then settings.TIME_ZONE holds).
    """

    slug = models.SlugField(_("address name"), max_length=80, unique=True)
    name = models.CharField(_("name"), max_length=200)
    names = models.JSONField(_("names by language"), default=dict, blank=True)
    hosts = models.JSONField(_("host names"), default=list, blank=True)
    language = models.CharField(_("language"), max_length=12, blank=True)
    time_zone = models.CharField(_("time zone"), max_length=64, blank=True)
    homepage = models.URLField(_("homepage"), blank=True)

    class Meta:
        verbose_name = _("outlet")
        verbose_name_plural = _("outlets")
        ordering = ("slug",)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return address_of("source", self.slug)

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which a time without offset is read and a day is counted."""
        return ZoneInfo(self.time_zone or settings.TIME_ZONE)

    def name_in(self, language: str) -> str:
        """The outlet's name for a reader of `language`, else its own name."""
        return self.names.get(language) or self.name


@until_commit
def outlets() -> tuple[Source, ...]:
    """All outlets, which are few: read once after each commit, to be looked at and not to be changed."""
    return tuple(Source.objects.all())
