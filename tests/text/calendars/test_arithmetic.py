"""The libraries' arithmetic against published tables, and there and back again."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.text.calendars import Calendar, DateError, Span, covers, from_parts, month_span, shift_month, to_parts

# Leap years and first days of the years 1343-1498: the list of the Calendar Center, Institute of Geophysics,
# University of Tehran (calendar.ut.ac.ir, KabiseShamsi1206-1498). Facts, entered in our own form.
LEAP_YEARS = {
    1346, 1350, 1354, 1358, 1362, 1366, 1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408, 1412, 1416, 1420,
    1424, 1428, 1432, 1436, 1441, 1445, 1449, 1453, 1457, 1461, 1465, 1469, 1474, 1478, 1482, 1486, 1490, 1494, 1498,
}  # fmt: skip
NOWRUZ_ON_20_MARCH = {
    1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1407, 1408, 1411, 1412, 1415, 1416, 1419, 1420, 1423, 1424, 1427,
    1428, 1431, 1432, 1435, 1436, 1439, 1440, 1441, 1443, 1444, 1445, 1447, 1448, 1449, 1451, 1452, 1453, 1455, 1456,
    1457, 1459, 1460, 1461, 1463, 1464, 1465, 1467, 1468, 1469, 1471, 1472, 1473, 1474, 1475, 1476, 1477, 1478,
}  # fmt: skip
UMM_AL_QURA = Path(__file__).parent / "data" / "umm-al-qura.tsv"
# Months whose first day hijridate, which follows the printed calendars of those years, gives a day apart from
# the table in data/: five around the change of rule in 1400.
MONTHS_THAT_DIFFER = {(1400, 3), (1400, 5), (1400, 8), (1400, 10), (1401, 1)}


@pytest.mark.parametrize("year", range(1343, 1499))
def test_jalali_leap_years_and_nowruz_are_those_of_the_calendar_authority(year):
    first = date(year + 621, 3, 20 if year in NOWRUZ_ON_20_MARCH else 21)
    assert from_parts(Calendar.JALALI, year, 1, 1) == Span(first, first)
    assert from_parts(Calendar.JALALI, year).length == (366 if year in LEAP_YEARS else 365)
    assert month_span(Calendar.JALALI, year, 12).length == (30 if year in LEAP_YEARS else 29)


def test_months_begin_on_the_days_of_the_umm_al_qura_table():
    differing, seen = set(), 0
    for line in UMM_AL_QURA.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        year, first, lengths = line.split("\t")
        day = date.fromisoformat(first)
        for month, length in enumerate(map(int, lengths.split()), 1):
            seen += 1
            ours = month_span(Calendar.HIJRI, int(year), month).first
            if ours != day:
                assert abs(ours - day) == timedelta(1)
                differing.add((int(year), month))
            day += timedelta(length)
    assert seen == 61 * 12
    assert differing == MONTHS_THAT_DIFFER


@pytest.mark.parametrize("calendar", list(Calendar))
@settings(max_examples=1000)
@given(st.dates(date(1924, 8, 1), date(2077, 11, 16)))
def test_a_day_comes_back_from_its_year_month_and_day(calendar, day):
    assert from_parts(calendar, *to_parts(day, calendar)) == Span(day, day)


@given(st.sampled_from(list(Calendar)), st.integers(1345, 1498), st.integers(1, 12))
def test_months_follow_each_other_without_a_gap(calendar, year, month):
    year += 621 if calendar is Calendar.GREGORIAN else 0
    following = month_span(calendar, *shift_month(calendar, year, month, 1))
    assert month_span(calendar, year, month).last + timedelta(1) == following.first


@pytest.mark.parametrize(
    ("calendar", "year", "month", "day"),
    [
        (Calendar.JALALI, 1404, 7, 31),
        (Calendar.JALALI, 1404, 12, 30),
        (Calendar.JALALI, 1405, 13, 40),
        (Calendar.JALALI, 1404, 0, 1),
        (Calendar.JALALI, 1404, 1, 0),
        (Calendar.JALALI, 1199, 1, 1),
        (Calendar.JALALI, 1501, 1, 1),
        (Calendar.GREGORIAN, 2025, 2, 29),
        (Calendar.GREGORIAN, 1404, 7, 23),
        (Calendar.GREGORIAN, 10**30, 1, 1),
        (Calendar.HIJRI, 1447, 5, 31),
        (Calendar.HIJRI, 1447, 6, 30),
        (Calendar.HIJRI, 1342, 12, 1),
        (Calendar.HIJRI, 1501, 1, 1),
        (Calendar.HIJRI, -1, 1, 1),
    ],
)
def test_days_that_do_not_exist_are_refused(calendar, year, month, day):
    with pytest.raises(DateError):
        from_parts(calendar, year, month, day)


def test_the_hijri_table_ends_where_the_library_ends():
    assert month_span(Calendar.HIJRI, 1343, 1).first == date(1924, 8, 1)
    assert month_span(Calendar.HIJRI, 1500, 12).last == date(2077, 11, 16)
    assert to_parts(date(2077, 11, 16), Calendar.HIJRI) == (1500, 12, 30)
    for day in (date(1924, 7, 31), date(2077, 11, 17), date.min, date.max):
        assert not covers(Calendar.HIJRI, day)
        with pytest.raises(DateError, match="Hijri"):
            to_parts(day, Calendar.HIJRI)


def test_a_month_beyond_the_last_year_is_refused():
    with pytest.raises(DateError, match="1501"):
        shift_month(Calendar.HIJRI, 1500, 12, 1)
