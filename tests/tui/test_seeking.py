"""The search beside the screen: what it tells in which order, and that a key stops it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.marks import open_marks
from reader.tui.search.seeking import Found, Seeking


@pytest.fixture
def seeking(archive: Path) -> Seeking:
    """Searches of the small archive, by somebody who has marked nothing."""
    return Seeking(archive, open_marks(None, lambda: "2007-03-01"))


def test_hits_come_before_how_they_are_spread(seeking: Seeking) -> None:
    """First the hits alone, then the same ones with their facets."""
    told: list[Found] = []
    seeking.seek("pan OR note", 40, lambda: False, told.append, ranked=False)
    assert [found.facets is not None for found in told] == [False, True]
    assert told[0].results is told[1].results


def test_nothing_is_counted_while_keys_follow_each_other(seeking: Seeking) -> None:
    """A key that comes once the hits are there spares the counting of their facets."""
    told: list[Found] = []

    def tell(found: Found) -> None:
        told.append(found)
        seeking.stop()

    seeking.seek("pan OR note", 40, lambda: False, tell, ranked=False)
    assert [found.facets for found in told] == [None]
