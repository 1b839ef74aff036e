"""`manage.py worker [--once]`: makes imported articles searchable."""

from __future__ import annotations

import logging
import signal
import subprocess
import sys
from argparse import ArgumentParser
from threading import Event, Thread
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, close_old_connections

from articles.management.new_portal import make_database, make_lexicon
from articles.models import OutboxEntry
from articles.search.engines import get_engine
from articles.search.engines.base import IndexLocked, IndexUnavailable
from articles.search.indexer import BATCH_SIZE, drain, drain_batch, ensure_index, rebuild
from articles.search.locks import ProcessLock

logger = logging.getLogger(__name__)

POLL_SECONDS = 0.5
LONGEST_PAUSE = 60.0
OPTIMISE_AFTER = 30.0
"""Seconds without work before the segments are merged into one."""
NOT_NOW = (IndexLocked, OSError, OperationalError)
"""A full disk, a lock that is held: no article is to blame, and all may be well in a minute."""


class Command(BaseCommand):
    requires_system_checks: list[str] = []
    help = "Drains the outbox: who is mentioned, analysis, index. One worker at a time; a second one waits."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="stop when nothing is left")

    def handle(self, *args: Any, **options: Any) -> None:
        stop = Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        with ProcessLock(settings.DATA_DIR / "worker.lock") as lock:
            if not lock.acquire(0):
                self.stderr.write("another worker is running; waiting for it to end")
                if not lock.acquire_until(stop):
                    return
            make_database()
            make_lexicon()
            if options["once"]:
                self._once()
            else:
                Worker(stop).run()

    def _once(self) -> None:
        try:
            if get_engine().status().outdated:
                rebuild()
            self.stdout.write(f"indexed {drain()} articles")
        except NOT_NOW as error:
            waiting = "What is not indexed stays queued. Repeat the command to go on."
            raise CommandError(f"the worker stopped: {error}. {waiting}") from error


class Worker:
    """The loop: one batch after the other, rest when there is none, longer rests after errors.

    An article that cannot be indexed does not hold up the others: after an error articles are taken one by one, and
    the one that fails alone is passed over until nothing else is left for a while. Its row stays in the outbox.
    """

    def __init__(self, stop: Event) -> None:
        self._stop = stop
        self._idle = 0.0
        self._batch_size = BATCH_SIZE
        self._passed_over: set[int] = set()
        self._build: subprocess.Popen[bytes] | None = None
        self._merge: Thread | None = None

    def run(self) -> None:
        logger.info("worker started")
        pause = POLL_SECONDS
        while not self._stop.is_set():
            try:
                busy = self._step()
            except NOT_NOW as error:
                logger.warning("batch put off seconds=%.1f reason=%s", pause, error)
                pause = min(pause * 2, LONGEST_PAUSE)
            except Exception:
                logger.exception("batch failed articles=%d seconds=%.1f; it stays queued", self._batch_size, pause)
                self._pass_over()
                pause = min(pause * 2, LONGEST_PAUSE)
            else:
                pause = POLL_SECONDS
                if busy:
                    continue
            close_old_connections()
            self._stop.wait(pause)
        if self._build is not None and self._build.poll() is None:
            self._build.terminate()
            self._build.wait()
        logger.info("worker stopped")

    def _step(self) -> bool:
        """Returns whether there was anything to do."""
        ensure_index()
        self._build_if_outdated()
        if drain_batch(self._batch_size, self._passed_over):
            self._idle = 0.0
            return True
        self._batch_size = BATCH_SIZE
        self._idle += POLL_SECONDS
        if self._idle >= OPTIMISE_AFTER:
            self._idle = 0.0
            self._passed_over.clear()
            self._optimise()
        return False

    def _pass_over(self) -> None:
        """After an error: smaller batches, and of a batch of one the article is to blame."""
        if self._batch_size > 1:
            self._batch_size = 1
            return
        entry = OutboxEntry.objects.exclude(article_id__in=self._passed_over).order_by("id").first()
        if entry is not None:
            logger.error("article passed over article=%d", entry.article_id)
            self._passed_over.add(entry.article_id)

    def _optimise(self) -> None:
        """Merges the segments beside the loop: articles that come in meanwhile do not wait for it."""
        if self._merge is None or not self._merge.is_alive():
            self._merge = Thread(target=self._merge_segments, daemon=True)
            self._merge.start()

    @staticmethod
    def _merge_segments() -> None:
        try:
            get_engine().optimise()
            get_engine().tidy()
        except (IndexLocked, IndexUnavailable) as error:
            logger.warning("segments not merged reason=%s", error)

    def _build_if_outdated(self) -> None:
        """By a process of its own: articles keep coming in while the new index is built. Once: a worker that still
        reads by other rules than the index it had built would build without end."""
        if self._build is None and get_engine().status().outdated:
            logger.info("the rules of analysis changed: building a new index")
            self._build = subprocess.Popen([sys.executable, str(settings.BASE_DIR / "manage.py"), "rebuild_index"])  # noqa: S603
