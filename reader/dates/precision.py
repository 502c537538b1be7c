"""How exact an ISO date is: a year, a month, a day (`--05-03` where the year is not stated), a moment."""

from __future__ import annotations


def tells_day(iso: str) -> bool:
    """Whether a date has a day, with its year or without: a month alone dates no comment."""
    return iso.count("-") > 1


def tells_whole_day(iso: str) -> bool:
    """Whether a date has a day and the year of it."""
    return tells_day(iso) and not iso.startswith("--")


def with_time(iso: str, time: str | None) -> str:
    """A day with the time that stands apart from it; as it is where it has one already, or is no day."""
    return f"{iso}T{time}" if time and "T" not in iso and tells_day(iso) else iso
