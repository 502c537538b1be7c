"""Whether what is dated can be a comment on a post that is dated.

Must not know how either was found.
"""

from __future__ import annotations

from datetime import date, timedelta

from reader.remembering import remembered

_DAY = len("2005-11-17")


def is_older(iso: str, published: str) -> bool:
    """Whether a date with a year is from before the day of a post (an ISO date, too).

    The day before is not: who wrote both may have had other clocks. Nothing is older than a month or a year.
    """
    if len(published) < _DAY or iso.startswith("--"):
        return False
    day = _day_before(published[:_DAY])
    return iso[:_DAY] < day[: len(iso)]


@remembered(1024)
def _day_before(day: str) -> str:
    """The ISO day before another."""
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
