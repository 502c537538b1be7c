"""The dates of an export, as ISO 8601, in the blog's own time wherever it is stated."""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime

_STAMP = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[ T]+(\d\d):(\d\d)(?::(\d\d))?)?")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def local_or_gmt(local: str, gmt: str, feed: str = "") -> str | None:
    """The date as the blog showed it, else that of Greenwich with its offset, else the feed's."""
    found = _stamp(local)
    if found is not None:
        return found
    found = _stamp(gmt)
    if found is not None:
        return f"{found}+00:00" if "T" in found else found
    return _of_feed(feed)


def _stamp(text: str) -> str | None:
    """A date of the database; one that does not exist, such as 0000-00-00, is None."""
    found = _STAMP.match(text.strip())
    if found is None:
        return None
    year, month, day = int(found[1]), int(found[2]), int(found[3])
    if not (1900 <= year <= 2099 and 1 <= month <= 12 and 1 <= day <= _DAYS[month - 1]):
        return None
    date = f"{found[1]}-{found[2]}-{found[3]}"
    if found[4] is None or int(found[4]) > 23 or int(found[5]) > 59 or int(found[6] or 0) > 59:
        return date
    return f"{date}T{found[4]}:{found[5]}" + (f":{found[6]}" if found[6] else "")


def _of_feed(text: str) -> str | None:
    """A date as feeds write it: `Thu, 04 Mar 2010 10:20:00 +0100`."""
    if not text.strip():
        return None
    try:
        found = parsedate_to_datetime(text.strip())
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
    return found.isoformat() if 1900 <= found.year <= 2099 else None
