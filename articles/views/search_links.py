"""Addresses of neighbouring searches: one filter more, one less, another page. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.http import urlencode

WINDOW = 2


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
        self._here = self._address(self.params)

    def here(self) -> str:
        return self._here

    def with_one(self, name: str, value: str) -> str:
        """With this single value, instead of others under the name."""
        params = self.params.copy()
        params[name] = value
        return self._address(params)

    def with_values(self, **values: str) -> str:
        """With several single values; an empty one takes its name away."""
        params = self.params.copy()
        for name, value in values.items():
            if value:
                params[name.rstrip("_")] = value
            else:
                params.pop(name.rstrip("_"), None)
        return self._address(params)

    def adding(self, name: str, value: str) -> str:
        """With one value more; its opposite goes."""
        if name not in self.params:  # two for each value of a facet: copying the parameters each time costs 3 ms a page
            return self._with(self.here(), urlencode({name: value}))
        params = self.params.copy()
        opposite = value[1:] if value.startswith("-") else f"-{value}"
        params.setlist(name, [*(kept for kept in params.getlist(name) if kept not in {opposite, value}), value])
        return self._address(params)

    def without(self, name: str, value: str | None = None) -> str:
        """Without one value, or without the whole name."""
        params = self.params.copy()
        left = [] if value is None else [kept for kept in params.getlist(name) if kept.strip() != value]
        params.pop(name, None)
        if left:
            params.setlist(name, left)
        return self._address(params)

    def filtered(self) -> bool:
        """Whether anything but words, order and way of matching narrows this search."""
        return any(name not in {"q", "sort", "match", "page_size"} for name in self.params)

    def without_filters(self) -> str:
        """The words alone."""
        params = QueryDict(mutable=True)
        if "q" in self.params:
            params["q"] = self.params.get("q", "")
        return self._address(params)

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

    @staticmethod
    def _with(address: str, parameter: str) -> str:
        return f"{address}{parameter}" if address.endswith("?") else f"{address}&{parameter}"

    def _address(self, params: QueryDict) -> str:
        return f"{self.path}?{params.urlencode()}"
