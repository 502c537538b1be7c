"""Moments that a theme prints the same words behind, with another figure each time: « … à 17 h 36 - Avis n° 3 ».

What many lines end alike with is nobody's words, whatever it means: such a line tells when and no more.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from blogimport.textpage.cues import Sights
from blogimport.textpage.lines import Line, stops
from reader.dates import find_dates

_FEWEST = 3
_LONGEST = 90
_LONGEST_TAIL = 60
# So many words at its end tell such a line, figures left out, with one of some length among them.
_LAST_WORDS = 3
_A_WORD = re.compile(r"[^\W\d_]{3,}")
_FIGURES = re.compile(r"\d+(?:\.\d+)*")


def with_printed_moments(
    lines: Sequence[Line], sights: Sequence[Sights], language: str | None
) -> Sequence[Sights]:
    """The sights of the (non-blank) lines under a heading, with such lines seen as the moments that they begin with."""
    alike: dict[str, list[int]] = defaultdict(list)
    is_headed = False
    for index, (line, seen) in enumerate(zip(lines, sights, strict=True)):
        text = line.text
        is_headed = is_headed or "heading" in seen.by_kind
        # Few short lines have the digits of a year, and nothing else is asked of the others.
        if (
            not is_headed
            or seen.date is not None
            or ("20" not in text and "19" not in text)
            or line.shape != "short"
            or len(text) > _LONGEST
        ):
            continue
        if not _may_be_moment(seen) or stops(text):
            continue
        end = _FIGURES.sub("0", " ".join(text.rsplit(maxsplit=_LAST_WORDS)[-_LAST_WORDS:]))
        if _A_WORD.search(end) is not None:
            alike[end].append(index)
    if not alike:
        return sights
    moments: dict[int, str] = {}
    for places in alike.values():
        if len(places) >= _FEWEST:
            found = {at: _moment(lines[at].text, language) for at in places}
            told = {at: moment for at, moment in found.items() if moment is not None}
            if len(told) == len(places):
                moments |= told
    if not moments:
        return sights
    return [Sights(date=moments[index]) if index in moments else seen for index, seen in enumerate(sights)]


def _may_be_moment(seen: Sights) -> bool:
    """Whether no cue tells what a line is, or only that it may say who published a post and where it is filed."""
    byline = seen.by_kind.get("byline")
    return seen.is_blind or (len(seen.by_kind) == 1 and byline is not None and byline.captured.count is None)


def _moment(text: str, language: str | None) -> str | None:
    """The minute that a line begins with; None where it is all of the line, or the line says more."""
    found = find_dates(text, language)
    if len(found) != 1 or found[0].start or not found[0].has_year or not found[0].has_time:
        return None
    return found[0].iso if 0 < len(text) - found[0].end <= _LONGEST_TAIL else None
