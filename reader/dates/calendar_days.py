"""Which days there are."""

from __future__ import annotations

# A text speaks of dates that are older than any blog; whoever wants a blog's date must look at the year.
_FIRST_YEAR, _LAST_YEAR = 1800, 2099


def iso_day(year: str, month: int, day: int) -> str | None:
    """A day in the form of ISO 8601; None where there is none, as 31 June."""
    number = int(year)
    if not (_FIRST_YEAR <= number <= _LAST_YEAR and 1 <= month <= 12):
        return None
    return f"{number:04d}-{month:02d}-{day:02d}" if 1 <= day <= longest(month, number) else None


def longest(month: int, year: int = 2000) -> int:
    """How many days a month has; in a year that is not known, the most that it can have."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def full_year(short: str) -> str:
    """The year of two figures: no blog is older than the 1970s."""
    return f"20{short}" if int(short) < 70 else f"19{short}"
