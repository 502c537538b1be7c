"""Whether texts with names and days that nothing names are what visitors said: releases and events have days, too.

What the page says around them tells most (a heading of comments, a form to write one in), then what only comments
have: a minute that nobody has chosen, days that follow that of the post, people who speak to each other. Knows no
element and no page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from blogimport.textpage import FIRST_BLOG, voice_of
from reader.dates import tells_whole_day

# Within so many days after the post the first comments come.
_SOON = 45
_DAY = len("2005-11-17")
_ENOUGH = 2
_SHARE_SPEAKING = 0.3
# « 1.0 », « Version 1.2 », « bell.zip », « www.example.org/p3 », « 12 votes »
_NO_NAME = re.compile(r"^\d|\d\.\d|/|\w\.\w{2,4}$")


@dataclass(frozen=True, slots=True)
class Said:
    """What one of some texts says: who, when and what, as far as it is known.

    `is_counted` where the page only tells how long ago it was; `leads` are the pages of the same site to which its
    links lead, each with the words of the link.
    """

    author: str | None
    published: str | None
    text: str = ""
    is_counted: bool = False
    leads: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around such texts: how surely comments are `announced` there, and the days told before them."""

    announced: int = 0
    days: Sequence[str] = ()
    are_numbered: bool = False


def are_said(said: Sequence[Said], around: Around, language: str | None) -> bool:
    """Whether texts are comments, by all that speaks for it and against it."""
    if any(one.published and one.published[0] != "-" and one.published < FIRST_BLOG for one in said):
        return False
    moments = _moments(said)
    return (
        around.announced
        + _people(said)
        + moments
        # Tables and notes of articles have numbers, too, but no time of day.
        + (around.are_numbered and moments > 0)
        + _days(said, around.days)
        + _voices(said, language)
        - _elsewhere(said)
    ) >= _ENOUGH


def _people(said: Sequence[Said]) -> int:
    """Whether each is somebody's, and not all one person's."""
    names = [one.author for one in said if one.author]
    if not names or sum(_NO_NAME.search(name) is not None for name in names) * 2 > len(names):
        return -1
    if len(set(names)) == 1:
        return -2 if len(names) > 2 else 0
    return int(len(names) * 5 >= len(said) * 4)


def _moments(said: Sequence[Said]) -> int:
    """Whether they have times that nobody has chosen: what is announced begins at a round hour."""
    if sum(one.is_counted for one in said) * 2 > len(said):
        return 1
    times = [one.published.partition("T")[2] for one in said if one.published and "T" in one.published]
    is_chosen = all(int(time[3:5] or 0) % 5 == 0 for time in times)
    return 2 if len(times) * 2 > len(said) and not is_chosen else 0


def _days(said: Sequence[Said], known: Sequence[str]) -> int:
    """Whether they begin soon after a day that stands before them, or before all of these."""
    days = [one.published[:_DAY] for one in said if one.published and tells_whole_day(one.published)]
    if not days or not known:
        return 0
    first = min(days)
    if first < min(known):
        return -1
    return int(any(0 <= _between(day, first) <= _SOON for day in known))


def _between(day: str, other: str) -> int:
    return (date.fromisoformat(other) - date.fromisoformat(day)).days


def _voices(said: Sequence[Said], language: str | None) -> int:
    """Whether people speak to each other: they greet, thank, ask, and smile."""
    texts = [one.text for one in said if one.text]
    speaking = sum(_speaks(text, language) for text in texts)
    return int(speaking > 0 and speaking >= _SHARE_SPEAKING * len(texts))


def _speaks(text: str, language: str | None) -> bool:
    lines = text.split("\n")
    voices = [voice_of(line, language) for line in {lines[0], lines[-1]}]
    return any(
        any((voice.greets, voice.thanks, voice.praises, voice.assents, voice.closes, voice.calls))
        or any((voice.asks, voice.exclaims, voice.smiles))
        for voice in voices
    )


def _elsewhere(said: Sequence[Said]) -> int:
    """3 where most lead to a page of the same site each, by words of their own: they are a list of these."""
    leads = {lead for one in said for lead in one.leads}
    leading = sum(bool(one.leads) for one in said)
    least = min(leading, len({path for path, _ in leads}), len({text for _, text in leads}))
    return 3 if least * 2 > len(said) else 0
