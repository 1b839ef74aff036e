"""The outbox into the index, through crashes, withdrawals and rebuilds."""

from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles.models import Article, Mention, OutboxEntry, Person
from articles.search import indexer
from articles.search.engines import get_engine
from articles.search.engines.base import EngineRequest, IndexLocked
from articles.search.indexer import Difference, compare, drain, drain_batch, rebuild
from articles.search.plan import Everything, Keyword, Plan, Term
from articles.search.related import related

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _index(index):
    """Every test has an index of its own."""


def add(number: int, body: str, **facts) -> Article:
    facts = {"title": f"title {number}", "language": "en", **facts}
    article = Article.objects.create(external_id=str(number), body=body, **facts)
    queue(article)
    return article


def queue(article: Article) -> None:
    OutboxEntry.objects.create(article_id=article.pk)


def found(plan: Plan) -> set[int]:
    return {hit.id for hit in get_engine().search(EngineRequest(plan, limit=100)).hits}


def body(word: str) -> Term:
    return Term("body_surface", word)


def test_draining_makes_articles_searchable_and_empties_the_outbox():
    first, second = add(1, "cat and dog", lead="a leading mouse"), add(2, "dog")
    assert drain() == 2
    assert found(body("dog")) == {first.pk, second.pk}
    assert found(body("mouse")) == {first.pk}
    assert found(Term("title_surface", "title")) == {first.pk, second.pk}
    assert not OutboxEntry.objects.exists()
    assert drain() == 0


def test_an_article_queued_twice_is_indexed_once():
    article = add(1, "cat")
    queue(article)
    assert drain() == 1
    assert get_engine().count() == 1


def test_small_batches_reach_the_end():
    articles = [add(number, "cat") for number in range(7)]
    assert drain(batch_size=3) == 7
    assert found(body("cat")) == {article.pk for article in articles}


def test_corrected_withdrawn_duplicate_and_removed_articles():
    corrected, withdrawn, duplicate, removed = (add(number, "cat") for number in range(4))
    drain()
    Article.objects.filter(pk=corrected.pk).update(body="dog")
    Article.objects.filter(pk=withdrawn.pk).update(withdrawn_at=timezone.now())
    Article.objects.filter(pk=duplicate.pk).update(duplicate_of=corrected.pk)
    for article in (corrected, withdrawn, duplicate, removed):
        queue(article)
    Article.objects.filter(pk=removed.pk).delete()
    drain()
    assert found(Everything()) == {corrected.pk}
    assert found(body("cat")) == set()


def test_persons_are_values_to_filter_by():
    article = add(1, "cat")
    person = Person.objects.create(slug="jane-doe")
    rebuild()
    assert found(Keyword("person", ("jane-doe",))) == set()
    Mention.objects.create(article=article, person=person, text="Jane", field="body", start=0, end=4)
    rebuild()
    assert found(Keyword("person", ("jane-doe",))) == {article.pk}


def test_a_crash_before_the_rows_go_repeats_the_work_and_changes_nothing(monkeypatch):
    article = add(1, "cat")
    entries = list(OutboxEntry.objects.all())
    drain()
    OutboxEntry.objects.bulk_create(entries)
    assert drain() == 1
    assert found(body("cat")) == {article.pk}
    assert get_engine().count() == 1


def test_an_error_while_indexing_leaves_rows_and_index_as_they_were(monkeypatch):
    kept = add(1, "cat")
    drain()
    add(2, "dog")

    def broken(article, slugs):
        raise RuntimeError("no words")

    with monkeypatch.context() as patch:
        patch.setattr(indexer, "document_of", broken)
        with pytest.raises(RuntimeError):
            drain()
    assert OutboxEntry.objects.count() == 1
    assert found(Everything()) == {kept.pk}
    assert drain() == 1


def test_a_locked_index_keeps_the_rows(monkeypatch):
    add(1, "cat")
    drain_batch()
    add(2, "dog")
    engine = get_engine()
    monkeypatch.setattr(engine, "_lock_seconds", 0.1)
    with engine.directories.write_lock(1), pytest.raises(IndexLocked, match="waited"):
        drain()
    assert OutboxEntry.objects.count() == 1
    assert drain() == 1


class TestRebuilding:
    def test_a_first_import_is_analysed_once(self, monkeypatch):
        analysed = []
        document_of = indexer.document_of
        monkeypatch.setattr(indexer, "document_of", lambda *given: analysed.append(1) or document_of(*given))
        for number in range(3):
            add(number, "cat")
        drain()
        assert len(analysed) == 3
        assert get_engine().count() == 3

    def test_a_missing_index_is_built_from_the_database_not_from_the_outbox_alone(self):
        article = add(1, "cat")
        OutboxEntry.objects.all().delete()
        drain()
        assert found(body("cat")) == {article.pk}

    def test_the_old_index_answers_until_the_switch(self, monkeypatch):
        articles = [add(number, "cat") for number in range(5)]
        drain()
        counts = []
        documents = indexer._all_documents

        def watched():
            for document in documents():
                counts.append(len(found(body("cat"))))
                yield document

        monkeypatch.setattr(indexer, "_all_documents", watched)
        assert rebuild() == 5
        assert counts == [5] * 5
        assert found(body("cat")) == {article.pk for article in articles}

    def test_what_is_indexed_during_a_build_is_in_the_new_index(self, monkeypatch):
        first, gone = add(1, "cat"), add(2, "cat")
        drain()
        late = []
        documents = indexer._all_documents

        def meanwhile():
            yield from documents()
            late.append(add(3, "cat"))
            Article.objects.filter(pk=first.pk).update(body="dog")
            queue(first)
            Article.objects.filter(pk=gone.pk).delete()
            queue(gone)
            drain()

        monkeypatch.setattr(indexer, "_all_documents", meanwhile)
        assert rebuild() == 2
        assert found(body("cat")) == {late[0].pk}
        assert found(body("dog")) == {first.pk}

    def test_a_failed_build_leaves_the_live_index(self, monkeypatch):
        article = add(1, "cat")
        drain()
        before = get_engine().directories.current()

        def broken():
            raise RuntimeError("database gone")
            yield

        with monkeypatch.context() as patch:
            patch.setattr(indexer, "_all_documents", broken)
            with pytest.raises(RuntimeError):
                rebuild()
        assert get_engine().directories.current() == before
        assert found(body("cat")) == {article.pk}
        rebuild()
        assert found(body("cat")) == {article.pk}

    def test_builds_that_nobody_reads_are_removed(self):
        add(1, "cat")
        for _ in range(3):
            rebuild()
            found(Everything())
        rebuild()
        builds = [path for path in get_engine().directories.root.iterdir() if path.is_dir()]
        assert len(builds) <= 2
        assert get_engine().directories.current() in builds

    def test_two_builds_at_once_are_refused(self):
        with get_engine().directories.build_lock(0), pytest.raises(IndexLocked):
            rebuild()


class TestChecking:
    def test_agreement(self, capsys):
        add(1, "cat")
        drain()
        call_command("check_index")
        assert "agree: 1 articles" in capsys.readouterr().out

    def test_what_waits_in_the_outbox_is_no_difference(self):
        drain()
        add(1, "cat")
        assert not compare()

    def test_differences_are_told_and_mended(self, capsys):
        missing, withdrawn = add(1, "cat"), add(2, "cat")
        drain()
        get_engine().write([], deleted=[missing.pk])
        Article.objects.filter(pk=withdrawn.pk).update(withdrawn_at=timezone.now())
        assert compare() == Difference(frozenset({missing.pk}), frozenset({withdrawn.pk}))
        with pytest.raises(CommandError):
            call_command("check_index")
        assert f"not in the index: 1 ({missing.pk})" in capsys.readouterr().out
        call_command("check_index", repair=True)
        assert found(Everything()) == {missing.pk}
        call_command("check_index")

    def test_a_damaged_file_is_told_and_mended(self):
        article = add(1, "cat")
        drain()
        segment = next(get_engine().directories.current().glob("*.seg"))
        data = bytearray(segment.read_bytes())
        data[len(data) // 3] ^= 0xFF
        segment.write_bytes(data)
        with pytest.raises(CommandError, match="checksum"):
            call_command("check_index")
        call_command("check_index", repair=True)
        call_command("check_index")
        assert found(body("cat")) == {article.pk}


def test_update_index_drains_and_compares(capsys):
    queued, missing = add(1, "cat"), add(2, "cat")
    drain()
    get_engine().write([], deleted=[missing.pk])
    queue(queued)
    call_command("update_index")
    assert "updated 2 articles" in capsys.readouterr().out
    assert found(body("cat")) == {queued.pk, missing.pk}


def test_the_worker_stops_when_nothing_is_left(capsys):
    article = add(1, "cat")
    call_command("worker", once=True)
    assert "indexed 1 articles" in capsys.readouterr().out
    assert found(body("cat")) == {article.pk}


class TestRelated:
    def test_articles_that_share_rare_words_come_first(self):
        words = "the minister spoke about trade with partners today"
        article = add(1, f"{words} volcano eruption iceland")
        others = [add(number, f"{words} item{number}") for number in range(2, 12)]
        near = add(20, "eruption of the volcano on iceland continues")
        foreign = add(21, "volcano eruption iceland", language="fa")
        drain()
        result = related(article, 3)
        assert result[0] == near
        assert article not in result
        assert foreign not in result
        assert len(result) == 3
        assert set(result[1:]) <= set(others)

    def test_nothing_where_search_is_down(self):
        assert related(add(1, "cat"), 3) == []
