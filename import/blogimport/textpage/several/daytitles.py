"""Titles that a theme begins with the day of each post: « Mardi 3 mai 2005 - Le four banal »."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from reader.archive import NewPost
from reader.dates import find_dates, tells_day

_FEWEST = 2
_BORDER = re.compile(r"\s*[-–—:|]+\s+(?=\S)")


class DayTitle(NamedTuple):
    """A title behind the day (ISO) with which a line begins."""

    day: str
    title: str


def day_title(text: str, language: str | None) -> DayTitle | None:
    """The day and the title that a line is made of; None of any other line."""
    if _BORDER.search(text) is None:
        return None
    day = next((date for date in find_dates(text, language) if date.start == 0), None)
    border = _BORDER.match(text, day.end) if day is not None else None
    if day is None or border is None or not (day.has_year and tells_day(day.iso)):
        return None
    return DayTitle(day.iso, text[border.end() :])


def without_days(posts: Sequence[NewPost], language: str | None) -> Sequence[NewPost]:
    """Some posts with their titles without days, where all have one; the day is when each was published."""
    if len(posts) < _FEWEST or not all(post.title and any(map(str.isdigit, post.title)) for post in posts):
        return posts
    bare: list[NewPost] = []
    for post in posts:
        parts = day_title(post.title or "", language)
        if parts is None:
            return posts
        bare.append(replace(post, title=parts.title, published=post.published or parts.day))
    return bare
