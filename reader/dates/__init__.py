"""Dates: reading them as people write them, and writing them in words.

The only room that imports dateparser, and only when a date needs it. Must not know dumps or screens,
and never looks at the clock: a date that the text does not state stays unknown. Reading dates is imported
when it is first named: who only writes them in words must not pay for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.dates.words import day_and_month, in_words

if TYPE_CHECKING:
    from reader.dates.reading import FoundDate, find_dates, find_time, read_date

__all__ = ["FoundDate", "day_and_month", "find_dates", "find_time", "in_words", "read_date"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    found: object = getattr(import_module(f"{__name__}.reading"), name)
    globals()[name] = found
    return found
