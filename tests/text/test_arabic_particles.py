"""Particles with pronouns are read by a list, and what is spelled as another word is none of them."""

import pytest

from articles.text.arabic_particles import particle
from articles.text.fold import fold


@pytest.mark.parametrize(
    ("written", "stem"),
    [
        ("عليه", "على"),
        ("فعليها", "على"),
        ("على", "على"),
        ("علي", ""),
        ("العلي", ""),
        ("إليهم", "إلى"),
        ("الى", "إلى"),
        ("والى", "إلى"),
        ("والي", ""),
        ("آلي", ""),
        ("آلية", ""),
        ("فيه", "فی"),
        ("فئة", ""),
        ("فية", ""),
        ("بأنهم", "أن"),
        ("وبأن", "أن"),
        ("بان", ""),
        ("فإنه", "إن"),
        ("انها", "ان"),
        ("إنهاء", ""),
        ("ولكنها", "لکن"),
        ("وبها", "به"),
        ("كتابه", ""),
    ],
)
def test_the_stem_of_a_particle(written: str, stem: str) -> None:
    assert particle(fold(written), written) == stem
