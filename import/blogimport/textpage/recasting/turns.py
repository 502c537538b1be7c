"""Comments that begin with a name and a colon, as in a play: « Zoé : … ».

A text may quote a talk so. What tells comments is that there are as many of them as the heading over them says, or as
lines with dates stand among them, each by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from blogimport.textpage.cues import (
    Captured,
    Sights,
    cue_book,
    field_of,
    has_figure,
    signed_name,
    speaker,
)
from blogimport.textpage.lines import Line, first_prose, shape_of
from blogimport.textpage.recasting.fields import UNDER_NAME
from blogimport.textpage.recasting.layouts import OVER
from blogimport.textpage.recasting.recast import FirstReading, Recast, counting, counts, recast_of
from blogimport.textpage.recasting.shapes import is_name
from blogimport.textpage.recasting.standing import is_opener
from reader.dates import find_dates

_FEWEST = 2
_LONGEST_NAME_WORDS = 4
_TURN = re.compile(r"(?P<name>[^:<>»|]{1,40}?)\s*(?P<sign>:|>+|»)\s+(?=\S)")
# A line that may say how many comments there are, in words that no table knows.
_NUMBERED = re.compile(r"^\W*\d+\s+\w|\w\s*[(\[:]\s*\d+\s*[)\]]?$")
_IN_BRACKETS = re.compile(r"\s*[(\[](?P<date>[^()\[\]]{4,40})[)\]]$")
# What begins something else of the site below comments.
_ENDING = frozenset(("form", "related", "closed", "furniture", "pings", "about", "none"))


def recast_turns(page: FirstReading) -> Iterator[Recast]:
    """The page with names on lines of their own, for each heading under which comments may begin so."""
    lines, sights, declared, _, language, _ = page
    turns = {at: match for at, line in enumerate(lines) if (match := _turn(line)) is not None}
    if len(turns) < _FEWEST:
        return
    prose = first_prose(lines)
    # A turn stands right under a heading, or a date and a turn.
    for heading in sorted({at - over for at in turns for over in (1, 2) if at - over > prose}):
        if is_opener(sights[heading]) or (sights[heading].is_blind and _may_count(lines[heading].text)):
            recast = _recast(heading, turns, lines, sights, declared, language)
            if recast is not None:
                yield recast


def _may_count(text: str) -> bool:
    """Whether a line may say how many comments there are; most texts have no figure, which one look tells."""
    return has_figure(text) and _NUMBERED.search(text) is not None


def _recast(
    heading: int,
    turns: Mapping[int, re.Match[str]],
    lines: Sequence[Line],
    sights: Sequence[Sights],
    declared: int | None,
    language: str | None,
) -> Recast | None:
    """The page whose comments follow a heading, each with a name and a colon; None where they do not."""
    stop = next(
        (at for at in range(heading + 1, len(lines)) if not _ENDING.isdisjoint(sights[at].by_kind)),
        len(lines),
    )
    turns = {at: match for at, match in turns.items() if heading < at < stop}
    if len(turns) < _FEWEST or len({match["name"] for match in turns.values()}) < _FEWEST:
        return None
    dates = {at: date for at in range(heading + 1, stop) if (date := _date_alone(sights[at]))}
    first, count = min(turns), len(turns)
    seen = sights[heading].by_kind.get("heading")
    stated = seen.captured.count if seen is not None and seen.captured.count else declared
    is_counted = stated == count or counts(lines[heading], count)
    under = [min((at for at in dates if at > turn), default=-1) for turn in turns]
    over = [at - 1 for at in turns]
    is_under = len(dates) == count and len(set(under)) == count and min(under) > 0
    is_over = len(dates) == count and set(over) == dates.keys()
    is_within = all(_date_within(lines[at].text, language) for at in turns)
    if not (is_counted or is_under or is_over or is_within):
        return None
    if first != heading + 1 + (1 if is_over else 0):
        return None
    own = list(counting(heading, count, lines, sights))
    parts: dict[int, Sequence[tuple[Line, Sights]]] = {}
    for at, below in zip(turns, under, strict=True):
        date = dates[at - 1] if is_over else dates[below] if is_under else None
        if is_over or is_under:
            own[at - 1 if is_over else below] = UNDER_NAME
        parts[at] = _apart(lines[at], turns[at], date, language, is_dated=is_within)
    if is_over:
        for at in turns:
            (name, sight), said = parts[at]
            own[at - 1] = sight
            parts[at] = ((name, UNDER_NAME), said)
    return recast_of(lines, own, parts, first - (1 if is_over else 0), count)


def _turn(line: Line) -> re.Match[str] | None:
    """A name and a colon at the beginning of a line, and more behind it."""
    text = line.text
    # Most lines have none of these signs, which costs less to see than trying the pattern.
    match = _TURN.match(text) if ":" in text or ">" in text or "»" in text else None
    if match is None or not is_name(match["name"]) or match["name"].count(" ") >= _LONGEST_NAME_WORDS:
        return None
    name = match["name"]
    return None if cue_book().announcing.is_label(name.casefold()) or field_of(name) is not None else match


def _date_alone(seen: Sights) -> str | None:
    """The date of a line that says when, and not who."""
    head = seen.by_kind.get("head")
    return seen.date or (head.captured.date if head is not None and not head.captured.author else None)


def _date_within(text: str, language: str | None) -> str | None:
    """The date in brackets at the end of a text."""
    match = _IN_BRACKETS.search(text)
    found = find_dates(match["date"], language) if match is not None else []
    return found[0].iso if found and found[0].has_year else None


def _apart(
    line: Line, turn: re.Match[str], date: str | None, language: str | None, *, is_dated: bool
) -> tuple[tuple[Line, Sights], tuple[Line, Sights]]:
    """The name and the text of a line that begins with a name."""
    text = line.text[turn.end() :]
    if is_dated:
        date, text = _date_within(text, language), _IN_BRACKETS.sub("", text)
    captured = Captured(author=signed_name(turn["name"]), date=date)
    sign = replace(line, text=turn[0].strip(), shape="short", after_blank=True)
    said = replace(
        line,
        text=text,
        shape=shape_of(text),
        after_blank=False,
        marker=None,
        ordinal=None,
        mark="",
        indent=line.width,
    )
    return (sign, speaker(captured, OVER)), (said, Sights())
