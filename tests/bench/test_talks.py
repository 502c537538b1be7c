"""Made-up pages with comments: what is told of them does not get worse."""

from __future__ import annotations

import pytest

from bench.talks import talks_told

# As told when this was written, but for a few.
_FLOORS = {
    False: {"titles": 0.98, "comments": 0.93, "authors": 0.92, "dates": 0.92},
    True: {"titles": 0.98, "comments": 0.94, "authors": 0.92, "dates": 0.94},
}


@pytest.mark.parametrize("are_strange", [False, True], ids=["known words", "strange words"])
def test_comments_of_made_up_themes_are_told(*, are_strange: bool) -> None:
    """Of the comments on 100 pages, each in a theme of its own, at least so many are told."""
    told = talks_told(range(100), are_strange=are_strange)
    floors = _FLOORS[are_strange]
    shares = {name: told[name] / told[f"{name}?"] for name in floors}

    assert {name: share for name, share in shares.items() if share < floors[name]} == {}
