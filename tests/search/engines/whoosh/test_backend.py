"""Haystack's API on our engine, by the cases of Haystack's own suite: paging, sorting, facets, narrowing, likeness."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.management import CommandError, call_command
from haystack.exceptions import FacetingError, SearchBackendError
from haystack.inputs import AutoQuery, Exact, Not, Raw
from haystack.query import SQ, SearchQuerySet

from articles.models import Article, Mention, OutboxEntry, Person, Source
from articles.search.indexer import drain

COUNT = 23
TOPICS = ["election results announced", "earthquake shakes the coast", "election observers travel"]


@pytest.fixture
def articles(db, index) -> list[Article]:
    """23 articles of 23 days, of three topics, two languages and two outlets."""
    sources = [Source.objects.create(slug=slug, name=slug) for slug in ("north", "south")]
    person = Person.objects.create(slug="jane-doe")
    made = []
    for number in range(COUNT):
        day = date(2025, 9, 20) + timedelta(days=number)
        article = Article.objects.create(
            source=sources[number % 2] if number % 5 else None,
            external_id=str(number),
            title=f"Report {number} on {TOPICS[number % 3].split()[0]}",
            body=f"{TOPICS[number % 3]} number{number}",
            language="en" if number % 4 else "fa",
            day=day if number else None,
            sorted_at=datetime(day.year, day.month, day.day, 12, tzinfo=UTC) if number else None,
        )
        if number % 10 == 0:
            Mention.objects.create(person=person, article=article, text="Jane Doe", field="body", start=0, end=8)
        made.append(article)
        OutboxEntry.objects.create(article_id=article.pk)
    call_command("rebuild_index", interactive=False)
    OutboxEntry.objects.all().delete()
    return made


def pks(results) -> list[int]:
    return [int(result.pk) for result in results]


def all_pks(results: SearchQuerySet) -> list[int]:
    return pks(results[:1000])


class TestMatching:
    def test_without_conditions_all_match(self, articles):
        assert SearchQuerySet().count() == COUNT

    @pytest.mark.parametrize(
        ("conditions", "expected"),
        [
            ({"content": "election"}, lambda n: n % 3 != 1),
            ({"content": "election results"}, lambda n: n % 3 == 0),
            ({"content__exact": "results announced"}, lambda n: n % 3 == 0),
            ({"content__exact": "announced results"}, lambda n: False),
            ({"content": Exact("observers travel")}, lambda n: n % 3 == 2),
            ({"content": AutoQuery('"the coast" -number4')}, lambda n: n % 3 == 1 and n != 4),
            ({"content": Raw("results OR coast")}, lambda n: n % 3 != 2),
            ({"content": Not("election")}, lambda n: n % 3 == 1),
            ({"content__startswith": "earth"}, lambda n: n % 3 == 1),
            ({"content__in": ["number3", "number4"]}, lambda n: n in {3, 4}),
            ({"title": "election"}, lambda n: n % 3 != 1),
            ({"title": "results"}, lambda n: False),
            ({"language": "fa"}, lambda n: n % 4 == 0),
            ({"language__exact": "fa", "content": "election"}, lambda n: n % 4 == 0 and n % 3 != 1),
            ({"source__in": ["north"]}, lambda n: n % 5 and n % 2 == 0),
            ({"source": None}, lambda n: n % 5 == 0),
            ({"person": "jane-doe"}, lambda n: n % 10 == 0),
            ({"day": date(2025, 9, 25)}, lambda n: n == 5),
            ({"day__gt": date(2025, 9, 25)}, lambda n: n > 5),
            ({"day__gte": date(2025, 9, 25)}, lambda n: n >= 5),
            ({"day__lt": date(2025, 9, 25)}, lambda n: 0 < n < 5),
            ({"day__lte": date(2025, 9, 25)}, lambda n: 0 < n <= 5),
            ({"day__range": [date(2025, 9, 22), date(2025, 9, 25)]}, lambda n: 2 <= n <= 5),
            ({"day__range": [date(2025, 9, 22), "*"]}, lambda n: n >= 2),
            ({"day": None}, lambda n: n == 0),
            ({"published__gt": datetime(2025, 9, 25, 12, tzinfo=UTC)}, lambda n: n > 5),
            ({"published__gte": datetime(2025, 9, 25, 12, tzinfo=UTC)}, lambda n: n >= 5),
            ({"published__lt": "2025-09-25T15:30:00+03:30"}, lambda n: 0 < n < 5),
        ],
        ids=lambda value: str(value) if isinstance(value, dict) else "",  # a function's address differs by process
    )
    def test_filter(self, articles, conditions, expected):
        found = SearchQuerySet().filter(**conditions)
        assert set(all_pks(found)) == {article.pk for n, article in enumerate(articles) if expected(n)}
        assert found.count() == len(all_pks(found))

    def test_exclude_and_nested_conditions(self, articles):
        found = (
            SearchQuerySet()
            .filter(SQ(content="election") | SQ(content="earthquake"))
            .exclude(language="fa")
            .filter(~SQ(day__lt=date(2025, 9, 30)))
        )
        expected = {a.pk for n, a in enumerate(articles) if n % 4 and (n >= 10 or n == 0)}
        assert set(all_pks(found)) == expected

    def test_by_identifier(self, articles):
        assert all_pks(SearchQuerySet().filter(django_id=articles[7].pk)) == [articles[7].pk]
        assert all_pks(SearchQuerySet().filter(id=f"articles.article.{articles[7].pk}")) == [articles[7].pk]

    def test_both_sides_of_or(self, articles):
        both = SearchQuerySet().filter(content="number3") | SearchQuerySet().filter(content="number4")
        assert set(all_pks(both)) == {articles[3].pk, articles[4].pk}

    @pytest.mark.parametrize(
        "conditions", [{"nonsense": "x"}, {"content__gt": "x"}, {"language__gt": "fa"}, {"day": "?"}]
    )
    def test_what_cannot_be_asked_is_an_error_and_not_an_empty_answer(self, articles, conditions):
        with pytest.raises(SearchBackendError):
            SearchQuerySet().filter(**conditions).count()

    def test_models(self, articles):
        assert SearchQuerySet().models(Article).count() == COUNT
        with pytest.warns(UserWarning, match="not registered"):
            assert SearchQuerySet().models(Person).count() == 0


class TestOrderAndPages:
    def test_slices_are_slices_to_the_last_one(self, articles):
        ordered = SearchQuerySet().order_by("-day")
        whole = all_pks(ordered)
        assert len(whole) == COUNT
        for start in range(0, COUNT + 3, 7):
            assert pks(SearchQuerySet().order_by("-day")[start : start + 7]) == whole[start : start + 7]
        assert int(SearchQuerySet().order_by("-day")[COUNT - 1].pk) == whole[-1]

    def test_iteration_sees_each_result_once(self, articles):
        assert sorted(pks(SearchQuerySet().all())) == sorted(article.pk for article in articles)

    def test_orders_may_be_mixed_and_unknown_days_come_last(self, articles):
        found = all_pks(SearchQuerySet().order_by("-day"))
        assert found == [article.pk for article in [*reversed(articles[1:]), articles[0]]]
        found = all_pks(SearchQuerySet().filter(content="election").order_by("-score", "day"))
        assert len(found) == len(set(found)) == 15
        assert all_pks(SearchQuerySet().order_by("day", "-django_id"))[-1] == articles[0].pk

    def test_an_order_there_is_not_is_refused(self, articles):
        with pytest.raises(SearchBackendError, match="cannot sort by 'title'"):
            SearchQuerySet().order_by("title")[:5]

    def test_relevance_is_the_default(self, articles):
        found = SearchQuerySet().filter(content="election")[:30]
        scores = [result.score for result in found]
        assert scores == sorted(scores, reverse=True)
        assert scores[0] > 0

    def test_boost_lifts_but_does_not_filter(self, articles):
        found = SearchQuerySet().filter(content="election").boost("number9", 5.0)
        assert pks(found[:1]) == [articles[9].pk]
        assert found.count() == 15

    def test_latest_and_best_match(self, articles):
        assert int(SearchQuerySet().latest("day").pk) == articles[-1].pk
        assert int(SearchQuerySet().filter(content="number5").best_match().pk) == articles[5].pk


class TestResults:
    def test_results_carry_the_facts_of_the_article(self, articles):
        result = SearchQuerySet().filter(content="number10")[0]
        assert (result.model, result.title, result.language) == (Article, articles[10].title, "en")
        assert (result.source, result.person, result.day) == (None, ["jane-doe"], articles[10].day)
        assert result.object == articles[10]

    def test_values_and_values_list(self, articles):
        found = SearchQuerySet().filter(content="number3")
        assert list(found.values("pk", "title"))[:1] == [{"pk": str(articles[3].pk), "title": articles[3].title}]
        assert list(found.values_list("title", flat=True)) == [articles[3].title]
        assert list(found.values_list("text", flat=True)) == [articles[3].body]

    def test_load_all_takes_one_query_for_all_objects(self, articles, django_assert_max_num_queries):
        with django_assert_max_num_queries(4):
            found = SearchQuerySet().filter(content="election").load_all()[:10]
            assert {result.object.title for result in found} <= {article.title for article in articles}


class TestFacets:
    def test_field_facets(self, articles):
        counts = SearchQuerySet().filter(content="election").facet("language").facet("source").facet_counts()
        assert counts["fields"]["language"] == [("en", 11), ("fa", 4)]
        assert sum(count for _, count in counts["fields"]["source"]) == 11

    def test_facets_of_many_values(self, articles):
        assert SearchQuerySet().facet("person").facet_counts()["fields"]["person"] == [("jane-doe", 3)]

    def test_facet_limit(self, articles):
        counts = SearchQuerySet().facet("language", limit=1).facet_counts()
        assert counts["fields"]["language"] == [("en", 17)]

    def test_date_facets(self, articles):
        asked = SearchQuerySet().date_facet("day", date(2025, 8, 1), date(2025, 10, 31), "month")
        assert asked.facet_counts()["dates"]["day"] == [
            (datetime(2025, 8, 1), 0),  # noqa: DTZ001
            (datetime(2025, 9, 1), 10),  # noqa: DTZ001
            (datetime(2025, 10, 1), 12),  # noqa: DTZ001
        ]

    def test_date_facets_in_steps(self, articles):
        asked = SearchQuerySet().date_facet("day", date(2025, 9, 20), date(2025, 10, 3), "day", 7)
        assert [count for _, count in asked.facet_counts()["dates"]["day"]] == [6, 7]

    def test_gaps_below_a_day_are_refused(self, articles):
        with pytest.raises(FacetingError):
            SearchQuerySet().date_facet("day", date(2025, 9, 20), date(2025, 10, 3), "hour").facet_counts()

    def test_query_facets(self, articles):
        counts = SearchQuerySet().query_facet("language", "fa").facet_counts()
        assert counts["queries"] == {"language:fa": 6}

    def test_narrow(self, articles):
        found = SearchQuerySet().filter(content="election")
        assert found.narrow("language:fa").count() == 4
        assert found.narrow('source_exact:"north"').narrow("language:en").count() == 4
        assert found.narrow(SQ(language="fa")).count() == 4
        with pytest.raises(SearchBackendError):
            found.narrow("language").count()


class TestLikeness:
    def test_more_like_this_shares_words_and_language(self, articles):
        found = pks(SearchQuerySet().more_like_this(articles[1])[:5])
        assert articles[1].pk not in found
        assert {articles[4].pk, articles[7].pk} & set(found)
        assert {Article.objects.get(pk=pk).language for pk in found} == {"en"}

    def test_more_like_this_with_a_filter(self, articles):
        found = SearchQuerySet().more_like_this(articles[1]).filter(source="north")
        assert {result.source for result in found[:20]} == {"north"}


class TestWriting:
    def test_single_objects_can_be_updated_and_removed(self, articles):
        index = SearchQuerySet().query.backend
        Article.objects.filter(pk=articles[3].pk).update(body="volcano")
        index.update(None, [articles[3]])
        assert all_pks(SearchQuerySet().filter(content="volcano")) == [articles[3].pk]
        index.remove(f"articles.article.{articles[3].pk}")
        assert SearchQuerySet().count() == COUNT - 1

    def test_the_live_index_is_never_emptied(self, articles):
        with pytest.raises(SearchBackendError):
            SearchQuerySet().query.backend.clear()
        with pytest.raises(CommandError):
            call_command("clear_index", interactive=False)
        drain()
        assert SearchQuerySet().count() == COUNT
