"""The one Django app of the portal."""

from django.apps import AppConfig
from django.conf import settings
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("News")

    def ready(self) -> None:
        from articles.text import lexicon  # noqa: PLC0415  text knows no settings; it is told

        lexicon.configure(settings.LEXICON_PATH)
