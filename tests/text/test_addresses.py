"""Web and mail addresses as words."""

import pytest

from articles.text.addresses import read_address


@pytest.mark.parametrize(
    ("folded", "surface", "further"),
    [
        ("https://www.example.org/news/12.", "example.org/news/12", {"example.org", "example", "org", "news", "12"}),
        ("info@example.org", "info@example.org", {"info", "example.org", "example", "org"}),
        ("fa.abna24.com", "fa.abna24.com", {"abna24.com", "abna24", "com", "fa"}),
    ],
)
def test_an_address_is_whole_and_in_parts(folded: str, surface: str, further: set[str]) -> None:
    assert read_address(folded)[0] == surface
    assert set(read_address(folded)[1]) == further


def test_the_parts_of_an_endless_address_are_bounded() -> None:
    assert len(read_address("example.org/" + "/".join(f"part{number}" for number in range(1000)))[1]) < 40
