"""Whether a word before a day is the weekday, or somebody's name: « Sam, March 3, 2009 » was a Tuesday."""

from __future__ import annotations

import re
from datetime import date

from reader.dates.vocabulary import vocabulary

# Longer words for weekdays are no names of people.
_LONGEST_SHORT = 3
_A_DAY = len("2005-11-17")
_MONTHS = 12


def is_name(before: re.Match[str], written: str, day: str) -> bool:
    """Whether a word for a weekday (the group `word`) is rather a name, as it is not that of the day behind it.

    `day` is that in the form of ISO 8601, `written` as the text has it: in figures the month may stand first, so that
    it may be one of two. A word in lower case, or with a dot, is a weekday, whatever the calendar says.
    """
    word = before["word"]
    if len(word) > _LONGEST_SHORT or word[0].islower() or "." in before[0] or len(day) != _A_DAY:
        return False
    year, month, number = day.split("-")
    days = [day]
    if int(number) <= _MONTHS and not any(map(str.isalpha, written)):
        days.append(f"{year}-{number}-{month}")
    named = vocabulary().weekdays[word.casefold()]
    return all(date.fromisoformat(one).weekday() not in named for one in days)
