"""Whoosh opens the portal's index as it opens its own: what its readers say of both is the same."""

from __future__ import annotations

from io import UnsupportedOperation

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whoosh import fields, query
from whoosh.analysis import IDTokenizer
from whoosh.filedb.filestore import RamStorage, ReadOnlyError
from whoosh.index import open_dir
from whoosh.sorting import FieldFacet

from articles.search.engines.base import Document
from articles.search.engines.whoosh.bundle import DamagedFile
from articles.search.engines.whoosh.codec import ColumnarCodec
from articles.search.engines.whoosh.codec_postings import BLOCK
from articles.search.engines.whoosh.directories import IndexDirectories
from articles.search.engines.whoosh.engine import EmbeddedEngine
from articles.search.engines.whoosh.schema import INDEX_NAME

WORDS = ["a", "ab", "abc", "b", "ba", "c", "پ", "پو", "é"]
EXACT = 10  # longer fields Whoosh's own codec keeps rounded to what a byte can say
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=EXACT)
people = st.lists(st.sampled_from("xyz"), unique=True)
corpora = st.lists(st.tuples(texts, people), min_size=1, max_size=12)


def document(id_, text=(), person=(), language="fa", source=(), **numbers):
    places = [(word,) for word in text]
    keywords = {"language": (language,), "source": tuple(source), "person": tuple(person)}
    return Document(id_, {"body_surface": places, "body_stem": places}, keywords, numbers)


def whooshs_own(corpus):
    """The same words in an index that Whoosh has written by itself, in its own format."""
    schema = fields.Schema(
        body_surface=fields.TEXT(analyzer=IDTokenizer(), phrase=True),
        body_stem=fields.TEXT(analyzer=IDTokenizer(), phrase=False),
        person=fields.ID(),
    )
    index = RamStorage().create_index(schema)
    writer = index.writer()
    for text, person in corpus:
        writer.add_document(body_surface=text, body_stem=text, person=person)
    writer.commit()
    return index


def portals(folder, *commits):
    engine = EmbeddedEngine(folder)
    engine.create()
    for written, deleted in commits:
        engine.write(written, deleted)
    return open_dir(str(IndexDirectories(folder).current()), indexname=INDEX_NAME, readonly=True)


def postings(reader, field, text):
    found = []
    matcher = reader.postings(field, text)
    while matcher.is_active():
        places = matcher.value_as("positions") if matcher.supports("positions") else None
        found.append((matcher.id(), matcher.weight(), matcher.value() or b"", places))
        matcher.next()
    return found


def statistics(info):
    lengths = info.min_length(), info.max_length()
    return (info.weight(), info.doc_frequency(), *lengths, info.max_weight(), info.min_id(), info.max_id())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(corpora)
def test_readers_say_the_same_of_both_formats(tmp_path_factory, corpus):
    documents = [document(number, text, person) for number, (text, person) in enumerate(corpus, start=1)]
    ours = portals(tmp_path_factory.mktemp("index"), (documents, ())).reader()
    theirs = whooshs_own(corpus).reader()
    for field in ("body_surface", "body_stem", "person"):
        lexicon = list(theirs.lexicon(field))
        assert list(ours.lexicon(field)) == lexicon
        assert list(ours.expand_prefix(field, "a")) == list(theirs.expand_prefix(field, "a"))
        for text in lexicon:
            assert statistics(ours.term_info(field, text)) == statistics(theirs.term_info(field, text))
            assert ours.frequency(field, text) == theirs.frequency(field, text)
            assert ours.doc_frequency(field, text) == theirs.doc_frequency(field, text)
            assert postings(ours, field, text) == postings(theirs, field, text)
    for field in ("body_surface", "body_stem"):
        for name in ("field_length", "min_field_length", "max_field_length"):
            assert getattr(ours, name)(field) == getattr(theirs, name)(field)
        for number in range(len(corpus)):
            assert ours.doc_field_length(number, field) == theirs.doc_field_length(number, field)


def test_every_term_of_every_segment_is_walked_in_order(tmp_path):
    index = portals(tmp_path, ([document(1, ["b", "a"], ["y"])], ()), ([document(2, ["c", "a"], ["x", "y"])], ()))
    reader = index.reader()
    assert len(reader.leaf_readers()) == 2
    surfaces = [(field, text) for field, text in reader.all_terms() if field in ("body_surface", "person")]
    assert surfaces == [
        *(("body_surface", text) for text in (b"a", b"b", b"c")),
        *(("person", text) for text in (b"x", b"y")),
    ]
    leaf = reader.leaf_readers()[1][0]
    assert dict(leaf)["body_surface", b"c"].doc_frequency() == 1
    assert [text for field, text in leaf.terms_from("body_surface", "b") if field == "body_surface"] == [b"c"]


def test_unknown_terms_and_fields_are_told_as_whoosh_tells_them(tmp_path):
    reader = portals(tmp_path, ([document(1, ["a"])], ())).reader()
    assert ("body_surface", "a") in reader
    assert ("body_surface", "z") not in reader
    assert ("nothing", "a") not in reader
    assert reader.frequency("body_surface", "z") == reader.doc_frequency("title_stem", "a") == 0
    assert reader.field_length("title_surface") == reader.max_field_length("title_surface") == 0


def test_deleted_documents_are_known_and_never_found(tmp_path):
    first = [document(number, ["a"] * number) for number in range(1, 9)]
    with portals(tmp_path, (first, ()), ([document(2, ["b"])], [4])).searcher() as searcher:
        reader = searcher.reader()
        assert (reader.doc_count(), reader.doc_count_all()) == (7, 9)
        assert reader.has_deletions()
        assert [number for number in range(9) if reader.is_deleted(number)] == [1, 3]
        assert sorted(stored["id"] for stored in reader.all_stored_fields()) == [1, 2, 3, 5, 6, 7, 8]
        assert {hit["id"] for hit in searcher.search(query.Term("body_surface", "a"))} == {1, 3, 5, 6, 7, 8}
        assert {hit["id"] for hit in searcher.search(query.Every())} == {1, 2, 3, 5, 6, 7, 8}


def test_lengths_are_exact_however_long_the_text_is(tmp_path):
    reader = portals(tmp_path, ([document(1, ["a"] * 1237)], ())).reader()
    assert reader.doc_field_length(0, "body_surface") == reader.field_length("body_surface") == 1237


def test_numbers_and_keywords_are_columns_to_sort_filter_and_group_by(tmp_path):
    index = portals(
        tmp_path,
        ([document(1, language="ar", source=["s"], day=730_002, time=5), document(2, day=730_001, time=9)], ()),
        ([document(3, person=["x", "y"], day=730_003, time=-1)], ()),
    )
    everything = query.Every()
    with index.searcher() as searcher:
        reader = searcher.reader()
        assert list(reader.column_reader("language")) == ["ar", "fa", "fa"]
        assert list(reader.column_reader("source")) == ["s", "", ""]
        assert not reader.has_column("person")
        assert [hit["id"] for hit in searcher.search(everything, sortedby="time")] == [3, 1, 2]
        newest = FieldFacet("day", reverse=True)
        assert [hit["id"] for hit in searcher.search(everything, sortedby=newest)] == [3, 1, 2]
        late = query.ColumnQuery("day", lambda day: day >= 730_002)
        assert {hit["id"] for hit in searcher.search(everything, filter=late)} == {1, 3}
        groups = searcher.search(everything, groupedby="language").groups()
        assert {name: len(numbers) for name, numbers in groups.items()} == {"ar": 1, "fa": 2}


def test_words_near_in_spelling_are_found_through_the_cursor(tmp_path):
    with portals(
        tmp_path, ([document(1, ["کتاب"]), document(2, ["کباب"]), document(3, ["باران"])], ())
    ).searcher() as s:
        assert {hit["id"] for hit in s.search(query.FuzzyTerm("body_surface", "کتاب"))} == {1, 2}
        cursor = s.reader().cursor("body_surface")
        assert (cursor.text(), cursor.next(), cursor.find("کت"), cursor.next()) == ("باران", "کباب", "کتاب", None)
        assert (cursor.is_valid(), cursor.term_info(), cursor.first()) == (False, None, "باران")


@pytest.fixture(scope="module")
def long_postings(tmp_path_factory):
    """A segment whose terms have several blocks of postings: `a` is worth more in each, the others vary."""
    documents = [
        document(number, [*["a"] * (1 + number // BLOCK), *["b"] * (number % 3), *["c"] * (number * 37 % 101)])
        for number in range(6 * BLOCK)
    ]
    return portals(tmp_path_factory.mktemp("long"), (documents, ()))


@pytest.mark.parametrize("kind", [query.Or, query.And])
@pytest.mark.parametrize("words", [["a"], ["a", "b"], ["a", "b", "c"]])
def test_leaving_out_blocks_does_not_change_the_first_page(long_postings, kind, words):
    asked = kind([query.Term("body_surface", word) for word in words])
    with long_postings.searcher() as searcher:
        everything = [hit.score for hit in searcher.search(asked, limit=None)]
        assert [hit.score for hit in searcher.search(asked, limit=5)] == everything[:5]


@pytest.mark.parametrize("word", ["a", "b"])
def test_only_what_cannot_reach_a_quality_is_left_out(long_postings, word):
    with long_postings.searcher() as searcher:
        matcher = searcher.postings("body_surface", word)
        scores = {}
        while matcher.is_active():
            scores[matcher.id()] = matcher.score()
            matcher.next()
        for quality in (0.0, min(scores.values()), max(scores.values()) * 0.999):
            matcher.reset()
            skipped = matcher.skip_to_quality(quality)
            left_out = [id_ for id_ in scores if id_ < matcher.id()]
            assert len(left_out) == skipped * BLOCK
            assert all(scores[id_] <= quality for id_ in left_out)
        matcher.reset()
        matcher.skip_to_quality(matcher.max_quality())
        assert not matcher.is_active()


def test_blocks_of_little_worth_are_left_out(long_postings):
    with long_postings.searcher() as searcher:
        matcher = searcher.postings("body_surface", "a")
        first = matcher.block_quality()
        assert matcher.skip_to_quality(first) == 1
        assert (matcher.id(), matcher.block_quality() > first) == (BLOCK, True)


def test_blocks_know_their_bounds(long_postings):
    reader = long_postings.reader()
    matcher = reader.postings("body_surface", "b")
    ids = list(matcher.all_ids())
    matcher.skip_to(ids[BLOCK + 3])
    block = ids[BLOCK : 2 * BLOCK]
    lengths = [reader.doc_field_length(number, "body_surface") for number in block]
    assert (matcher.block_min_id(), matcher.block_max_id()) == (block[0], block[-1])
    assert (matcher.block_min_length(), matcher.block_max_length()) == (min(lengths), max(lengths))


def test_whoosh_may_not_write(tmp_path):
    readonly = portals(tmp_path, ([document(1, ["a"])], ()))
    writer = open_dir(readonly.storage.folder, indexname=INDEX_NAME).writer()
    with pytest.raises(ReadOnlyError):
        writer.add_document(body_surface="a")
    with pytest.raises(ReadOnlyError):
        writer.delete_by_term("body_surface", "a")
    writer.cancel()
    with pytest.raises(ReadOnlyError):
        readonly.writer()


@pytest.mark.parametrize("half", ["per_document_writer", "field_writer", "postings_writer", "new_segment"])
def test_the_codec_has_no_writing_half(half):
    with pytest.raises(ReadOnlyError, match="the portal's engine"):
        getattr(ColumnarCodec(), half)(RamStorage(), None)


def test_postings_are_asked_of_the_terms_reader():
    with pytest.raises(UnsupportedOperation, match="terms_reader"):
        ColumnarCodec().postings_reader(None, None, None)


def test_a_cut_segment_is_told_and_not_read(tmp_path):
    index = portals(tmp_path, ([document(1, ["a"])], ()))
    (segment,) = tmp_path.rglob("*.seg")
    segment.write_bytes(segment.read_bytes()[:-9])
    with pytest.raises(DamagedFile):
        index.reader()
