"""Days in three calendars: reading, finding and writing dates. The rules are in docs/calendars.md."""

from articles.text.calendars.annotate import Annotation, annotate
from articles.text.calendars.arithmetic import covers, from_parts, month_span, shift_month, to_parts
from articles.text.calendars.buckets import Bucket, buckets
from articles.text.calendars.days import Calendar, DateError, FoundDate, Moment, Span
from articles.text.calendars.find import find_dates
from articles.text.calendars.leading import LeadingDate, leading_date
from articles.text.calendars.moments import parse_moment
from articles.text.calendars.sought import SoughtDays, find_span
from articles.text.calendars.spans import parse_span, period_span
from articles.text.calendars.week import month_grid, week_of, week_start
from articles.text.calendars.writing import (
    Style,
    default_calendar,
    format_date,
    month_name,
    other_calendars,
    weekday_name,
)
from articles.text.digits import ascii_digits, localise_digits

__all__ = [
    "Annotation",
    "Bucket",
    "Calendar",
    "DateError",
    "FoundDate",
    "LeadingDate",
    "Moment",
    "SoughtDays",
    "Span",
    "Style",
    "annotate",
    "ascii_digits",
    "buckets",
    "covers",
    "default_calendar",
    "find_dates",
    "find_span",
    "format_date",
    "from_parts",
    "leading_date",
    "localise_digits",
    "month_grid",
    "month_name",
    "month_span",
    "other_calendars",
    "parse_moment",
    "parse_span",
    "period_span",
    "shift_month",
    "to_parts",
    "week_of",
    "week_start",
    "weekday_name",
]
