"""The order of a post list on the screen: posts, with the years as headings among them.

Knows ids and numbers of posts, and nothing of widgets. A million posts cost one array.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reader.archive import Order
from reader.tui.language import _, later

NO_DATE = later("no date")
NO_BLOG = later("no blog")
BY_DATE: tuple[Order, ...] = ("newest", "oldest")

Group = tuple[str, int, int | None]
"""A heading: its label, the place of its first post, how many posts it has where they are counted."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The year or the blog that a stretch of posts is from; `posts` is how many, None while they are not counted."""

    label: str
    posts: int | None


class Flow:
    """Which post, heading or blank line stands on each line of the list."""

    def __init__(self, ids: array[int], groups: Iterable[Group] = ()) -> None:
        """Take the ids in their order; for each heading its label, its first post, and how many it has."""
        self.ids = ids
        kept = [group for group in groups if group[1] < len(ids)]
        self._starts = [first for _, first, _ in kept]
        self._headings = [Heading(label, posts) for label, _, posts in kept]

    @property
    def lines(self) -> int:
        """How many lines the list has."""
        return len(self.ids) + max(0, 2 * len(self._headings) - 1)

    def line_of(self, index: int) -> int:
        """The line of a post, by its place in the order."""
        return index + max(0, 2 * bisect_right(self._starts, index) - 1)

    def first_line_with(self, index: int) -> int:
        """The line that must be on the screen with a post: that of its heading where it is the first one."""
        line = self.line_of(index)
        return line - 1 if index in self._starts else line

    def at(self, line: int) -> int | Heading | None:
        """What stands on a line: the place of a post, a heading, or nothing."""
        low, high = 0, len(self._starts)
        while low < high:
            middle = (low + high) // 2
            if self._heading_line(middle) <= line:
                low = middle + 1
            else:
                high = middle
        if low == 0:
            return line if 0 <= line < len(self.ids) and not self._starts else None
        if line == self._heading_line(low - 1):
            return self._headings[low - 1]
        index = line - (2 * low - 1)
        end = self._starts[low] if low < len(self._starts) else len(self.ids)
        return index if index < end else None

    def start_of(self, label: str) -> int | None:
        """The place of the first post under a heading."""
        for heading, start in zip(self._headings, self._starts, strict=True):
            if heading.label == label:
                return start
        return None

    def label_at(self, index: int) -> str | None:
        """The heading that a post stands under."""
        place = bisect_right(self._starts, index) - 1
        return self._headings[place].label if place >= 0 else None

    def _heading_line(self, number: int) -> int:
        return self._starts[number] + 2 * number


def year_groups(years: Mapping[str, int], posts: int, *, newest: bool) -> list[Group]:
    """The headings of a list by date, from the number of posts of each year; undated posts come last."""
    groups: list[Group] = []
    first = 0
    for year in sorted(years, reverse=newest):
        groups.append((year, first, years[year]))
        first += years[year]
    if first < posts:
        groups.append((_(NO_DATE), first, posts - first))
    return groups


def blog_groups(blogs: Iterable[tuple[str | None, int]]) -> list[Group]:
    """The headings of a list by blog, from the number of posts of each in the same order."""
    groups: list[Group] = []
    first = 0
    for name, posts in blogs:
        groups.append((_(NO_BLOG) if name is None else name, first, posts))
        first += posts
    return groups


def groups_of(dates: Iterable[str | None]) -> list[Group]:
    """The headings of the first posts of a list by date, before all are counted."""
    groups: list[Group] = []
    for index, date in enumerate(dates):
        label = _(NO_DATE) if date is None else date[:4]
        if not groups or groups[-1][0] != label:
            groups.append((label, index, None))
    return groups
