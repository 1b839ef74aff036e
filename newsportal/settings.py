"""Settings: every value comes from the environment, has a working default, and is refused with a remedy when wrong."""

import os
import re
import secrets
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import available_timezones

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
environ.Env.read_env(os.environ.get("ENV_FILE") or BASE_DIR / ".env")


def flag(name: str, default: bool) -> bool:
    """A yes-or-no setting; anything but the usual spellings is refused."""
    value = env.str(name, default=str(default)).strip().lower()
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"", "0", "false", "no", "off"}:
        return False
    raise ImproperlyConfigured(f"{name}={value!r} is neither true nor false; set {name}=true or {name}=false")


def choice(name: str, default: str, allowed: set[str], hint: str) -> str:
    """A setting with a closed set of values."""
    value = env.str(name, default=default)
    if value not in allowed:
        raise ImproperlyConfigured(f"{name}={value!r} is not known; {hint}")
    return value


def local_secret(data_dir: Path) -> str:
    """A random key kept beside the data, so that a laptop needs no configuration and no secret is in the repository."""
    path = data_dir / "secret_key"
    try:
        return path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        key = secrets.token_urlsafe(50)
        path.touch(mode=0o600)
        path.write_text(key, encoding="ascii")
        return key


def writable_folder(name: str, default: Path) -> Path:
    """A folder that is made where it is missing; a relative path counts from the checkout."""
    folder = (BASE_DIR / env.str(name, default=str(default))).resolve()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as wrong:
        raise ImproperlyConfigured(f"{name}={str(folder)!r} cannot be made ({wrong.strerror}); name another") from wrong
    if not os.access(folder, os.W_OK | os.X_OK):
        raise ImproperlyConfigured(f"{name}={str(folder)!r} is not writable; give this user the right, or name another")
    return folder


def host_names(name: str, default: list[str]) -> list[str]:
    """Host names without scheme, path and port, as Django compares them."""
    hosts = [host.strip() for host in env.list(name, default=default) if host.strip()]
    for host in hosts:
        if "/" in host or (":" in host and not host.startswith("[")):
            bare = host.split("://")[-1].split("/")[0].split(":")[0]
            raise ImproperlyConfigured(f"{name} holds {host!r}; name hosts alone, divided by commas: {name}={bare}")
    return hosts


def database(name: str, default: str) -> dict[str, Any]:
    """Django's settings of the database that the address in `name` means."""
    url = env.str(name, default=default) or default
    if urlsplit(url).scheme not in {"sqlite", "postgres", "postgresql"}:
        raise ImproperlyConfigured(
            f"{name}={url!r} names no database we know; "
            "use sqlite:////folder/file.sqlite3 or postgres://user:password@host:5432/name"
        )
    if not url.startswith("sqlite") and not (find_spec("psycopg") or find_spec("psycopg2")):
        raise ImproperlyConfigured(
            f"{name} means PostgreSQL; install its driver: .venv/bin/pip install 'psycopg[binary]'"
        )
    found: dict[str, Any] = env.db_url_config(url)
    return found


DATA_DIR = writable_folder("DATA_DIR", BASE_DIR / "var")
DEBUG = flag("DEBUG", False)
HTTPS = flag("HTTPS", False)
SECRET_KEY = env.str("SECRET_KEY", default="") or local_secret(DATA_DIR)
if HTTPS and len(SECRET_KEY) < 50:
    raise ImproperlyConfigured(
        "SECRET_KEY is short; leave it empty, and one is made under DATA_DIR, or give 50 characters"
    )
ALLOWED_HOSTS = host_names("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
SITE_NAME = env.str("SITE_NAME", default="")
PORT = env.str("PORT", default="8000")
if not (PORT.isdigit() and 0 < int(PORT) < 65536):
    raise ImproperlyConfigured(f"PORT={PORT!r} is not a port; set a number from 1 to 65535")

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "articles",  # before haystack, whose commands of the same names would empty the live index
    "haystack",
]
MIDDLEWARE = [
    "articles.views.page_cache.page_cache",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "articles.views.interface.interface_language",
    "articles.views.reader.reader",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "newsportal.urls"
WSGI_APPLICATION = "newsportal.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "articles.views.interface.site",
                "articles.views.reader.calendar",
            ]
        },
    }
]

DATABASES = {"default": database("DATABASE_URL", f"sqlite:///{DATA_DIR / 'newsportal.sqlite3'}")}
DATABASES["default"].setdefault("CONN_MAX_AGE", 60)
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # IMMEDIATE takes the write lock when a transaction begins: a reader that turns writer half-way
    # would otherwise fail at once with "database is locked" instead of waiting for its turn.
    DATABASES["default"].setdefault("OPTIONS", {}).update(
        transaction_mode="IMMEDIATE",
        timeout=30,
        init_command="PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-16000;",
    )
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

SEARCH_URL = env.str("SEARCH_URL", default=f"whoosh://{DATA_DIR / 'index'}")
if urlsplit(SEARCH_URL).scheme != "whoosh" or len(urlsplit(SEARCH_URL).path) < 2 or urlsplit(SEARCH_URL).netloc:
    raise ImproperlyConfigured(f"SEARCH_URL={SEARCH_URL!r} names no engine we have; use whoosh:///path/to/index")
HAYSTACK_CONNECTIONS = {
    "default": {
        "ENGINE": "articles.search.engines.whoosh.backend.WhooshEngine",
        "PATH": urlsplit(SEARCH_URL).path,
        "SILENTLY_FAIL": False,
    }
}
LEXICON_PATH = DATA_DIR / "lexicon"

API_RATE = env.str("API_RATE", default="600/m")
if API_RATE and not re.fullmatch(r"[1-9]\d{0,8}/[smhd]", API_RATE):
    raise ImproperlyConfigured(
        f"API_RATE={API_RATE!r} is no rate; set requests per second, minute, hour or day, such as 600/m, or nothing"
    )

LANGUAGE_CODE = choice("LANGUAGE_CODE", "fa", {"fa", "ar", "en"}, "set fa, ar or en")
LANGUAGES = [("fa", _("Persian")), ("ar", _("Arabic")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "articles" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = choice("TIME_ZONE", "Asia/Tehran", available_timezones(), "use a name like Asia/Tehran or Europe/Berlin")

STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
# Where nothing was collected yet, files are served from where they lie.
WHITENOISE_USE_FINDERS = not (STATIC_ROOT / "staticfiles.json").exists()
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "newsportal.storage.SiteStorage"},
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
if HTTPS:
    SECURE_SSL_REDIRECT = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = True
LANGUAGE_COOKIE_SAMESITE = "Lax"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    # hazm pulls gensim in, which tells of its own tests at INFO while the lexicon is compiled.
    "loggers": {"gensim": {"level": "WARNING"}},
    "root": {"handlers": ["console"], "level": "DEBUG" if DEBUG else "INFO"},
}
