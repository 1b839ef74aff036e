"""What the portal stores: one noun per module, its QuerySet beside it."""

from articles.models.article import Article
from articles.models.mention import Mention
from articles.models.outbox import OutboxEntry
from articles.models.person import NameBook, Person, PersonName
from articles.models.progress import ImportProgress
from articles.models.proposal import NameProposal, ProposalStatus
from articles.models.source import Source

__all__ = [
    "Article",
    "ImportProgress",
    "Mention",
    "NameBook",
    "NameProposal",
    "OutboxEntry",
    "Person",
    "PersonName",
    "ProposalStatus",
    "Source",
]
