"""Public figures and the names they go by."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.addresses import address_of


class NameKind(models.TextChoices):
    """What a name is."""

    FULL = "full", _("full name")
    FAMILY = "family", _("family name")
    GIVEN = "given", _("given name")
    NOM_DE_GUERRE = "nom_de_guerre", _("nom de guerre")
    NICKNAME = "nickname", _("nickname")
    TITLED = "titled", _("name with title")


class Person(models.Model):
    """A public figure. `descriptions` maps language codes to one short neutral line, `context` to words that stand in
    articles about the person: several of them tell who is meant by a short name alone."""

    slug = models.SlugField(_("address name"), max_length=120, unique=True)
    wikidata = models.CharField(_("Wikidata id"), max_length=20, blank=True, db_index=True)
    descriptions = models.JSONField(_("descriptions by language"), default=dict, blank=True)
    context = models.JSONField(_("context words by language"), default=dict, blank=True)

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("persons")
        ordering = ("slug",)

    def __str__(self) -> str:
        return self.name_in("en")

    def get_absolute_url(self) -> str:
        return address_of("person", self.slug)

    def name_in(self, language: str) -> str:
        """The first full name in `language`, else in any language, else the slug.

        Reads `names`: prefetch it in lists.
        """
        full = [name for name in self.names.all() if name.kind == NameKind.FULL]
        for name in full:
            if name.language == language:
                return name.text
        return full[0].text if full else self.slug

    def description_in(self, language: str) -> str:
        return self.descriptions.get(language) or self.descriptions.get("en", "")


class PersonName(models.Model):
    """One way to write one name of a person.

    `standalone` says that the name means this person wherever it stands; otherwise it counts only
    after a full name in the same article, or beside a title.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="names", verbose_name=_("person"))
    text = models.CharField(_("name"), max_length=200)
    language = models.CharField(_("language"), max_length=12)
    kind = models.CharField(_("kind"), max_length=16, choices=NameKind, default=NameKind.FULL)
    standalone = models.BooleanField(_("means this person by itself"), default=True)

    class Meta:
        verbose_name = _("name")
        verbose_name_plural = _("names")
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(fields=["person", "text", "language"], name="one_name_per_person_and_language")
        ]

    def __str__(self) -> str:
        return self.text


class NameBook(models.Model):
    """The edition of all persons and names: one row, whose mark changes with any of them.

    A random mark and no counter, because a counter that was rolled back would stand for two different editions.
    """

    edition = models.CharField(max_length=16)
    queued = models.PositiveIntegerField(default=0)
    """Articles of the last re-examination, of which those still in the outbox are left."""

    def __str__(self) -> str:
        return self.edition
