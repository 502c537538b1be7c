"""Lines that say who wrote, and when as counted from a day that they do not tell: « Posté par Zoé hier à 18h33 ».

They are the lines of a cue with a date, in whose place such words stand.
"""

from __future__ import annotations

import re

from blogimport.textpage.cues.book import cue_book
from blogimport.textpage.cues.captured import NOTHING_CAPTURED
from blogimport.textpage.cues.cue import DATE, TIME, CueKind
from blogimport.textpage.cues.lettering import words_of
from blogimport.textpage.cues.matching import FURTHER_UNIT, MarkedLine, Sight, fit
from blogimport.textpage.cues.seen import Sights

# What stands for the day while the line is compared with cues.
_A_DAY = "1999-12-31"
# « hier à 18h33 », „gestern um 18:33 Uhr“, “yesterday at 6:33 PM”
_TIME_BEHIND = re.compile(rf"\s*,?\s*(?:[^\W\d_]{{1,3}}\s+){{0,2}}{TIME}")
# So many letters of a cue leave no doubt; « Zoé le » has two.
_FEWEST = 5
_TOLD: tuple[CueKind, ...] = ("head", "head_before", "byline")


def signed_lately(marked: MarkedLine) -> Sights | None:
    """What a line without a date says that counts back from an untold day; None where it is another line.

    It has one of the words that a line has which counts back.
    """
    place = cue_book().lately(marked.line)
    if place is None:
        return None
    start, end, before_days = place
    said = Sight(NOTHING_CAPTURED, marked.line[start:end])
    for behind in (FURTHER_UNIT, _TIME_BEHIND):
        if (match := behind.match(marked.line, end)) is not None:
            end = match.end()
    told: dict[CueKind, Sight] = {}
    if not (marked.line[:start] + marked.line[end:]).strip(" ,.:()[]-–—"):
        return Sights({"ago": said})
    for word in ("", *before_days):
        _take(told, _with_day(marked, start, end, word), has_time=TIME in marked.line[start:end])
    if not told:
        return None
    surest = max(told.values(), key=lambda sight: sight.fixed).captured.author
    told = {kind: sight for kind, sight in told.items() if sight.captured.author == surest}
    return Sights(told if told.keys() == {"byline"} else {**told, "ago": said})


def _with_day(marked: MarkedLine, start: int, end: int, word: str) -> MarkedLine:
    """A line in which a day stands for what counts back, behind the word that stands before days in a language."""
    day = f"{word} {DATE}" if word else DATE
    line, written = (f"{text[:start]}{day}{text[end:]}" for text in (marked.line, marked.written))
    return MarkedLine(line, written, (_A_DAY,))


def _take(told: dict[CueKind, Sight], marked: MarkedLine, *, has_time: bool) -> None:
    """Add what a line with a day says of who wrote it then, where it says more than what is known, without that day.

    A name alone before such words is one only beside a time of day: « Zoé hier à 18h33 ».
    """
    book = cue_book()
    by_kind: dict[CueKind, Sight] = {}
    words = words_of(marked.line)
    cues = (*book.candidates(marked.line, words), *(book.wordless(marked.line, words) if has_time else ()))
    fit([cue for cue in cues if cue.kind in _TOLD], marked, by_kind)
    for kind, sight in by_kind.items():
        known = told.get(kind)
        captured = sight.captured
        is_told = (
            captured.author is not None and captured.date == _A_DAY and (has_time or sight.fixed >= _FEWEST)
        )
        if is_told and (known is None or known.fixed < sight.fixed):
            told[kind] = Sight(captured.at(None, None), sight.cue, sight.fixed)
