"""Where the posts of a page are: the element that holds each one's text, and the stretch of the page that is its.

By the names that themes give, else by where the prose is. Reads no value.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from blogimport.webpage.families import look_of
from blogimport.webpage.hints import Hint
from blogimport.webpage.scan import Scan

_SHORTEST_BODY = 25
_PROSE = 80
_BLOCKS = frozenset(
    ("p", "div", "td", "blockquote", "pre", "section", "article", "center", "span", "li", "dd", "font")
)
_OUTSIDE = frozenset(("nav", "footer", "aside", "form", "header", "select", "button", "menu"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5"))


@dataclass(frozen=True, slots=True)
class PostPlace:
    """A post by the places of its elements: `bodies` hold its text, `first` to `last` is all that may speak of it."""

    bodies: tuple[int, ...]
    first: int
    last: int
    by_density: bool = False


def post_places(
    scan: Scan, units: Sequence[int], areas: Sequence[tuple[int, int]], *, is_article: bool
) -> list[PostPlace]:
    """The posts of a page in order; none where it has no text of any length."""
    taken = _Taken(scan, units, areas)
    groups = _named_bodies(scan, taken)
    by_density = not groups
    if by_density:
        best = _densest(scan, taken)
        groups = [[best]] if best is not None else []
    if is_article and len(groups) > 1:
        groups = [max(groups, key=lambda group: sum(taken.prose(place) for place in group))]
    return _stretches(scan, groups, by_density)


class _Taken:
    """What is no post: comments, forms, what stands beside."""

    def __init__(self, scan: Scan, units: Sequence[int], areas: Sequence[tuple[int, int]]) -> None:
        self._scan = scan
        whole = max(1, scan.size(0))
        self._holes: list[int] = []
        until = -1
        inside = set(units)
        for place, hint in enumerate(scan.hints):
            if place <= until:
                continue
            element = scan.elements[place]
            is_large = scan.size(place) * 2 > whole or element.tag in ("body", "html")
            is_out = (element.tag in _OUTSIDE or hint & Hint.FORM) and not is_large
            if place in inside or place in scan.asides or is_out:
                self._holes.append(place)
                until = scan.last[place]

    def is_out(self, place: int) -> bool:
        return any(self._scan.holds(hole, place) for hole in self._holes)

    def prose(self, place: int) -> int:
        """The characters of an element that are neither links nor what is no post."""
        scan = self._scan
        count = scan.size(place) - scan.linked(place)
        for hole in self._holes:
            if scan.holds(place, hole) and hole != place:
                count -= scan.size(hole) - scan.linked(hole)
        return count


def _named_bodies(scan: Scan, taken: _Taken) -> list[list[int]]:
    """The elements that are named for a post's text, those of one post together."""
    named = [
        place
        for place, hint in enumerate(scan.hints)
        if hint & Hint.BODY
        and scan.elements[place].tag not in ("body", "html", "a", "span", "h1", "h2")
        and not taken.is_out(place)
    ]
    sure = [
        place for place in named if scan.hints[place] & Hint.SURE and taken.prose(place) >= _SHORTEST_BODY
    ]
    found = sure or named
    outer: list[int] = []
    for place in found:
        if taken.prose(place) < _SHORTEST_BODY and not scan.elements[place].xpath(".//img"):
            continue
        if outer and scan.holds(outer[-1], place):
            inner = [other for other in found if other > outer[-1] and scan.holds(outer[-1], other)]
            # A box that holds several texts of one look is the list of posts, not a post.
            if len({look_of(scan.elements[o]) for o in inner}) < len(inner):
                outer[-1] = place
            continue
        outer.append(place)
    return _grouped(scan, outer, taken)


def _grouped(scan: Scan, places: Sequence[int], taken: _Taken) -> list[list[int]]:
    """Texts in order, those together that stand beside each other under different names: an opening and the rest."""
    if not places:
        return []
    best = max(places, key=taken.prose)
    look = look_of(scan.elements[best])
    like = [place for place in places if look_of(scan.elements[place]) == look]
    groups: list[list[int]] = []
    for place in like:
        beside = [
            other for other in places if other not in like and scan.parents[other] == scan.parents[place]
        ]
        alone = sum(scan.parents[other] == scan.parents[place] for other in like) == 1
        groups.append(sorted([place, *beside]) if alone else [place])
    return groups


def _densest(scan: Scan, taken: _Taken) -> int | None:
    """The element with most prose of its own, counted from its paragraphs."""
    scores: dict[int, float] = {}
    outs = taken
    for place, element in enumerate(scan.elements):
        if element.tag not in _BLOCKS or scan.size(place) < _SHORTEST_BODY:
            continue
        own = len((element.text or "").strip()) + sum(len((child.tail or "").strip()) for child in element)
        if own < _SHORTEST_BODY or outs.is_out(place):
            continue
        linked = scan.linked(place) / max(1, scan.size(place))
        worth = min(own, 2000) * (1 - linked)
        is_box = element.tag in ("div", "td", "section", "article", "center", "body")
        place_up = place if is_box and own > _PROSE else scan.parents[place]
        if place_up < 0:
            continue
        scores[place_up] = scores.get(place_up, 0) + worth
        up = scan.parents[place_up]
        if up >= 0:
            scores[up] = scores.get(up, 0) + worth * 0.4
    for place in scores:
        hint = scan.hints[place]
        if hint & (Hint.POST | Hint.BODY):
            scores[place] *= 1.4
    if not scores:
        return None
    best = max(scores, key=lambda place: (scores[place], -place))
    return best if taken.prose(best) >= _SHORTEST_BODY else None


def _stretches(scan: Scan, groups: Sequence[list[int]], by_density: bool) -> list[PostPlace]:
    """Each post with the part of the page between its neighbours."""
    found: list[PostPlace] = []
    for index, group in enumerate(groups):
        before = groups[index - 1][-1] if index else None
        after = groups[index + 1][0] if index + 1 < len(groups) else None
        top = group[0]
        for outer in scan.above(group[0]):
            if (before is not None and scan.holds(outer, before)) or (
                after is not None and scan.holds(outer, after)
            ):
                break
            top = outer
        found.append(PostPlace(tuple(group), top, scan.last[top], by_density))
    return found
