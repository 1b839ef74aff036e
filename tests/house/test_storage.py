"""The site's sheet put into one file."""

import json
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command

from newsportal.storage import IMPORT, SiteStorage, joined


def test_parts_stand_where_they_were_imported(tmp_path: Path):
    (tmp_path / "css").mkdir()
    (tmp_path / "css" / "a.css").write_text("a {}\n")
    sheet = tmp_path / "css" / "site.css"
    sheet.write_text('/* head */\n@import "a.css";\n@import "../fonts/missing.css";\nb {}\n')
    assert joined(sheet) == "/* head */\na {}\nb {}\n"


@pytest.fixture
def site(settings):
    """Settings under which the site's own files are collected, without the administration's hundreds."""
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "newsportal.storage.SiteStorage"}}
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    return settings


def test_the_collected_sheet_imports_nothing(tmp_path: Path, site):
    site.STATIC_ROOT = tmp_path
    call_command("collectstatic", interactive=False, verbosity=0)
    (sheet,) = [path for path in (tmp_path / "css").glob("site.*.css") if path.suffixes == [path.suffixes[0], ".css"]]
    assert "@import" not in sheet.read_text()
    assert ".masthead" in sheet.read_text()


def test_a_part_that_changed_is_in_the_sheet_of_the_next_run(tmp_path: Path, site):
    site.STATIC_ROOT, site.STATICFILES_DIRS = tmp_path / "root", [tmp_path / "from"]
    css = tmp_path / "from" / "css"
    css.mkdir(parents=True)
    (css / "site.css").write_text('@import "a.css";\n')
    for text in ("a {}", "b {}"):
        (css / "a.css").write_text(text)
        call_command("collectstatic", interactive=False, verbosity=0)
        names = json.loads((tmp_path / "root" / "staticfiles.json").read_text())["paths"]
        assert (tmp_path / "root" / names["css/site.css"]).read_text() == text


def test_before_anything_was_collected_files_keep_their_plain_names(tmp_path: Path):
    assert SiteStorage(location=tmp_path, base_url="/static/").url("css/site.css") == "/static/css/site.css"


def test_every_part_but_the_cut_fonts_is_in_the_repository():
    sheet = Path(finders.find("css/site.css"))
    parts = [name for name in IMPORT.findall(sheet.read_text()) if "fonts" not in name]
    assert len(parts) > 5
    assert all((sheet.parent / part).exists() for part in parts)


def test_sheets_use_logical_directions_alone():
    physical = ("margin-left", "margin-right", "padding-left", "padding-right", "text-align: left", "text-align: right")
    sheets = list((settings.BASE_DIR / "static" / "css").rglob("*.css"))
    assert [(sheet.name, word) for sheet in sheets for word in physical if word in sheet.read_text()] == []


def test_every_sheet_is_part_of_the_one_that_pages_load():
    css = Path(finders.find("css/site.css")).parent
    parts = set(IMPORT.findall((css / "site.css").read_text()))
    assert {str(sheet.relative_to(css)) for sheet in css.rglob("*.css")} - parts == {"site.css"}
