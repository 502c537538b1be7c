"""Dates in a query: a day, a month or a year, and what lies between two of them.

An archive keeps dates as precise as their dumps state them, so a post of which only the year is known
is in that year, but neither before nor after one of its months. Knows neither SQL nor the clock.
"""

from __future__ import annotations

import re

from reader.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

# Compiled when first used, as most queries have no date.
_DATE = r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?"

# Sorts after all that may follow a date: `2007-03~` is the end of March.
_END = "~"


class Dated(Value):
    """Published at `since` or later and before `until`, as texts to compare with.

    `relation` and `dates` are what was asked for: before or after a date, in it, or from one to another.
    """

    since: str | None
    until: str | None
    relation: Literal["before", "after", "in", "between"]
    dates: tuple[str | None, ...]


def between(field: str, text: str) -> Dated | None:
    """What `before:`, `after:`, `year:` or `date:` with that text asks for; None where it is no date."""
    first, dots, last = text.strip().partition("..")
    if not dots or field != "date":
        date = _date(text.strip())
        return _one(field, date) if date else None
    start, end = _date(first), _date(last)
    if (first and not start) or (last and not end) or not (start or end):
        return None
    return Dated(start, end + _END if end else None, "between", (start, end))


def _one(field: str, date: str) -> Dated | None:
    if field == "before":
        return Dated(None, date, "before", (date,))
    if field == "after":
        return Dated(date + _END, None, "after", (date,))
    if field == "year" and len(date) != 4:
        return None
    return Dated(date, date + _END, "in", (date,))


def _date(text: str) -> str | None:
    """A date as the archive writes it, None where the text is none."""
    match = re.fullmatch(_DATE, text)
    if match is None:
        return None
    year, month, day = match.groups()
    if month is None:
        return year
    if not 1 <= int(month) <= 12:
        return None
    if day is None:
        return f"{year}-{int(month):02}"
    return f"{year}-{int(month):02}-{int(day):02}" if 1 <= int(day) <= 31 else None
