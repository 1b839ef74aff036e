"""Addresses of neighbouring searches: one filter more, one less, another page. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote_plus

from django.http import QueryDict

WINDOW = 2
Values = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class PageLink:
    """One step of the pager; `number` None is a gap."""

    number: int | None
    address: str = ""
    current: bool = False


class Links:
    """Builds addresses from the parameters of this search; every change leads to the first page."""

    def __init__(self, params: QueryDict, path: str = "") -> None:
        """`path` is where the search lives, for a page that is none itself."""
        self.params = params.copy()
        self.path = path
        for name in ("page", "ui"):
            self.params.pop(name, None)
        for name in [name for name, values in self.params.lists() if not any(value.strip() for value in values)]:
            self.params.pop(name)
        self._values: Values = dict(self.params.lists())
        self._here = self._address(self._values)

    def here(self) -> str:
        return self._here

    def with_one(self, name: str, value: str) -> str:
        """With this single value, instead of others under the name."""
        return self._address(self._values | {name: [value]})

    def with_values(self, **values: str) -> str:
        """With several single values; an empty one takes its name away."""
        given = {name.rstrip("_"): [value] if value else [] for name, value in values.items()}
        return self._address(self._values | given)

    def adding(self, name: str, value: str) -> str:
        """With one value more; its opposite goes."""
        if name not in self._values:
            return f"{self._here}{'' if self._here.endswith('?') else '&'}{_pair(name, value)}"
        opposite = value[1:] if value.startswith("-") else f"-{value}"
        kept = [kept for kept in self._values.get(name, ()) if kept not in {opposite, value}]
        return self._address(self._values | {name: [*kept, value]})

    def without(self, name: str, value: str | None = None) -> str:
        """Without one value, or without the whole name."""
        left = [] if value is None else [kept for kept in self._values.get(name, ()) if kept.strip() != value]
        # What is left comes last, as if it had been chosen anew.
        return self._address({other: given for other, given in self._values.items() if other != name} | {name: left})

    def filtered(self) -> bool:
        """Whether anything but words, order and way of matching narrows this search."""
        return any(name not in {"q", "sort", "match", "page_size"} for name in self.params)

    def without_filters(self) -> str:
        """The words alone."""
        return self._address({"q": self._values["q"][-1:]} if "q" in self._values else {})

    def pages(self, page: int, last: int) -> list[PageLink]:
        """The first, the last and those around this one."""
        numbers = sorted({1, last, *range(max(1, page - WINDOW), min(last, page + WINDOW) + 1)})
        return list(self._steps(numbers, page))

    def _steps(self, numbers: list[int], page: int) -> Iterable[PageLink]:
        before = 0
        for number in numbers:
            if number > before + 1:
                yield PageLink(None)
            yield PageLink(number, self.page(number), number == page)
            before = number

    def page(self, number: int) -> str:
        return self.with_values(page=str(number) if number > 1 else "")

    def _address(self, values: Values) -> str:
        """Without QueryDict.copy, which copies deep and encodes all anew: of the sixty addresses of a page most share
        their parameters."""
        return f"{self.path}?{'&'.join(_pair(name, value) for name, given in values.items() for value in given)}"


@lru_cache(maxsize=1024)
def _pair(name: str, value: str) -> str:
    """A parameter as addresses write it; outlets and persons are the same on many pages."""
    return f"{quote_plus(name)}={quote_plus(value)}"
