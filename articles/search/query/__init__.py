"""The query language: text in, a pure tree out. Knows no engine and no database."""

from articles.search.query.errors import Problem, ProblemKind
from articles.search.query.parser import Parsed, parse

__all__ = ["Parsed", "Problem", "ProblemKind", "parse"]
