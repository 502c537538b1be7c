"""Dates as people write them, turned into ISO 8601 with the precision that they state.

A fast path reads what blogs write in the languages of `languages.toml` (about 8 µs a date; dateparser
takes 250 times as long). What has the shape of a date in another language goes to dateparser, with
every part required, because it fills what is missing with today's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reader.dates.calendar_days import full_year, iso_day, longest
from reader.dates.elsewhere import month_elsewhere
from reader.dates.figures import day_in_figures
from reader.dates.hours import joins, time_of
from reader.dates.patterns import (
    BARE_YEAR,
    BEFORE,
    CALENDAR,
    CJK,
    CLOSING,
    DAY_AND_YEAR,
    DAY_FIRST,
    FAR,
    FIGURE,
    FIGURE_AFTER_SPACE,
    FIGURE_BEFORE_WORD,
    FIGURES,
    MARK,
    MAY_BE_DATE,
    MAY_BE_TIME,
    MONTH_DAY,
    MONTH_FIRST,
    MONTH_YEAR,
    OFFSET,
    ONLY_TIME,
    SHORT_FIGURES,
    SPACED,
    UNIT,
    WEEKDAY_AFTER,
    WEEKDAY_YEAR,
    WITH_TIME,
    YEAR,
    YEAR_BEHIND_TIME,
    YEAR_FIRST,
)
from reader.dates.vocabulary import END, END_OF_MONTH, vocabulary
from reader.dates.weekdays import is_name
from reader.remembering import remembered

# `1 11 2007` is shorter.
_SPACED = 10
# Dates in languages without a table are looked for in texts of this length.
_LONGEST_WITH_OTHER = 80
# The dates of texts of this length are remembered for a while.
_LONGEST_KNOWN = 200
# How many characters before a date its weekday stands at most.
_NEAR = 24


class FoundDate(NamedTuple):
    """A date in a text: its offsets (weekday and time included) and its ISO form.

    `has_year` is False where the text states a day without a year; `iso` is then `--MM-DD` with the
    time if any (the form of ISO 8601:2000 for a date without a year).
    """

    start: int
    end: int
    iso: str

    @property
    def has_year(self) -> bool:
        """Whether the year is stated."""
        return not self.iso.startswith("--")

    @property
    def has_time(self) -> bool:
        """Whether the time of day is stated."""
        return "T" in self.iso


def read_date(text: str, language: str | None = None) -> str | None:
    """The ISO form of a text that is one date and nothing else, None for any other text.

    `language` decides the order of an all-figures date; without one, the day comes first.
    """
    text = text.strip()
    if YEAR.fullmatch(text):
        return text
    for found in find_dates(text, language):
        left = text[: found.start].strip(" ,.:;-–—|#()").casefold()
        right = text[found.end :].strip(" ,.:;-–—|#()")
        if not right and (not left or left in vocabulary().joiners):
            return found.iso if found.has_year else None
    return None


def find_dates(text: str, language: str | None = None) -> list[FoundDate]:
    """All dates in a text, in order; a day without a year only where a month name stands by it."""
    if MAY_BE_DATE.search(text) is None:
        return []
    # Of a language only the order of its figures matters: a line is asked for before that of its page is known, too.
    month_first = _has_month_first(language)
    if len(text) > _LONGEST_KNOWN:
        return _dates_in(text, month_first=month_first)
    return list(_known_dates(text, month_first))


@remembered(64)
def _has_month_first(language: str | None) -> bool:
    """Whether all-figures dates have the month first in a language, as the day has in most."""
    return vocabulary().orders.get(language or "", "DMY") == "MDY"


# A page asks for the dates of a line two or three times: as one of its lines, its elements, its comments; and the lists
# beside the posts recur on all pages of a blog.
@remembered(4096)
def _known_dates(text: str, month_first: bool) -> tuple[FoundDate, ...]:
    return tuple(_dates_in(text, month_first=month_first))


def _dates_in(text: str, *, month_first: bool) -> list[FoundDate]:
    only = _only(text, month_first=month_first)
    if only is not None:
        return [only]
    found: list[FoundDate] = []
    for start, end, day in _days(text, month_first=month_first):
        if found and start < found[-1].end:
            continue
        found.append(_widened(text, start, end, day))
    return found


def _only(text: str, *, month_first: bool) -> FoundDate | None:
    """The date of a text that has no other, as most stand in a page: told by its first figure, without a search."""
    first = FIGURE.search(text)
    if first is None:
        return None
    start, patterns = first.start(), (DAY_FIRST, FIGURES)
    if start and (month := _month_before(text, start)) is not None:
        start, patterns = month, (MONTH_FIRST, MONTH_YEAR)
    for pattern in patterns:
        match = pattern.match(text, start)
        if match is None:
            continue
        day = _day_of(match, month_first=month_first)
        found = _widened(text, start, match.end(), day) if day else None
        if found is None or found.end == len(text):
            return found
        # « 3/5/05 mai » may be another day.
        is_whole = pattern is not FIGURES or len(match["c"]) > 2
        return found if is_whole and MAY_BE_DATE.search(text, found.end) is None else None
    return None


def _month_before(text: str, place: int) -> int | None:
    """Where the word before a figure begins, if it may be the name of a month: that rules out most words."""
    near = text[max(0, place - _NEAR) : place]
    before = near.rstrip()
    if len(before) == len(near):
        return None
    before = before.rstrip(".")
    if before[-END_OF_MONTH:].casefold() not in vocabulary().month_ends:
        return None
    return place - len(near) + len(before) - len(before.split()[-1])


def find_time(text: str) -> tuple[int, int, str] | None:
    """The first time of day in a text: its offsets and `HH:MM`."""
    first = MAY_BE_TIME.search(text)
    if first is None:
        return None
    # That is the last figure of an hour, if it is one.
    for match in ONLY_TIME.finditer(text, max(0, first.start() - 1)):
        time = time_of(match)
        if time is not None:
            return match.start(), match.end(), time
    return None


def _days(text: str, *, month_first: bool) -> list[tuple[int, int, str]]:
    """(start, end, ISO day) of each date, without weekday and time; of those that overlap the better one."""
    # A search for what cannot be there costs as much as one for what is.
    found = list(_calendar(text)) if text.count("/") >= 3 else []
    found += _named(text)
    if MARK.search(text) or text[2:3] == text[5:6] == " " or (len(text) < _SPACED and text.count(" ") == 2):
        found += _figures(text, month_first=month_first)
    if "年" in text or "년" in text:
        found += _with_signs(text)
    if len(found) < 2:
        return found
    taken: list[tuple[int, int, str]] = []
    for day in found:
        # Those taken are in order and apart: only the last that starts before this end can be in the way.
        place = bisect_left(taken, (day[1],))
        if not place or taken[place - 1][1] <= day[0]:
            taken.insert(place, day)
    return taken


def _with_signs(text: str) -> Iterator[tuple[int, int, str]]:
    """Dates with the signs for year, month and day of Chinese, Japanese or Korean."""
    for match in CJK.finditer(text):
        day = iso_day(match["year"], int(match["month"]), int(match["day"]))
        if day:
            yield match.start(), match.end(), day


def _calendar(text: str) -> Iterator[tuple[int, int, str]]:
    for match in CALENDAR.finditer(text):
        day = iso_day(match["year"], int(match["number"]), int(match["day"]))
        if day:
            yield match.start(), match.end(), day


def _named(text: str) -> list[tuple[int, int, str]]:
    """Dates with the name of a month: the whole ones first, then days without year, then months."""
    months = vocabulary().months
    found: list[tuple[int, int, str]] = []
    without_year: list[tuple[int, int, str]] = []
    unknown: list[re.Match[str]] = []
    years: set[int] = set()
    patterns = [MONTH_FIRST] if DAY_AND_YEAR.search(text) else []
    if FIGURE_BEFORE_WORD.search(text):
        patterns.append(DAY_FIRST)
    if _may_hold_month_day(text):
        patterns.append(MONTH_DAY)
    for pattern in patterns:
        for match in pattern.finditer(text):
            month = months.get(match["month"].casefold())
            if month is None:
                glued = _glued(match) if pattern is MONTH_FIRST else None
                if glued is not None:
                    years.add(match.start("year"))
                    found.append(glued)
                    continue
                unknown += [match] if pattern is not MONTH_DAY else []
            elif (iso := _day_of(match)) is not None:
                years.add(match.start("year"))
                found.append((match.start(), match.end(), iso))
            elif match["month"].casefold() in vocabulary().needs_year:
                continue
            elif not _year_of(match) and 1 <= int(match["day"]) <= longest(month):
                end = match.start() + len(match[0].rstrip(" ,"))
                behind = WEEKDAY_YEAR.match(text, end)
                if behind and behind["word"].casefold() in vocabulary().weekdays:
                    years.add(behind.start("year"))
                    if whole := iso_day(behind["year"], month, int(match["day"])):
                        found.append((match.start(), behind.end(), whole))
                    continue
                without_year.append((match.start(), end, f"--{month:02d}-{int(match['day']):02d}"))
    found += without_year
    if text[:2] in ("19", "20") or " 20" in text:
        for match in YEAR_FIRST.finditer(text):
            if match.start() not in years and (iso := _day_of(match)) is not None:
                years.add(match.start())
                found.insert(0, (match.start(), match.end(), iso))
    # Most years are those of whole dates, and no further month stands before them.
    if not years.issuperset([year.start() for year in BARE_YEAR.finditer(text)]):
        for match in MONTH_YEAR.finditer(text):
            iso = _day_of(match)
            if iso is not None:
                found.append((match.start(), match.end(), iso))
    if unknown and len(text) <= _LONGEST_WITH_OTHER:
        found += _in_other_languages(unknown)
    return found


def _glued(match: re.Match[str]) -> tuple[int, int, str] | None:
    """A whole date with its month first that is glued to the word before it: « ZoeMay 3, 2007 »; None elsewhere."""
    word = match["month"]
    start = next((at for at in range(len(word) - 2, 0, -1) if word[at].isupper()), 0)
    year = _year_of(match)
    iso = _named_day(year, word[start:], match["day"]) if start and year is not None else None
    return (match.start() + start, match.end(), iso) if iso is not None else None


def _may_hold_month_day(text: str) -> bool:
    """Whether the name of a month may stand before a figure: it costs little and rules out most texts."""
    for figure in FIGURE_AFTER_SPACE.finditer(text):
        before = text[max(0, figure.start() - _NEAR) : figure.start()].rstrip().rstrip(".")
        if len(before) < END_OF_MONTH < figure.start():
            return True  # so many spaces stand between that the word is further off
        if before[-END_OF_MONTH:].casefold() in vocabulary().month_ends:
            return True
    return False


def _in_other_languages(matches: Iterable[re.Match[str]]) -> Iterator[tuple[int, int, str]]:
    """Those of the matches that are whole dates in a language that has no table here."""
    for match in matches:
        if match["year"] is None:
            continue
        month = month_elsewhere(match["month"], match["year"], len(match[0]))
        iso = iso_day(match["year"], month, int(match["day"])) if month else None
        if iso:
            yield match.start(), match.end(), iso


def _figures(text: str, *, month_first: bool) -> Iterator[tuple[int, int, str]]:
    """All-figures dates, in the order that is usual unless the figures allow one only."""
    for match in (*SPACED.finditer(text), *FIGURES.finditer(text)):
        iso = _day_of(match, month_first=month_first)
        if iso:
            yield match.start(), match.end(), iso
    for match in SHORT_FIGURES.finditer(text):
        month, day = int(match["a"]), int(match["b"])
        if not month_first:
            month, day = day, month
        if 1 <= month <= 12 and 1 <= day <= longest(month):
            yield match.start(), match.end(), f"--{month:02d}-{day:02d}"


def _day_of(match: re.Match[str], *, month_first: bool = False) -> str | None:
    """The ISO day, or month, that a match of one of the patterns states with its year."""
    if match.re is FIGURES or match.re is SPACED:
        return day_in_figures(match, month_first=month_first)
    year = _year_of(match)
    if year is None:
        return None
    return _named_day(year, match["month"], "" if match.re is MONTH_YEAR else match["day"])


def _named_day(year: str, name: str, day: str) -> str | None:
    """The ISO day, or month where no day is given, of a month with a name; None where there is no such one."""
    month = vocabulary().months.get(name.casefold())
    if month is None:
        return None
    return iso_day(year, month, int(day)) if day else f"{year}-{month:02d}"


def _year_of(match: re.Match[str]) -> str | None:
    """The year of a date with the name of a month."""
    if match.re is MONTH_DAY:
        return None
    year: str | None = match["year"]
    if year is None and match.re is not MONTH_YEAR and match["short"]:
        return full_year(match["short"])
    return year


def _widened(text: str, start: int, end: int, day: str) -> FoundDate:
    """A day with the weekday before it and the time after it."""
    if start and text[start - 1].isspace() and _may_end_weekday(near := text[max(0, start - _NEAR) : start]):
        # It is the last word there: a search from the first would try each of its letters.
        before = BEFORE.search(near, near.rstrip().rfind(" ") + 1)
        if (
            before
            and before["word"].casefold() in vocabulary().weekdays
            and not is_name(before, text[start:end], day)
        ):
            start -= len(before[0])
    if day.count("-") < 2 or end == len(text):
        return FoundDate(start, end, day)
    after = WEEKDAY_AFTER.match(text, end)
    if after and (not after["word"] or after["word"].casefold() in vocabulary().weekdays):
        end = after.end()
    match = WITH_TIME.match(text, end) if MAY_BE_TIME.search(text, end, end + FAR) else None
    # In `2005-11-17T22:59` the T stands between two figures, without a space.
    is_iso = match is not None and match["gap"] == "T" and text[end - 1].isdigit()
    if match and (is_iso or joins(match["joiner"])):
        time = time_of(match)
        closing = CLOSING.get(match["bracket"] or "", "")
        if time is not None and text.startswith(closing, match.end()):
            end = match.end() + len(closing)
            if day.startswith("--") and (behind := YEAR_BEHIND_TIME.match(text, end)) is not None:
                whole = iso_day(behind["year"], int(day[2:4]), int(day[5:7]))
                if whole is not None:
                    return FoundDate(start, behind.end(), f"{whole}T{time}")
            offset = OFFSET.match(text, end) if is_iso else None
            if offset:
                return FoundDate(start, offset.end(), f"{day}T{time}{offset[1]}")
            unit = UNIT.match(text, end)
            if unit and unit[1].casefold() in vocabulary().units:
                end = unit.end()
            return FoundDate(start, end, f"{day}T{time}")
    return FoundDate(start, end, day)


def _may_end_weekday(text: str) -> bool:
    """Whether what stands before a date may be a weekday: it costs little and rules out most words."""
    return text.rstrip().rstrip(".,")[-END:].casefold() in vocabulary().weekday_ends
