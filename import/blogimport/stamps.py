"""Dates as programs write them (databases, feeds, heads of files), as ISO 8601 with what is stated and no more.

Must not know any format; dates as people write them are `reader.dates`' matter.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime

from reader.dates import read_date

_TIME = (
    r"(?:[T _]+(?P<hour>\d\d?)[:.]?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:[.,]\d+)?)?"
    r"\s*(?P<offset>Z|(?:UTC|GMT)?[+-]\d\d?:?(?:\d\d)?|UTC|GMT)?)?"
)
_ISO = re.compile(rf"(?P<year>\d{{4}})(?:-?(?P<month>\d\d)(?:-?(?P<day>\d\d))?)?{_TIME}", re.I)
_DAY_FIRST = re.compile(rf"(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d){_TIME}", re.I)
_MAIL = re.compile(
    r"(?:[a-z]{2,9}\.?,?\s+)?(?P<day>\d{1,2})[ -](?P<month>[a-z]{3})[a-z]{0,6}\.?[ -](?P<year>\d{2}|\d{4})"
    r"(?:,?\s+(?P<hour>\d\d?):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d+)?)?"
    r"\s*(?P<zone>[a-z]{1,5}|[+-]\d\d:?\d\d)?(?:\s*\([^)]*\))?)?",
    re.I,
)
_MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec"
_ZONES = {
    **dict.fromkeys(("GMT", "UT", "UTC", "Z", "WET"), 0),
    **dict.fromkeys(("CET", "MEZ", "WEST"), 1),
    **dict.fromkeys(("CEST", "MESZ", "EET"), 2),
    "EDT": -4,
    "EST": -5,
    "CDT": -5,
    "CST": -6,
    "MDT": -6,
    "MST": -7,
    "PDT": -7,
    "PST": -8,
}
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LONGEST = 100
_MILLISECONDS = 10**11


def stamp(text: str, language: str | None = None) -> str | None:
    """The date that a text is, in ISO 8601 or as in e-mail, else as people write it; None where it is none.

    A zone that is not stated stays unknown, and so does a date that the calendar does not have.
    """
    text = " ".join(text.split())[:_LONGEST]
    if not text:
        return None
    found = _ISO.fullmatch(text)
    if found is not None:
        return _of_iso(found)
    return stamp_of_mail(text) or _with_year(read_date(text, language))


def stamp_of(text: str) -> str | None:
    """The date that a text begins with, such as `2012-09-18 17:30:22` or `2012-09-18T17:30:22.5Z`.

    None for one that does not exist. Parts of a second are left out.
    """
    found = _DAY_FIRST.match(text.strip())
    return None if found is None else _of_iso(found)


def stamp_of_mail(text: str) -> str | None:
    """A date as mail and feeds write it: `Thu, 04 Mar 2010 10:20:00 +0100`."""
    found = _MAIL.fullmatch(" ".join(text.split()))
    month = _MONTHS.find(found["month"].lower()) if found else -1
    if found is None or month % 3:
        return None
    year = found["year"]
    if len(year) == 2:
        year = ("19" if int(year) > 68 else "20") + year
    day = _day(year, f"{month // 3 + 1:02}", f"{int(found['day']):02}")
    if day is None or found["hour"] is None:
        return day
    time = _time(int(found["hour"]), int(found["minute"]), found["second"])
    return day if time is None else f"{day}T{time}{_zone(found['zone'] or '')}"


def stamp_of_seconds(seconds: float) -> str | None:
    """A date from the seconds, or milliseconds, since 1970."""
    if abs(seconds) >= _MILLISECONDS:
        seconds /= 1000
    try:
        found = datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return found.isoformat() if 1900 <= found.year <= 2099 and seconds else None


def _of_iso(found: re.Match[str]) -> str | None:
    day = _day(found["year"], found["month"], found["day"])
    if day is None or found["hour"] is None:
        return day
    time = _time(int(found["hour"]), int(found["minute"]), found["second"])
    if time is None or len(day) < len("2005-11-17"):
        return day
    return f"{day}T{time}{_offset(found['offset'] or '')}"


def _zone(name: str) -> str:
    """The offset of a zone; -0000 says that nobody knows it, and so does a name that stands in no table."""
    if name[:1] in ("+", "-"):
        return "" if name.replace(":", "") == "-0000" else _offset(name)
    hours = _ZONES.get(name.upper())
    return "" if hours is None else f"{'-' if hours < 0 else '+'}{abs(hours):02}:00"


def _day(year: str, month: str | None, day: str | None) -> str | None:
    if not 1900 <= int(year) <= 2099:
        return None
    if month is None:
        return year
    if not 1 <= int(month) <= 12:
        return None
    if day is None:
        return f"{year}-{month}"
    return f"{year}-{month}-{day}" if 1 <= int(day) <= _DAYS[int(month) - 1] else None


def _time(hour: int, minute: int, second: str | None) -> str | None:
    if hour > 23 or minute > 59 or int(second or 0) > 60:
        return None
    return f"{hour:02}:{minute:02}" + ("" if second is None else f":{min(int(second), 59):02}")


def _offset(text: str) -> str:
    """An offset as `+02:00`; nothing where there is none, or one that no place on earth has."""
    if not text:
        return ""
    text = text.upper().removeprefix("UTC").removeprefix("GMT")
    if text in ("", "Z"):
        return "+00:00"
    figures = text[1:].replace(":", "")
    hours, minutes = (figures[:-2], figures[-2:]) if len(figures) > 2 else (figures, "00")
    return f"{text[0]}{int(hours):02}:{minutes}" if int(hours) <= 14 and int(minutes) < 60 else ""


def _with_year(date: str | None) -> str | None:
    """A date that has its year; "--05-03" has none."""
    return date if date and not date.startswith("--") else None
