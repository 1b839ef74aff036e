"""The worker as a process: alone, patient, and not held up by one bad article."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from articles.management.commands.worker import Worker
from articles.models import Article, OutboxEntry
from articles.search import indexer
from articles.search.engines import get_engine


class Rounds(Event):
    """Stops after so many pauses, without pausing."""

    def __init__(self, rounds: int) -> None:
        super().__init__()
        self.left = rounds

    def wait(self, timeout=None):
        self.left -= 1
        if self.left <= 0:
            self.set()
        return self.is_set()


def add(number: int, body: str) -> Article:
    article = Article.objects.create(external_id=str(number), title="t", body=body, language="en")
    OutboxEntry.objects.create(article_id=article.pk)
    return article


def test_one_bad_article_does_not_hold_up_the_others(db, index, monkeypatch):
    articles = [add(number, "bad" if number == 2 else "good") for number in range(5)]
    document_of = indexer.document_of

    def fragile(article, slugs):
        if article.body == "bad":
            raise RuntimeError("no words")
        return document_of(article, slugs)

    monkeypatch.setattr(indexer, "document_of", fragile)
    indexer.get_engine().create()
    Worker(Rounds(5)).run()
    assert set(get_engine().ids()) == {article.pk for article in articles if article.body == "good"}
    assert [entry.article_id for entry in OutboxEntry.objects.all()] == [articles[2].pk]
    monkeypatch.setattr(indexer, "document_of", document_of)
    Worker(Rounds(1)).run()
    assert get_engine().count() == 5


def no_space(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_full_disk_is_no_fault_of_an_article(db, index, monkeypatch, caplog):
    articles = [add(number, "good") for number in range(3)]
    indexer.get_engine().create()
    with monkeypatch.context() as full:
        full.setattr(type(get_engine()), "write", no_space)
        Worker(Rounds(4)).run()
        assert "No space left" in caplog.text
        assert "passed over" not in caplog.text
        with pytest.raises(CommandError, match=r"No space left.*stays queued"):
            call_command("worker", "--once")
    assert OutboxEntry.objects.count() == 3
    Worker(Rounds(1)).run()
    assert set(get_engine().ids()) == {article.pk for article in articles}


def test_a_second_worker_waits_and_says_so_and_both_stop_when_told(tmp_path, lexicon):
    shutil.copytree(lexicon, tmp_path / "lexicon")
    manage = [sys.executable, str(Path(settings.BASE_DIR) / "manage.py")]
    surroundings = {**os.environ, "DATA_DIR": str(tmp_path), "PYTHONUNBUFFERED": "1"}
    subprocess.run([*manage, "migrate", "--skip-checks", "-v0"], env=surroundings, check=True, capture_output=True)
    workers = []
    for expected in ("worker started", "another worker is running"):
        worker = subprocess.Popen([*manage, "worker"], env=surroundings, stderr=subprocess.PIPE, text=True)
        workers.append(worker)
        assert worker.stderr is not None
        assert any(expected in line for line in iter(worker.stderr.readline, ""))
    for worker in reversed(workers):
        worker.send_signal(signal.SIGTERM)
        worker.communicate(timeout=30)
        assert worker.returncode == 0


@pytest.mark.parametrize("command", ["rebuild_index", "update_index", "check_index", "clear_index", "worker"])
def test_our_commands_stand_before_haystacks(command):
    from django.core.management import get_commands  # noqa: PLC0415

    assert get_commands()[command] == "articles"
