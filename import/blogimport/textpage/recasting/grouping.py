"""The lines of a page that say when, in groups of one shape, and in smaller ones of those with some words in common.

Must not know whether they sign anything.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from blogimport.textpage.dating import is_older
from blogimport.textpage.lines import Line
from blogimport.textpage.recasting.shapes import Stamp, alike, shape_of_stamp, stamps_in

_FEWEST = 2
# So many words of a line tell it from lines with the same signs.
_BEGINNING = 2
_HALF = 0.5


class Groups(NamedTuple):
    """Lines that say when by their shape, with some of their words or without, and each group of lines once."""

    by_shape: Mapping[tuple[str, ...], list[Stamp]]
    unique: Sequence[list[Stamp]]


def grouped(
    lines: Sequence[Line], declared: int | None, published: str | None, language: str | None
) -> Groups:
    """The lines that say when, by their shape and by that with some of their words; and these once each."""
    groups: dict[tuple[str, ...], list[Stamp]] = {}
    stamps = stamps_in(lines, language)
    for stamp in stamps if len(stamps) >= _FEWEST else ():
        shape = shape_of_stamp(stamp)
        groups.setdefault(shape, []).append(stamp)
        beginning = alike(stamp.before)[:_BEGINNING]
        for count in range(1, len(beginning) + 1):
            groups.setdefault((*shape, *beginning[:count]), []).append(stamp)
        if stamp.after:
            groups.setdefault((*shape, "ends", *alike(stamp.after)), []).append(stamp)
    for shape, group in list(groups.items()):
        timed = [stamp for stamp in group if not stamp.has_day_alone]
        if _FEWEST <= len(timed) < len(group):
            groups[(*shape, "a time")] = timed
    if published is not None:
        groups = {
            shape: group if len(group) == declared else _no_older(group, published)
            for shape, group in groups.items()
        }
    unique = {tuple(stamp.place for stamp in group): group for group in groups.values()}
    return Groups(groups, [group for group in unique.values() if group])


def _no_older(group: list[Stamp], published: str) -> list[Stamp]:
    """The lines of one shape without those from before the post; but where most are from after it, it was changed."""
    later = [stamp for stamp in group if stamp.date is None or not is_older(stamp.date, published)]
    return group if len(later) > _HALF * len(group) else later
