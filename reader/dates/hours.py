"""Times of day, and the words between a day and its time. Knows no days."""

from __future__ import annotations

import re

from reader.dates.vocabulary import vocabulary

# « 2:30 μ.μ. » is in the afternoon, too.
_AFTERNOON = "pPμΜ"


def joins(joiner: str | None) -> bool:
    """Whether the words between a day and a time are such as join them."""
    return joiner is None or vocabulary().joiners.issuperset(joiner.casefold().replace(",", " ").split())


def time_of(match: re.Match[str]) -> str | None:
    """The time that a match of one of the patterns states, `HH:MM`; None where it is none."""
    hour = int(match["hour"])
    minute = int(match["minute"] or match["minute_h"] or 0)
    # « 19:45pm », as a theme of Over-blog writes it, says the half of the day twice.
    if match["half"] and not (hour > 12 and match["half"] in _AFTERNOON):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"] in _AFTERNOON else 0)
    if hour == 24:
        hour = 0
    return f"{hour:02d}:{minute:02d}"
