"""ISO dates in words, as precise as they are: `2005-11` is November 2005, never a day of it."""

from __future__ import annotations

import re

_ISO = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01])"
    r"(?:T(?P<time>\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?",
    re.ASCII,
)
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def in_words(iso: str | None, *, time: bool = True) -> str:
    """`17 November 2005, 22:59`; without the time where `time` is off; nothing for None.

    A text that is no ISO date is given back as it is: it is better shown than lost.
    """
    if not iso:
        return ""
    match = _ISO.fullmatch(iso)
    if match is None:
        return iso
    words = match["year"]
    if match["month"]:
        words = f"{_MONTHS[int(match['month']) - 1]} {words}"
    if match["day"]:
        words = f"{int(match['day'])} {words}"
    if time and match["time"]:
        words = f"{words}, {match['time']}"
    return words


def day_and_month(iso: str | None) -> str:
    """`17 Nov`, for a list that has the year as a heading; `Nov` or nothing where less is known."""
    match = _ISO.fullmatch(iso or "")
    if match is None or not match["month"]:
        return ""
    month = _MONTHS[int(match["month"]) - 1][:3]
    return f"{int(match['day']):2d} {month}" if match["day"] else month
