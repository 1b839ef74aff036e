"""The report of an import: each rejected record and each warning, with place and reason."""

from __future__ import annotations

import json
from collections import Counter
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path

from articles.ingest.record import Outcome, Rejection, Status

TOLD = 5
"""Rejections that are told at once; the report has them all."""


class Report:
    """Counts outcomes and writes what needs attention to a file of JSON lines, made when there is a first entry.

    `first` holds the first TOLD rejections, as "place: reason".
    """

    def __init__(self, folder: Path, now: datetime) -> None:
        self._folder = folder
        self._name = f"import-{now:%Y%m%d-%H%M%S-%f}.jsonl"
        self._file: TextIOWrapper | None = None
        self.counts: Counter[Status] = Counter()
        self.first: list[str] = []

    @property
    def path(self) -> Path | None:
        """The file; None where there is nothing to report."""
        return self._folder / self._name if self._file else None

    def add(self, outcome: Outcome) -> None:
        self.counts[outcome.status] += 1
        if outcome.status is Status.REJECTED:
            self._reject(outcome.place, outcome.reason, outcome.reference)
        for warning in outcome.warnings:
            self._write("warning", outcome.place, warning, outcome.reference)

    def reject(self, rejection: Rejection) -> None:
        self.counts[Status.REJECTED] += 1
        self._reject(rejection.place, rejection.reason)

    def add_earlier(self, accepted: int, rejected: int, place: str) -> None:
        """Counts what an interrupted import did already."""
        self.counts[Status.UNCHANGED] += accepted
        self.counts[Status.REJECTED] += rejected
        if rejected:
            self._write("warning", place, f"{rejected} rejected records stand in the report of the interrupted import")

    def summary(self) -> str:
        """The promised last line."""
        counts = ", ".join(f"{status} {self.counts[status]}" for status in Status)
        return f"{counts} {self.path}" if self.path else counts

    def close(self) -> None:
        if self._file:
            self._file.flush()
            self._file.close()

    def _reject(self, place: str, reason: str, reference: str = "") -> None:
        if len(self.first) < TOLD:
            self.first.append(f"{place}: {reason}")
        self._write("rejected", place, reason, reference)

    def _write(self, kind: str, place: str, reason: str, reference: str = "") -> None:
        if self._file is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._file = (self._folder / self._name).open("w", encoding="utf-8", errors="backslashreplace")
        entry = {"kind": kind, "place": place, "reason": reason, "article": reference}
        self._file.write(json.dumps({key: value for key, value in entry.items() if value}, ensure_ascii=False) + "\n")
