"""The names that stand on lines of their own, over the lines that say only when or over the texts between those.

Must not know what else tells that lines sign comments.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from blogimport.textpage.cues import Sights, own_name
from blogimport.textpage.lines import Line
from blogimport.textpage.shapes import alike, differing, is_name

# The share of the lines that must have a name.
_MOSTLY = 0.7
# A name with whom it answers is no longer: « Zoé a dit en réponse à Jean-Christophe… ».
_LONGEST = 90
# How far over a line that says when the text that it closes may begin.
_FURTHEST = 40

Named = dict[int, tuple[int, str]]
"""For the place of each line that says when, where its name stands, and the name."""


def names_around(places: Sequence[int], lines: Sequence[Line], sights: Sequence[Sights]) -> Named | None:
    """The names that belong to lines that say only when, None where most have none."""
    over = _names_at([(place, place - 1) for place in places if place], lines, sights)
    if len(over) >= _MOSTLY * len(places):
        return over
    opening = _opening(places, lines, sights)
    return opening if opening and len(opening) >= _MOSTLY * len(places) else None


def _names_at(pairs: Sequence[tuple[int, int]], lines: Sequence[Line], sights: Sequence[Sights]) -> Named:
    """The names at the second of each two places, where one is."""
    told = [(place, at) for place, at in pairs if _may_name(lines[at], sights[at])]
    names = differing([lines[at].text for _, at in told])
    return {
        place: (at, own_name(name) or name)
        for (place, at), name in zip(told, names, strict=True)
        if is_name(name)
    }


def _opening(places: Sequence[int], lines: Sequence[Line], sights: Sequence[Sights]) -> Named | None:
    """The names over texts that end with when: « Zoé said… », the text, « March 9, 11:58 »; with words of a theme."""
    pairs = [(place, before + 1) for before, place in pairwise(places) if place - before > 2]
    told = [alike(lines[at].text) for place, at in pairs if _may_name(lines[at], sights[at])]
    if len(told) < 2:
        return None
    first, last = {words[0] for words in told}, {words[-1] for words in told}
    above = range(places[0] - 2, max(-1, places[0] - _FURTHEST), -1)
    for at in above:
        words = alike(lines[at].text)
        if _may_name(lines[at], sights[at]) and (first == {words[0]} or last == {words[-1]}):
            return _names_at([(places[0], at), *pairs], lines, sights)
    return None


def _may_name(line: Line, seen: Sights) -> bool:
    """Whether a line may be a name with what a theme writes beside it, and is no sentence."""
    is_open = line.text.endswith(("...", "…")) and len(line.text) < _LONGEST
    return (is_open or (line.shape == "short" and line.text[-1] not in ".!?")) and not seen.date
