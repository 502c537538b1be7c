"""Places in a list that is too long to be read through: the first post of a date, any post that was not read.

Asks for the pages that it needs to look at, and knows no widget.
"""

from __future__ import annotations

import random

from reader.marks import Marks
from reader.tui.posts.pages import Pages

_TRIES = 64
_WALK = 2_000


def place_of_date(pages: Pages, posts: int, date: str, *, newest: bool) -> int | None:
    """The first post in the order that is from a year, month or day, else the one that comes after in that order.

    The list must be by date, with undated posts at its end; None where no post has a date.
    """
    low, high = 0, posts
    while low < high:
        middle = (low + high) // 2
        row = pages.row(middle)
        published = row.published if row is not None else None
        if published is not None and _is_before(published, date, newest=newest):
            low = middle + 1
        else:
            high = middle
    for index in (low, low - 1):
        row = pages.row(index) if 0 <= index < posts else None
        if row is not None and row.published is not None:
            return index
    return None


def _is_before(published: str, date: str, *, newest: bool) -> bool:
    """Whether a post stands before those of a date."""
    start = published[: len(date)]
    return start > date if newest else start < date


def random_unread(pages: Pages, posts: int, marks: Marks) -> int | None:
    """Any post that was not read; None where none was found in a reasonable time."""
    places = [random.randrange(posts) for _ in range(_TRIES)] if posts else []
    start = places[0] if places else 0
    # Where nearly all are read, chance finds none: then one after the other from some place on.
    places += [(start + step) % posts for step in range(min(posts, _WALK))]
    for place in places:
        row = pages.row(place)
        if row is not None and not marks.is_read(row.key):
            return place
    return None
