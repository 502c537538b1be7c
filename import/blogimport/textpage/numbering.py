"""The numbers that a theme prints on lines of their own over who wrote a comment: « 1 », « 2 », « 3 ».

One alone may be anything, and so may figures that do not count; those that count the comments are no text of theirs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from blogimport.textpage.cues import Sight, Sights
from blogimport.textpage.lines import Line

_NUMBER = re.compile(r"[#(\[]?(\d{1,4})[.):\]°]*")
_LONGEST = 8
_FEWEST = 3
_SIGNING = ("head", "head_before", "ago")
_A_NUMBER = Sights({"tail": Sight(cue="the number of a comment", fixed=8)})


def with_numbers(lines: Sequence[Line], sights: Sequence[Sights], over: int) -> Sequence[Sights]:
    """The sights of the (non-blank) lines, with numbers that count what is signed under them seen as the theme's.

    They stand under a heading over comments, whose index is given.
    """
    places: dict[int, int] = {}
    for index, line in enumerate(lines[over + 1 : -1], over + 1):
        if len(line.text) <= _LONGEST and not line.marker and sights[index].is_blind:
            number = _NUMBER.fullmatch(line.text)
            if number is not None and _signs(sights[index + 1]) and not _signs(sights[index - 1]):
                places[index] = int(number[1])
    if len(places) < _FEWEST or not are_counting(list(places.values())):
        return sights
    return [_A_NUMBER if index in places else seen for index, seen in enumerate(sights)]


def is_number(seen: Sights) -> bool:
    """Whether a line is known to be the number of the comment below."""
    return seen is _A_NUMBER


def _signs(seen: Sights) -> bool:
    """Whether a line may say who or when."""
    return seen.date is not None or any(kind in seen.by_kind for kind in _SIGNING)


def are_counting(numbers: Sequence[int]) -> bool:
    """Whether numbers count up or down, one by one."""
    return {later - number for number, later in pairwise(numbers)} in ({1}, {-1})
