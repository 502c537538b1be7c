"""A day and the time of day that a page gives on two lines, one right under the other, as one line says both.

Themes print « 25 novembre 2006 » over « 12h45 », beside a name or between two texts.
"""

from __future__ import annotations

import re
from dataclasses import replace

from blogimport.textpage.lines import Line
from reader.dates import find_dates, tells_day

# An hour with its minutes, or with the half of the day; « 14.30 » is a price as often.
_HOUR = re.compile(r"\d{1,2}\s?(?:[:hH]\s?\d\d(?::\d\d)?(?:\s?[aApP]\.?[mM]\b\.?)?|[aApP]\.?[mM]\b\.?)")
# No such line is longer, and no line that is a day.
_LONGEST_HOUR, _LONGEST_DAY = 11, 40


def joined_moments(lines: list[Line], language: str | None) -> tuple[list[Line], dict[int, int]]:
    """The lines with each such two as one, and for the number of each time that of its day."""
    places = [
        index
        for index, line in enumerate(lines)
        # Few lines stand right under another one, begin with a figure and are so short.
        if line.shape == "short"
        and not line.after_blank
        and line.marker is None
        and index
        and line.text[0].isdecimal()
        and len(line.text) <= _LONGEST_HOUR
        and _HOUR.fullmatch(line.text)
        and _is_day(lines[index - 1].text, language)
    ]
    if not places:
        return lines, {}
    found = list(lines)
    for index in places:
        day = found[index - 1]
        found[index - 1] = replace(day, text=f"{day.text} {lines[index].text}")
    return (
        [line for index, line in enumerate(found) if index not in places],
        {lines[index].number: lines[index - 1].number for index in places},
    )


def _is_day(text: str, language: str | None) -> bool:
    """Whether a text is a day and nothing else."""
    if len(text) > _LONGEST_DAY:
        return False
    found = find_dates(text, language)
    if len(found) != 1 or found[0].has_time or not tells_day(found[0].iso):
        return False
    return not any(map(str.isalnum, text[: found[0].start] + text[found[0].end :]))
