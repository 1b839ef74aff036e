import os

import pytest


@pytest.fixture(autouse=True, scope="session")
def _quiet_disk():
    """These tests measure answers, not durability: a commit need not wait for the disk."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        yield
