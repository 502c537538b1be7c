"""In which order a page writes its dates in figures: as one of them tells that has a day after the twelfth.

Without one it is that of the page's language; where some dates tell this and others that, nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from blogimport.textpage import DAY_FIRST, MONTH_FIRST

# Begins with figures, which are looked for quickly; what stands before them is looked at when they are found.
_FIGURES = re.compile(r"([0-9][0-9]?)([/.-])([0-9][0-9]?)\2(?:(?:19|20)[0-9][0-9]|[0-9][0-9])(?![0-9/])")
_NO_BEGINNING = frozenset("0123456789/.-")
_LONGEST_LINE = 100
_MONTHS = 12


def language_of_dates(lines: Iterable[str], language: str | None) -> str | None:
    """The language in whose order the dates of a page are, given its lines and its own language."""
    text = "\n".join([line for line in lines if len(line) <= _LONGEST_LINE])
    has_day_first = has_month_first = False
    for match in _FIGURES.finditer(text):
        if match.start() and text[match.start() - 1] in _NO_BEGINNING:
            continue
        first, second = int(match[1]), int(match[3])
        has_day_first = has_day_first or (_MONTHS < first <= 31 and 1 <= second <= _MONTHS)
        has_month_first = has_month_first or (_MONTHS < second <= 31 and 1 <= first <= _MONTHS)
    if has_day_first == has_month_first:
        return language
    if has_month_first:
        return MONTH_FIRST
    return DAY_FIRST if language == MONTH_FIRST else language
