"""What the dates of comments tell of the order in which a page shows them: by date, or thread by thread.

Must not know who speaks or what is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

# Shorter dates tell no order within a day, and dates of days none within a minute.
_DAY, _MINUTE = len("2005-11-17"), len("2005-11-17T22:59")
# Of so many comments one may be without a date.
_MOST_DATED = 10
_FEWEST_THREADS = 3
_FEWEST_FALLING = 3
POST = -1
"""Stands for a place where it is the post that is answered."""


@dataclass(frozen=True, slots=True)
class Order:
    """In which order a page shows comments, if their dates tell that it shows threads one by one.

    `before` has for each place the nearest earlier one whose comment is no younger, which is the nearest that it can
    answer; `head` has, for each comment that cannot begin a thread, where the one begins that it is in; both have
    `POST` where there is none. `breaks` counts comments that are older than the one before them.
    """

    by_threads: bool
    before: Sequence[int]
    head: Sequence[int]
    breaks: int


def order_of(dates: Sequence[str | None]) -> Order:
    """The order of comments with those dates."""
    count = len(dates)
    none = [POST] * count
    days = _comparable_dates(dates)
    breaks = sum(one > two for one, two in pairwise(days))
    if not breaks:
        return Order(False, none, none, 0)
    before = list(none)
    for place in range(1, count):
        at = place - 1
        while at >= 0 and days[at] > days[place]:
            at = before[at]
        before[place] = at
    return Order(True, before, _heads(days, before), breaks)


def is_newest_first(dates: Sequence[str | None]) -> bool:
    """Whether a page shows the last comment first and the first one last."""
    if dates and (dates[0] or "")[:_DAY] < (dates[-1] or "")[:_DAY]:
        return False  # as most pages show them: one look tells
    days = _comparable_dates(dates)
    pairs = list(pairwise(days))
    return len(days) >= _FEWEST_FALLING and all(one >= two for one, two in pairs) and days[0] > days[-1]


def _comparable_dates(dates: Sequence[str | None]) -> list[str]:
    """The dates in the precision that all have, where nearly all are known: one without has that before it."""
    shortest = min((len(date) for date in dates if date), default=0)
    if shortest < _DAY or dates.count(None) * _MOST_DATED > len(dates):
        return []
    length = _DAY if shortest < _MINUTE else _MINUTE
    days: list[str] = []
    for date in dates:
        days.append(date[:length] if date else days[-1] if days else "")
    return days


def _heads(days: Sequence[str], before: Sequence[int]) -> list[int]:
    """For each comment that cannot begin a thread where its thread begins."""
    count = len(days)
    # The oldest so far, and the oldest from here on.
    lowest, oldest = [0] * count, list(days)
    for place in range(1, count):
        lowest[place] = place if days[place] < days[lowest[place - 1]] else lowest[place - 1]
    for place in range(count - 2, -1, -1):
        oldest[place] = min(days[place], oldest[place + 1])
    falling = len(set(lowest))
    if falling >= _FEWEST_THREADS and falling > sum(days[place] == oldest[place] for place in range(count)):
        # The newest thread first: what is younger than its beginning belongs to it.
        return [POST if at == place else at for place, at in enumerate(lowest)]
    heads = [POST] * count
    for place in range(count - 1):
        # The oldest thread first: what is younger than a later one stands under an earlier one.
        limit = oldest[place + 1]
        if days[place] > limit:
            at = before[place]
            while at >= 0 and days[at] > limit:
                at = before[at]
            heads[place] = at
    return heads
