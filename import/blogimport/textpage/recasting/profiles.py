"""Comments under heads of several lines, as forums print them: who, their rank, since when they are there, and when.

Which of these lines is the name, the first head tells: what stands right under the heading over all comments. The
others have it at the same place, counted without the lines that are printed with each.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from blogimport.textpage.cues import (
    DATE,
    TIME,
    Captured,
    Sight,
    Sights,
    has_figure,
    marked_line,
    signed_name,
    speaker,
)
from blogimport.textpage.lines import Line, first_prose
from blogimport.textpage.recasting.fields import UNDER_NAME, repeated_labels
from blogimport.textpage.recasting.layouts import OVER
from blogimport.textpage.recasting.recast import FirstReading, Recast, opens_comments, signed_as
from blogimport.textpage.recasting.shapes import alike, is_name
from blogimport.textpage.recasting.standing import repeated_lines
from reader.dates import tells_day

_FEWEST = 2
_SURE = 8
# So far over the first date the heading may stand, so many lines of a head are neither names nor printed with each.
_FURTHEST, _MOST_UNKNOWN = 10, 3
# How far a label of the head may stand under another line of it.
_NEAR = 2
_MOSTLY = 0.7
_LONGEST = 120
# What stands behind the date of a head: nothing, or what is labelled or bracketed itself.
_AFTER = re.compile(rf"[\s,.:;@|»)\]–—-]*(?:[{DATE}{TIME}]\W*|\s{{2,}}\S.*)*")
_PRINTED = Sights({"tail": Sight(cue="printed with each comment", fixed=_SURE)})


@dataclass(slots=True)
class _Head:
    """The lines over a comment: those of the name and of the date, and all that belong to it."""

    name: int
    date: str
    lines: Collection[int]


def recast_profiles(page: FirstReading) -> Iterator[Recast]:
    """The page with who and when on the first lines of the heads over its comments."""
    lines, sights, _, published, language, figured = page
    prose = first_prose(lines)
    groups: dict[tuple[str, ...], list[tuple[int, str]]] = {}
    places = [index for index in figured if index >= prose and len(lines[index].text) <= _LONGEST]
    for index in places if len(places) >= _FEWEST else ():
        stamp = _stamp(lines[index], language)
        if stamp is not None:
            groups.setdefault(stamp[0], []).append((index, stamp[1]))
    for group in sorted(groups.values(), key=len, reverse=True):
        # Since when people are there is another day, mostly one before the post's.
        later = [date for _, date in group if published is None or date[:10] >= published[:10]]
        if len(later) >= max(_FEWEST, _MOSTLY * len(group)) and len(set(later)) > 1:
            recast = _recast(group, lines, sights)
            if recast is not None:
                yield recast


def _stamp(line: Line, language: str | None) -> tuple[tuple[str, ...], str] | None:
    """The words with which a line begins whose date follows them, and that date."""
    marked = marked_line(line.text, language)
    moment = marked.moment
    if moment is None or not tells_day(moment):
        return None
    before, after = marked.written.split(DATE, 1)
    if TIME in before or _AFTER.fullmatch(after) is None:
        return None
    return tuple(alike(before)), moment


def _recast(
    group: Sequence[tuple[int, str]], lines: Sequence[Line], sights: Sequence[Sights]
) -> Recast | None:
    """The page whose comments have heads with those dates; None where they have none."""
    places = [index for index, _ in group]
    printed = _printed(places, lines, sights)
    above = range(places[0] - 1, max(-1, places[0] - _FURTHEST), -1)
    openers = (at for at in above if at not in printed and opens_comments(lines[at], sights[at], len(group)))
    opener = next(openers, None)
    if opener is None:
        return None
    unknown = sum(index not in printed for index in range(opener + 1, places[0]))
    if not 1 <= unknown <= _MOST_UNKNOWN:
        return None
    heads = [_head(index, date, unknown, printed, lines) for index, date in group]
    names = [signed_name(lines[head.name].text) for head in heads]
    is_profile = sum(len(head.lines) > _FEWEST for head in heads) >= _MOSTLY * len(heads)
    if not is_profile or sum(map(is_name, names)) < _MOSTLY * len(names) or len(set(names)) < _FEWEST:
        return None
    own = list(sights)
    taken: set[int] = set()
    for head, name in zip(heads, names, strict=True):
        taken.update(head.lines)
        for index in head.lines:
            own[index] = UNDER_NAME
        captured = Captured(author=name if is_name(name) else None, date=head.date)
        own[head.name] = speaker(captured, OVER)
    if any(head.name in taken - set(head.lines) for head in heads):
        return None
    for index in repeated_lines(lines, sights, places[0], places[-1], len(heads), taken):
        own[index] = _PRINTED
    ends = [*(head.name for head in heads[1:]), len(lines)]
    if any(max(head.lines) + 1 >= end for head, end in zip(heads, ends, strict=True)):
        return None  # under one of them nothing is said
    return signed_as(lines, own, heads[0].name, len(heads))


def _printed(places: Sequence[int], lines: Sequence[Line], sights: Sequence[Sights]) -> set[int]:
    """The indices of the lines that are printed with each comment, beside its text."""
    labels = {index for index in repeated_labels(lines) if index >= places[0] - _FURTHEST}
    first = max(0, places[0] - _FURTHEST)
    repeated = repeated_lines(lines, sights, first, places[-1], len(places), set(places))
    # Names repeat, too, and seldom have figures in them.
    return labels | {index for index in repeated if has_figure(lines[index].text)}


def _head(place: int, date: str, unknown: int, printed: set[int], lines: Sequence[Line]) -> _Head:
    """The head whose date stands at a place: it begins with the last of the unknown lines over that."""
    name = place
    while name > 0 and unknown:
        name -= 1
        unknown -= name not in printed
    last = place
    while True:
        near = range(last + 1, min(len(lines), last + 1 + _NEAR))
        further = next((at for at in near if at in printed and lines[at].text[:1].isalnum()), None)
        if further is None or lines[further].after_blank or ":" not in lines[further].text:
            break
        last = further
    return _Head(name, date, range(name, last + 1))
