"""The words that dates are written with, in the languages of `languages.toml`. Knows no text."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

END, END_OF_MONTH = 2, 3
"""Of a word, so many letters at its end tell that it is no weekday, or no month; none is shorter."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of all languages together; `weekday_ends` and `month_ends` are the ends of theirs.

    What `needs_year` is a month beside a year alone: « 2 MAJ ». `weekdays` tells which days a word may name, from
    Monday (0) on.
    """

    months: dict[str, int]
    needs_year: frozenset[str]
    weekdays: dict[str, frozenset[int]]
    weekday_ends: frozenset[str]
    month_ends: frozenset[str]
    joiners: frozenset[str]
    units: frozenset[str]
    orders: dict[str, str]


@cache
def vocabulary() -> Vocabulary:
    """All languages in one table: a crawl mixes them, and their month names agree where they meet."""
    data = tomllib.loads(files("reader.dates").joinpath("languages.toml").read_text("utf-8"))
    months: dict[str, int] = {}
    for language in data.values():
        for number, names in enumerate(language["months"], 1):
            for name in names:
                months.setdefault(name.casefold(), number)
    weekdays: dict[str, frozenset[int]] = {}
    for language in data.values():
        for number, names in enumerate(language["weekdays"]):
            for name in names:
                weekdays[name.casefold()] = weekdays.get(name.casefold(), frozenset()) | {number}
    return Vocabulary(
        months,
        frozenset(name for language in data.values() for name in language.get("needing_year", ())),
        weekdays,
        frozenset(day[-END:] for day in weekdays),
        frozenset(month[-END_OF_MONTH:] for month in months),
        frozenset(word.casefold() for language in data.values() for word in language["joiners"]),
        frozenset(word for language in data.values() for word in language["units"]),
        {code: language["order"] for code, language in data.items()},
    )
