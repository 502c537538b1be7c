"""Days and times within a line, and what stands beside them. Must not know whether they sign anything."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from blogimport.textpage.cues import DATE, TIME, Captured
from reader.dates import find_dates, find_time, with_time

FILL = "\ufdd2"
"""Stands for the further characters of a date or time, so that places in a line are the same."""
_MOMENT = f"[{DATE}{TIME}]{FILL}*"
_BETWEEN = r"[\s,.:;@|–—-]*(?:\b[^\W\d_]{1,3}\b[\s,.:;@|–—-]*)?"
WHEN = rf"[\[(]?\s*{_MOMENT}(?:{_BETWEEN}{_MOMENT})?(?:\s*\([A-Z]{{2,5}}\))?\s*[\])]?"
"""A day, a time or both, as they stand in a line that `with_stand_ins` has marked."""


class Moment(NamedTuple):
    """A moment in a line: where it begins and ends, what stands before and behind it, and when it is."""

    place: int
    start: int
    end: int
    before: str
    after: str
    date: str | None
    time: str | None

    def signed_by(self, author: str | None) -> Captured:
        """What the line states that somebody signs with it."""
        date = with_time(self.date, self.time) if self.date is not None else None
        return Captured(author=author, date=date, time=None if date else self.time)


def with_stand_ins(text: str, language: str | None) -> tuple[str, dict[int, str]]:
    """A text with a stand-in for each date and time, as long as these, and their values by their places."""
    values: dict[int, str] = {}
    for found in find_dates(text, language):
        values[found.start] = found.iso
        text = text[: found.start] + (DATE + FILL * len(text))[: found.end - found.start] + text[found.end :]
    while (time := find_time(text)) is not None:
        start, end, value = time
        values[start] = value
        text = text[:start] + (TIME + FILL * len(text))[: end - start] + text[end:]
    return text, values


def date_and_time(
    marked: str, values: Mapping[int, str], start: int, end: int
) -> tuple[str | None, str | None]:
    """The first date and the first time in a stretch of a marked line."""
    within = {at: value for at, value in values.items() if start <= at < end}
    date, time = (
        next((value for at, value in within.items() if marked[at] == sign), None) for sign in (DATE, TIME)
    )
    return date, time
