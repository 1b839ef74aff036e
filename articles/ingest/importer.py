"""One import: every record of every input through the pipeline, in batches, to be continued where it stopped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from django.db import transaction

from articles.ingest import outlets, reader
from articles.ingest.inputs import Input, find_inputs, unwatched
from articles.ingest.pipeline import BATCH, store_many
from articles.ingest.reader import Options
from articles.ingest.record import ArticleRecord, Rejection, Status
from articles.ingest.report import Report
from articles.models import ImportProgress

BATCH_LETTERS = 4_000_000
"""Code points after which a batch is stored though it has less than 500 records: long articles, little memory."""


@dataclass(slots=True)
class _Place:
    """How far one input came in this import. `moved` since it was last saved."""

    key: str
    position: int = 0
    accepted: int = 0
    rejected: int = 0
    finished: bool = False
    moved: bool = False


class Importer:
    """Imports paths once. `on_read` is told the number of bytes taken from the disk, for a progress bar."""

    def __init__(self, options: Options, report: Report, on_read: Callable[[int], None] = unwatched) -> None:
        self.options = options
        self.report = report
        self._on_read = on_read
        self._text_paths: dict[str, str] = {}
        self._batch: list[tuple[ArticleRecord, _Place, int]] = []
        self._letters = 0
        self._places: dict[str, _Place] = {}

    def run(self, paths: Sequence[str]) -> None:
        """Stores what can be stored and reports the rest. An error of the database ends it; a repetition continues."""
        outlets.learn_stored()
        run = "\0".join((*paths, self.options.format, self.options.source, self.options.language))
        for entry in find_inputs(paths):
            if isinstance(entry, Rejection):
                self.report.reject(entry)
            else:
                self._run_input(entry, run)
        self._flush()
        ImportProgress.objects.filter(key__in=list(self._places)).delete()

    def _run_input(self, entry: Input, run: str) -> None:
        place = self._resumed(entry, run)
        if not place.finished:
            for position, item in reader.read(entry, self.options, place.position, self._on_read):
                self._take(self._named_once(item, entry), place, position)
            place.finished = place.moved = True

    def _resumed(self, entry: Input, run: str) -> _Place:
        place = _Place(entry.key(run) if entry.format != "text" else "")
        stored = ImportProgress.objects.filter(key=place.key).first() if place.key else None
        if stored:
            place.position, place.accepted, place.rejected = stored.position, stored.accepted, stored.rejected
            place.finished = stored.finished
            self.report.add_earlier(stored.accepted, stored.rejected, entry.path)
        if place.key:
            self._places[place.key] = place
        return place

    def _named_once(self, item: ArticleRecord | Rejection, entry: Input) -> ArticleRecord | Rejection:
        """A text file's id is its name: two of one name in different folders are one article, which should be said."""
        if isinstance(item, Rejection) or item.place != entry.path:
            return item
        other = self._text_paths.setdefault(item.external_id, entry.path)
        if other == entry.path:
            return item
        return replace(item, warnings=(*item.warnings, f"{other} has the same name, which is the article's id"))

    def _take(self, item: ArticleRecord | Rejection, place: _Place, position: int) -> None:
        if isinstance(item, Rejection):
            self.report.reject(item)
            place.rejected += 1
            return
        self._batch.append((item, place, position))
        self._letters += len(item.title) + len(item.body)
        if len(self._batch) >= BATCH or self._letters >= BATCH_LETTERS:
            self._flush()

    def _flush(self) -> None:
        with transaction.atomic():
            outcomes = store_many([record for record, _, _ in self._batch])
            for outcome, (_, place, position) in zip(outcomes, self._batch, strict=True):
                place.position, place.moved = max(place.position, position), True
                if outcome.status is Status.REJECTED:
                    place.rejected += 1
                else:
                    place.accepted += 1
            self._save_places()
        for outcome in outcomes:
            self.report.add(outcome)
        self._batch.clear()
        self._letters = 0

    def _save_places(self) -> None:
        moved = [place for place in self._places.values() if place.moved]
        rows = [
            ImportProgress(
                key=place.key,
                position=place.position,
                accepted=place.accepted,
                rejected=place.rejected,
                finished=place.finished,
            )
            for place in moved
        ]
        fields = ["position", "accepted", "rejected", "finished", "updated_at"]
        ImportProgress.objects.bulk_create(rows, update_conflicts=True, unique_fields=["key"], update_fields=fields)
        for place in moved:
            place.moved = False
