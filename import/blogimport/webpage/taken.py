"""What of a page is no post: comments, forms, what stands beside; and how much prose is left outside of that."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from blogimport.webpage.hints import Hint
from blogimport.webpage.scan import Scan

_OUTSIDE = frozenset(("nav", "footer", "aside", "form", "header", "select", "button", "menu"))


class Taken:
    """What is no post: comments, forms, what stands beside; each by its outermost element."""

    def __init__(self, scan: Scan, units: Sequence[int]) -> None:
        self._scan = scan
        self.holes: list[int] = []
        self._prose_before = [0]
        whole = max(1, scan.sizes[0])
        comments = set(units)
        self._comments = sorted(comments)
        until = -1
        outside = {*scan.with_tags(_OUTSIDE), *scan.with_hints(Hint.FORM)}
        for place in sorted(outside.union(comments, scan.asides)):
            if place <= until:
                continue
            is_out = place in outside and not (
                scan.sizes[place] * 2 > whole or scan.tags[place] in ("body", "html")
            )
            if is_out or place in comments or place in scan.asides:
                self.holes.append(place)
                self._prose_before.append(self._prose_before[-1] + scan.sizes[place] - scan.linked(place))
                until = scan.last[place]

    def is_out(self, place: int) -> bool:
        """Whether an element is, or is in, what is no post."""
        return self._scan.is_in_outermost(place, self.holes)

    def holds_comment(self, place: int) -> bool:
        """Whether a comment is in an element, whose picture may be that of its writer."""
        index = bisect_right(self._comments, place)
        return index < len(self._comments) and self._comments[index] <= self._scan.last[place]

    def prose(self, place: int) -> int:
        """The characters of an element that are neither links nor in what is no post."""
        scan = self._scan
        first, last = bisect_right(self.holes, place), bisect_right(self.holes, scan.last[place])
        holes = self._prose_before[last] - self._prose_before[first]
        return scan.sizes[place] - scan.linked(place) - holes
