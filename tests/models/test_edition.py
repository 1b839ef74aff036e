"""The mark of the database: another one after every commit, whoever made it."""

import sqlite3
from threading import Thread

import pytest
from django.db import DatabaseError, connection, transaction

from articles.models import Person
from articles.models.edition import database_edition, until_commit


def test_it_stays_while_nothing_is_written(database_file):
    first = database_edition()
    list(Person.objects.all())
    assert database_edition() == first


def test_it_changes_with_a_commit_of_the_same_connection(database_file):
    first = database_edition()
    Person.objects.create(slug="one")
    assert database_edition() != first


def test_it_changes_with_a_commit_of_any_other_program(database_file):
    first = database_edition()
    with sqlite3.connect(database_file) as other:
        other.execute(
            "INSERT INTO articles_person (slug, wikidata, descriptions, context) VALUES ('one', '', '{}', '{}')"
        )
    assert database_edition() != first


def test_all_threads_are_told_the_same(database_file):
    found = []
    threads = [Thread(target=lambda: found.append(database_edition())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(found) == {database_edition()}


def test_what_is_rolled_back_leaves_it(database_file):
    first = database_edition()
    with transaction.atomic():
        Person.objects.create(slug="one")
        transaction.set_rollback(True)
    assert database_edition() == first


def test_there_is_none_inside_a_transaction(database_file):
    with transaction.atomic():
        assert database_edition() is None


def test_there_is_none_of_a_database_in_memory(transactional_db):
    assert connection.vendor != "sqlite" or database_edition() is None


def test_another_file_in_the_place_of_the_first_has_another(database_file):
    first = database_edition()
    copy = database_file.with_suffix(".copy")
    copy.write_bytes(database_file.read_bytes())
    connection.close()
    copy.replace(database_file)
    assert database_edition() != first


def test_a_database_that_is_gone_is_an_error(database_file):
    connection.close()
    database_file.rename(database_file.with_suffix(".gone"))
    with pytest.raises(DatabaseError):
        database_edition()


def test_what_was_read_is_remembered_until_the_next_commit_of_any_program(database_file):
    read = []
    slugs = until_commit(lambda: read.append(1) or set(Person.objects.values_list("slug", flat=True)))
    assert (slugs(), slugs(), len(read)) == (set(), set(), 1)
    with sqlite3.connect(database_file) as other:
        other.execute(
            "INSERT INTO articles_person (slug, wikidata, descriptions, context) VALUES ('one', '', '{}', '{}')"
        )
    assert (slugs(), slugs(), len(read)) == ({"one"}, {"one"}, 2)


def test_inside_a_transaction_its_own_writes_are_read(database_file):
    slugs = until_commit(lambda: set(Person.objects.values_list("slug", flat=True)))
    assert slugs() == set()
    with transaction.atomic():
        Person.objects.create(slug="one")
        assert slugs() == {"one"}
        transaction.set_rollback(True)
    assert slugs() == set()
