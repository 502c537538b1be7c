"""The day of a date in figures: which of them is the day, and whether it is a date at all."""

from __future__ import annotations

import re

from reader.dates.calendar_days import full_year, iso_day
from reader.dates.patterns import TIME_BEHIND


def day_in_figures(match: re.Match[str], *, month_first: bool) -> str | None:
    """The ISO day of three figures, None where they are no date."""
    a, b, c = match["a"], match["b"], match["c"]
    if len(a) == 4:
        return iso_day(a, int(b), int(c))
    if len(a) == 3:
        return None
    if (
        len(c) == 2
        and match["mark"] == "."
        and len(a) == 1
        # « 9.10.06 » alone in a line is the day over a post.
        and not (len(b) == 2 and match[0] == match.string)
        and not TIME_BEHIND.match(match.string, match.end())
    ):
        return None  # 1.2.05 is a version number as often as a date
    first, second = int(a), int(b)
    if (month_first and first <= 12) or second > 12:
        first, second = second, first
    return iso_day(c if len(c) == 4 else full_year(c), second, first)
