"""Names linked in texts."""

from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from articles.models import Article, Mention, Person
from articles.views.linked_text import lead_of, paragraphs_of, pieces


def mention(start: int, end: int, person: int = 1, field: str = "body") -> Mention:
    return Mention(person=Person(pk=person, slug=f"p{person}"), field=field, start=start, end=end)


def test_a_name_is_linked_where_it_stands():
    article = Article(language="fa", body="سطر نخست\nآقای پوتین آمد")
    start = article.body.index("پوتین")
    first, second = paragraphs_of(article, [mention(start, start + 5)])
    assert [piece.person for piece in first.pieces] == [None]
    assert [(piece.text, bool(piece.person)) for piece in second.pieces] == [
        ("آقای ", False),
        ("پوتین", True),
        (" آمد", False),
    ]


def test_offsets_count_empty_lines_too():
    article = Article(language="fa", body="یک\n\n\nپوتین")
    start = article.body.index("پوتین")
    assert paragraphs_of(article, [mention(start, start + 5)])[-1].pieces[0].person is not None


def test_a_person_is_linked_once_in_a_paragraph():
    linked = list(pieces("پوتین و پوتین", 0, [mention(0, 5), mention(8, 13)]))
    assert [piece.text for piece in linked if piece.person] == ["پوتین"]


def test_a_date_tells_the_other_calendars():
    article = Article(language="fa", body="پوتین روز ۱۵ اکتبر ۲۰۲۵ آمد")
    with translation.override("en"):
        (paragraph,) = paragraphs_of(article, [mention(0, 5)])
    assert "".join(piece.text for piece in paragraph.pieces) == article.body
    (date,) = [piece for piece in paragraph.pieces if piece.date]
    assert (date.text, date.date.machine) == ("۱۵ اکتبر ۲۰۲۵", "2025-10-15")
    assert date.date.told == "23 Mehr 1404 · 23 Rabi al-Thani 1447"


def test_of_overlapping_names_the_first_is_linked():
    linked = list(pieces("ولادیمیر پوتین", 0, [mention(0, 14, 1), mention(9, 14, 2)]))
    assert [piece.text for piece in linked] == ["ولادیمیر پوتین"]


def test_names_of_the_lead_are_not_sought_in_the_body():
    article = Article(language="fa", lead="پوتین آمد", body="سوریه آمد")
    names = [mention(0, 5, field="lead")]
    assert [bool(piece.person) for piece in lead_of(article, names).pieces] == [True, False]
    assert not any(piece.person for piece in paragraphs_of(article, names)[0].pieces)


def test_a_paragraph_runs_in_its_own_direction():
    article = Article(language="fa", body="متن فارسی\nThe statement was read in English today.\n***")
    blocks = paragraphs_of(article, [])
    assert [(block.direction, block.language) for block in blocks] == [("rtl", ""), ("ltr", "en"), ("rtl", "")]


@given(
    text=st.text(alphabet="ابپ \u200cxy", min_size=1, max_size=60),
    spans=st.lists(st.tuples(st.integers(0, 60), st.integers(1, 8), st.integers(1, 3)), max_size=8),
)
def test_no_letter_is_lost_or_doubled(text, spans):
    names = [mention(start, start + length, who) for start, length, who in spans if start + length <= len(text)]
    assert "".join(piece.text for piece in pieces(text, 0, names)) == text
