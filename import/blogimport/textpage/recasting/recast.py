"""A page read as if it had been written otherwise: with lines of their own for who signs its comments.

Must not know how these were found.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from blogimport.textpage.cues import Captured, CueKind, Sight, Sights, no_text, speaks_of_comments
from blogimport.textpage.lines import Line
from blogimport.textpage.recasting.layouts import OVER, UNDER, Layout
from blogimport.textpage.recasting.standing import is_opener

_SURE = 8
# What is more than furniture under the comments.
_ENDING = frozenset(("heading", "none", "closed", "form", "pings", "pingback", "trackback", "related"))
_NUMBERS = re.compile(r"\d+")


class FirstReading(NamedTuple):
    """What is asked for another form of a page: its lines, what is seen in them, and what was told of its post.

    `declared` is the number of comments that the page gives, `published` when the post was (ISO 8601); `figured` are
    the indices of the lines with a figure, for no other says when.
    """

    lines: Sequence[Line]
    sights: Sequence[Sights]
    declared: int | None
    published: str | None
    language: str | None
    figured: Sequence[int]


@dataclass(frozen=True, slots=True)
class Recast:
    """A page whose comments have lines of their own for who signs them.

    `lines` are numbered anew, and `origin` has the number in the dump for each; `begin` is the index of the first
    line of the comments, `signed` the number of these; with `is_shared` lines of the dump hold several of them.
    """

    lines: tuple[Line, ...]
    sights: tuple[Sights, ...]
    origin: Mapping[int, int]
    begin: int
    signed: int
    is_shared: bool = False


def recast_of(
    lines: Sequence[Line],
    sights: Sequence[Sights],
    parts: Mapping[int, Sequence[tuple[Line, Sights]]],
    begin: int,
    signed: int,
) -> Recast:
    """The page where the lines at some indices are cut into parts, whose comments begin with the line at `begin`."""
    found, origin = numbered_anew(
        lines, {index: [part for part, _ in pieces] for index, pieces in parts.items()}
    )
    seen: list[Sights] = []
    for index, sight in enumerate(sights):
        seen += [its_sights for _, its_sights in parts[index]] if index in parts else [sight]
    start = begin + sum(len(pieces) - 1 for index, pieces in parts.items() if index < begin)
    return Recast(tuple(found), tuple(seen), origin, start, signed)


def signed_as(lines: Sequence[Line], sights: Sequence[Sights], begin: int, signed: int) -> Recast:
    """The page with the same lines, seen as others."""
    return Recast(tuple(lines), tuple(sights), {line.number: line.number for line in lines}, begin, signed)


def numbered_anew(
    lines: Sequence[Line], parts: Mapping[int, Sequence[Line]]
) -> tuple[list[Line], dict[int, int]]:
    """The lines with those at some indices cut into parts, and for the number of each that in the dump."""
    found: list[Line] = []
    origin: dict[int, int] = {}
    for index, line in enumerate(lines):
        first = line.number + len(found) - index
        for number, part in enumerate(parts.get(index, (line,)), first):
            found.append(replace(part, number=number))
            origin[number] = line.number
    return found, origin


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


def with_layout(sights: Sequence[Sights], lines: Sequence[Line], layout: Layout) -> list[Sights]:
    """The sights of a page whose comments have a layout."""
    found = list(sights)
    kind: CueKind = "head_before" if layout.is_head else "head"
    cue = OVER if layout.is_head else UNDER
    for index, captured in layout.signs.items():
        found[index] = Sights({kind: Sight(captured, cue, _SURE)})
    for index, date in layout.dates.items():
        found[index] = Sights(date=date)
    for index in layout.under:
        found[index] = Sights({"ago": Sight(cue=UNDER, fixed=_SURE)})
    for index in layout.ago:
        found[index] = Sights({**found[index].by_kind, "ago": Sight(cue=cue)})
    for index, captured in layout.posts.items():
        found[index] = Sights({"byline": Sight(captured, cue, _SURE)})
    for index in layout.repeated:
        kinds = found[index].by_kind
        if kinds.keys().isdisjoint(("answers", "answering", "answered")):
            found[index] = Sights({"tail": Sight(cue="printed with each comment", fixed=_SURE)})
    for index, seen in enumerate(found[layout.place.start :], layout.place.start):
        if index in layout.signs or index in layout.dates or seen.is_blind:
            continue
        kinds = {kind: sight for kind, sight in seen.by_kind.items() if kind not in ("head", "head_before")}
        if len(kinds) != len(seen.by_kind):
            found[index] = replace(seen, by_kind=kinds)
    if layout.heading is not None:
        found[layout.heading] = Sights({"heading": Sight(Captured(count=len(layout.signs)), cue, _SURE)})
    for index in range(layout.place.stop, len(found)):
        if _ENDING.isdisjoint(found[index].by_kind):
            found[index] = no_text("under the comments")
    return found
