"""ISO dates in words, as precise as they are: `2005-11` is November 2005, never a day of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

_ISO = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01])"
    r"(?:T(?P<hour>\d{2}):(?P<minute>\d{2})(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?",
    re.ASCII,
)


class _Writing(NamedTuple):
    """How a language writes dates: the first of a month has a figure of its own in some."""

    months: Sequence[str]
    short: Sequence[str]
    first: str
    time: str


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
_WRITTEN = Path(__file__).with_name("written.toml")
_ENGLISH = _Writing(_MONTHS, tuple(month[:3] for month in _MONTHS), "1", "{:02d}:{:02d}")


def in_words(iso: str | None, *, time: bool = True, language: str = "en") -> str:
    """`17 November 2005, 22:59`; without the time where `time` is off; nothing for None.

    A text that is no ISO date is given back as it is: it is better shown than lost.
    A language that is not known as one to write in is English.
    """
    if not iso:
        return ""
    match = _ISO.fullmatch(iso)
    if match is None:
        return iso
    writing = _writing(language)
    words = match["year"]
    if match["month"]:
        words = f"{writing.months[int(match['month']) - 1]} {words}"
    if match["day"]:
        words = f"{_day(match['day'], writing)} {words}"
    if time and match["hour"]:
        words = f"{words}, {writing.time.format(int(match['hour']), int(match['minute']))}"
    return words


def day_and_month(iso: str | None, *, language: str = "en") -> str:
    """`17 Nov`, for a list that has the year as a heading; `Nov` or nothing where less is known."""
    match = _ISO.fullmatch(iso or "")
    if match is None or not match["month"]:
        return ""
    writing = _writing(language)
    month = writing.short[int(match["month"]) - 1]
    return (
        f"{_day(match['day'], writing).rjust(max(2, len(writing.first)))} {month}" if match["day"] else month
    )


def _day(figures: str, writing: _Writing) -> str:
    day = int(figures)
    return writing.first if day == 1 else str(day)


@cache
def _writing(language: str) -> _Writing:
    if language == "en":
        return _ENGLISH
    # Some milliseconds, and none for who reads English.
    import tomllib

    tables = tomllib.loads(_WRITTEN.read_text("utf-8"))
    return _Writing(**tables[language]) if language in tables else _ENGLISH
