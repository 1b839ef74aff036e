"""Whatever is typed, the search page answers; `make soak` asks it 20,000 times."""

import pytest
from hypothesis import HealthCheck, given, settings

from bench.queries import ATOMS, address, ask, ask_many, parameters

pytestmark = pytest.mark.usefixtures("portal")


def test_every_operator_and_nasty_atom_alone_is_answered(client):
    assert max(ask(client, {"q": atom}) for atom in ATOMS) < 60


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parameters)
def test_random_queries_are_answered(client, given):
    assert client.get(address(given)).status_code < 500


def test_the_soak_asks_as_often_as_it_says(client):
    heard = []
    slowest = ask_many(20, 1, lambda number, seconds: heard.append((number, seconds)))
    assert heard[-1] == (20, slowest)
