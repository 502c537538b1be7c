"""Whether a page has the day first in its dates in figures, where its language has the month first, and the other way.

A language stands for the order that `reader.dates` reads its dates in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from blogimport.textpage.cues import Sights
from blogimport.textpage.lines import Line
from reader.dates import tells_whole_day

_FIGURES = re.compile(r"(?<![\d/.-])(\d\d?)[/.-](\d\d?)[/.-](\d{4}|\d\d)(?![\d/])")
_MONTHS = 12
_MERIDIEM = re.compile(r",?\s+\d{1,2}:\d\d(?::\d\d)?\s?[AP]M\b")
MONTH_FIRST, DAY_FIRST = "en", "en-GB"
"""Languages that `reader.dates` reads in the one order and in the other."""


def order_of_dates(lines: Sequence[Line], sights: Sequence[Sights], language: str | None) -> str | None:
    """A language in whose order the all-figures dates of a page are, None where that is its own."""
    if language == "en":
        return _british(lines, sights)
    return MONTH_FIRST if _are_american(lines, sights) else None


def _are_american(lines: Sequence[Line], sights: Sequence[Sights]) -> bool:
    """Whether dates have the month first though the page is in another language, as Blogger wrote them at first.

    A day after the twelfth tells it, or « PM » behind a time.
    """
    matches = [
        match
        for line, seen in zip(lines, sights, strict=True)
        # What is no date of anything says nothing, and most lines are none.
        if not seen.is_blind
        and "/" in line.text
        and (match := _FIGURES.search(line.text)) is not None
        and "/" in match[0]
    ]
    if not matches or any(int(match[1]) > _MONTHS for match in matches):
        return False
    return any(int(match[2]) > _MONTHS for match in matches) or all(
        _MERIDIEM.match(match.string, match.end()) for match in matches
    )


def _british(lines: Sequence[Line], sights: Sequence[Sights]) -> str | None:
    """British English where the all-figures dates of an English page have the day first, None where none says so.

    Where no figure is too great for a month, the days follow a date in words, or each other, as comments do.
    """
    is_told = False
    open_ones: list[tuple[str, str]] = []
    in_words: str | None = None
    for line, seen in zip(lines, sights, strict=True):
        if seen.is_blind:
            continue
        text = line.text
        # What stands between the figures is looked for by itself, in a tenth of the time.
        is_marked = "/" in text or "." in text or "-" in text
        match = _FIGURES.search(text) if is_marked else None
        if match is None:
            in_words = in_words or _whole_date(seen)
            continue
        first, second, year = match.groups()
        if int(second) > _MONTHS:
            return None
        is_told = is_told or int(first) > _MONTHS
        full = year if len(year) > 2 else f"20{year}"
        open_ones.append((f"{full}-{first:0>2}-{second:0>2}", f"{full}-{second:0>2}-{first:0>2}"))
    return DAY_FIRST if is_told or _follow_by_day(open_ones, in_words) else None


def _whole_date(seen: Sights) -> str | None:
    """The day that a line states with its year, if any."""
    byline = seen.by_kind.get("byline")
    date = seen.date or (byline.captured.date if byline is not None else None)
    return date[: len("2006-05-03")] if date is not None and tells_whole_day(date) else None


def _follow_by_day(dates: Sequence[tuple[str, str]], in_words: str | None) -> bool:
    """Whether dates follow one in words, or each other, if the day stands first in them, and only then.

    Each is given with the month first and with the day first.
    """
    if not dates:
        return False
    by_month, by_day = ([one[place] for one in dates] for place in (0, 1))
    if in_words is not None:
        follow = [min(each) >= in_words for each in (by_month, by_day)]
        if follow[0] != follow[1]:
            return follow[1]
    # A day later, the month would be another one.
    return _months_between(by_day) < _months_between(by_month)


def _months_between(dates: Sequence[str]) -> int:
    """How many months lie between the first and the last of some dates."""
    months = [int(date[:4]) * _MONTHS + int(date[5:7]) for date in (min(dates), max(dates))]
    return months[1] - months[0]
