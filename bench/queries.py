"""Random queries for the search page, made by Hypothesis out of ordinary words, operators and nasty atoms."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from urllib.parse import urlencode

from django.test import Client
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

SLOWEST_SECONDS = 2.0
_KEPT = 100
"""After so many queries what Hypothesis keeps of its examples is taken out of what the collector of garbage looks
through, as the web server does with what it has loaded: the time of a page is no time of the bench."""
_OPERATORS = [
    "-", "*", '"', "«", "»", "(", ")", ":", "OR", "AND", "NOT", "یا", "و", "نه", "أو", "|", "&", "+", "!", "~", "^",
    "title:", "عنوان:", "person:", "شخص:", "source:", "منبع:", "مصدر:", "lang:", "زبان:", "لغة:", "after:", "از:",
    "من:", "before:", "تا:", "إلى:", "date:", "from:", "قبل از:", "site:", "او", "NOT ",
]  # fmt: skip
_WORDS = [
    "باران", "رئیس جمهور", "می‌شود", "کتاب‌ها", "الوزير", "وبالحكومة", "putin", "U.N.", "F-16", "۱٬۴۰۴", "٢٠٢٥-١٠-١٥",
    "1404/07/23", "مهر ۱۴۰۴", "https://example.org/?q=1", "a@b.ir", "#توسعه_پایدار", "fa", "9999999999", "0", "۰/۰/۰",
]  # fmt: skip
_NASTY = [
    "\x00", "\ud800", "\udfff", "\u202e", "\u2066", "\u200f", "\u200c", "\u200d", "\ufeff", "\u00ad", "\u0640", "ً",
    "ٔ", "ﷲ", "\n", "\r\n", "\t", "\u2028", "\\", "%", "%00", "<script>", "&amp;", "'", "\U0001f600", "\U0010ffff",
    "e\u0301", "(" * 400, ")" * 400, '"' * 401, "-" * 400, "*" * 400, "ا" * 5_000, "ب " * 2_500, "(ا OR " * 400,
    "-(" * 200, "title:" * 300, "ا*" * 500, "ها" * 800, "می‌" * 500, "و" * 3_000, "1" * 5_000, "1," * 2_000,
    "date:" + "9" * 4_000, "NOT " * 1_200, "-\u200e" * 2_000, "قبل از:" * 700, "او السعودية " * 400, "a*b " * 1_200,
    "شخص:ا ب پ ت ث ج " * 300, "منبع:ا ب پ ت ث ج " * 300, "date:15 اکتبر 1404 " * 250, "a." * 900 + "ir/1404",
]  # fmt: skip
ATOMS = (*_OPERATORS, *_WORDS, *_NASTY)

queries = st.one_of(
    st.sampled_from(ATOMS),
    st.lists(st.one_of(st.sampled_from(ATOMS), st.text(max_size=12)), max_size=12).flatmap(
        lambda pieces: st.sampled_from(["", " "]).map(lambda gap: gap.join(pieces))
    ),
    st.text(max_size=200),
)
"""A query of any kind; most are a dozen pieces with or without spaces between them."""
parameters = st.fixed_dictionaries(
    {"q": queries},
    optional={
        "match": st.sampled_from(["all", "any", "", "\x00"]),
        "sort": st.sampled_from(["relevance", "newest", "oldest", "x"]),
        "page": st.sampled_from(["1", "2", "0", "-1", "999999999999", "۲", "x"]),
        "lang": st.sampled_from(["fa", "-ar", "und", "\ud800"]),
        "date": st.one_of(st.sampled_from(["1404", "2025-10", "مهر ۱۴۰۴", "13404/99/99"]), queries),
    },
)


class Unanswered(Exception):
    """A query that the page failed on, or took too long for."""


def address(given: dict[str, str]) -> str:
    """The path of the search, with lone surrogates as the bytes that a broken client would send."""
    pairs = {name: value.encode("utf-8", "surrogatepass") for name, value in given.items()}
    return f"/search/?{urlencode(pairs)}"


def ask(client: Client, given: dict[str, str]) -> float:
    """CPU seconds of the page, blind to what else the machine does. Raises Unanswered for a status of 500 or more."""
    begun = time.process_time()
    status = client.get(address(given)).status_code
    if status >= 500:
        raise Unanswered(f"{status} for {given!a}")
    return time.process_time() - begun


def ask_many(count: int, number: int, told: Callable[[int, float], None]) -> float:
    """Asks `count` random queries of the portal in this process; the slowest time in seconds.

    `number` seeds them; `told` hears of each. Raises Unanswered.
    """
    client = Client(SERVER_NAME="localhost", raise_request_exception=False)
    for atom in ATOMS:  # loads what loads once, and none of them is left to chance
        ask(client, {"q": atom})
    times: list[float] = []

    @seed(number)
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(parameters)
    def one(given: dict[str, str]) -> None:
        spent = ask(client, given)
        if spent > SLOWEST_SECONDS:
            raise Unanswered(f"{spent:.1f} s for {given!a}")
        if len(times) % _KEPT == 0:  # else each collection looks through more examples
            gc.collect()
            gc.freeze()
        times.append(spent)
        told(len(times), max(times))

    try:
        one()
    finally:
        gc.unfreeze()
    return max(times)
