"""The same event is found across outlets and languages by the persons that articles share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from itertools import count

import pytest

from articles.models import Article, Person, Source
from articles.search.same_event import same_event

pytestmark = pytest.mark.django_db
DAY = date(2025, 10, 15)
Tell = Callable[..., Article]


@pytest.fixture
def tell() -> Tell:
    """Writes an article of an outlet that names persons in its title and its body."""
    number = count(1)

    def told(outlet: str, title: str, language: str, *, names: str = "", heads: str = "", days: int = 0) -> Article:
        key = str(next(number))
        source = Source.objects.get_or_create(slug=outlet, defaults={"name": outlet})[0] if outlet else None
        day = DAY + timedelta(days)
        article = Article.objects.create(
            source=source,
            external_id=key,
            title=title,
            body="—",
            language=language,
            day=day,
            sorted_at=datetime.combine(day, time(12), UTC),
            content_hash=key,
        )
        for field, slugs in (("body", names), ("title", heads)):
            for slug in slugs.split():
                person, _ = Person.objects.get_or_create(slug=slug)
                article.mentions.create(person=person, text=slug, field=field, start=0, end=1)
        return article

    return told


@pytest.fixture
def other_news(tell: Tell) -> None:
    """Forty articles of these days that all name the king and nobody else."""
    for place in range(40):
        tell(f"daily-{place % 7}", f"خبر شماره {place}", "fa", names="king", days=place % 3 - 1)


def found(article: Article, alike: tuple[Article, ...] = ()) -> list[str]:
    return [other.title for other in same_event(article, list(article.mentions.all()), alike)]


@pytest.mark.usefixtures("other_news")
class TestPersons:
    def test_two_rare_persons_carry_an_event_over_three_languages(self, tell):
        here = tell("bamdad", "دیدار دو وزیر در مسکو", "fa", names="minister envoy king")
        tell("mina", "لقاء الوزيرين في موسكو", "ar", names="minister envoy")
        tell("harbour", "Two ministers meet in Moscow", "en", names="envoy minister king", days=1)
        assert set(found(here)) == {"لقاء الوزيرين في موسكو", "Two ministers meet in Moscow"}

    def test_a_person_whom_everybody_names_is_no_evidence(self, tell):
        here = tell("bamdad", "سفر پادشاه", "fa", names="king", heads="king")
        tell("mina", "سفر الملك", "ar", names="king", heads="king")
        assert found(here) == []

    def test_one_rare_person_in_the_body_alone_is_not_enough_between_languages(self, tell):
        here = tell("bamdad", "افتتاح موزه", "fa", names="painter")
        tell("mina", "مطر غزير", "ar", names="painter")
        assert found(here) == []

    def test_one_rare_person_in_both_titles_is(self, tell):
        here = tell("bamdad", "نقاش درگذشت", "fa", heads="painter")
        tell("mina", "رحيل الرسام", "ar", heads="painter")
        assert found(here) == ["رحيل الرسام"]

    def test_one_rare_person_counts_in_one_language_where_the_titles_are_alike(self, tell):
        here = tell("bamdad", "نمایشگاه تازه نقاش در شیراز", "fa", names="painter")
        tell("sahel", "نمایشگاه نقاش در شیراز گشایش یافت", "fa", names="painter")
        tell("omid", "باران در تبریز", "fa", names="painter")
        assert found(here) == ["نمایشگاه نقاش در شیراز گشایش یافت"]

    def test_other_days_are_other_events(self, tell):
        here = tell("bamdad", "دیدار دو وزیر", "fa", names="minister envoy")
        tell("mina", "لقاء سابق", "ar", names="minister envoy", days=-3)
        tell("harbour", "The ministers, two days later", "en", names="minister envoy", days=2)
        assert found(here) == ["The ministers, two days later"]

    def test_the_own_outlet_is_left_out_and_every_other_stands_once(self, tell):
        here = tell("bamdad", "دیدار دو وزیر", "fa", names="minister envoy")
        tell("bamdad", "Ministers at noon", "en", names="minister envoy")
        tell("mina", "اللقاء", "ar", names="minister envoy", days=1)
        tell("mina", "اللقاء في يومه", "ar", names="minister envoy")
        assert found(here) == ["اللقاء في يومه"]

    def test_withdrawn_articles_and_near_copies_are_left_out(self, tell):
        here = tell("bamdad", "دیدار دو وزیر", "fa", names="minister envoy")
        Article.objects.filter(pk=tell("mina", "اللقاء", "ar", names="minister envoy").pk).update(
            withdrawn_at=datetime.now(UTC)
        )
        Article.objects.filter(pk=tell("omid", "The meeting", "en", names="minister envoy").pk).update(
            duplicate_of=here
        )
        assert found(here) == []

    def test_three_queries_however_many_candidates(self, tell, django_assert_max_num_queries):
        here = tell("bamdad", "دیدار دو وزیر", "fa", names="minister envoy king")
        for place in range(8):
            tell(f"outlet-{place}", f"لقاء {place}", "ar", names="minister envoy king")
        mentions = list(here.mentions.all())
        with django_assert_max_num_queries(3):
            assert len(same_event(here, mentions)) == 5


class TestWords:
    def test_related_articles_with_like_titles_need_no_person(self, tell):
        here = tell("bamdad", "آتش‌سوزی در بازار شیراز", "fa")
        like = tell("sahel", "آتش‌سوزی بزرگ در بازار شیراز", "fa")
        unlike = tell("omid", "ایمنی بازارها", "fa")
        assert found(here, (like, unlike)) == [like.title]

    def test_an_article_without_a_day_has_no_event(self, tell):
        here = tell("bamdad", "آتش‌سوزی در بازار شیراز", "fa")
        like = tell("sahel", "آتش‌سوزی در بازار شیراز", "fa")
        here.day = None
        assert found(here, (like,)) == []
