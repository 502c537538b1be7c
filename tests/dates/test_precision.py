"""How exact an ISO date is, and the time that joins it."""

from __future__ import annotations

import pytest

from reader.dates import tells_day, tells_whole_day, with_time


@pytest.mark.parametrize(
    ("iso", "day", "whole"),
    [
        ("2006", False, False),
        ("2006-05", False, False),
        ("--05-03", True, False),
        ("2006-05-03", True, True),
        ("2006-05-03T12:04", True, True),
        ("2006-05-03T12:04:05-05:00", True, True),
    ],
)
def test_what_a_date_tells(iso: str, day: bool, whole: bool) -> None:
    """A day may lack its year, and an offset to the west has a sign of its own."""
    assert tells_day(iso) is day
    assert tells_whole_day(iso) is whole


def test_a_time_joins_days_alone() -> None:
    """A month has no time of day, and a moment keeps its own."""
    assert with_time("2006-05-03", "12:04") == "2006-05-03T12:04"
    assert with_time("--05-03", "12:04") == "--05-03T12:04"
    assert with_time("2006-05-03T09:00", "12:04") == "2006-05-03T09:00"
    assert with_time("2006-05", "12:04") == "2006-05"
    assert with_time("2006-05-03", None) == "2006-05-03"
