"""Every setting has a working default and refuses a wrong value with the way to mend it."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from newsportal.startup import port_complaint

ROOT = Path(__file__).resolve().parent.parent.parent
OWN = {"PATH", "HOME", "LANG", "VIRTUAL_ENV"}
SETTINGS = sorted(
    set(
        re.findall(
            r'(?:env\.\w+|flag|choice|writable_folder|host_names|database)\(\s*"([A-Z_]+)"',
            (ROOT / "newsportal/settings.py").read_text(encoding="utf-8"),
        )
    )
)


def started(data_dir: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A new process that reads the settings as `manage.py` does, with nothing else in its environment."""
    kept = {name: value for name, value in os.environ.items() if name in OWN}
    return subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT,
        env={**kept, "ENV_FILE": os.devnull, "DATA_DIR": str(data_dir), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_settings_are_found_in_the_file():
    assert {"DATA_DIR", "DATABASE_URL", "SEARCH_URL", "SECRET_KEY", "DEBUG", "ALLOWED_HOSTS", "HTTPS"} <= set(SETTINGS)
    assert {"SITE_NAME", "TIME_ZONE", "LANGUAGE_CODE", "PORT"} <= set(SETTINGS)


@pytest.mark.parametrize("name", SETTINGS)
@pytest.mark.parametrize("document", ["docs/settings.md", ".env.example"])
def test_every_setting_is_documented(name: str, document: str):
    assert re.search(rf"\b{name}\b", (ROOT / document).read_text(encoding="utf-8"))


def test_a_bare_environment_starts(tmp_path: Path):
    answer = started(tmp_path / "new")
    assert answer.returncode == 0, answer.stderr
    assert len((tmp_path / "new/secret_key").read_text(encoding="ascii")) >= 50
    assert (tmp_path / "new/secret_key").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("name", "value", "remedy"),
    [
        ("DEBUG", "maybe", "set DEBUG=true or DEBUG=false"),
        ("HTTPS", "2", "set HTTPS=true or HTTPS=false"),
        ("PORT", "eighty", "from 1 to 65535"),
        ("PORT", "70000", "from 1 to 65535"),
        ("LANGUAGE_CODE", "de", "set fa, ar or en"),
        ("TIME_ZONE", "Tehran", "use a name like Asia/Tehran"),
        ("DATABASE_URL", "mydatabase", "use sqlite:////folder/file.sqlite3 or postgres://"),
        ("DATABASE_URL", "oracle://localhost/news", "use sqlite:////folder/file.sqlite3 or postgres://"),
        ("SEARCH_URL", "elastic://localhost:9200", "use whoosh:///path/to/index"),
        ("SEARCH_URL", "whoosh://index", "use whoosh:///path/to/index"),
        ("ALLOWED_HOSTS", "https://news.example/", "ALLOWED_HOSTS=news.example"),
        ("ALLOWED_HOSTS", "localhost,news.example:8000", "ALLOWED_HOSTS=news.example"),
        ("DATA_DIR", "/proc/portal", "name another"),
    ],
)
def test_a_wrong_value_is_refused_with_the_remedy(tmp_path: Path, name: str, value: str, remedy: str):
    answer = started(tmp_path, **{name: value})
    assert answer.returncode != 0
    assert name in answer.stderr
    assert remedy in answer.stderr
    assert "Traceback" not in answer.stderr


def test_a_file_of_settings_is_read_and_the_environment_wins(tmp_path: Path):
    (tmp_path / "env").write_text("LANGUAGE_CODE=de\nPORT=eighty\n", encoding="utf-8")
    answer = started(tmp_path, ENV_FILE=str(tmp_path / "env"), PORT="8001")
    assert "LANGUAGE_CODE='de'" in answer.stderr
    assert "PORT" not in answer.stderr


def test_a_short_key_is_refused_on_the_open_net(tmp_path: Path):
    answer = started(tmp_path, HTTPS="true", SECRET_KEY="short")  # noqa: S106  (the point of the test)
    assert answer.returncode != 0
    assert "leave it empty" in answer.stderr


def test_a_relative_data_folder_counts_from_the_checkout(tmp_path: Path):
    inside = os.path.relpath(tmp_path / "data", ROOT)
    kept = {name: value for name, value in os.environ.items() if name in OWN}
    code = "from newsportal.settings import DATA_DIR; print(DATA_DIR)"
    answer = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**kept, "ENV_FILE": os.devnull, "DATA_DIR": inside, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert answer.stdout.strip() == str(tmp_path / "data")


def test_a_port_in_use_is_named_with_another_to_choose():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert f"make run PORT={port + 1}" in str(port_complaint("127.0.0.1", port))


def test_a_free_port_is_no_complaint():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    assert port_complaint("127.0.0.1", port) is None
