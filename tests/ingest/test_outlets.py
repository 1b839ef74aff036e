"""Outlets by slug, host and name; the data file behind them."""

from __future__ import annotations

import json
import re
from zoneinfo import available_timezones

import pytest

from articles.ingest import outlets
from articles.ingest.outlets import learn_stored, named, nearest_named, slug_of, sources_for
from articles.models import Source

ROWS = [json.loads(line) for line in outlets.DATA_FILE.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=[row["slug"] for row in ROWS])
def test_the_data_file_is_sound(row: dict[str, object]) -> None:
    assert set(row) <= {"slug", "names", "language", "time_zone", "agency", "aliases", "hosts"}
    assert re.fullmatch(r"[a-z0-9-]{2,80}", str(row["slug"]))
    assert {"fa", "ar", "en"} == set(row["names"])  # type: ignore[call-overload]
    assert row["time_zone"] in available_timezones()
    assert row["hosts"]
    assert all(host == outlets.host_of(host) for host in row["hosts"])  # type: ignore[attr-defined]


@pytest.mark.parametrize("key", ["slug", "hosts"])
def test_slugs_and_hosts_belong_to_one_outlet(key: str) -> None:
    values = [value for row in ROWS for value in (row[key] if isinstance(row[key], list) else [row[key]])]
    assert len(values) == len(set(values))


@pytest.mark.parametrize(
    ("value", "slug"),
    [
        ("fa.abna24.com", "fa-abna24-com"),
        ("fa-abna24-com", "fa-abna24-com"),
        ("https://www.Mehrnews.com/news/1", "mehrnews-com"),
        ("hamshahri", "hamshahri"),
        ("Daily_News", "daily-news"),
        ("ایرنا", "irna-ir"),
        ("Islamic Republic News Agency", "irna-ir"),
        ("The Morning Post", "the-morning-post"),
        ("", ""),
        ("«»", ""),
    ],
)
def test_slugs(value: str, slug: str) -> None:
    assert slug_of(value) == slug


def test_a_name_in_other_letters_has_a_stable_slug_of_its_own() -> None:
    assert slug_of("روزنامه ناشناخته") == slug_of("روزنامه‌ ناشناخته ") != slug_of("روزنامه دیگر")
    assert re.fullmatch(r"outlet-[0-9a-f]{8}", slug_of("روزنامه ناشناخته"))


@pytest.mark.parametrize(
    ("name", "slug"),
    [("ایرنان", "irna-ir"), ("ایرنا", "irna-ir"), ("تابناك", "tabnak-ir"), ("رویتر", "reuters-com"), ("سپیدار", None)],
)
def test_a_letter_too_many_or_too_few_still_names_it(name: str, slug: str | None) -> None:
    outlet = nearest_named(name)
    assert (outlet.slug if outlet else None) == slug


def test_short_names_are_never_guessed() -> None:
    assert named("مهر") is not None
    assert nearest_named("مهد") is None


@pytest.mark.django_db
def test_outlets_are_made_once_with_what_is_known_of_them() -> None:
    found = sources_for(["mehrnews.com", "new.example", "new.example", ""])
    assert set(found) == {"mehrnews-com", "new-example"}
    assert found["mehrnews-com"].time_zone == "Asia/Tehran"
    assert (found["new-example"].name, found["new-example"].hosts) == ("new.example", ["new.example"])
    assert sources_for(["new-example"])["new-example"] == found["new-example"]


@pytest.mark.django_db
def test_names_of_stored_outlets_are_learnt() -> None:
    Source.objects.create(slug="sepidar", name="خبرگزاری سپیدار", language="fa")
    learn_stored()
    outlet = named("سپیدار")
    assert outlet is not None
    assert (outlet.slug, outlet.agency) == ("sepidar", True)
    Source.objects.all().delete()
    learn_stored()
    assert named("سپیدار") is None
