"""How many comments a page says that its one post has, and whether it takes more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from blogimport.textpage import sight_of, sights_of
from blogimport.webpage.scan import Scan

# The heading of the comments stands among so many elements before the first of them.
_HEADING_REACH = 30
_LONGEST_HEADING = 150
_LONGEST_COUNT = 6
_TO_COMMENTS = re.compile(
    r"#(?:co|(?:[a-z]+-)?comments?(?:-[a-z-]+)?|commentform|respond|commentaires?|comentarios?|kommentare?|commenti|reacties|disqus_thread)$|//www\.blogger\.com/comment\.g\?",
    re.IGNORECASE,
)
_CHILDLESS = frozenset(("script", "style"))


def declared_over(scan: Scan, units: Sequence[int], areas: Sequence[tuple[int, int]]) -> int | None:
    """The number in a heading over the first comment, or in the places for comments where there is none."""
    for place in _over_comments(units, areas):
        text = scan.text(place, _LONGEST_HEADING) if scan.sizes[place] else ""
        heading = sight_of(text, "heading") if text else None
        if heading is not None and heading.captured.count is not None:
            return heading.captured.count
    return None


def _over_comments(units: Sequence[int], areas: Sequence[tuple[int, int]]) -> list[int]:
    """The places where a heading of the comments may stand."""
    if units:
        near = range(max(0, units[0] - _HEADING_REACH), units[0])
        # Another post may be led to from right over the place for comments, with how many it has.
        starts = [first for first, last in areas if first <= units[0] <= last]
        return sorted(near, key=lambda place: not any(first <= place for first in starts))
    reach = _HEADING_REACH // 2
    return [
        place for first, last in areas for place in range(max(0, first - 2), min(first + reach, last + 1))
    ]


def counting_links(scan: Scan, places: Iterable[int]) -> dict[int, int]:
    """Of some elements the links to the comments of a post that say no more than a number: a bubble with « 12 » in it.

    By their places.
    """
    found: dict[int, int] = {}
    for place in places:
        if scan.tags[place] == "a" and 0 < scan.sizes[place] <= _LONGEST_COUNT:
            number = scan.text(place).strip("()[]")
            if number.isascii() and number.isdecimal() and leads_to_comments(scan, place):
                found[place] = int(number)
    return found


def declared_by_links(scan: Scan, links: Iterable[int]) -> int | None:
    """The number of comments that the first link to them says, in words or without."""
    for place in links:
        if not 0 < scan.sizes[place] <= _LONGEST_HEADING or not leads_to_comments(scan, place):
            continue
        numbers = counting_links(scan, (place,))
        if numbers:
            return numbers[place]
        sights = sights_of(scan.text(place))
        for kind in ("heading", "byline"):
            sight = sights.get(kind)
            if sight is not None and sight.captured.count is not None:
                return sight.captured.count
        if "none" in sights:
            return 0
    return None


def leads_to_comments(scan: Scan, place: int) -> bool:
    """Whether a link leads to the comments of a page, by its address."""
    return _TO_COMMENTS.search(scan.elements[place].get("href") or "") is not None


def takes_more(scan: Scan) -> bool:
    """Whether a page has a field of several lines: nothing else on the page of a post is written in such."""
    if scan.with_tags(("textarea",)):
        return True
    silent = (scan.elements[place] for place in scan.silent if scan.tags[place] not in _CHILDLESS)
    return any(next(one.iter("textarea"), None) is not None for one in silent)
