"""Dates as people write them, turned into ISO 8601 with the precision that they state.

A fast path reads what blogs write in the languages of `languages.toml` (about 8 µs a date; dateparser
takes 250 times as long). What has the shape of a date in another language goes to dateparser, with
every part required, because it fills what is missing with today's.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

# dateparser needs seconds for long texts: nothing longer than this goes there.
_LONGEST_FOR_DATEPARSER = 40
# With all its languages dateparser takes 3 s for its first date, and reads a month into 170 of 6,400 French
# and English words (`12 en 2005`, `3 tri 2006`); with these and words of four letters it is into three.
_OTHER_LANGUAGES = (
    *("pl", "cs", "sk", "ru", "uk", "bg", "hr", "sl", "ro", "hu"),
    *("tr", "el", "sv", "da", "nb", "fi", "ca", "et", "lt", "lv"),
)
_MONTH_IN_OTHER_LANGUAGE = re.compile(r"[^\W\d_]{4,}|[^\W\d_a-zA-ZÀ-ɏ]{3}")
# How many characters before a date its weekday stands at most.
_NEAR = 24
# White space and dashes between a day and its time: without a limit, long runs of them take quadratic time.
_GAP = 12
# A text speaks of dates that are older than any blog; whoever wants a blog's date must look at the year.
_FIRST_YEAR, _LAST_YEAR = 1800, 2099

_WORD = r"[^\W\d_]{2,14}"
_DAY_FIRST = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})(?:\s?er|ère|st|nd|rd|th|e|º|ª|°|\.)?\s*(?:(?:de|of)\s+|/)?(?P<month>{_WORD})\.?,?"
    r"(?:\s*/|\s+(?:de|del|do)\b)?(?:\s*(?P<year>\d{4})(?!\d)|\s*'(?P<short>\d\d)\b)?"
)
_MONTH_FIRST = re.compile(
    rf"(?<![^\W\d_])(?P<month>{_WORD})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[.,]?\s+(?:(?P<year>\d{{4}})(?!\d)|'(?P<short>\d\d)\b)"
)
_MONTH_YEAR = re.compile(
    rf"(?<![^\W\d_])(?P<month>{_WORD})\.?\s+(?:de\s+|del\s+|do\s+)?(?P<year>(?:19|20)[0-9]{{2}})(?!\d)"
)
_FIGURES = re.compile(
    r"(?<![\d/.-])(?P<a>\d{1,4})\s?(?P<mark>[/.-])\s?(?P<b>\d{1,2})\s?(?P=mark)\s?'?(?P<c>\d{4}|\d\d)(?![\d/]|[.-]\d)"
)
# What stands at the end of a date with the month first, and of a month with its year: a search for figures is
# a fifth of the cost of one for words.
_DAY_AND_YEAR = re.compile(r"\d(?:st|nd|rd|th)?[.,]?\s+(?:\d{4}(?!\d)|'\d\d\b)")
_BARE_YEAR = re.compile(r"(?<=\s)(?:19|20)[0-9]{2}(?!\d)")
_FIGURE_BEFORE_WORD = re.compile(r"\d[^\W\d_]?\W*[^\W\d_]{2}")
_MARK = re.compile(r"\d\s?[/.-]\s?\d")
# The calendar header of an old platform: `05 /12 /décembre /2008 10:00`.
_CALENDAR = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})\s*/\s*(?P<number>\d\d)\s*/\s*{_WORD}\.?\s*/\s*(?P<year>\d{{4}})(?!\d)"
)
_TIME = (
    r"(?P<hour>[01]?\d|2[0-4])(?:\s?[:.]\s?(?P<minute>[0-5]\d)(?::[0-5]\d)?|\s?[hHuU](?:eures?|ur|hr|rs?|s)?\s?(?P<minute_h>[0-5]\d)?)"
    r"(?:\s?(?:min|mn|h|[uU]hr)\b)?(?!\d|(?<=[a-zA-Z])[^\W\d_])(?:\s?(?P<half>[aApP])\.?\s?[mM]\b\.?)?"
)
_WITH_TIME = re.compile(
    rf"(?P<gap>[\s,;@|·–—-]{{0,{_GAP}}}(?P<joiner>[^\W\d_]{{1,6}}(?:\s[^\W\d_]{{2,3}})?)?[\s:,]{{0,{_GAP}}}){_TIME}"
)
_ONLY_TIME = re.compile(rf"(?<![\d:/.]){_TIME}")
# What every date has somewhere: four figures together, figures with a mark between, a figure before a word.
_MAY_BE_DATE = re.compile(r"\d{4}|\d,?\s+'\d\d|\d\s?[/.-]\s?\d|\d[^\d\s]{0,3}\s*[^\W\d_]{2}")
# « March 5, 2007 - Monday - 8:15 AM », `2008-03-04(Tue) 10:12`
_WEEKDAY_AFTER = re.compile(r"\s?[,-]?\s?(?:\([^\W\d_]{1,3}\)|(?P<word>[^\W\d_]{5,})(?![^\W\d_]))")
_BEFORE = re.compile(r"(?P<word>[^\W\d_]+(?:-[^\W\d_]+)?)[.,]?,?\s+$")
_WEEKDAY = re.compile(r"(?P<word>[^\W\d_]+(?:-[^\W\d_]+)?)[.,]?,?\s+")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_OFFSET = re.compile(r"(?:[.,]\d+)?(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)(?!\d)")
_UNIT = re.compile(r"\s?([^\W\d_]{1,6})\b")


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


@dataclass(frozen=True, slots=True)
class _Words:
    months: dict[str, int]
    weekdays: frozenset[str]
    joiners: frozenset[str]
    units: frozenset[str]
    orders: dict[str, str]


@cache
def _words() -> _Words:
    """All languages in one table: a crawl mixes them, and their month names agree where they meet."""
    data = tomllib.loads(files("reader.dates").joinpath("languages.toml").read_text("utf-8"))
    months: dict[str, int] = {}
    for language in data.values():
        for number, names in enumerate(language["months"], 1):
            for name in names:
                months.setdefault(name, number)
    return _Words(
        months,
        frozenset(day for language in data.values() for day in language["weekdays"]),
        frozenset(word for language in data.values() for word in language["joiners"]),
        frozenset(word for language in data.values() for word in language["units"]),
        {code: language["order"] for code, language in data.items()},
    )


def read_date(text: str, language: str | None = None) -> str | None:
    """The ISO form of a text that is one date and nothing else, None for any other text.

    `language` decides the order of an all-figures date; without one, the day comes first.
    """
    text = text.strip()
    if _YEAR.fullmatch(text):
        return text
    for found in find_dates(text, language):
        left = text[: found.start].strip(" ,.:;-–—|#()").casefold()
        right = text[found.end :].strip(" ,.:;-–—|#()")
        if not right and (not left or left in _words().joiners):
            return found.iso if found.has_year else None
    return None


def find_dates(text: str, language: str | None = None) -> list[FoundDate]:
    """All dates in a text, in order; a day without a year only where a month name stands by it."""
    if _MAY_BE_DATE.search(text) is None:
        return []
    alone = _alone(text, language)
    if alone is not None:
        return [alone]
    found: list[FoundDate] = []
    for start, end, day in sorted(_days(text, language)):
        if found and start < found[-1].end:
            continue
        found.append(_widened(text, start, end, day))
    return found


def _alone(text: str, language: str | None) -> FoundDate | None:
    """The date of a text that is nothing else, as most of them stand in a page: it needs no search."""
    start = 0
    if text[0].isalpha():
        weekday = _WEEKDAY.match(text)
        if weekday and weekday.end() <= _NEAR and weekday["word"].casefold() in _words().weekdays:
            start = weekday.end()
    patterns = (_DAY_FIRST, _FIGURES) if text[start : start + 1].isdigit() else (_MONTH_FIRST, _MONTH_YEAR)
    for pattern in patterns:
        match = pattern.match(text, start)
        if match is not None:
            day = _day_of(match, language)
            found = _widened(text, start, match.end(), day) if day else None
            return found if found and found.start == 0 and found.end == len(text) else None
    return None


def find_time(text: str) -> tuple[int, int, str] | None:
    """The first time of day in a text: its offsets and `HH:MM`."""
    for match in _ONLY_TIME.finditer(text):
        time = _time(match)
        if time is not None:
            return match.start(), match.end(), time
    return None


def _days(text: str, language: str | None) -> Iterator[tuple[int, int, str]]:
    """(start, end, ISO day) of each date, without weekday and time; may overlap, the better one first."""
    taken: list[tuple[int, int]] = []
    # A search for what cannot be there costs as much as one for what is.
    calendar = _calendar(text) if text.count("/") >= 3 else ()
    figures = _figures(text, language) if _MARK.search(text) else ()
    for found in (*calendar, *_named(text), *figures):
        # Those taken are in order and apart: only the last that starts before this end can be in the way.
        place = bisect_left(taken, (found[1], 0))
        if not place or taken[place - 1][1] <= found[0]:
            taken.insert(place, found[:2])
            yield found


def _calendar(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _CALENDAR.finditer(text):
        day = _day(match["year"], int(match["number"]), int(match["day"]))
        if day:
            yield match.start(), match.end(), day


def _named(text: str) -> Iterator[tuple[int, int, str]]:
    """Dates with the name of a month: the whole ones first, then days without year, then months."""
    months = _words().months
    without_year: list[tuple[int, int, str]] = []
    unknown: list[re.Match[str]] = []
    years: set[int] = set()
    patterns = [_MONTH_FIRST] if _DAY_AND_YEAR.search(text) else []
    if _FIGURE_BEFORE_WORD.search(text):
        patterns.append(_DAY_FIRST)
    for pattern in patterns:
        for match in pattern.finditer(text):
            iso = _day_of(match)
            month = months.get(match["month"].casefold())
            if month is None:
                unknown.append(match)
            elif iso is not None:
                years.add(match.start("year"))
                yield match.start(), match.end(), iso
            elif not _year_of(match) and 1 <= int(match["day"]) <= _longest(month):
                end = match.start() + len(match[0].rstrip(" ,"))
                without_year.append((match.start(), end, f"--{month:02d}-{int(match['day']):02d}"))
    yield from without_year
    # Most years are those of whole dates, and no further month stands before them.
    if any(year.start() not in years for year in _BARE_YEAR.finditer(text)):
        for match in _MONTH_YEAR.finditer(text):
            iso = _day_of(match)
            if iso is not None:
                yield match.start(), match.end(), iso
    if len(text) <= 2 * _LONGEST_FOR_DATEPARSER:
        yield from _in_other_languages(unknown)


def _in_other_languages(matches: Iterable[re.Match[str]]) -> Iterator[tuple[int, int, str]]:
    """Those of the matches that are whole dates in a language that has no table here."""
    for match in matches:
        if (
            match["year"] is not None
            and _MONTH_IN_OTHER_LANGUAGE.fullmatch(match["month"])
            and len(match[0]) <= _LONGEST_FOR_DATEPARSER
        ):
            iso = _through_dateparser(match["month"], match["year"], int(match["day"]))
            if iso:
                yield match.start(), match.end(), iso


def _figures(text: str, language: str | None) -> Iterator[tuple[int, int, str]]:
    """All-figures dates, in the order of the language unless the figures allow one only."""
    for match in _FIGURES.finditer(text):
        iso = _day_of(match, language)
        if iso:
            yield match.start(), match.end(), iso


def _day_of(match: re.Match[str], language: str | None = None) -> str | None:
    """The ISO day, or month, that a match of one of the patterns states with its year."""
    if match.re is _FIGURES:
        return _day_in_figures(match, language)
    month = _words().months.get(match["month"].casefold())
    year = _year_of(match)
    if month is None or year is None:
        return None
    return f"{year}-{month:02d}" if match.re is _MONTH_YEAR else _day(year, month, int(match["day"]))


def _year_of(match: re.Match[str]) -> str | None:
    """The year of a date with the name of a month."""
    year: str | None = match["year"]
    if year is None and match.re is not _MONTH_YEAR and match["short"]:
        return _full_year(match["short"])
    return year


def _day_in_figures(match: re.Match[str], language: str | None) -> str | None:
    a, b, c = match["a"], match["b"], match["c"]
    if len(a) == 4:
        return _day(a, int(b), int(c))
    if len(a) == 3 or (len(c) == 2 and match["mark"] == "." and len(a) == 1):
        return None  # 1.2.05 is a version number as often as a date
    first, second = int(a), int(b)
    month_first = _words().orders.get(language or "", "DMY") == "MDY"
    if (month_first and first <= 12) or second > 12:
        first, second = second, first
    return _day(c if len(c) == 4 else _full_year(c), second, first)


def _widened(text: str, start: int, end: int, day: str) -> FoundDate:
    """A day with the weekday before it and the time after it."""
    if start and text[start - 1].isspace():
        before = _BEFORE.search(text[max(0, start - _NEAR) : start])
        if before and before["word"].casefold() in _words().weekdays:
            start -= len(before[0])
    if day.count("-") >= 2 and end < len(text):
        after = _WEEKDAY_AFTER.match(text, end)
        if after and (not after["word"] or after["word"].casefold() in _words().weekdays):
            end = after.end()
        match = _WITH_TIME.match(text, end)
        # In `2005-11-17T22:59` the T stands between two figures, without a space.
        is_iso = match is not None and match["gap"] == "T" and text[end - 1].isdigit()
        if match and (is_iso or _joins(match["joiner"])):
            time = _time(match)
            if time is not None:
                end = match.end()
                offset = _OFFSET.match(text, end) if is_iso else None
                if offset:
                    return FoundDate(start, offset.end(), f"{day}T{time}{offset[1]}")
                unit = _UNIT.match(text, end)
                if unit and unit[1].casefold() in _words().units:
                    end = unit.end()
                return FoundDate(start, end, f"{day}T{time}")
    return FoundDate(start, end, day)


def _joins(joiner: str | None) -> bool:
    """Whether the words between a day and a time are such as join them."""
    return joiner is None or all(word in _words().joiners for word in joiner.casefold().split())


def _time(match: re.Match[str]) -> str | None:
    hour = int(match["hour"])
    minute = int(match["minute"] or match["minute_h"] or 0)
    if match["minute"] is None and match["minute_h"] is None and match["half"]:
        return None
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"] in "pP" else 0)
    if hour == 24:
        hour = 0
    return f"{hour:02d}:{minute:02d}"


def _day(year: str, month: int, day: int) -> str | None:
    """An ISO day that exists, None for 31 June."""
    number = int(year)
    if not (_FIRST_YEAR <= number <= _LAST_YEAR and 1 <= month <= 12):
        return None
    return f"{number:04d}-{month:02d}-{day:02d}" if 1 <= day <= _longest(month, number) else None


def _longest(month: int, year: int = 2000) -> int:
    """How many days a month has; in a year that is not known, the most that it can have."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _full_year(short: str) -> str:
    """The year of two figures: no blog is older than the 1970s."""
    return f"20{short}" if int(short) < 70 else f"19{short}"


@lru_cache(maxsize=4096)
def _through_dateparser(month: str, year: str, day: int) -> str | None:
    """A whole date in a language that has no table here."""
    # With a day that is no month, or dateparser takes it for the month and passes over a word unknown to it.
    date = _parser()(f"28 {month} {int(year)}")
    return None if date is None else _day(year, date, day)


@cache
def _parser() -> Callable[[str], int | None]:
    """Gives the month of a whole date, None for any other text."""
    # dateparser takes 0.2 s to import and 0.5 s for its first date.
    from dateparser.date import DateDataParser

    parser = DateDataParser(
        languages=list(_OTHER_LANGUAGES),
        settings={"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]},
    )

    def month_of(text: str) -> int | None:
        data = parser.get_date_data(text)
        date = data.date_obj
        # What it gives must stand in the text: it has been seen to fill in today's day and year.
        stated = date is not None and text.startswith(f"{date.day} ") and text.endswith(f" {date.year}")
        return int(date.month) if stated and data.period == "day" else None

    return month_of
