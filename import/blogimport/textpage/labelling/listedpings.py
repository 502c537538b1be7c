"""Links from other pages as Movable Type, TypePad and Dotclear list them between a post and its comments.

« » Le titre from Un autre blog », a piece of its text, « Tracked on May 3, 2006 10:12 AM »; or, in older templates, a
title and the labelled rows « Excerpt: … », « Weblog: … », « Tracked: … ». Each would look like a post with its title.
Others begin with when and from where: « 1. Le dimanche 3 mai 2006 à 22:07, de Un autre blog ».
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from blogimport.leadingon import is_more
from blogimport.textpage.cues import Captured, Sight, Sights, no_text, plausible_name, speaker
from blogimport.textpage.lines import CUT_OUT, Line

_SURE = 8
_CUE = "a link from another page, in a list of such"
# So many lines a link may have, and so many may stand from a heading to the first of them.
_LONGEST, _NEAR = 12, 8
_SIGN = "»"
# The words between the title of the page that links here and the name of its blog.
_FROM = (" from ", " de ", " von ", " da ", " van ", " desde ", " fra ", " från ")
_EXCERPT = re.compile(r"(?:Excerpt|Extrait|Auszug|Extracto|Estratto|概要):\s", re.IGNORECASE)
_WEBLOG = re.compile(r"(?:Weblog|Blog|ブログ):\s+(?P<name>\S.*)", re.IGNORECASE)
#          FRONT PRE TITLE HEAD BODY BOX FOOT OVER THREAD END
FURTHER = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 8.0, 0.0, 0.0)
"""How much better a heading fits over further comments, or links, than elsewhere."""
WITHIN = (0.0, 0.0, -4.0, 0.0, -4.0, 0.0, 0.0, 0.0, 8.0, 0.0)
"""The same of the lines of such a list."""
_WHEN = Sights({"tail": Sight(cue="when another page linked here", fixed=_SURE)})
_BETWEEN = no_text("over the links from other pages")


def with_listed_pings(
    lines: Sequence[Line], sights: Sequence[Sights], seeing: Sequence[int]
) -> tuple[Sequence[Sights], list[int]]:
    """The sights of the (non-blank) lines, with such lists seen as links from other pages, under a heading.

    And the indices of the lines of these lists. `seeing` are the indices of the lines in which anything is seen.
    """
    tracked: list[int] = []
    begun: list[int] = []
    is_announced = False
    for index in seeing:
        by_kind = sights[index].by_kind
        is_announced = is_announced or "pings" in by_kind
        if "tail" in by_kind and by_kind["tail"].captured.date is not None:
            tracked.append(index)
        elif is_announced and "trackback" in by_kind and by_kind["trackback"].captured.date is not None:
            begun.append(index)
    if begun:
        said = {index: sights[index].by_kind["trackback"].captured for index in begun}
        links = {index: Captured(author=one.title, date=one.date) for index, one in said.items()}
        return _with_begun(links, sights, seeing, len(lines))
    if is_announced and (links := _over_excerpts(lines, sights, seeing)):
        return _with_begun(links, sights, seeing, len(lines))
    if is_announced and not tracked:
        bracketed = [index for index, line in enumerate(lines) if index and "[" in line.text]
        tracked = [index for index in bracketed if _leads_there(index, lines)]
    if not tracked:
        return sights, []
    found = list(sights)
    within: list[int] = []
    first: int | None = None
    last = -1
    for end in tracked:
        start = _start(max(last + 1, end - _LONGEST), end, lines)
        if start is None:
            continue
        author = _named(start, end, lines, found)
        tail = sights[end].by_kind.get("tail")
        date = None if tail is None else tail.captured.date
        found[start] = speaker(Captured(author=author, date=date), _CUE)
        found[start + 1 : end] = [Sights() if seen.head else seen for seen in found[start + 1 : end]]
        if tail is not None:
            found[end] = _WHEN
        first = start if first is None else first
        last = end
        within += range(start, end + 1)
    if first is None:
        return sights, []
    over = _heading(first, sights)
    if over is not None:
        _head(found, over, first)
    return found, within


def _head(found: list[Sights], over: int, first: int) -> None:
    """The last line over a list is its heading: what stands between would end it."""
    found[over:first] = [_BETWEEN] * (first - over)
    found[first - 1] = Sights({kind: Sight(cue=_CUE, fixed=_SURE) for kind in ("pings", "heading")})


def _with_begun(
    links: Mapping[int, Captured], sights: Sequence[Sights], seeing: Sequence[int], end: int
) -> tuple[Sequence[Sights], list[int]]:
    """The same of links that begin with the line that says from where, and go on to what is known.

    When may stand on a line of its own below.
    """
    first = min(links)
    over = _heading(first, sights)
    if over is None:
        return sights, []
    found = list(sights)
    within: list[int] = []
    for start, said in links.items():
        found[start] = speaker(said, _CUE)
        if sights[start + 1].date is not None:
            found[start + 1] = _WHEN
        known = (index for index in seeing if index > start and found[index] is not _WHEN)
        last = min(next(known, end), start + _LONGEST)
        within += range(start, last)
    _head(found, over, first)
    return found, within


def _over_excerpts(
    lines: Sequence[Line], sights: Sequence[Sights], seeing: Sequence[int]
) -> dict[int, Captured]:
    """The links that a theme prints like comments: from where, when, and an excerpt: « […] un peu de texte […] ».

    From where is the title of a page, too long for a name; what the theme writes behind names is no part of it.
    """
    behind = ""
    found: dict[int, Captured] = {}
    for index in seeing:
        date, before = sights[index].date, sights[index].by_kind.get("head_before")
        if before is not None and before.captured.author is not None:
            behind = lines[index].text.rpartition(before.captured.author)[2]
        is_between = date is not None and "T" in date and 0 < index < len(lines) - 1
        if is_between and lines[index + 1].text.startswith(CUT_OUT):
            title = lines[index - 1].text.removesuffix(behind)
            found[index - 1] = Captured(author=title, date=date)
    return found


def over_further(headings: Sequence[int], sights: Sequence[Sights]) -> list[int]:
    """Those of the headings over comments that begin such a list, or end it: no comment goes on there."""
    are_pings = [sights[index].by_kind["heading"].cue == _CUE for index in headings]
    return [
        index
        for index, is_list, is_behind in zip(headings, are_pings, (False, *are_pings), strict=False)
        if is_list or is_behind
    ]


def _leads_there(index: int, lines: Sequence[Line]) -> bool:
    """Whether a line under one with the sign ends with a link to the page that it is a piece of: « [Read More] »."""
    text, _, link = lines[index].text.rpartition("[")
    return bool(text) and link[-1:] == "]" and lines[index - 1].text.startswith(_SIGN) and is_more(link[:-1])


def _start(first: int, end: int, lines: Sequence[Line]) -> int | None:
    """Where the link begins that a line ends: at the nearest sign before it, or over the row with its excerpt."""
    for index in range(end - 1, first - 1, -1):
        if lines[index].text.startswith(_SIGN):
            return index
        if _EXCERPT.match(lines[index].text) and index > first:
            return index - 1
    return None


def _named(start: int, end: int, lines: Sequence[Line], found: list[Sights]) -> str | None:
    """The blog whose page links here, of its row, or of the end of the title; the title where neither tells.

    « La vie de château de Le blog de Zoé » does not tell where the name begins.
    """
    for index in range(start + 1, end):
        row = _WEBLOG.fullmatch(lines[index].text)
        if row is not None:
            found[index] = _WHEN
            return row["name"]
    title = lines[start].text.lstrip(f"{_SIGN} ")
    names = (title.rpartition(word)[2] for word in _FROM if title.count(word) == 1)
    return next((name for name in names if plausible_name(name)), title) or None


def _heading(first: int, sights: Sequence[Sights]) -> int | None:
    """The first line close over the list that speaks of links from other pages; None where none does."""
    near = range(max(0, first - _NEAR), first)
    return next((index for index in near if _speaks_of_pings(sights[index])), None)


def _speaks_of_pings(seen: Sights) -> bool:
    return "pings" in seen.by_kind or any("rackback" in sight.cue for sight in seen.by_kind.values())
