"""Typefaces cut to the letters of news."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from fontTools.ttLib import TTFont

from articles.management.commands.build_fonts import faces, unicode_range

PERSIAN = "پچژگکیءآئؤۀة،؛؟«»…۰۱۲۳۴۵۶۷۸۹٪٫٬"
ARABIC = "أإآؤئءةىيكًٌٍَُِّْ٠١٢٣٤٥٦٧٨٩"


@pytest.fixture(scope="module")
def fonts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from django.conf import settings  # noqa: PLC0415

    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("checkout")
        patch.setattr(settings, "BASE_DIR", folder)
        call_command("build_fonts", stdout=StringIO())
        return folder / "static" / "fonts"


@pytest.mark.parametrize("name", ["read-arabic.woff2", "use-arabic.woff2", "use-arabic-bold.woff2"])
def test_no_letter_of_news_is_missing(fonts, name):
    letters = TTFont(fonts / name).getBestCmap()
    assert [letter for letter in PERSIAN + ARABIC if ord(letter) not in letters] == []


def test_the_first_view_stays_small(fonts):
    assert sum((fonts / name).stat().st_size for name in ("read-arabic.woff2", "use-arabic.woff2")) < 60 * 1024


def test_what_is_read_can_be_bold(fonts):
    assert [axis.axisTag for axis in TTFont(fonts / "read-arabic.woff2")["fvar"].axes] == ["wght"]


def test_the_sheet_names_every_file(fonts):
    sheet = (fonts / "fonts.css").read_text()
    assert all(face.file in sheet and (fonts / face.file).exists() for face in faces())
    assert sheet.count("font-display: optional") == len(faces())


@pytest.mark.parametrize(
    ("letters", "told"), [([0x41], "U+41"), ([0x43, 0x41, 0x42], "U+41-43"), ([0x41, 0x43], "U+41, U+43")]
)
def test_ranges_join_neighbours(letters, told):
    assert unicode_range(letters) == told
