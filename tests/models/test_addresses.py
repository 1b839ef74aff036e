"""Addresses that are put together say what Django's own `reverse` says."""

import pytest
from django.test.utils import override_script_prefix
from django.urls import reverse

from articles.models.addresses import address_of


@pytest.mark.parametrize(
    ("page", "key"), [("article", 7), ("article", 10**12), ("source", "bamdad"), ("person", "x-y")]
)
def test_the_address_of_a_thing_is_that_of_its_page(page, key):
    assert address_of(page, key) == reverse(page, args=[key])
    with override_script_prefix("/news/"):
        assert address_of(page, key) == reverse(page, args=[key])
        assert address_of(page, key).startswith("/news/")
    assert address_of(page, key) == reverse(page, args=[key])
