"""Where on a page what is said of a post may stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from blogimport.webpage.about import outside
from blogimport.webpage.areas import is_beside
from blogimport.webpage.hints import Hint
from blogimport.webpage.posts import PostPlace
from blogimport.webpage.scan import Scan

# What speaks of a post stands within so many elements of its text, where nothing says where the post ends.
_BEFORE, _BEHIND = 30, 120
# Rows over a title have no more characters.
_LONGEST_OVER = 120


@dataclass(frozen=True, slots=True)
class Around:
    """Where what is said of a post may stand: outside of its text, of comments and of what is beside it.

    None of the `holes` is in another; `talk` are places for comments behind the text: what is dated there is no post.
    """

    scan: Scan
    post: PostPlace
    holes: Sequence[int]
    title_at: int | None
    edges: Sequence[int]
    talk: Sequence[int] = ()

    def links(self, *, is_alone: bool) -> list[int]:
        """The links outside of the text, those in what is named for a form or for comments included."""
        scan, (first, last) = self.scan, self._stretch(is_alone=is_alone)
        # A bubble with the number of comments may stand in the box of the text.
        inner = (hole for hole in self.holes if scan.is_in_one(hole, self.post.bodies))
        within = [*self.edges, *(hole for hole in inner if scan.hints[hole] & Hint.AREA)]
        links = scan.with_tags(("a",))
        return [
            link
            for link in links[bisect_left(links, first) : bisect_right(links, last)]
            if scan.is_in_one(link, within)
            or not (scan.is_in_one(link, self.post.bodies) or is_beside(scan, link))
        ]

    def _stretch(self, *, is_alone: bool) -> tuple[int, int]:
        scan, post = self.scan, self.post
        if not is_alone:
            return post.first, post.last
        start = post.bodies[0] if self.title_at is None else min(self.title_at, post.bodies[0])
        return max(post.first, start - _BEFORE), min(post.last, scan.last[post.bodies[-1]] + _BEHIND)

    def places(self, *, is_alone: bool) -> list[int]:
        """The places in order, those at the edges of the text included."""
        scan, post = self.scan, self.post
        first, last = self._stretch(is_alone=is_alone)
        places = list(outside(scan, first, last, {*post.bodies, *self.holes}))
        for edge in self.edges:
            places.extend(range(edge, scan.last[edge] + 1))
        return [place for place in sorted(places) if not scan.hints[place] & Hint.BLOG]


def rows_over(scan: Scan, body: int, title: int, known: tuple[Sequence[int], Sequence[int]]) -> list[int]:
    """The elements over a title in the box of a text but for some known ones: where it is filed, who wrote it, when."""
    if not body < title <= scan.last[body] or scan.before[title] - scan.before[body] > _LONGEST_OVER:
        return []
    above = {title, *scan.above(title)}
    taken = {*known[0], *known[1]}
    return [
        place
        for place in outside(scan, body + 1, title - 1, taken)
        if scan.sizes[place] and place not in above and scan.parents[place] in above
    ]
