"""What the benchmark asks of an engine."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from pathlib import Path

import psutil

from articles.search.engines.base import Document
from bench.questions import Question

Answer = tuple[int, list[int]]
"""How many match, and the ids of the first LIMIT."""
LIMIT = 10
FACETS = ("source", "language")


class Rival(ABC):
    """One engine, which builds from the same documents as the others and answers the same questions."""

    name: str
    largest: int | None = None
    """More articles than this are not built: it would take too long."""
    rounds = 3
    """How often each question is asked when warm; the best time counts."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @classmethod
    def missing(cls) -> str:
        """What is not installed here that the engine needs; empty where nothing is missing."""
        return ""

    def given(self, document: Document) -> object:
        """A document in the form in which the engine takes it: making that is not counted as building."""
        return [joined(document, field) for field in document.texts]

    @abstractmethod
    def build(self, documents: Iterable[Document]) -> None: ...

    @abstractmethod
    def open(self) -> None:
        """Up to where the first question can be asked."""

    @abstractmethod
    def prepare(self, question: Question) -> Callable[[], Answer]: ...

    def close(self) -> None:  # noqa: B027 - most have nothing to end
        """Ends what `build` or `open` began."""

    def cpu(self) -> float:
        """Seconds of CPU time that the engine has had so far, wherever it runs."""
        return time.process_time()

    def private(self) -> int:
        """Bytes that the engine's processes would free if they ended."""
        found: int = psutil.Process().memory_full_info().uss
        return found


def joined(document: Document, field: str) -> str:
    """The terms of a text field with spaces between them."""
    return " ".join(text for place in document.texts[field] for text in place)
