"""What is seen of a hit in a narrow pane."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.tui.search.hits import _from_match


@pytest.mark.parametrize("room", [20, 36, 60, 200])
def test_the_match_is_seen(room: int) -> None:
    """However narrow the pane, the matched word is within it."""
    snippet = "…4. On passe la main sous l’anche, là où la farine doit sortir, et on patiente un moment."
    start = snippet.index("farine")

    shown, ((first, last),) = _from_match(snippet, ((start, start + 6),), room)

    assert shown[first:last] == "farine"
    assert last <= room


@given(st.text(min_size=1, max_size=200), st.data(), st.integers(1, 120))
def test_matches_stay_on_their_words(snippet: str, data: st.DataObject, room: int) -> None:
    """Cutting the beginning moves the matches and changes none."""
    first = data.draw(st.integers(0, len(snippet) - 1))
    last = data.draw(st.integers(first + 1, len(snippet)))

    shown, ((start, end),) = _from_match(snippet, ((first, last),), room)

    assert shown[start:end] == snippet[first:last]
