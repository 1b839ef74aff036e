"""Web and mail addresses as words: found whole, by their host, and by the names inside."""

from __future__ import annotations

import re

_SCHEME = re.compile(r"^(?:https?://)?(?:www\.)?")
_NAME = re.compile(r"[^\W_]{2,}")
_MOST = 24
"""Names taken of one address: enough for any that a person wrote, a bound for those that machines write."""


def read_address(folded: str) -> tuple[str, tuple[str, ...]]:
    """The canonical address (no scheme, no www, nothing of the sentence at its end) and its further surfaces."""
    address = _SCHEME.sub("", folded).rstrip(".,:;!?'/")
    host, _, path = address.partition("/")
    _, _, domain = host.rpartition("@")
    labels = domain.partition(":")[0].split(".")
    hosts = [".".join(labels[start:]) for start in range(len(labels) - 1)]
    names = [name for name in _NAME.findall(f"{host} {path}") if len(name) <= 40]
    further = dict.fromkeys([*hosts, *labels, *names[:_MOST]])
    further.pop(address, None)
    return address, tuple(name for name in further if name)
