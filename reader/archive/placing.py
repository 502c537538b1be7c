"""Where a post or comment stands in time, as a number: the row's own, by which the full-text index sorts.

FTS5 walks the rows of a word by their numbers, either way. Where those follow the dates, the newest matches
are found without looking at the others, and a span of dates is a span of numbers, whatever the order of import.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

SECONDS = 10
"""Rows that are so close have numbers side by side. Finer, the index would grow; coarser, days would overflow."""

_A_DAY = 24 * 60 * 60 // SECONDS
# Compiled when first used, as most searches are about no date.
_DATE = r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?)?)?)?"


def nominal_place(published: str | None) -> int:
    """The place of the beginning of a date, as precise as it is; 1 for what has none, which comes before all else."""
    match = re.match(_DATE, published or "", re.ASCII)
    if match is None:
        return 1
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups())
    try:
        days = date(year, month or 1, day or 1).toordinal()
    except ValueError:
        return 1
    return days * _A_DAY + min(_A_DAY - 1, (hour * 3600 + minute * 60 + second) // SECONDS)


def last_place(published: str) -> int:
    """The place of the end of a date: of 2007, the last of that year."""
    match = re.match(_DATE, published, re.ASCII)
    if match is None:
        return 1
    year, month, day, hour = match.groups()[:4]
    if hour is not None:
        return nominal_place(published)
    if day is not None:
        return nominal_place(published) + _A_DAY - 1
    after = f"{year}-{int(month) + 1:02}" if month is not None and month < "12" else f"{int(year) + 1:04}"
    return nominal_place(after) - 1


def free_place(published: str | None, is_taken: Callable[[int], bool]) -> int:
    """A free place for a date: its own, or one after the places beside it that are taken.

    However many are: it takes steps twice as long until one is free, and comes back by halves.
    """
    taken = nominal_place(published) - 1
    step = 1
    while is_taken(taken + step):
        taken += step
        step *= 2
    free = taken + step
    while free - taken > 1:
        middle = (taken + free) // 2
        if is_taken(middle):
            taken = middle
        else:
            free = middle
    return free
