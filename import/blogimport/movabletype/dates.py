"""The dates of an export: `06/19/2008 08:03:17 PM`, the month first, without a zone."""

from __future__ import annotations

import re

from blogimport.stamps import stamp_of

_DATE = re.compile(
    r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4})"
    r"(?:\s+(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<seconds>\d\d))?\s*(?P<half>[AaPp]\.?[Mm]\.?)?)?"
)
_IN_FILE = re.compile(rb"^DATE:[ \t]*(\d{1,2})/(\d{1,2})/\d{4}", re.M)
_MONTHS = 12
DAYS_FIRST = "other dates of the export have their day before the month"


def days_come_first(sample: bytes) -> bool:
    """Whether the dates of an export can only be meant with the day before the month, as some programs write them."""
    pairs = [(int(first), int(second)) for first, second in _IN_FILE.findall(sample)]
    return any(first > _MONTHS for first, _ in pairs) and all(second <= _MONTHS for _, second in pairs)


def date_of(text: str, *, day_first: bool = False) -> str | None:
    """A date as ISO 8601; None for one that does not exist."""
    found = _DATE.match(text.strip())
    if found is None:
        return stamp_of(text)
    month, day = int(found["first"]), int(found["second"])
    if day_first:
        month, day = day, month
    date = f"{found['year']}-{month:02d}-{day:02d}"
    if found["hour"] is None:
        return stamp_of(date)
    hour = int(found["hour"])
    half = (found["half"] or "").lower()[:1]
    if half and hour <= _MONTHS:
        hour = hour % _MONTHS + (_MONTHS if half == "p" else 0)
    seconds = f":{found['seconds']}" if found["seconds"] else ""
    return stamp_of(f"{date}T{hour:02d}:{found['minute']}{seconds}")
