"""A moment that a page gives on several lines, one right under the other, as one line says it.

Themes print « 25 novembre 2006 » over « 12h45 », or over « Zoé (12:45:10) : », beside a name or between two texts, and
a leaf of a calendar beside a title: « 19 » over « nov », « Mar » over « 18 » over « 2018 », « 9. Okt » over « 2011 ».
An extractor may also strew a row of a theme over lines, a line for each of its elements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from blogimport.textpage.lines import Line
from reader.dates import find_dates, tells_day

# An hour with its minutes, or with the half of the day; « 14.30 » is a price as often.
_HOUR = re.compile(r"\d{1,2}\s?(?:[:hH]\s?\d\d(?::\d\d)?(?:\s?[aApP]\.?[mM]\b\.?)?|[aApP]\.?[mM]\b\.?)")
_HOUR_BEHIND_NAME = re.compile(r"[^()]{1,60} \(\d{1,2}:\d\d(?::\d\d)?\)\s?:")
_IN_FIGURES = re.compile(r"\d{1,2} \d{1,2} \d{4}")
_YEARS = frozenset(map(str, range(1990, 2050)))
_DAYS = frozenset(form.format(day) for day in range(1, 32) for form in ("{}", "{:02}"))
# The day of the week, that of the month, and the rest of a day behind strokes; over them stands the whole day.
_PARTS_OF_DAY = re.compile(r"\d\n\d\d\n/\d\d\n/[^\W\d_]+\n/\d{4}")
_BEFORE_SLASHES, _SLASHES = 3, 3
# What stands before the category of a post.
_FILED_IN = frozenset(("dans", "in", "en", "em"))
# No part of a leaf is longer, nor a year.
_LONGEST_PART = 10
# No such line is longer, and no line that is a day.
_LONGEST_HOUR, _LONGEST_DAY = 11, 40


def joined_moments(lines: list[Line], language: str | None) -> tuple[list[Line], dict[int, int]]:
    """The lines with each such few as one, and for the number of each further line that of the first."""
    lines, strewn = _joined(lines, list(_strewn(lines)))
    lines, leaves = _joined(lines, list(_leaves(lines, language)))
    lines, years = _joined(lines, [range(at - 1, at + 1) for at in _years(lines, language)])
    lines, times = _joined(lines, [range(at - 1, at + 1) for at in _hours(lines, language)])
    return lines, strewn | leaves | years | times


def _joined(lines: list[Line], places: list[range]) -> tuple[list[Line], dict[int, int]]:
    """The lines with those at each of some places as one."""
    if not places:
        return lines, {}
    found = list(lines)
    for place in places:
        first = lines[place[0]]
        if first.marker == "number":  # « 9. Okt » is no ninth item
            first = replace(first, text=first.full_text, marker=None, ordinal=None, mark="")
        further_texts = (lines[index].text for index in place[1:])
        # « 8 10 2008 » is a day where it stands alone, and with strokes wherever it stands.
        day = first.text.replace(" ", "/") if _IN_FIGURES.fullmatch(first.text) else first.text
        found[place[0]] = replace(first, text=" ".join((day, *further_texts)))
    further = {index: place[0] for place in places for index in place[1:]}
    return (
        [line for index, line in enumerate(found) if index not in further],
        {lines[index].number: lines[first].number for index, first in further.items()},
    )


def _strewn(lines: list[Line]) -> Iterator[range]:
    """Where the parts of a row stand each alone.

    « 30 novembre 2008 », « 7 », « 30 », « /11 », « /novembre », « /2008 » and the hour; « Publié par Zoé », « - »,
    « dans » and « Voyages ».
    """
    last = 0
    for index, line in enumerate(lines):
        # Few lines begin so.
        if line.text[0] == "/" and index - last >= _BEFORE_SLASHES:
            texts = [one.text for one in lines[index - _BEFORE_SLASHES + 1 : index + _SLASHES]]
            if _PARTS_OF_DAY.fullmatch("\n".join(texts)):
                end = index + _SLASHES
                is_timed = end < len(lines) and _HOUR.fullmatch(lines[end].text) is not None
                last = end + is_timed
                yield range(index - _BEFORE_SLASHES, last)
        elif line.text == "-" and last < index < len(lines) - 2 and lines[index + 1].text in _FILED_IN:
            last = index + 3
            yield range(index - 1, last)


def _leaves(lines: list[Line], language: str | None) -> Iterator[range]:
    """Where a day and its month stand each alone, perhaps over the year."""
    last = 0
    for index in [index for index, line in enumerate(lines) if line.text in _DAYS]:
        # Day and month, month and day, perhaps a year behind.
        for start in (index, index - 1):
            for end in (start + 3, start + 2):
                if start >= last and _is_leaf(lines[start:end], end - start, language):
                    yield range(start, end)
                    last = end


def _is_leaf(lines: list[Line], count: int, language: str | None) -> bool:
    """Whether some lines are a day, a month, and perhaps a year, each alone."""
    if len(lines) != count or any(
        line.marker is not None or len(line.text) > _LONGEST_PART for line in lines
    ):
        return False
    first, second = (line.text.rstrip(".,") for line in lines[:2])
    is_named = first.isalpha() or second.isalpha()
    return is_named and _is_day(" ".join(line.text for line in lines), language)


def _years(lines: list[Line], language: str | None) -> list[int]:
    """The indices of the years that stand alone under their days: « 25 novembre » over « 2006 »."""
    return [
        index
        for index, line in enumerate(lines)
        if line.text in _YEARS
        and index
        and lines[index - 1].marker in (None, "number")
        and len(lines[index - 1].text) <= _LONGEST_DAY
        and _is_day(f"{lines[index - 1].full_text} {line.text}", language)
    ]


def _hours(lines: list[Line], language: str | None) -> list[int]:
    """The indices of the hours that stand right under their days, or behind a name there: « Zoé (16:17:06) : »."""
    return [
        index
        for index, line in enumerate(lines)
        # Few lines stand right under another one, begin with a figure and are so short.
        if line.shape == "short"
        and not line.after_blank
        and line.marker is None
        and index
        and (
            (
                line.text[0].isdecimal()
                and len(line.text) <= _LONGEST_HOUR
                and _HOUR.fullmatch(line.text) is not None
            )
            or (line.text[-1] == ":" and _HOUR_BEHIND_NAME.fullmatch(line.text) is not None)
        )
        and _is_day(lines[index - 1].text, language)
    ]


def _is_day(text: str, language: str | None) -> bool:
    """Whether a text is a day and nothing else."""
    if len(text) > _LONGEST_DAY:
        return False
    found = find_dates(text, language)
    if len(found) != 1 or found[0].has_time or not tells_day(found[0].iso):
        return False
    return not any(map(str.isalnum, text[: found[0].start] + text[found[0].end :]))
