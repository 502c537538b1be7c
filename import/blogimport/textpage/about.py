"""The lines about a post, above and under its text, and what they state.

Must not know what a title is, nor how the comments are cut apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from blogimport.textpage.cues import NOTHING_CAPTURED, Captured, cue_book
from blogimport.textpage.labelling import Labelled, Part, Segment
from blogimport.textpage.lines import Line
from blogimport.textpage.published import date_in
from reader.dates import tells_day

SAID_OF_POST = (Part.PRE, Part.TITLE, Part.HEAD, Part.FOOT)
"""The parts of a page in which something is said of a post."""
_A_DAY = len("2005-11-17")


def without_far_rows(segment: Segment) -> Segment:
    """The segment, with what stands far above its title as what stands above all posts, if nearer lines tell the day.

    A site has its latest posts and months there, the day when it was visited, and its name under these.
    """
    far: list[Labelled] = []
    near: list[Labelled] = []
    for part, lines in segment.runs:
        if part is Part.PRE:
            near = lines
        elif part is Part.FRONT:
            far += near
            near = []
        else:
            break
    if not far or not any(_tells_when(entry) for entry in _near_rows(segment, far)):
        return segment
    above = {entry.line.number for entry in far}
    entries = [
        replace(entry, part=Part.FRONT) if entry.line.number in above else entry for entry in segment.entries
    ]
    return Segment(entries, bytes([entry.part for entry in entries]))


def _near_rows(segment: Segment, far: Sequence[Labelled]) -> list[Labelled]:
    """The other lines that are said of the post."""
    said = segment.seen_in(Part.PRE, Part.HEAD, Part.FOOT)
    last = far[-1].line.number
    return [entry for entry in said if entry.line.number > last]


def _tells_when(entry: Labelled) -> bool:
    """Whether a line gives the day when a post was published, and not that of a change."""
    return tells_day(date_in(entry) or "") and not cue_book().announcing.tells_change(entry.line.text)


def lines_about(segment: Segment) -> Sequence[Labelled]:
    """The lines about a post in which anything is seen; a day alone in a list of related posts is of one of these."""
    about = segment.seen_in(*SAID_OF_POST)
    for box in segment.seen_in(Part.BOX):
        if "related" in box.sights.by_kind:
            end = box.line.number
            named = {
                entry.line.number
                for entry in about
                if (said := entry.sights.get("byline")) and said.captured.author
            }
            return [
                entry
                for entry in about
                # « Written by Zoé », and when under it, are of the post.
                if entry.sights.by_kind
                or entry.line.number < end
                or not named.isdisjoint(_right_over(entry.line))
            ]
    return about


def _right_over(line: Line) -> range:
    """The numbers of the lines right over one, of which one may be blank."""
    return range(line.number - 2, line.number)


def captured_in(lines: Sequence[Labelled], published: str | None) -> Captured:
    """What the lines about a post state, the first that states it; a title states nothing.

    A line with a day from before the post is about something that it quotes: others are believed first.
    """
    captured = NOTHING_CAPTURED
    day = published or ""
    if len(lines) > 1 and len(day) >= _A_DAY:
        lines = _quotations_last(lines, day[:_A_DAY])
    for entry in lines:
        by_kind = entry.sights.by_kind
        if by_kind and entry.part is not Part.TITLE:
            sight = by_kind.get("byline") or by_kind.get("head") or by_kind.get("head_before")
            if sight is not None:
                captured = captured.merged(sight.captured)
    return captured


def _quotations_last(lines: Sequence[Labelled], day: str) -> Sequence[Labelled]:
    """The lines about a post, those last whose day is earlier than when it was published."""
    quoted = [entry for entry in lines if len(date := date_in(entry) or "") >= _A_DAY and date[:_A_DAY] < day]
    return [entry for entry in lines if entry not in quoted] + quoted if quoted else lines
