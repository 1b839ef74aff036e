"""Where an article names a person."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.person import Person


class MentionField(models.TextChoices):
    TITLE = "title", _("title")
    LEAD = "lead", _("lead")
    BODY = "body", _("text")


class Mention(models.Model):
    """One mention: the name and the title beside it, as written.

    `start` and `end` are code points of the published `field`; they span the name, not the title.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="mentions", verbose_name=_("person"))
    article = models.ForeignKey(Article, models.CASCADE, related_name="mentions", verbose_name=_("article"))
    text = models.CharField(_("name as written"), max_length=200)
    title = models.CharField(_("title as written"), max_length=200, blank=True)
    field = models.CharField(_("where"), max_length=5, choices=MentionField)
    start = models.PositiveIntegerField(_("from"))
    end = models.PositiveIntegerField(_("to"))

    class Meta:
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")
        ordering = ("article_id", "id")
        indexes = [models.Index(fields=["person", "article"], name="mention_person_article")]

    def __str__(self) -> str:
        return self.text
