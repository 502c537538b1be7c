"""Dates: reading them as people write them, and writing them in words.

The only room that imports dateparser, and only when a date needs it. Must not know dumps or screens,
and never looks at the clock: a date that the text does not state stays unknown.
"""

from reader.dates.reading import FoundDate, find_dates, find_time, read_date
from reader.dates.words import day_and_month, in_words

__all__ = ["FoundDate", "day_and_month", "find_dates", "find_time", "in_words", "read_date"]
