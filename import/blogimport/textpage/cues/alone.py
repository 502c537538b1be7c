"""Lines that are a date and little else, or end with one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from blogimport.textpage.cues.cue import DATE, TIME
from blogimport.textpage.cues.matching import MarkedLine, restored
from reader.dates import FoundDate, tells_whole_day

_WORD_AND_DATE = re.compile(rf"[^\W\d_]{{1,6}}:?\s*{DATE}")
# The calendar leaf of old Over-blog pages gives the date twice: « 30 avril 2012 1 30 /04 /avril /2012 08:57 ».
_CALENDAR = re.compile(rf"{DATE}\s*\d{{0,2}}\s*{DATE}")
_SORTING = re.compile(r"\d{9,13}|[+-]\d{4}$")


def only_date(bare: str, marked: MarkedLine) -> str | None:
    """The date of a line that is nothing else, but for a word before it and the time after it."""
    if _CALENDAR.fullmatch(bare):
        return marked.longest_moment
    # Themes that sort by them print seconds, too: « 24. Jan 19:51 1169668285 Wed, 24 Jan 2007 19:51:25 +0100 ».
    if len(marked.dates) > 1 and set(_SORTING.sub("", bare)) <= {DATE, TIME, " "}:
        return marked.longest_moment
    if set(bare.replace(" ", "")) <= {DATE, TIME, "-", ",", "|"} or _WORD_AND_DATE.fullmatch(bare):
        return marked.moment
    return None


def dated_end(text: str, core: str, found: Sequence[FoundDate]) -> tuple[str, str] | None:
    """The text and the date of a line that ends with a whole date (a title that was glued to one)."""
    if not found or not core.rstrip(" .,|)").endswith(DATE):
        return None
    last = found[-1]
    if not tells_whole_day(last.iso):
        return None
    before = restored(text[: last.start]).rstrip(" ,|·•-–—(")
    return (before, last.iso) if len(before) >= 2 else None
