"""What a list shows: all posts, those that a query finds, or those of one day of the year; in one order.

Asks the archive and the search in a thread of its own, and knows no widget.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from reader.archive import Archive, Order
from reader.tui.posts.flow import BY_DATE, Group, blog_groups, year_groups


@dataclass(frozen=True, slots=True)
class View:
    """An order of the list, and what it is narrowed to: a query, or a day such as `05-02`."""

    order: Order = "newest"
    query: str = ""
    day: str = ""

    @property
    def is_narrowed(self) -> bool:
        """Whether some posts may be left out."""
        return bool(self.query or self.day)

    def whole(self) -> View:
        """All posts in the same order."""
        return replace(self, query="", day="")


@dataclass(frozen=True, slots=True)
class Posts:
    """The posts of a view: their ids in order, the headings among them, how many posts there are in all.

    `notice` is a sentence about its query.
    """

    view: View
    ids: array[int]
    groups: Sequence[Group]
    years: dict[str, int]
    all: int
    notice: str = ""


def posts_of(
    archive: Archive, view: View, *, starred: Collection[str] = (), read: Collection[str] = ()
) -> Posts:
    """All posts of a view; `starred` and `read` are the keys of posts that a query may ask for.

    Raises:
        ArchiveError: when the archive cannot be read.
        Interrupted: when it was told to stop.
    """
    ids = archive.post_ids(view.order)
    years = archive.years()
    groups: Sequence[Group] = ()
    if view.order in BY_DATE:
        groups = year_groups(years, len(ids), newest=view.order == "newest")
    elif view.order == "blog":
        groups = blog_groups(archive.blogs())
    if not view.is_narrowed:
        return Posts(view, ids, groups, years, len(ids))
    if view.day:
        return _narrowed(Posts(view, ids, groups, years, len(ids)), set(archive.post_ids_of_day(view.day)))
    from reader.search import posts_found, search  # 25 ms, and most lists are never filtered

    typed = not view.query.endswith(" ")
    found = posts_found(archive, view.query, as_typed=typed, starred=starred, read=read)
    notice = search(archive, view.query, limit=0, as_typed=typed, starred=starred, read=read).notice
    return _narrowed(Posts(view, ids, groups, years, len(ids), notice or ""), set(found))


def _narrowed(posts: Posts, kept: Collection[int]) -> Posts:
    """The posts that are kept, under the headings that they had."""
    if not posts.groups:
        return replace(posts, ids=array(posts.ids.typecode, (one for one in posts.ids if one in kept)))
    ids = array(posts.ids.typecode)
    groups: list[Group] = []
    starts = [first for _, first, _ in posts.groups]
    for (label, first, _), end in zip(posts.groups, [*starts[1:], len(posts.ids)], strict=True):
        before = len(ids)
        ids.extend(one for one in islice(posts.ids, first, end) if one in kept)
        if len(ids) > before:
            groups.append((label, before, len(ids) - before))
    by_date = posts.view.order in BY_DATE
    years = {label: count or 0 for label, _, count in groups if by_date and label in posts.years}
    return replace(posts, ids=ids, groups=groups, years=dict(sorted(years.items())))
