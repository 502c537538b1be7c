"""Dates compared where nobody knows their zones: a feed tells Greenwich's time, a page that of its blog."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

# No two places on earth are further apart, and zones differ by quarters of an hour.
_FURTHEST = timedelta(hours=14)
_STEP = timedelta(minutes=15)
_DAY = len("2005-11-17")
_MINUTE = len("2005-11-17T22:59")


def may_be_one_moment(one: str | None, other: str | None) -> bool:
    """Whether two dates may be of one moment: equal as far as both go, or apart as two zones are."""
    if not one or not other or one.startswith(other) or other.startswith(one):
        return True
    if len(one) < _DAY or len(other) < _DAY:
        return False
    if len(one) < _MINUTE and len(other) < _MINUTE:
        return False
    if len(one) < _MINUTE or len(other) < _MINUTE:
        days = _day(one), _day(other)
        return days[0] is not None and days[1] is not None and abs(days[0] - days[1]) <= timedelta(days=1)
    return _may_be_one_time(one, other)


def _may_be_one_time(one: str, other: str) -> bool:
    try:
        first, second = datetime.fromisoformat(one), datetime.fromisoformat(other)
    except ValueError:
        return one[:_MINUTE] == other[:_MINUTE]
    if first.tzinfo and second.tzinfo and _is_close(first.astimezone(UTC) - second.astimezone(UTC)):
        return True
    # What stands on the clock, because some programs write +00:00 behind a time of another zone.
    apart = abs(first.replace(tzinfo=None) - second.replace(tzinfo=None))
    rest = apart % _STEP
    return apart <= _FURTHEST and (_is_close(rest) or _is_close(_STEP - rest))


def _is_close(apart: timedelta) -> bool:
    """Whether a difference is only that of seconds that were left out."""
    return abs(apart) < timedelta(minutes=1)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:_DAY])
    except ValueError:
        return None
