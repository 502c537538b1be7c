"""A moment that a page gives on several lines, one right under the other, as one line says it.

Themes print « 25 novembre 2006 » over « 12h45 », beside a name or between two texts, and a leaf of a calendar beside a
title: « 19 » over « nov », « Mar » over « 18 » over « 2018 ».
"""

from __future__ import annotations

import re
from dataclasses import replace

from blogimport.textpage.lines import Line
from reader.dates import find_dates, tells_day

# An hour with its minutes, or with the half of the day; « 14.30 » is a price as often.
_HOUR = re.compile(r"\d{1,2}\s?(?:[:hH]\s?\d\d(?::\d\d)?(?:\s?[aApP]\.?[mM]\b\.?)?|[aApP]\.?[mM]\b\.?)")
_DAYS = frozenset(form.format(day) for day in range(1, 32) for form in ("{}", "{:02}"))
# No part of a leaf is longer, nor a year.
_LONGEST_PART = 10
# No such line is longer, and no line that is a day.
_LONGEST_HOUR, _LONGEST_DAY = 11, 40


def joined_moments(lines: list[Line], language: str | None) -> tuple[list[Line], dict[int, int]]:
    """The lines with each such few as one, and for the number of each further line that of the first."""
    lines, parts = _with_leaves(lines, language)
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
        return lines, parts
    found = list(lines)
    for index in places:
        day = found[index - 1]
        found[index - 1] = replace(day, text=f"{day.text} {lines[index].text}")
    return (
        [line for index, line in enumerate(found) if index not in places],
        parts | {lines[index].number: lines[index - 1].number for index in places},
    )


def _with_leaves(lines: list[Line], language: str | None) -> tuple[list[Line], dict[int, int]]:
    """The lines with each leaf of a calendar as one."""
    figures = [index for index, line in enumerate(lines) if line.text in _DAYS]
    found: list[range] = []
    for index in figures:
        # Day and month, month and day, perhaps a year behind.
        for start in (index, index - 1):
            for end in (start + 3, start + 2):
                place = range(start, end)
                if start >= (found[-1].stop if found else 0) and _is_leaf(
                    lines[start:end], end - start, language
                ):
                    found.append(place)
    if not found:
        return lines, {}
    leaves = {place.start: place for place in found}
    dropped = {index for place in found for index in place[1:]}
    return (
        [
            replace(line, text=" ".join(lines[at].text for at in leaves[index])) if index in leaves else line
            for index, line in enumerate(lines)
            if index not in dropped
        ],
        {lines[at].number: lines[place.start].number for place in found for at in place[1:]},
    )


def _is_leaf(lines: list[Line], count: int, language: str | None) -> bool:
    """Whether some lines are a day, a month, and perhaps a year, each alone."""
    if len(lines) != count or any(
        line.marker is not None or len(line.text) > _LONGEST_PART for line in lines
    ):
        return False
    first, second = (line.text.rstrip(".,") for line in lines[:2])
    is_named = first.isalpha() or second.isalpha()
    return is_named and _is_day(" ".join(line.text for line in lines), language)


def _is_day(text: str, language: str | None) -> bool:
    """Whether a text is a day and nothing else."""
    if len(text) > _LONGEST_DAY:
        return False
    found = find_dates(text, language)
    if len(found) != 1 or found[0].has_time or not tells_day(found[0].iso):
        return False
    return not any(map(str.isalnum, text[: found[0].start] + text[found[0].end :]))
