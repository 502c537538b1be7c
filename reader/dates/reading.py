"""Dates as people write them, turned into ISO 8601 with the precision that they state.

A fast path reads what blogs write in the languages of `languages.toml` (about 8 µs a date; dateparser
takes 100 times as long). What has the shape of a date in another language goes to dateparser, with
every part required, because it fills what is missing with today's.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

# dateparser needs seconds for long texts: nothing longer than this goes there.
_LONGEST_FOR_DATEPARSER = 40
_FIRST_YEAR, _LAST_YEAR = 1970, 2099

_WORD = r"[^\W\d_]{2,14}"
_DAY_FIRST = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})(?:er|ère|st|nd|rd|th|e|º|ª|°|\.)?\s*(?:(?:de|of)\s+|/)?(?P<month>{_WORD})\.?,?"
    r"(?:\s*/|\s+(?:de|del|do)\b)?(?:\s*(?P<year>\d{4})(?!\d)|\s*'(?P<short>\d\d)\b)?"
)
_MONTH_FIRST = re.compile(
    rf"(?P<month>{_WORD})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})(?!\d)"
)
_MONTH_YEAR = re.compile(rf"(?P<month>{_WORD})\.?\s+(?:de\s+|del\s+|do\s+)?(?P<year>(?:19|20)\d\d)(?!\d)")
_FIGURES = re.compile(
    r"(?<![\d/.-])(?P<a>\d{1,4})\s?(?P<mark>[/.-])\s?(?P<b>\d{1,2})\s?(?P=mark)\s?(?P<c>\d{4}|\d\d)(?![\d/]|[.-]\d)"
)
# The calendar header of an old platform: `05 /12 /décembre /2008 10:00`.
_CALENDAR = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})\s*/\s*(?P<number>\d\d)\s*/\s*{_WORD}\.?\s*/\s*(?P<year>\d{{4}})(?!\d)"
)
_TIME = (
    r"(?P<hour>[01]?\d|2[0-4])(?:\s?[:.]\s?(?P<minute>[0-5]\d)(?::[0-5]\d)?|\s?[hHuU]\s?(?P<minute_h>[0-5]\d)?)"
    r"(?:\s?(?:min|mn)\b)?(?!\d)(?:\s?(?P<half>[aApP])\.?\s?[mM]\b\.?)?"
)
_WITH_TIME = re.compile(
    rf"(?P<gap>[\s,;@|·–—-]*(?P<joiner>[^\W\d_]{{1,6}}(?:\s[^\W\d_]{{2,3}})?)?[\s:,]*){_TIME}"
)
_ONLY_TIME = re.compile(rf"(?<![\d:/.]){_TIME}")
_BEFORE = re.compile(r"(?P<word>[^\W\d_]+(?:-[^\W\d_]+)?)[.,]?,?\s+$")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class FoundDate:
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
    if not any(character.isdigit() for character in text):
        return []
    found: list[FoundDate] = []
    for start, end, day in sorted(_days(text, language)):
        if found and start < found[-1].end:
            continue
        found.append(_widened(text, start, end, day))
    return found


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
    for found in (*_calendar(text), *_named(text), *_figures(text, language)):
        if all(found[1] <= start or found[0] >= end for start, end in taken):
            taken.append(found[:2])
            yield found


def _calendar(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _CALENDAR.finditer(text):
        day = _day(match["year"], int(match["number"]), int(match["day"]))
        if day:
            yield match.start(), match.end(), day


def _named(text: str) -> Iterator[tuple[int, int, str]]:
    """Dates with the name of a month: the whole ones first, then days without year, then months."""
    months = _words().months
    partial: list[tuple[int, int, str]] = []
    for pattern in (_MONTH_FIRST, _DAY_FIRST):
        for match in pattern.finditer(text):
            month = months.get(match["month"].casefold())
            year = match["year"]
            if year is None and pattern is _DAY_FIRST and match["short"]:
                year = _full_year(match["short"])
            if month is None:
                whole = year is not None and len(match[0]) <= _LONGEST_FOR_DATEPARSER and len(text) <= 80
                iso = _through_dateparser(match[0].strip(" ,.")) if whole else None
            elif year is None:
                iso = f"--{month:02d}-{int(match['day']):02d}" if 1 <= int(match["day"]) <= 31 else None
                if iso:
                    partial.append((match.start(), match.start() + len(match[0].rstrip(" ,")), iso))
                continue
            else:
                iso = _day(year, month, int(match["day"]))
            if iso:
                yield match.start(), match.end(), iso
    yield from partial
    for match in _MONTH_YEAR.finditer(text):
        month = months.get(match["month"].casefold())
        if month:
            yield match.start(), match.end(), f"{match['year']}-{month:02d}"


def _figures(text: str, language: str | None) -> Iterator[tuple[int, int, str]]:
    """All-figures dates, in the order of the language unless the figures allow one only."""
    for match in _FIGURES.finditer(text):
        a, b, c = match["a"], match["b"], match["c"]
        if len(a) == 4:
            iso = _day(a, int(b), int(c))
        elif len(a) == 3 or (len(c) == 2 and match["mark"] == "." and len(a) == 1):
            iso = None  # 1.2.05 is a version number as often as a date
        else:
            first, second = int(a), int(b)
            month_first = _words().orders.get(language or "", "DMY") == "MDY"
            if (month_first and first <= 12) or second > 12:
                first, second = second, first
            iso = _day(c if len(c) == 4 else _full_year(c), second, first)
        if iso:
            yield match.start(), match.end(), iso


def _widened(text: str, start: int, end: int, day: str) -> FoundDate:
    """A day with the weekday before it and the time after it."""
    words = _words()
    before = _BEFORE.search(text[max(0, start - 24) : start])
    if before and before["word"].casefold() in words.weekdays:
        start -= len(before[0])
    if day.count("-") >= 2:
        match = _WITH_TIME.match(text, end)
        if match and _joins(match["joiner"], words):
            time = _time(match)
            if time is not None:
                return FoundDate(start, end + _time_length(text, match, end), f"{day}T{time}")
    return FoundDate(start, end, day)


def _time_length(text: str, match: re.Match[str], end: int) -> int:
    """How far the time reaches, a unit after it included (`14:05 Uhr`)."""
    unit = re.compile(r"\s?([^\W\d_]{1,6})\b").match(text, match.end())
    stop = unit.end() if unit and unit[1].casefold() in _words().units else match.end()
    return stop - end


def _joins(joiner: str | None, words: _Words) -> bool:
    """Whether the words between a day and a time are such as join them."""
    return joiner is None or all(word in words.joiners for word in joiner.casefold().split())


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
    if not (_FIRST_YEAR <= number <= _LAST_YEAR and 1 <= month <= 12 and day >= 1):
        return None
    leap = number % 4 == 0 and (number % 100 != 0 or number % 400 == 0)
    longest = 29 if month == 2 and leap else 28 if month == 2 else 30 if month in (4, 6, 9, 11) else 31
    return f"{number:04d}-{month:02d}-{day:02d}" if day <= longest else None


def _full_year(short: str) -> str:
    """The year of two figures: no blog is older than the 1970s."""
    return f"20{short}" if int(short) < 70 else f"19{short}"


@lru_cache(maxsize=4096)
def _through_dateparser(text: str) -> str | None:
    """A whole date in a language that has no table here."""
    # dateparser takes 0.2 s to import and 0.1 s for its first date.
    from dateparser.date import DateDataParser

    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]}
    data = DateDataParser(settings=settings).get_date_data(text)
    if data.date_obj is None or data.period != "day":
        return None
    # Its guess of a year or day must stand in the text: it has been seen to fill in today's.
    numbers = {int(number) for number in re.findall(r"\d+", text)}
    if not {data.date_obj.year, data.date_obj.day} <= numbers:
        return None
    return str(data.date_obj.date().isoformat())
