"""The numbers that a theme prints on lines of their own over who wrote a comment: « 1 », « 2 », « Commentaire n° 3 ».

One alone may be anything, and so may figures that do not count; those that count the comments are no text of theirs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from blogimport.textpage.cues import Sight, Sights, seen_as
from blogimport.textpage.lines import Line

_NUMBER = re.compile(r"(?P<label>[^\W\d_]\D{0,20}?)?[#(\[]?(?P<number>\d{1,4})[.):\]°]*")
_LONGEST = 28
_ENDS = frozenset("0123456789.):]°")
_FEWEST = 3
# Of so many comments one at least is still there.
_MOST_GONE = 3
_SIGNING = ("head", "head_before", "ago")
_A_NUMBER = Sights({"tail": Sight(cue="the number of a comment", fixed=8)})


def with_numbers(lines: Sequence[Line], sights: Sequence[Sights], over: int) -> Sequence[Sights]:
    """The sights of the (non-blank) lines, with numbers that count what is signed under them seen as the theme's.

    They stand under a heading over comments, whose index is given.
    """
    # Over who and when, or over the text, behind who and when of the comment before.
    over_heads, over_texts = _Numbers(), _Numbers()
    for index, line in enumerate(lines[over + 1 : -1], over + 1):
        if line.text[-1] not in _ENDS or len(line.text) > _LONGEST or not sights[index].is_blind:
            continue
        number = _NUMBER.fullmatch(line.text)
        if number is None:
            continue
        before, behind = _signs(sights[index - 1]), _signs(sights[index + 1])
        if behind and not before:
            over_heads.add(index, number)
        elif not behind and (before or index == over + 1) and (number["label"] or not line.marker):
            over_texts.add(index, number)
    if over_heads.are_counting():
        places = over_heads.places
    elif over + 1 in over_texts.places and over_texts.are_counting():
        places = over_texts.places
    else:
        return sights
    return seen_as(_A_NUMBER, sights, places)


class _Numbers:
    """Lines that are numbers, by their indices, and the words before these."""

    def __init__(self) -> None:
        self.places: dict[int, int] = {}
        self._labels = set[str | None]()

    def add(self, index: int, number: re.Match[str]) -> None:
        """One more."""
        self.places[index] = int(number["number"])
        self._labels.add(number["label"])

    def are_counting(self) -> bool:
        """Whether there are several, with the same words, that count up or down."""
        several = len(self.places) >= _FEWEST and len(self._labels) == 1
        numbers = list(self.places.values())
        return several and (are_counting(numbers) or _are_counting_with_gaps(numbers))


def _are_counting_with_gaps(numbers: Sequence[int]) -> bool:
    """Whether numbers count up from one, where some of what was counted has been taken away since."""
    rise = all(number < later for number, later in pairwise(numbers))
    return numbers[0] == 1 and rise and numbers[-1] <= _MOST_GONE * len(numbers)


def is_number(seen: Sights) -> bool:
    """Whether a line is known to be the number of the comment below."""
    return seen is _A_NUMBER


def _signs(seen: Sights) -> bool:
    """Whether a line may say who or when."""
    return seen.date is not None or any(kind in seen.by_kind for kind in _SIGNING)


def are_counting(numbers: Sequence[int]) -> bool:
    """Whether numbers count up or down, one by one."""
    return {later - number for number, later in pairwise(numbers)} in ({1}, {-1})
