"""Author lines that no cue can know: a name alone, with a date alone under or over it.

Many themes print who and when on two lines without a word. One such pair may be anything; several on a page,
after something that comments follow, are the heads of its comments.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from blogimport.textpage.cues import Captured, Sight, Sights, plausible_name
from blogimport.textpage.lines import Line

# The name of the cue that such a line is said to follow; `fixed` makes it as sure as a worded one.
CUE = "name over date"
_FIXED = 8
_FEWEST = 2
_OPENERS = frozenset(("heading", "form", "closed", "answers"))
_LONGEST_NAME_WORDS = 4


def with_bare_heads(lines: Sequence[Line], sights: Sequence[Sights]) -> Sequence[Sights]:
    """The sights of the (non-blank) lines, with each name that stands over a date seen as a head."""
    first = next(
        (
            index
            for index, seen in enumerate(sights)
            if seen.by_kind and not _OPENERS.isdisjoint(seen.by_kind)
        ),
        len(lines),
    )
    places = [
        index
        for index in range(first, len(lines) - 1)
        if _is_moment(sights[index + 1]) and _is_bare_name(lines[index], sights[index])
    ]
    if len(places) < _FEWEST:
        return sights
    found = list(sights)
    for index in places:
        head = Sight(Captured(author=lines[index].text), CUE, _FIXED)
        found[index] = replace(found[index], by_kind={**found[index].by_kind, "head": head})
    return found


def _is_moment(seen: Sights) -> bool:
    """Whether a line is nothing but the time when something was said."""
    return "T" in seen.date if seen.date is not None else "ago" in seen.by_kind


def _is_bare_name(line: Line, seen: Sights) -> bool:
    """Whether a line is a name and nothing that is known otherwise."""
    if line.shape != "short" or line.text.count(" ") >= _LONGEST_NAME_WORDS or not plausible_name(line.text):
        return False
    return (
        seen.by_kind.keys() <= {"head", "byline"}
        and seen.date is None
        and not seen.image
        and not seen.address
    )
