"""Dates that pages show: which of them can be of one day."""

from __future__ import annotations

import pytest

from blogimport.webpage.dates import agreed, is_another_day


@pytest.mark.parametrize(
    ("date", "known", "other"),
    [
        ("2006-05-03", "2006-05-03T12:04", False),
        ("2006-05-04", "2006-05-03T12:04", True),
        ("--05-03", "2006-05-03", False),
        ("--05-09", "2006-05-03", True),
        ("2006-05-03T12:04", "--05-03", False),
        ("2006-05-03", "2006-05", False),
        ("2006-06-03", "2006-05", True),
        ("--05-03", "2006", False),
        (None, "2006-05-03", False),
        ("2006-05-03", None, False),
    ],
)
def test_dates_of_one_day(date: str | None, known: str | None, other: bool) -> None:
    """Two dates are of different days where both state something that differs; a year or a day that lacks agrees."""
    assert is_another_day(date, known) is other


def test_the_day_of_an_address_tells_day_from_month() -> None:
    """« 3 09 2006 » is in September where the post's address says so; another day is that of something else."""
    address = "/2006/09/03/cest-joli/"
    assert agreed((), "2006-03-09T10:20", address) == ("2006-09-03T10:20", True)
    assert agreed((), "2006-09-04", address) == ("2006-09-04", True)
    assert agreed((), "2009-01-01", address) == (None, False)
