"""Dates: reading them as people write them, and writing them in words.

The only room that imports dateparser, and only when a date needs it. Must not know dumps or screens,
and never looks at the clock: a date that the text does not state stays unknown. Reading dates is imported
when it is first named: who only writes them in words must not pay for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.dates.precision import tells_day, tells_whole_day, with_time
from reader.dates.words import day_and_month, in_words
from reader.later import later

if TYPE_CHECKING:
    from reader.dates.reading import FoundDate, find_dates, find_time, read_date

__all__ = [
    "FoundDate",
    "day_and_month",
    "find_dates",
    "find_time",
    "in_words",
    "read_date",
    "tells_day",
    "tells_whole_day",
    "with_time",
]

__getattr__ = later(__name__, dict.fromkeys(("FoundDate", "find_dates", "find_time", "read_date"), "reading"))
