"""The engines under the same load, each a module."""

from bench.rivals.base import Rival
from bench.rivals.fts5 import Fts5
from bench.rivals.native import Tantivy
from bench.rivals.ours import Ours
from bench.rivals.postgres import Postgres
from bench.rivals.stock import StockHaystack

RIVALS: tuple[type[Rival], ...] = (Ours, Tantivy, Fts5, Postgres, StockHaystack)
