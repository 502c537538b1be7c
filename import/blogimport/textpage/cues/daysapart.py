"""Days that an extractor has glued to what stands beside them: « ZoéMai 3, 2006Juin 1, 20064 commentaires ».

Themes put who, when, when it was changed, and how many comments there are into elements of one line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.dates import FoundDate, find_dates

# What a theme says to machines of when a post was changed, and shows to nobody, between who and when.
_STAMP = re.compile(r"(?:19|20)\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:[+-]\d\d:\d\d|Z)(?=[^\W_])")
# A year, and right behind it a number of something, or a word with a capital.
_YEAR = re.compile(r"(?<=[ ,./-])(?:19|20)\d\d(?=\d{1,4} [^\W\d_]|[A-ZÀ-Þ][^\W\d_])")


def days_apart(text: str, found: Sequence[FoundDate], language: str | None) -> str | None:
    """A line as it would be with borders behind its days, and apart from the name before the first; None if it is."""
    if found and not text[found[0].end : found[0].end + 1].isalnum():
        return None  # as most lines with a date
    apart = _YEAR.sub(r"\g<0> | ", _STAMP.sub(" ", text))
    if apart == text:
        return None
    first = next((date.start for date in find_dates(apart, language)), 0)
    return f"{apart[:first]} {apart[first:]}" if first and apart[first - 1].isalpha() else apart
