"""What stands over the first of several posts and is none: the heading of an archive, a box of the site."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol

from blogimport.textpage.several.sayings import Saying
from reader.dates import find_dates, tells_day

# So many posts show what all of them say.
_FEWEST = 2


class _Saying(Protocol):
    """What seems to be a post, and what its rows say."""

    @property
    def says(self) -> Collection[Saying]: ...


def names_month(text: str) -> bool:
    """Whether a line is the heading of an archive: « Archives : mars 2006 », a month and no day."""
    found = find_dates(text)
    return bool(found) and all(date.has_year and not tells_day(date.iso) for date in found)


def is_box(first: _Saying, others: Sequence[_Saying]) -> bool:
    """Whether what seems the first post says nothing of what all others say: menus and boxes have titles, too."""
    if len(others) < _FEWEST or not all(saying.is_item for saying in first.says):
        return False  # as on most pages
    shared = set.intersection(*({saying.row for saying in other.says} for other in others))
    is_told = any(saying.is_dated or saying.is_sure for saying in shared)
    return is_told and shared.isdisjoint([saying.row for saying in first.says])
