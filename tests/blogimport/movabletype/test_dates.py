"""The dates of Movable Type's exports."""

from __future__ import annotations

import pytest

from blogimport.movabletype.dates import date_of, days_come_first

DATES = {
    "06/19/2008 08:03:17 PM": "2008-06-19T20:03:17",
    "06/07/2008 12:00:00 AM": "2008-06-07T00:00:00",
    "06/07/2008 12:30:00 PM": "2008-06-07T12:30:00",
    "06/07/2008 23:59:10": "2008-06-07T23:59:10",
    "6/7/2008 9:05": "2008-06-07T09:05",
    "06/07/2008": "2008-06-07",
    "2008-06-07 10:00:00": "2008-06-07T10:00:00",
    "13/07/2008": None,
    "02/30/2008": None,
    "hier": None,
    "": None,
}


@pytest.mark.parametrize(("text", "date"), DATES.items())
def test_a_date_is_as_precise_as_stated(text: str, date: str | None) -> None:
    """The month stands first; a time is kept as precisely as it is given, and a day that does not exist is none."""
    assert date_of(text) == date


def test_days_come_first_only_where_nothing_else_is_possible() -> None:
    """One date decides for its export, unless another contradicts it."""
    assert days_come_first(b"DATE: 25/06/2008\nDATE: 01/07/2008\n")
    assert not days_come_first(b"DATE: 25/06/2008\nDATE: 01/25/2008\n")
    assert not days_come_first(b"DATE: 05/06/2008\n")
    assert date_of("01/07/2008", day_first=True) == "2008-07-01"
