"""The compiled lexicon: complete, versioned, written whole or not at all."""

import logging
from pathlib import Path

import pytest

from articles.text import lexicon, persian
from articles.text.analysis import analyse
from articles.text.lexicon import Entry, Lexicon, LexiconUnavailable
from articles.text.lexicon_records import ArabicWords, write


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return write({"کتاب": Entry("ns", 20), "رییسجمهور": Entry("js", 12, (4,), "", "")}, tmp_path)


def test_an_entry_survives_the_disk(small: Path) -> None:
    found = Lexicon(small)
    assert found.get("رییسجمهور") == Entry("js", 12, (4,))
    assert found.get("نیست") is None
    assert "کتاب" in found
    assert found.continuations("ک", 2) == {"تا"}
    assert found.continuations("کتا", 2) == {"ب"}
    assert not found.continuations("کتاب", 2)
    assert not found.continuations("\ud800", 2)
    assert found.version == lexicon.expected_version()


def test_how_frequent_arabic_words_are_survives_the_disk(tmp_path: Path) -> None:
    found = Lexicon(write({"وزیر": Entry("ns", 20)}, tmp_path, ArabicWords({"دولة": 18})))
    assert found.arabic_weight("دولة") == 18
    assert found.arabic_weight("وزیر") == found.arabic_weight("\ud800") == 0
    assert found.get("دولة") is None
    assert [word for word, _ in found.entries()] == ["وزیر"]


def test_names_and_places_survive_the_disk(tmp_path: Path) -> None:
    found = Lexicon(write({"کندا": Entry("ntx", 9), "حسن": Entry("u"), "وزیر": Entry("ns", 20)}, tmp_path))
    assert found.names == {"کندا", "حسن"}
    assert found.places == {"کندا"}
    assert Lexicon(None).names == frozenset()


def test_stems_of_forms_are_those_of_the_rules_in_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write({}, tmp_path, ArabicWords(stems={"کتب": "کتاب"}))
    found = Lexicon(path)
    assert found.stem_of_form("كتب") == "کتاب"
    assert found.stem_of_form("كَتب") == found.stem_of_form("\ud800") == ""
    assert found.is_current
    monkeypatch.setattr(lexicon, "state_of_rules", lambda: b"other rules")
    assert Lexicon(path).stem_of_form("كتب") == ""
    assert not Lexicon(path).is_current


def test_a_list_that_changed_makes_another_state_of_the_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    state = lexicon.state_of_rules.__wrapped__  # without what it remembers
    found = [state(), state()]
    (tmp_path / "text").mkdir()
    (tmp_path / "data").mkdir()
    monkeypatch.setattr(lexicon, "__file__", str(tmp_path / "text" / "lexicon.py"))
    for word in ("سال", "ماه"):
        (tmp_path / "data" / "false_friends.txt").write_text(word, encoding="utf-8")
        found.append(state())
    assert found[0] == found[1]
    assert len(set(found)) == 3


def test_a_lone_surrogate_is_no_word(small: Path) -> None:
    found = Lexicon(small)
    assert found.get("\ud800") is None
    assert "\ud800" not in found


def test_it_is_compiled_once(lexicon: Path) -> None:
    assert persian.compile_lexicon(lexicon) is False


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.touch()
    with pytest.raises(LexiconUnavailable, match=r"persian\.marisa"):
        write({}, blocked)


def test_analysis_works_without_a_lexicon_and_says_so(
    tmp_path: Path, lexicon: Path, caplog: pytest.LogCaptureFixture
) -> None:
    from articles.text import lexicon as module  # noqa: PLC0415  the fixture of that name hides it

    module.configure(tmp_path / "nothing")
    try:
        with caplog.at_level(logging.WARNING):
            assert [token.surface for token in analyse("کتاب‌ها و ایران", "fa")] == ["کتابها", "و", "ایران"]
            analyse("باز هم", "fa")
        assert [record.message for record in caplog.records].count(caplog.records[0].message) == 1
        assert "compile_lexicon" in caplog.records[0].message
    finally:
        module.configure(lexicon)


@pytest.mark.usefixtures("lexicon")
class TestWhatTheLexiconHolds:
    """A few words of each kind, from hazm and CLDR."""

    @pytest.mark.parametrize(
        ("word", "tags"),
        [
            ("رییسجمهور", "j"),
            ("خاطرنشان", "jl"),
            ("بهویژه", "d"),
            ("میشود", "m"),
            ("کتاب", "n"),
            ("موسکو", "x"),
            ("باریس", "x"),
            ("کندا", "t"),
            ("قطر", "i"),
            ("سروصدا", "jl"),
            ("درحالیکه", "d"),
            ("گرمایش", "q"),
            ("کندلوس", "h"),
            ("بهزاد", "z"),
            ("مطهری", "z"),
            ("خرماباد", "j"),
        ],
    )
    def test_tags(self, word: str, tags: str) -> None:
        entry = lexicon.current().get(word)
        assert entry is not None
        assert set(tags) <= set(entry.tags)

    def test_arabic_words_are_weighed(self) -> None:
        weight = lexicon.current().arabic_weight
        assert weight("بطولة") > weight("طولة") > 0
        assert weight("زعتکفه") == 0

    @pytest.mark.parametrize(("word", "canonical"), [("هیات", "هییت"), ("مساله", "مسیله"), ("گفتوگو", "گفتگو")])
    def test_one_spelling_stands_for_all(self, word: str, canonical: str) -> None:
        entry = lexicon.current().get(word)
        assert entry is not None
        assert entry.canonical == canonical
