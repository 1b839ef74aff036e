"""Commands over the small portal of the search tests."""

from tests.search.conftest import portal

__all__ = ["portal"]
