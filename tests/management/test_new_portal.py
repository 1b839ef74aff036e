"""Commands in an empty DATA_DIR, or one that holds the lexicon alone, which takes half a minute to compile."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from articles.management.new_portal import make_database
from articles.models import Person

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.django_db
def test_a_database_with_tables_is_left_alone():
    make_database()
    assert not Person.objects.exists()


@pytest.mark.parametrize("command", [["compile_lexicon"], ["worker", "--once"]], ids=lambda words: words[0])
@pytest.mark.django_db
def test_what_makes_the_lexicon_says_at_once_where_it_cannot_be_written(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
):
    monkeypatch.setattr(settings, "LEXICON_PATH", data_dir / "lexicon")
    (data_dir / "lexicon").touch()
    with pytest.raises(CommandError, match=r"cannot write .*lexicon: File exists; set DATA_DIR elsewhere"):
        call_command(*command)


def test_articles_go_into_an_empty_folder_and_are_found_there(tmp_path: Path, lexicon: Path):
    shutil.copytree(lexicon, tmp_path / "data" / "lexicon")
    record = {"id": "1", "title": "سفر به مسکو", "body": "ولادیمیر پوتین رئیس‌جمهور روسیه آمد.", "date": "2025-10-15"}
    (tmp_path / "one.jsonl").write_text(json.dumps(record), encoding="utf-8")
    surroundings = os.environ | {"DATA_DIR": str(tmp_path / "data"), "ENV_FILE": os.devnull}

    def run(*command: str) -> str:
        manage = [sys.executable, str(ROOT / "manage.py"), *command]
        return subprocess.run(manage, env=surroundings, capture_output=True, text=True, check=True).stdout

    assert "imported 1," in run("import_articles", str(tmp_path / "one.jsonl"))
    assert "indexed 1 articles" in run("worker", "--once")
    answer = json.loads(run("search", "رئیسجمهور", "--json"))
    assert answer["total"] == 1
    assert [person["slug"] for person in answer["results"][0]["people"]] == ["vladimir-putin"]
