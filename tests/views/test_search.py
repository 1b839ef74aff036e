"""The search page."""

import pytest
from django.http import QueryDict

from articles.models import Article, Person, Source
from articles.views.search import BOX_LETTERS

pytestmark = pytest.mark.usefixtures("portal")


def test_results_are_marked_and_counted(client):
    response = client.get("/search/", {"q": "باران"})
    assert response.context["page"].total == 3
    assert "<mark>باران</mark>" in response.text
    assert "۳ خبر" in response.text


def test_the_title_says_how_many_were_found_since_a_screen_reader_speaks_it_first(client):
    assert "<title>باران · ۳ خبر · " in client.get("/search/", {"q": "باران"}).text


def test_markup_of_articles_is_escaped(client):
    text = client.get("/search/", {"q": "مه"}).text
    assert "<b>" not in text


def test_a_query_cannot_inject_markup(client):
    text = client.get("/search/", {"q": '"><script>alert(1)</script>', "from": '"><img>', "person": "<b>"}).text
    assert "<script>alert" not in text
    assert "<img>" not in text


def test_search_pages_are_not_indexed(client):
    response = client.get("/search/")
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex' in response.text


def test_facets_lead_to_narrower_searches_and_away_again(client):
    context = client.get("/search/", {"q": "باران"}).context
    sources = next(panel for panel in context["panels"] if panel.name == "source")
    choice = next(choice for choice in sources.choices if choice.count == 2)
    narrowed = client.get("/search/" + choice.choose)
    assert narrowed.context["page"].total == 2
    chosen = next(panel for panel in narrowed.context["panels"] if panel.name == "source").choices
    wanted = next(choice for choice in chosen if choice.state == "wanted")
    assert client.get("/search/" + wanted.choose).context["page"].total == 3
    assert client.get("/search/" + choice.exclude).context["page"].total == 1


def test_a_day_that_does_not_exist_is_no_chip_and_is_told_in_the_digits_of_the_reader(client):
    response = client.get("/search/", {"q": "باران", "from": "31 مهر 1404"})
    assert [chip.label for chip in response.context["chips"]] == ["باران"]
    assert "تنها ۳۰ روز دارد" in response.text


@pytest.mark.parametrize(("written", "told"), [("3 دی 2025", "شاید ۱۴۰۴ باشد"), ("جمعه ۲۳ مهر ۱۴۰۴", "چهارشنبه است")])
def test_what_is_wrong_with_a_day_is_told_in_the_words_of_the_reader(client, written, told):
    assert told in client.get("/search/", {"q": "باران", "from": written}).text


def test_several_persons_of_one_name_share_a_line(client):
    for slug, name in (("ali-one", "علی بارانی"), ("ali-two", "علی بارانی")):
        Person.objects.create(slug=slug).names.create(text=name, language="fa")
    text = client.get("/search/", {"q": "علی بارانی"}).text
    assert text.count('class="as-person"') == 2


def test_a_person_asked_for_by_the_query_is_not_offered_again(client):
    Person.objects.create(slug="ali-one").names.create(text="علی بارانی", language="fa")
    assert 'class="as-person"' in client.get("/search/", {"q": "علی بارانی"}).text
    assert 'class="as-person"' not in client.get("/search/", {"q": "شخص:علی بارانی باران"}).text


def test_what_is_offered_stands_above_the_histogram(client):
    text = client.get("/search/", {"q": "باران مهر ۱۴۰۴", "match": "any"}).text
    assert 0 < text.index("۱ مهر ۱۴۰۴ – ۳۰ مهر ۱۴۰۴") < text.index('class="histogram')


def test_what_orders_results_is_not_offered_where_there_are_none(client):
    assert 'id="sorts"' not in client.get("/search/", {"q": "قزنفرقلیچ"}).text


def test_each_filter_is_a_chip_that_can_be_taken_away(client):
    context = client.get(
        "/search/", {"q": "باران", "source": ["bamdad"], "language": "-ar", "from": "مهر 1404"}
    ).context
    chips = {chip.label: chip for chip in context["chips"]}
    without = client.get("/search/" + chips["عربی"].remove).context
    assert chips["عربی"].excluded
    assert "عربی" not in [chip.label for chip in without["chips"]]
    assert without["page"].total == 2


@pytest.mark.parametrize("q", ["باران -تهران", "باران NOT تهران"])
def test_the_chip_of_an_excluded_word_is_the_word(client, q):
    chips = client.get("/search/", {"q": q}).context["chips"]
    assert [(chip.label, chip.excluded) for chip in chips] == [("باران", False), ("تهران", True)]


LETTERS = "ابپتثجچحخدذر"


def test_the_words_of_a_long_query_beyond_twelve_chips_share_one_that_takes_them_away(client):
    words = [f"باران{letter}" for letter in LETTERS]
    context = client.get("/search/", {"q": f"{' '.join(words)} نفت lang:fa گاز"}).context
    labels = [chip.label for chip in context["chips"]]
    assert labels == [*words[:11], f"{words[11]} نفت گاز", "lang:fa"]
    shorter = client.get("/search/" + context["chips"][11].remove).context
    assert shorter["query"] == f"{' '.join(words[:11])} lang:fa"


def test_twelve_words_have_a_chip_each(client):
    words = [f"باران{letter}" for letter in LETTERS]
    assert [chip.label for chip in client.get("/search/", {"q": " ".join(words)}).context["chips"]] == words


def test_a_query_that_fills_the_search_box_is_told_that_its_end_may_be_cut(client):
    page = client.get("/search/", {"q": "باران" * 100, "ui": "en"}).text
    told = "The search box holds 500 letters; of a longer text only the beginning was searched."
    assert f'maxlength="{BOX_LETTERS}"' in page
    assert told in page
    for letters in ("باران" * 99, "باران" * 101):
        assert told not in client.get("/search/", {"q": letters, "ui": "en"}).text


def test_a_month_in_from_and_to_is_one_chip(client):
    context = client.get("/search/", {"from": "مهر 1404", "to": "مهر 1404"}).context
    assert [chip.label for chip in context["chips"]] == ["مهر 1404"]
    assert context["page"].total == 4


def test_a_bad_date_is_told_beside_its_field(client):
    response = client.get("/search/", {"q": "باران", "from": "31 مهر 1404"})
    assert response.status_code == 200
    assert response.context["form"]["from_error"]
    assert 'aria-describedby="from-error"' in response.text
    assert response.context["page"].total == 3


@pytest.mark.parametrize("wrong", ["from", "to"])
def test_a_bad_date_leads_from_above_the_results_to_its_field_and_opens_no_filters(client, wrong):
    page = client.get("/search/", {"q": "باران", wrong: "31 مهر 1404"}).text
    above = page[page.index('class="results"') : page.index('class="entries')]
    assert f'href="#{wrong}"' in above
    assert page.count('class="note note-field"') == 1
    assert '<details class="facets" data-facets>' in page


def test_paging_reaches_the_last_result(client):
    seen = []
    for page in (1, 2, 3):
        seen += [hit.article.pk for hit in client.get("/search/", {"page_size": 2, "page": page}).context["page"].hits]
    assert len(seen) == len(set(seen)) == 5
    assert "page=2" in client.get("/search/", {"page_size": 2}).context["older_page"]


def test_a_page_after_the_last_says_so(client):
    response = client.get("/search/?page=99&ui=en")
    assert "There are not that many pages." in response.text


def test_nothing_found_offers_a_way_on(client):
    text = client.get("/search/", {"q": "کلمه‌ای‌نایافته", "source": "bamdad", "ui": "en"}).text
    assert "Nothing was found." in text
    assert "Search for the words alone, without filters" in text


def test_the_rest_of_a_search_survives_the_form(client):
    text = client.get("/search/", {"q": "باران", "source": "bamdad", "sort": "newest"}).text
    assert '<input type="hidden" name="source" value="bamdad">' in text
    assert '<input type="hidden" name="sort" value="newest">' in text


def test_the_address_of_a_search_is_offered_as_feed_and_download(client):
    text = client.get("/search/?q=rain&language=en").text
    assert "/search/feed.rss?q=rain&amp;language=en" in text
    assert "/search/results.csv?q=rain&amp;language=en" in text


def test_titles_alone_are_kept_and_drawn(client):
    wide = client.get("/search/", {"q": "باران", "ui": "en"})
    assert "entry-text" in wide.text
    client.get("/preferences/?results=dense")
    dense = client.get("/search/", {"q": "باران"})
    assert "entry-text" not in dense.text
    assert dense.context["page"].total == wide.context["page"].total


def test_any_of_the_words_is_offered_where_there_are_several(client):
    offer = "Any of the words is enough"
    assert offer not in client.get("/search/", {"q": "باران", "ui": "en"}).text
    assert offer in client.get("/search/", {"q": "باران تهران", "ui": "en"}).text
    assert offer in client.get("/search/", {"q": "باران", "match": "any", "ui": "en"}).text


def test_days_among_the_words_are_offered_as_days_of_publication(client):
    typed = client.get("/search/", {"q": "باران ۲۳ مهر ۱۴۰۴", "calendar": "gregorian", "source": "bamdad", "ui": "en"})
    offer = typed.context["as_days"]
    assert offer.label in typed.text
    assert QueryDict(offer.address[1:]).dict() == {
        "q": "باران",
        "source": "bamdad",
        "from": "2025-10-15",
        "to": "2025-10-15",
    }
    followed = client.get("/search/" + offer.address).context
    assert followed["form"]["from_error"] == ""
    assert followed["as_days"] is None


def test_a_query_that_is_nothing_but_days_leads_to_a_search_by_days_alone(client):
    offer = client.get("/search/", {"q": "October 2025", "ui": "en"}).context["as_days"]
    assert offer.label == "1 October 2025 – 31 October 2025"
    assert offer.address == "?from=2025-10-01&to=2025-10-31"
    assert client.get("/search/" + offer.address).context["page"].total > 0


@pytest.mark.parametrize("chosen", [{"from": "2025-10-01"}, {"to": "2025-10-31"}, {"from": "31 مهر 1404"}])
def test_days_are_not_offered_where_the_form_holds_some(client, chosen):
    assert client.get("/search/", {"q": "باران مهر ۱۴۰۴", **chosen}).context["as_days"] is None


def test_what_is_wrong_with_a_day_in_the_query_is_told(client):
    assert "تنها ۳۰ روز دارد" in client.get("/search/", {"q": "باران date:31 مهر 1404"}).text


def test_a_date_that_mixes_calendars_is_answered_with_the_year_that_was_meant(client):
    response = client.get("/search/", {"q": "باران date:15 اکتبر 1404", "ui": "en"})
    assert response.context["page"].suggestion == "باران date:15 اکتبر 2025"
    assert "«<bdi>15 اکتبر 1404</bdi>» mixes calendars" in response.text
    assert client.get("/search/" + response.context["suggested"]).context["page"].total == 1


def test_the_address_of_an_article_leads_to_it_and_to_its_outlet(client):
    Article.objects.filter(title="مطر في بيروت").update(url="http://mina.example/n/410826")
    Source.objects.filter(slug="mina").update(hosts=["mina.example"])
    text = client.get("/search/", {"q": "https://www.mina.example/n/410826/", "ui": "en"}).text
    article = Article.objects.get(title="مطر في بيروت")
    assert f'href="{article.get_absolute_url()}" lang="ar"><strong><bdi>مطر في بيروت</bdi></strong></a>' in text
    assert 'href="?source=mina"' in text
    assert "is not here" in client.get("/search/", {"q": "http://mina.example/n/7654321", "ui": "en"}).text


def test_queries_do_not_grow_with_results(client, django_assert_max_num_queries):
    client.get("/search/", {"q": "باران"})
    with django_assert_max_num_queries(4):
        client.get("/search/", {"q": "باران"})
