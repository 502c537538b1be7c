"""A text with no title, told by the day alone right over it, or by nothing: a note, or a picture with a few words.

The best labelling wants more of a post; but where a page tells nothing else, its only dated text is one, and so is a
text that is nearly all of the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from blogimport.textpage.assembling import assemble
from blogimport.textpage.cues import CueKind
from blogimport.textpage.labelling import Labelled, Page, Part, Roles
from blogimport.textpage.lines import Line
from blogimport.textpage.several.sayings import saying_of
from reader.archive import NewPost

_SEVERAL = 2
# So many words are a text, where they are so much of the page.
_FEWEST_WORDS, _NEARLY_ALL = 30, 0.7
# So many short lines are no row of links, if they have so many words.
_FEWEST_SHORT, _WORDS = 3, 2
# What stands on pages that are none, or whose text is somebody's answer.
_OF_SITE: frozenset[CueKind] = frozenset(
    ("absent", "form", "closed", "heading", "head", "head_before", "about")
)
_WHY = "nothing says that this is a post, but the page has no other text"


def told_by_day(page: Page, language: str | None) -> tuple[list[NewPost], Roles] | None:
    """The post of a page whose only text under a day is that; None elsewhere."""
    days = [index for index in page.seeing if _is_over_text(page, index)] or _over_short_lines(page)
    if len(days) != 1 or any("absent" in page.sights[index].by_kind for index in page.seeing):
        return None
    day = days[0]
    return _told(page, language, [Part.FRONT] * day + [Part.PRE], day + 1)


def _over_short_lines(page: Page) -> list[int]:
    """The line with the day and the time on top of a page that is nothing but short lines below: a poem, a picture."""
    day = page.seeing[0] if page.seeing else len(page.lines)
    begin, end = day + 1, _end_of_text(page, day + 1)
    if day or end - begin < _FEWEST_SHORT or "T" not in (page.sights[day].date or ""):
        return []
    lines = page.lines[begin:end]
    is_said = all(line.marker is None for line in lines) and _words_of(lines) >= _WORDS * len(lines)
    # Below it stands what is said of the post, and nothing that is not known.
    return [day] if is_said and _end_of_foot(page, end) == len(page.lines) else []


def told_by_days(
    page: Page, posts: Sequence[NewPost], language: str | None
) -> tuple[list[NewPost], Roles] | None:
    """The posts of a page that are texts under days alone, in their order, with nothing else said; None elsewhere."""
    if len(posts) > 1 or (posts and (posts[0].title or posts[0].comments)):
        return None
    days = [index for index in page.seeing if _is_over_text(page, index)]
    dates = [page.sights[index].date or "" for index in days]
    if len(days) < _SEVERAL or any(date.startswith("--") for date in dates):
        return None
    steps = {later > date for date, later in pairwise(dates)}
    if len(steps) != 1 or len(set(dates)) != len(dates) or _says_more(page, days):
        return None
    parts = [Part.FRONT] * days[0]
    for day, end in zip(days, [*days[1:], _end_of_text(page, days[-1] + 1)], strict=True):
        if _words_of(page.lines[day + 1 : end]) < _FEWEST_WORDS:
            return None  # a row of a timeline
        parts += [Part.PRE] + [Part.BODY] * (end - day - 1)
    foot = _end_of_foot(page, len(parts))
    parts += [Part.FOOT] * (foot - len(parts))
    parts += [Part.END] * (len(page.lines) - foot)
    labelled = list(map(Labelled, page.lines, page.sights, parts))
    told, roles = assemble(labelled, language, are_told=True, starts=days[1:])
    return (told, roles) if len(told) == len(days) else None


def _says_more(page: Page, days: Sequence[int]) -> bool:
    """Whether a page says anything of its texts but when they were written, or has another one over these."""
    within = frozenset(range(days[0], days[-1])).difference(days)
    for index, (line, seen) in enumerate(zip(page.lines, page.sights, strict=True)):
        if seen.is_blind:
            if index < days[0] and line.shape == "prose":
                return True
        elif not _OF_SITE.isdisjoint(seen.by_kind) or (index in within and saying_of(line, seen) is not None):
            return True
    return False


def told_by_text(page: Page, language: str | None) -> tuple[list[NewPost], Roles] | None:
    """The post of a page that is nearly nothing but a text of which nothing is said; None elsewhere."""
    texts = [
        index
        for index, line in enumerate(page.lines)
        if line.shape == "prose" and page.sights[index].is_blind and line.marker is None
    ]
    words = [line.text.count(" ") + 1 for line in page.lines]
    said = sum(words[index] for index in texts)
    if said < max(_FEWEST_WORDS, _NEARLY_ALL * sum(words)):
        return None
    if any(not _OF_SITE.isdisjoint(page.sights[index].by_kind) for index in page.seeing):
        return None
    told = _told(page, language, [Part.FRONT] * texts[0], texts[0], texts[-1])
    if told is None:
        return None
    posts, roles = told
    return [replace(post, guesses={**post.guesses, "body": _WHY}) for post in posts], roles


def _told(
    page: Page, language: str | None, above: list[Part], start: int, last: int = 0
) -> tuple[list[NewPost], Roles] | None:
    """The post whose text begins at a line, and goes on to `last` at least; what follows it may be said of it."""
    end = _end_of_text(page, max(start, last))
    foot = _end_of_foot(page, end)
    parts = above + [Part.BODY] * (end - start) + [Part.FOOT] * (foot - end)
    parts += [Part.END] * (len(page.lines) - foot)
    return assemble(list(map(Labelled, page.lines, page.sights, parts)), language, are_told=True)


def _words_of(lines: Sequence[Line]) -> int:
    """How many words some lines have."""
    return sum(line.text.count(" ") + 1 for line in lines)


def _end_of_text(page: Page, start: int) -> int:
    """Where the text that goes on at a line ends: at a line in which anything is seen."""
    return next((at for at in range(start, len(page.lines)) if not page.sights[at].is_blind), len(page.lines))


def _end_of_foot(page: Page, end: int) -> int:
    """Where the lines end that say something of the text above them."""
    while end < len(page.lines) and saying_of(page.lines[end], page.sights[end]) is not None:
        end += 1
    return end


def _is_over_text(page: Page, index: int) -> bool:
    """Whether a line is a day alone, with prose right under it of which nothing is known."""
    saying = saying_of(page.lines[index], page.sights[index])
    if saying is None or not saying.is_day_alone or saying.is_item or index + 1 >= len(page.lines):
        return False
    return page.lines[index + 1].shape == "prose" and page.sights[index + 1].is_blind
