"""A name to look for, and how much it says by itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Weight(IntEnum):
    """How much a name says by itself."""

    WEAK = 0
    """Means the person only after a full name in the same article."""
    STRONG = 1
    """Means the person wherever it stands."""
    TITLED = 2
    """A name with its title, «الرئيس الشرع»: means the person where that title stands beside it."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name to look for; `person` is any number the caller knows the person by."""

    person: int
    text: str
    language: str
    weight: Weight
