"""The numbered items under a heading over comments that say when before they say who: « 1. 3 mai 2006 à 8:12 Zoé ».

Elsewhere such a line is the day and the title of a post in a list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from blogimport.textpage.cues import Sights
from blogimport.textpage.lines import Line

_FEWEST = 2


def with_item_heads(
    lines: Sequence[Line], sights: Sequence[Sights], seeing: Sequence[int], over: int
) -> Sequence[Sights]:
    """The sights of the (non-blank) lines, with such items under the heading at an index seen as heads of comments.

    A list gives the minute of no post; a text follows each within its item. `seeing` are the indices of the lines in
    which anything is seen.
    """
    places = [
        index
        for index in seeing
        if index > over and lines[index].marker == "number" and _is_head(index, lines, sights[index])
    ]
    if not places or (len(places) < _FEWEST and places[0] != over + 1):
        return sights
    found = list(sights)
    for index in places:
        by_kind = sights[index].by_kind
        found[index] = replace(sights[index], by_kind={**by_kind, "head": by_kind["byline"]})
    return found


def _is_head(index: int, lines: Sequence[Line], seen: Sights) -> bool:
    """Whether a numbered item begins with the minute and a name, and a text stands in it."""
    line, byline = lines[index], seen.by_kind.get("byline")
    if byline is None or "head" in seen.by_kind:
        return False
    captured = byline.captured
    within = lines[index + 1] if index + 1 < len(lines) else None
    says_both = captured.author is not None and "T" in (captured.date or "") and not captured.categories
    return says_both and within is not None and within.marker is None and within.indent > line.indent
