"""One article."""

import json
import re
from datetime import UTC, date, datetime

import pytest

from articles.models import Article


def test_text_stands_as_published_and_escaped(client, make, bamdad):
    article = make(source=bamdad, title="۵ < ۶ & <b>درست</b>", lead="می‌گوید", body="بند یک\nبند <script>دو")
    text = client.get(article.get_absolute_url()).text
    assert "۵ &lt; ۶ &amp; &lt;b&gt;درست&lt;/b&gt;" in text
    assert "بند &lt;script&gt;دو" in text
    assert "می‌گوید" in text


def test_blocks_carry_language_and_direction(client, make):
    text = client.get(make(language="en", title="Rain in London", body="Rain fell.").get_absolute_url() + "?ui=fa").text
    assert '<html lang="fa" dir="rtl"' in text
    assert re.search(r'<article [^>]*lang="en" dir="ltr"', text)


def test_persons_are_linked_and_counted(client, make, putin):
    article = make(body="آقای پوتین آمد", names={"پوتین": putin})
    text = client.get(article.get_absolute_url()).text
    assert '<a class="person" href="/people/vladimir-putin/" data-person="vladimir-putin">پوتین</a>' in text
    assert "۱ بار" in text


def test_a_withdrawn_article_answers_410_with_its_reason(client, make):
    article = make(withdrawn_at=datetime(2025, 11, 1, tzinfo=UTC), withdrawn_reason="نادرست <بود>", body="رازی")
    response = client.get(article.get_absolute_url())
    assert response.status_code == 410
    assert "نادرست &lt;بود&gt;" in response.text
    assert "رازی" not in response.text


def test_a_copy_points_to_the_article_that_is_shown(client, make):
    shown = make()
    text = client.get(make(duplicate_of=shown).get_absolute_url()).text
    assert f'<link rel="canonical" href="http://testserver{shown.get_absolute_url()}">' in text


def test_unknown_articles_answer_404(client, db):
    assert client.get("/articles/4711/").status_code == 404


def test_structured_data_cannot_be_left(client, make, bamdad):
    article = make(source=bamdad, title="</script><script>alert(1)</script> & <!--", author="ر. نویسنده", tags=["الف"])
    text = client.get(article.get_absolute_url()).text
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)[1]
    facts = json.loads(block)
    assert facts["headline"] == article.title
    assert facts["@type"] == "NewsArticle"
    assert facts["author"]["name"] == "ر. نویسنده"
    assert "<" not in block


def test_neighbours_are_those_of_the_language(client, make):
    older = make(day=date(2025, 10, 1))
    here = make(day=date(2025, 10, 2))
    newer = make(day=date(2025, 10, 3))
    make(day=date(2025, 10, 2), language="ar")
    context = client.get(here.get_absolute_url()).context
    assert (context["older"], context["newer"]) == (older, newer)


def test_neighbours_of_the_same_moment_form_one_chain(make):
    articles = [make() for _ in range(4)]
    chain = [articles[0]]
    while (after := Article.objects.visible().newer_than(chain[-1]).first()) is not None:
        chain.append(after)
    assert chain == articles
    assert Article.objects.visible().older_than(articles[2]).first() == articles[1]


def test_an_undated_article_has_no_neighbours(client, make):
    make()
    context = client.get(make(day=None).get_absolute_url()).context
    assert (context["older"], context["newer"]) == (None, None)


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (90, 1), (540, 3)])
def test_reading_time_is_at_least_a_minute(client, make, words, minutes):
    assert client.get(make(word_count=words).get_absolute_url()).context["reading"].minutes == minutes


def test_citation_names_outlet_day_and_address(client, make, bamdad):
    article = make(source=bamdad, title="باران", author="ن. نویسنده", url="https://example.org/1")
    citation = client.get(article.get_absolute_url()).context["citation"]
    assert citation == "ن. نویسنده. «باران». بامداد، ۲۳ مهر ۱۴۰۴ (2025-10-15). https://example.org/1"


def test_a_corrected_article_says_when(client, make):
    article = make(corrected_at=datetime(2025, 10, 20, 9, tzinfo=UTC))
    assert '<time datetime="2025-10-20"' in client.get(article.get_absolute_url()).text


def test_queries_do_not_grow_with_mentions(client, make, bamdad, putin, django_assert_max_num_queries):
    article = make(source=bamdad, body="پوتین " * 30)
    for start in range(0, 180, 6):
        article.mentions.create(person=putin, text="پوتین", field="body", start=start, end=start + 5)
    with django_assert_max_num_queries(8):  # article, mentions, names, two neighbours, related, persons elsewhere
        client.get(article.get_absolute_url())
