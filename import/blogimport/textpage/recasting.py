"""A page read as if it had been written otherwise: with lines of their own for who signs its comments.

Must not know how these were found.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from blogimport.textpage.cues import Captured, Sight, Sights, speaks_of_comments
from blogimport.textpage.layouts import OVER
from blogimport.textpage.lines import Line
from blogimport.textpage.standing import is_opener

_SURE = 8
_NUMBERS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Recast:
    """A page whose comments have lines of their own for who signs them.

    `lines` are numbered anew, and `origin` has the number in the dump for each; `begin` is the index of the first
    line of the comments, `signed` the number of these.
    """

    lines: tuple[Line, ...]
    sights: tuple[Sights, ...]
    origin: Mapping[int, int]
    begin: int
    signed: int


def recast_of(
    lines: Sequence[Line],
    sights: Sequence[Sights],
    parts: Mapping[int, Sequence[tuple[Line, Sights]]],
    begin: int,
    signed: int,
) -> Recast:
    """The page where the lines at some indices are cut into parts, whose comments begin with the line at `begin`."""
    found: list[Line] = []
    seen: list[Sights] = []
    origin: dict[int, int] = {}
    start = 0
    for index, (line, sight) in enumerate(zip(lines, sights, strict=True)):
        number = line.number + len(found) - index
        if index == begin:
            start = len(found)
        for place, (part, its_sights) in enumerate(parts.get(index, ((line, sight),))):
            found.append(replace(part, number=number + place))
            seen.append(its_sights)
            origin[number + place] = line.number
    return Recast(tuple(found), tuple(seen), origin, start, signed)


def counting(
    heading: int | None, count: int, lines: Sequence[Line], sights: Sequence[Sights]
) -> Sequence[Sights]:
    """The sights of a page where a line over the comments that names their number is their heading."""
    if heading is None or not sights[heading].is_blind or not counts(lines[heading], count):
        return sights
    counted = Sights({"heading": Sight(Captured(count=count), OVER, _SURE)})
    return [counted if index == heading else seen for index, seen in enumerate(sights)]


def opens_comments(line: Line, seen: Sights, count: int) -> bool:
    """Whether a line may be a heading over comments: it says so, or how many there are."""
    if is_opener(seen):
        return True
    return line.shape == "short" and (speaks_of_comments(line.text) or counts(line, count))


def counts(line: Line, count: int) -> bool:
    """Whether a short line names a number."""
    return line.shape == "short" and _NUMBERS.findall(line.text)[:1] == [str(count)]
