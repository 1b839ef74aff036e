"""Who publishes: the outlet that a slug, a host or a name stands for."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from articles.models import Source
from articles.text.fold import fold

DATA_FILE = Path(__file__).resolve().parent.parent / "data" / "outlets.jsonl"
_HOST = re.compile(r"[\w-]+(\.[\w-]+)+")
_NOT_IN_SLUG = re.compile(r"[^a-z0-9-]+")
_NOT_LETTERS = re.compile(r"[^\w]+")
_GAP = r"[\s\u200c]+"
_KIND = re.compile(
    rf"(?:خبرگزاری|خبرگزاري|پایگاه{_GAP}(?:خبری|اطلاع[\s\u200c]?رسانی)(?:[\s\u200c-]*تحلیلی)?"
    rf"|(?:وب[\s\u200c]?)?سایت(?:{_GAP}خبری)?|شبکه(?:{_GAP}(?:خبری|تلویزیونی))?|روزنامه[\u200c]?[یٔ]?"
    rf"|هفته[\s\u200c]?نامه|وكالة(?: أنباء| الأنباء)?|صحيفة|قناة|موقع){_GAP}"
)
_AGENCY = re.compile(r"خبرگزاری|وكالة|agency", re.I)
SLUG_LENGTH = 80


@dataclass(frozen=True, slots=True)
class KnownOutlet:
    """An outlet or agency of `articles/data/outlets.jsonl`."""

    slug: str
    names: dict[str, str]
    aliases: tuple[str, ...]
    hosts: tuple[str, ...]
    time_zone: str
    language: str
    agency: bool

    @property
    def name(self) -> str:
        """Its name in its own language, else in English."""
        return self.names.get(self.language) or self.names.get("en") or next(iter(self.names.values()))


def name_key(name: str) -> str:
    """A name's letters alone, folded: what two spellings of one outlet have in common."""
    return _NOT_LETTERS.sub("", fold(name))


@lru_cache(maxsize=1)
def known_outlets() -> tuple[KnownOutlet, ...]:
    """The outlets of the data file, in its order."""
    rows = [json.loads(line) for line in DATA_FILE.read_text(encoding="utf-8").splitlines() if line.strip()]
    return tuple(
        KnownOutlet(
            slug=row["slug"],
            names=row["names"],
            aliases=tuple(row.get("aliases", ())),
            hosts=tuple(row.get("hosts", ())),
            time_zone=row.get("time_zone", ""),
            language=row.get("language", ""),
            agency=row.get("agency", False),
        )
        for row in rows
    )


@lru_cache(maxsize=1)
def _by_name() -> dict[str, KnownOutlet]:
    table: dict[str, KnownOutlet] = {}
    for outlet in known_outlets():
        for name in (outlet.slug, *outlet.names.values(), *outlet.aliases):
            table.setdefault(name_key(name), outlet)
    return table


_learnt: dict[str, KnownOutlet] = {}


def learn_stored() -> None:
    """Adds the names of stored outlets to those of the data file, so that credits find outlets that only this portal
    has. Called when an import begins; the data file goes first."""
    _learnt.clear()
    named.cache_clear()
    for source in Source.objects.all():
        outlet = _of_source(source)
        for name in (source.name, *outlet.names.values()):
            _learnt.setdefault(name_key(name), outlet)
            _learnt.setdefault(name_key(without_kind(name)), outlet)


def _of_source(source: Source) -> KnownOutlet:
    agency = any(_AGENCY.search(name) for name in (source.name, *source.names.values()))
    names = source.names or {source.language: source.name}
    return KnownOutlet(source.slug, names, (), tuple(source.hosts), source.time_zone, source.language, agency)


def without_kind(name: str) -> str:
    """A name without the word that says what kind of outlet it is: «خبرگزاری مهر» is «مهر»."""
    return _KIND.sub("", name.strip(), count=1)


@lru_cache(maxsize=1)
def _by_host() -> dict[str, KnownOutlet]:
    return {host: outlet for outlet in known_outlets() for host in outlet.hosts}


@lru_cache(maxsize=16384)
def named(name: str) -> KnownOutlet | None:
    """The known outlet of this name, alias or slug, however it is spelt."""
    key = name_key(name)
    return _by_name().get(key) or _learnt.get(key)


def nearest_named(name: str) -> KnownOutlet | None:
    """As `named`, or the one known agency whose name is one letter away (ایرنان for ایرنا).

    Only for names of four letters and more, and never where two outlets are as near: then none is guessed.
    """
    exact = named(name)
    key = name_key(name)
    if exact or len(key) < 4:
        return exact
    names = {**_learnt, **_by_name()}
    near = {outlet.slug: outlet for known, outlet in names.items() if len(known) >= 4 and _one_letter_apart(key, known)}
    return next(iter(near.values())) if len(near) == 1 else None


def _one_letter_apart(one: str, other: str) -> bool:
    """Whether one insertion, removal or replacement turns `one` into `other`."""
    if abs(len(one) - len(other)) > 1:
        return False
    short, long = sorted((one, other), key=len)
    start = next((i for i, letter in enumerate(short) if letter != long[i]), len(short))
    if len(short) == len(long):
        return short[start + 1 :] == long[start + 1 :]
    return short[start:] == long[start + 1 :]


def host_of(value: str) -> str:
    """The host in a host name or address, without `www.`; empty where there is none."""
    bare = re.sub(r"^[a-z][a-z0-9+.-]*://", "", value.strip().lower()).split("/")[0].split("@")[-1].split(":")[0]
    bare = bare.removeprefix("www.").rstrip(".")
    return bare if _HOST.fullmatch(bare) else ""


@lru_cache(maxsize=4096)
def slug_of(value: str) -> str:
    """The slug of an outlet given as slug, host or name; empty where nothing is left of it.

    A slug stays itself and a host becomes itself with dashes (`fa.abna24.com` → `fa-abna24-com`), known or not, so
    that nobody need know our list to filter by the value that was imported. A name is looked up in the list.
    """
    host = host_of(value)
    if host:
        return _slugify(host)
    bare = value.strip().lower()
    if re.fullmatch(r"[a-z0-9_-]+", bare):
        return _slugify(bare)
    outlet = named(value)
    return outlet.slug if outlet else _slugify(bare) or _slug_of_foreign(value)


def _slug_of_foreign(name: str) -> str:
    """A stable slug for a name without Latin letters; empty where the name has no letters at all."""
    key = name_key(name)
    return f"outlet-{hashlib.blake2b(key.encode(), digest_size=4).hexdigest()}" if key else ""


def _slugify(value: str) -> str:
    return _NOT_IN_SLUG.sub("-", value).strip("-")[:SLUG_LENGTH]


def _known(value: str) -> KnownOutlet | None:
    host = host_of(value)
    return _by_host().get(host) if host else named(value)


def _unsaved(slug: str, value: str) -> Source:
    outlet = _known(value)
    host = host_of(value)
    if outlet is None:
        return Source(slug=slug, name=(host or value.strip())[:200], hosts=[host] if host else [])
    return Source(
        slug=slug,
        name=outlet.name,
        names=outlet.names,
        hosts=list(outlet.hosts),
        language=outlet.language,
        time_zone=outlet.time_zone,
        homepage=f"https://{outlet.hosts[0]}/" if outlet.hosts else "",
    )


def sources_for(values: Iterable[str]) -> dict[str, Source]:
    """The stored outlets of these slugs, hosts or names, by slug; those not met before are made."""
    wanted = {slug: value for value in values if value and (slug := slug_of(value))}
    found = {source.slug: source for source in Source.objects.filter(slug__in=wanted)}
    missing = [_unsaved(slug, value) for slug, value in wanted.items() if slug not in found]
    if missing:
        Source.objects.bulk_create(missing, ignore_conflicts=True)
        found |= {source.slug: source for source in Source.objects.filter(slug__in=[s.slug for s in missing])}
    return found
