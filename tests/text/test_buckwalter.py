"""What is read of Buckwalter's tables."""

import pytest

from articles.text.buckwalter import Tables, read_tables


@pytest.fixture(scope="module")
def tables() -> Tables:
    return read_tables()


@pytest.mark.parametrize(
    ("name", "citation", "above"),
    [
        ("kuwb", "کوب", "kwAn"),
        ("biyb", "بیب", "biyAnuw"),
        ("ra>aY", "رأى", "rAwanod"),
        ("tuwriys", "توریس", "tuwruwnotuw"),
    ],
)
def test_a_root_or_a_name_without_a_heading_is_no_form_of_the_word_above(
    tables: Tables, name: str, citation: str, above: str
) -> None:
    assert tables.citations[tables.lemmas[name]] == citation
    assert tables.lemmas[name] != tables.lemmas[above]


def test_another_spelling_of_a_name_stays_with_it(tables: Tables) -> None:
    spelled = {
        entry.spelled
        for entries in tables.stems.values()
        for entry in entries
        if entry.lemma == tables.lemmas[">uwtrixot"]
    }
    assert {"أوترخت", "أوتریشت"} <= spelled
