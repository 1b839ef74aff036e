"""A small portal: a dozen articles of the tests' own, imported, worked off and searchable."""

from __future__ import annotations

from pathlib import Path

import pytest

from articles.ingest.pipeline import store_many
from articles.ingest.record import ArticleRecord
from articles.models import Person, PersonName
from articles.people import book
from articles.search.indexer import drain

PEOPLE = [
    (
        "vladimir-putin",
        [("ولادیمیر پوتین", "fa"), ("فلاديمير بوتين", "ar"), ("Vladimir Putin", "en")],
        ["پوتین", "بوتين"],
    ),
    ("ahmad-al-sharaa", [("احمد الشرع", "fa"), ("أحمد الشرع", "ar"), ("Ahmad al-Sharaa", "en")], ["الشرع"]),
]
RECORDS = [
    ArticleRecord("k1", "رئیس‌جمهور روسیه با احمد الشرع دیدار کرد", "ولادیمیر پوتین در کاخ کرملین میزبان بود.\n"
                  "گفت‌وگوها درباره آینده سوریه دو ساعت طول کشید.", source="ruz.example.org", date="2025-10-15",
                  language="fa"),
    ArticleRecord("k2", "گفتگوی رئیس جمهور با خبرنگاران", "او می‌گوید کتاب ها و مدرسه‌ها باز می‌شوند. وزیر آموزش نیز آمد.",
                  source="ruz.example.org", date="۱۴۰۴/۰۷/۰۱", language="fa"),
    ArticleRecord("k3", "الرئيس الشرع يستقبل وفداً روسياً", "قال أحمد الشرع إن فلاديمير بوتين وعد بالمساعدة.\n"
                  "وحضر وزير الخارجية السوري الاجتماع.", source="mina.example.net", date="2025-10-16", language="ar"),
    ArticleRecord("k4", "بازار نفت آرام شد", "قیمت نفت خام در بازار جهانی تغییری نکرد.", source="mina.example.net",
                  date="2025-09-01", language="fa"),
    ArticleRecord("k5", "Oil markets were calm", "Prices of crude oil hardly changed. Ministers met in Vienna & left.",
                  source="mina.example.net", date="2025-09-02", language="en"),
    ArticleRecord("k6", "یادداشتی بی‌تاریخ دربارهٔ باران", "باران بارید و <b>خیابان</b> خلوت شد.", language="fa"),
]  # fmt: skip


@pytest.fixture
def portal(db: None, index: Path) -> None:
    """RECORDS, searchable, with two persons."""
    for slug, full, families in PEOPLE:
        person = Person.objects.create(slug=slug)
        for text, language in full:
            PersonName.objects.create(person=person, text=text, language=language)
        for text in families:
            PersonName.objects.create(person=person, text=text, language="fa", kind="family")
    book.changed()
    store_many(RECORDS)
    drain()
