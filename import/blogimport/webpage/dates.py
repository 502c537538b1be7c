"""Dates as pages show them: in words, in an attribute, or counted from a day that only a capture gives."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache
from typing import NamedTuple

from blogimport.captures import counted_back
from blogimport.markup import Element
from blogimport.stamps import stamp_of_seconds
from blogimport.textpage import FIRST_BLOG
from reader.dates import find_dates, find_time, tells_day, with_time

# An attribute's date: with seconds and offset where it has them.
_ISO = re.compile(
    r"(?P<day>(?:19|"
    r"20)\d\d-\d\d-\d\d)(?:[T ](?P<minute>\d\d:\d\d)(?P<second>:\d\d)?(?:\.\d+)?\s*(?P<offset>Z|"
    r"[+-]\d\d:?\d\d)?)?"
)
# Day, month and year, each in an element of its own.
_SPACED = re.compile(r"(\d{1,2}) (\d{1,2}) ((?:19|20)\d\d)")
_HOUR = re.compile(r"(?<![\d:.,])(1[0-2]|0?[1-9])\s?([ap])\.?m\b", re.IGNORECASE)
# « 11 fév. 06 à 15:30 »: two figures before a time are a year, and no hour.
_YEAR_BEFORE_TIME = re.compile(r"\s([01]\d)[\s,@à-]{1,5}\d{1,2}[:hH]\d\d")
_ADDRESS_DAY = re.compile(r"/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?=[/-])")
_LONGEST = 200
# What a line says of days is asked several times: of it, of the element around it, of the comment.
_KNOWN = 4096
# Blogger's addresses of comments, to a thousandth of a second.
_COUNTED_MOMENT = re.compile(r"[?&]showComment=(1\d{12})(?!\d)")


class Shown(NamedTuple):
    """A date and the reason where it is a guess; `iso` is None where there is none."""

    iso: str | None
    reason: str | None = None


@lru_cache(maxsize=_KNOWN)
def stated_date(text: str) -> str | None:
    """The date of an attribute or a meta element, ISO, with what it states of time and offset."""
    match = _ISO.match(text.strip())
    if match is None:
        found = [one for one in find_dates(text[:_LONGEST]) if one.has_year]
        return found[0].iso if found else None
    if not _exists(match["day"]):
        return None
    if not match["minute"]:
        return match["day"]
    if match["minute"] == "00:00" and (match["second"] or ":00") == ":00" and not match["offset"]:
        return match["day"]  # midnight to the second is a day without a time
    offset = match["offset"] or ""
    if len(offset) == len("+0100"):
        offset = f"{offset[:3]}:{offset[3:]}"
    return f"{match['day']}T{match['minute']}{match['second'] or ''}{offset}"


def shown_date(element: Element, text: str, language: str | None, captured: str | None = None) -> Shown:
    """When an element with some text says that something was written: as shown, else as its attributes state it.

    A date in words is local; an attribute that says the same moment adds its seconds and offset to it, one that
    differs (it is in UTC, mostly) does not.
    """
    text = text[:_LONGEST]
    spaced = _SPACED.fullmatch(text)
    if spaced is not None:
        text = "/".join(spaced.groups())
    attribute = None
    for name in ("datetime", "title", "content", "data-time", "data-datetime"):
        value = element.get(name)
        if value and (attribute := stated_date(value)):
            break
    return both(text_date(text, language), attribute, text, captured)


def both(written: str | None, attribute: str | None, text: str, captured: str | None) -> Shown:
    """One date of the two that an element has."""
    if attribute is None:
        if written is not None:
            return Shown(written)
        return ago(text, captured)
    if written is None:
        return Shown(attribute)
    if attribute[:16] == written[:16] or (len(written) <= 10 and attribute.startswith(written)):
        return Shown(attribute)
    if written.startswith("--"):
        # Shown without a year, which the attribute has; around New Year its day may be in another one.
        year = int(attribute[:4]) + {("01", "12"): 1, ("12", "01"): -1}.get((written[2:4], attribute[5:7]), 0)
        whole = f"{year:04d}-{written[2:]}"
        return Shown(attribute if "T" not in whole and attribute.startswith(whole) else whole)
    if len(written) <= 10 and "T" in attribute and not written.startswith("--"):
        # The same day but for the zone, or another day: what is written is what was shown.
        return Shown(written if len(written) == 10 else attribute)
    return Shown(written)


def agreed(stated: Sequence[str], shown: str | None, url: str | None) -> tuple[str | None, bool]:
    """When a post was published, of what its page states and shows; whether what is shown was taken.

    What is shown on a day that is stated, or that stands in the address, is local and believed; another day is that of
    something else.
    """
    if shown is not None and shown.startswith("--"):
        shown = None
    if shown is None:
        day = day_of_address(url)
        near = (other for other in stated if day is not None and _are_near(other, day))
        return next(near, next(iter(stated), None)), False
    for other in stated:
        if other[:16].startswith(shown):
            return other, False
        if shown.startswith(other):
            return shown, True
    day = day_of_address(url)
    if day is not None and _are_turned(day, shown):
        return f"{day}{shown[len(day) :]}", True
    known = [*stated, *([day] if day else ())]
    if not known or any(_are_near(other, shown) for other in known):
        return shown, True
    return agreed(stated, None, url)


def day_of_address(url: str | None) -> str | None:
    """The day in the address of a post: « /2015/12/08/ »."""
    match = _ADDRESS_DAY.search(url or "")
    day = "-".join(match.groups()) if match else None
    return day if day is not None and _exists(day) else None


def _are_turned(day: str, shown: str) -> bool:
    """Whether a date is another one with day and month the other way round, and no other."""
    return shown[:4] == day[:4] and shown[5:7] == day[8:] != day[5:7] == shown[8:10]


def _are_near(one: str, other: str) -> bool:
    """Whether two dates may be the same moment in different zones."""
    days = [text[:10] for text in (one, other)]
    if not all(len(day) == len("2005-11-17") and _exists(day) for day in days):
        return False
    return abs((date.fromisoformat(days[0]) - date.fromisoformat(days[1])).days) <= 1


@lru_cache(maxsize=_KNOWN)
def text_date(text: str, language: str | None) -> str | None:
    """The first date in a text, with the time that follows it somewhere; `--MM-DD` where it has no year."""
    found = [one for one in find_dates(text, language) if not one.has_year or one.iso >= FIRST_BLOG]
    if not found:
        return None
    best = next(
        (one for one in found if one.has_time), next((one for one in found if one.has_year), found[0])
    )
    if best.has_time or len(best.iso) < len("--12-31"):
        return best.iso
    year = _YEAR_BEFORE_TIME.match(text, best.end) if not best.has_year else None
    if year is not None:
        return _in_year(best.iso.removeprefix("--"), 2000 + int(year[1]), time_in(text[year.end(1) :]))
    if not tells_day(best.iso):
        return best.iso
    time = time_in(text[best.end :]) or time_in(text[: best.start])
    return best.iso if time is None else f"{best.iso}T{time}"


def _in_year(day: str, year: int, time: str | None) -> str:
    """A day without a year, MM-DD, in a year; as it is where that has no such day."""
    if day == "02-29" and year % 4:
        return f"--{day}"
    return with_time(f"{year}-{day}", time)


def time_in(text: str) -> str | None:
    """The first time of day in a text, HH:MM; « 11pm » is one."""
    time = find_time(text)
    if time is not None:
        return time[2]
    hour = _HOUR.search(text)
    return None if hour is None else f"{int(hour[1]) % 12 + 12 * (hour[2] in 'pP'):02d}:00"


def ago(text: str, captured: str | None) -> Shown:
    """« il y a 3 ans », counted from when the page was captured: a guess, as exact as what is counted."""
    counted = counted_back(text, captured)
    return Shown(None) if counted is None else Shown(*counted)


def moment_of_address(address: str, text: str) -> Shown:
    """The moment that the address of a comment counts from 1970, where the page itself shows no more than a time.

    With the offset at which that is the time that is shown: « 21:00 » and 19:00 in Greenwich.
    """
    counted = _COUNTED_MOMENT.search(address)
    iso = stamp_of_seconds(int(counted[1]) / 1000) if counted else None
    if iso is None:
        return Shown(None)
    moment = datetime.fromisoformat(iso)
    time = find_time(text)
    if time is not None:
        minutes = int(time[2][:2]) * 60 + int(time[2][3:]) - moment.hour * 60 - moment.minute
        # Places are up to 14 hours ahead and 10 behind; none is off by less than a quarter.
        ahead = (minutes + 10 * 60) % (24 * 60) - 10 * 60
        if ahead % 15 == 0:
            moment = moment.astimezone(timezone(timedelta(minutes=ahead)))
    return Shown(moment.isoformat(), "counted from 1970 by the address of the comment")


def is_another_day(date: str | None, known: str | None) -> bool:
    """Whether two dates cannot be of one day: people tell of other days, too. What one does not state agrees."""
    if date is None or known is None:
        return False
    if date.startswith("--") or known.startswith("--"):
        date, known = _without_year(date), _without_year(known)
    day, other = date[: len("2005-11-17")], known[: len("2005-11-17")]
    return not day.startswith(other) and not other.startswith(day)


def _without_year(iso: str) -> str:
    """The month and the day of a date, as far as it has them."""
    return iso[len("--") :][: len("11-17")] if iso.startswith("--") else iso[len("2005-") :][: len("11-17")]


def _exists(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True
