"""Dates as programs write them (databases, feeds, interfaces), as ISO 8601 with what is stated and no more.

Dates as people write them are `reader.dates`' matter.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_STAMP = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:(?:T|\s+)(\d\d):(\d\d)(?::(\d\d))?(?:[.,]\d+)?\s*(Z|GMT|UTC|[+-]\d\d:?\d\d)?)?",
    re.I,
)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_GREENWICH = "+00:00"
_MILLISECONDS = 10**11


def stamp_of(text: str) -> str | None:
    """A date such as `2012-09-18 17:30:22` or `2012-09-18T17:30:22.5Z`; None for one that does not exist.

    Parts of a second are left out.
    """
    found = _STAMP.match(text.strip())
    if found is None:
        return None
    year, month, day = int(found[1]), int(found[2]), int(found[3])
    if not (1900 <= year <= 2099 and 1 <= month <= 12 and 1 <= day <= _DAYS[month - 1]):
        return None
    date = f"{found[1]}-{found[2]}-{found[3]}"
    if found[4] is None or int(found[4]) > 23 or int(found[5]) > 59 or int(found[6] or 0) > 59:
        return date
    return f"{date}T{found[4]}:{found[5]}" + (f":{found[6]}" if found[6] else "") + _offset(found[7])


def stamp_of_mail(text: str) -> str | None:
    """A date as mail and feeds write it: `Thu, 04 Mar 2010 10:20:00 +0100`."""
    if not text.strip():
        return None
    try:
        found = parsedate_to_datetime(text.strip())
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
    return found.isoformat() if 1900 <= found.year <= 2099 else None


def stamp_of_seconds(seconds: float) -> str | None:
    """A date from the seconds, or milliseconds, since 1970."""
    if abs(seconds) >= _MILLISECONDS:
        seconds /= 1000
    try:
        found = datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return found.isoformat() if 1900 <= found.year <= 2099 and seconds else None


def _offset(stated: str | None) -> str:
    if stated is None:
        return ""
    if stated[0] not in "+-":
        return _GREENWICH
    return stated if ":" in stated else f"{stated[:3]}:{stated[3:]}"
