"""UTF-8, UTF-16 and windows-1256 are told apart; binary is refused."""

from __future__ import annotations

import gzip
import io
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.ingest.encodings import SAMPLE, NotText, detect_encoding
from articles.ingest.lines import UnreadableLine, read_lines

PERSIAN = "گشايش مدرسه جديد در شهر با حضور دانش آموزان\n"
ARABIC = "افتتاح مدرسة جديدة في المدينة، بحضور الطلاب (أمس)\n"
FRENCH = "It was opened near the café, said the director in Paris.\n"


@pytest.mark.parametrize("text", [PERSIAN, ARABIC, ARABIC + FRENCH * 3])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256"])
def test_it_reads_what_was_written(text: str, encoding: str) -> None:
    raw = text.encode(encoding)
    assert raw.decode(detect_encoding(raw)).lstrip("\ufeff") == text


def test_a_character_cut_by_the_end_of_the_sample_is_no_fault() -> None:
    assert detect_encoding(("x" + "س" * SAMPLE).encode()[:SAMPLE]) == "utf-8"
    assert detect_encoding(FRENCH.encode("cp1252")) == "cp1256"  # é is the same in both


@pytest.mark.parametrize(
    "raw",
    [
        random.Random(1).randbytes(4000),  # noqa: S311 (no secret)
        gzip.compress(PERSIAN.encode() * 50),
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n\0\x01\x02stream",
    ],
    ids=["noise", "gzip", "png", "pdf"],
)
def test_binary_is_refused(raw: bytes) -> None:
    with pytest.raises(NotText):
        detect_encoding(raw)


def lines_of(raw: bytes, encoding: str = "utf-8", limit: int = 20) -> list[tuple[int, str, bool]]:
    read = read_lines(io.BufferedReader(io.BytesIO(raw)), encoding, limit)  # type: ignore[arg-type]
    return [(number, str(line), isinstance(line, UnreadableLine)) for number, line in read]


def test_lines_are_numbered_whatever_their_ends() -> None:
    assert lines_of(b"a\r\nb\n\nc\rd") == [(n, t, False) for n, t in enumerate(["a", "b", "", "c", "d"], start=1)]


def test_a_line_that_is_too_long_is_passed_over() -> None:
    (_, first, _), (number, reason, refused), (_, last, _) = lines_of(b"a\n" + b"x" * 200_000 + b"\nb")
    assert (first, number, refused, last) == ("a", 2, True, "b")
    assert "200,000 characters" in reason


def test_a_line_in_the_older_encoding_is_rescued() -> None:
    rows = lines_of("یک\n".encode() + PERSIAN.encode("cp1256") + b"ab\xffc\n", limit=200)
    assert [(row[1], row[2]) for row in rows] == [("یک", False), (PERSIAN[:-1], False), (rows[2][1], rows[2][2])]


def test_what_utf_16_cannot_decode_is_reported() -> None:
    cut = lines_of("یک\nدو".encode("utf-16-be")[:-1], "utf-16-be")
    assert (cut[0][1], cut[-1][2]) == ("یک", True)
    (lone,) = lines_of(b"\xdc\x80\x00a", "utf-16-be")
    assert lone[2]


@given(st.binary(max_size=400))
def test_any_bytes_have_an_encoding_or_none(raw: bytes) -> None:
    try:
        encoding = detect_encoding(raw)
    except NotText:
        return
    lines_of(raw, encoding)
