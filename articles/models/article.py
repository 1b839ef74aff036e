"""Articles as published, with what was found out about them."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.models.addresses import address_of
from articles.models.source import Source
from articles.text.direction import direction_of_language


class PublishedHow(models.TextChoices):
    """How the date of an article was found."""

    GIVEN = "given", _("given")
    INFERRED = "inferred", _("inferred from the text")
    UNKNOWN = "unknown", _("unknown")


VISIBLE = Q(withdrawn_at=None, duplicate_of=None)


class ArticleQuerySet(models.QuerySet["Article"]):
    """Articles by what a reader may see."""

    def visible(self) -> ArticleQuerySet:
        """Neither withdrawn nor a near-copy of another: what lists, feeds and search show."""
        return self.filter(VISIBLE)

    def newest(self) -> ArticleQuerySet:
        """Newest first; articles without a date come last; ties by id so that pages never overlap."""
        return self.order_by(F("sorted_at").desc(nulls_last=True), "-id")

    def newer_than(self, article: Article) -> ArticleQuerySet:
        """Those after `article` in its language, the nearest first; none where it has no date."""
        moment, later = article.sorted_at, self.filter(language=article.language)
        if moment is None:
            return self.none()
        # One range and an exception instead of "or", so that the index is entered at the right place.
        return (
            later.filter(sorted_at__gte=moment)
            .exclude(sorted_at=moment, id__lte=article.pk)
            .order_by("sorted_at", "id")
        )

    def older_than(self, article: Article) -> ArticleQuerySet:
        """Those before `article` in its language, the nearest first; none where it has no date."""
        moment, earlier = article.sorted_at, self.filter(language=article.language)
        if moment is None:
            return self.none()
        return (
            earlier.filter(sorted_at__lte=moment)
            .exclude(sorted_at=moment, id__gte=article.pk)
            .order_by("-sorted_at", "-id")
        )

    def per_day(self) -> dict[date | None, int]:
        """Number of articles by day, earliest first; None is the unknown day. One query, answered by an index."""
        return dict(self.values_list("day").annotate(n=models.Count("id")).order_by("day"))

    def for_lists(self) -> ArticleQuerySet:
        """With the outlet, without the long text."""
        return self.select_related("source").defer("body")


class Article(models.Model):
    """One article of one outlet. Text is stored as published; only markup was taken out.

    `day` is the day in the outlet's zone. `published_at` (UTC) is None where only the day is known;
    `sorted_at` (UTC) is the moment by which lists sort: `published_at`, else the start of `day` in the outlet's zone.
    `lead` is its own text or empty; it is not repeated in `body`. Paragraphs of `body` are divided by newlines.
    `developing` says that the publisher announced more to come («این خبر در حال تکمیل است»).
    `content_hash` tells whether an import changed anything; `fingerprint` is equal for near-copies (folded text),
    empty under 50 words.
    """

    source = models.ForeignKey(
        Source, models.PROTECT, null=True, blank=True, related_name="articles", verbose_name=_("outlet")
    )
    external_id = models.CharField(_("publisher's id"), max_length=255)
    title = models.TextField(_("title"))
    lead = models.TextField(_("lead"), blank=True)
    body = models.TextField(_("text"), blank=True)
    author = models.CharField(_("byline"), max_length=255, blank=True)
    agency = models.ForeignKey(
        Source, models.PROTECT, null=True, blank=True, related_name="quoted_in", verbose_name=_("quoted agency")
    )
    tags = models.JSONField(_("tags"), default=list, blank=True)
    language = models.CharField(_("language"), max_length=12)
    url = models.URLField(_("original address"), max_length=2000, blank=True)

    day = models.DateField(_("day"), null=True, blank=True)
    published_at = models.DateTimeField(_("published at"), null=True, blank=True)
    sorted_at = models.DateTimeField(null=True, blank=True, editable=False)
    published_how = models.CharField(
        _("how the date was found"), max_length=8, choices=PublishedHow, default=PublishedHow.UNKNOWN
    )
    published_text = models.CharField(_("date as written"), max_length=200, blank=True)

    developing = models.BooleanField(_("still developing"), default=False)
    word_count = models.PositiveIntegerField(_("words"), default=0, editable=False)
    content_hash = models.CharField(max_length=64, editable=False)
    fingerprint = models.CharField(max_length=64, blank=True, editable=False)
    duplicate_of = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        db_index=False,  # one of duplicates alone stands below
        related_name="duplicates",
        verbose_name=_("near-copy of"),
    )

    imported_at = models.DateTimeField(_("imported"), auto_now_add=True)
    corrected_at = models.DateTimeField(_("corrected"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    withdrawn_reason = models.TextField(_("reason for withdrawal"), blank=True)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        constraints = [
            models.UniqueConstraint(fields=["source", "external_id"], name="one_article_per_outlet_and_id"),
            models.UniqueConstraint(
                fields=["external_id"], condition=Q(source=None), name="one_article_per_id_without_outlet"
            ),
        ]
        indexes = [
            # Without "nulls last", which SQLite refuses in an index and does by itself when it sorts downwards.
            # Of visible articles alone, and `duplicate_of` of duplicates alone: with an index over every `duplicate_of`
            # SQLite picks that one for "is null" and sorts the whole table.
            models.Index(fields=["-sorted_at", "-id"], name="article_newest", condition=VISIBLE),
            models.Index(
                fields=["language", "-sorted_at", "-id"], name="article_newest_by_language", condition=VISIBLE
            ),
            models.Index(fields=["source", "-sorted_at", "-id"], name="article_newest_by_source", condition=VISIBLE),
            models.Index("day", name="article_day", condition=VISIBLE),
            models.Index("duplicate_of", name="article_duplicate_of", condition=Q(duplicate_of__isnull=False)),
            models.Index("source", "fingerprint", name="article_fingerprint", condition=~Q(fingerprint="")),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return address_of("article", self.pk)

    @property
    def direction(self) -> str:
        """`rtl` or `ltr`, from the stored language."""
        return direction_of_language(self.language)

    @property
    def reference(self) -> str:
        """`source:id` as the API and `withdraw` name an article; the id alone where there is no outlet."""
        return f"{self.source.slug}:{self.external_id}" if self.source else self.external_id

    @property
    def paragraphs(self) -> list[str]:
        return [paragraph for paragraph in self.body.split("\n") if paragraph.strip()]
