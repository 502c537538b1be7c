"""Rows stand in the order of their dates, however many share one and in whatever order they come."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.archive.placing import free_place, nominal_place

DATES = [
    None,
    "soon",
    "1914-08-03",
    "2007",
    "2007-03",
    "2007-03-14",
    "2007-03-14T12:30",
    "2007-03-14T12:30:10",
    "2008",
]


def test_places_follow_dates() -> None:
    """What has no date comes first, then what is older; a date that says less stands where it begins."""
    places = [nominal_place(date) for date in DATES]

    assert places[:2] == [1, 1]
    assert places == sorted(places)
    assert nominal_place("2007") == nominal_place("2007-01-01")
    assert nominal_place("2007-03-14T12:30:10") == nominal_place("2007-03-14T12:30") + 1
    assert nominal_place("2007-02-31") == 1


@given(st.lists(st.sampled_from(DATES), max_size=60))
def test_every_row_has_its_own_place(dates: list[str | None]) -> None:
    """Rows of one date stand side by side, each where no other is."""
    taken: set[int] = set()
    for date in dates:
        place = free_place(date, taken.__contains__)
        assert place not in taken
        assert 0 <= place - nominal_place(date) < len(dates)
        taken.add(place)


def test_many_rows_of_one_date_cost_little() -> None:
    """Thousands of rows of one date are placed in a few steps each."""
    taken: set[int] = set()
    looks = 0

    def is_taken(place: int) -> bool:
        nonlocal looks
        looks += 1
        return place in taken

    for _ in range(3_000):
        taken.add(free_place("2005", is_taken))

    assert looks < 3_000 * 30
    assert max(taken) - min(taken) == 2_999
