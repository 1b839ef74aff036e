"""The query language: text in, a pure tree out. Knows no engine and no database."""

from articles.search.query.errors import Problem, ProblemKind
from articles.search.query.parser import NameLength, Parsed, Part, parse

__all__ = ["NameLength", "Parsed", "Part", "Problem", "ProblemKind", "parse"]
