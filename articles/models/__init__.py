"""What the portal stores: one noun per module, its QuerySet beside it."""

from articles.models.article import Article
from articles.models.mention import Mention
from articles.models.outbox import OutboxEntry
from articles.models.person import Person, PersonName
from articles.models.source import Source

__all__ = ["Article", "Mention", "OutboxEntry", "Person", "PersonName", "Source"]
