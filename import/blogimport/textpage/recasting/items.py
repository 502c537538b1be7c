"""Comments that are items of a list with nothing but a name over each text: the page tells nowhere when they were.

« • Zoé », a blank line, the text within the item; answers are items within. Lists of terms look so, too: there must be
as many as the page declares, or people who speak again, and who answer each other or begin right under what the page
says of the post.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from blogimport.textpage.cues import Captured, Sight, signed_name
from blogimport.textpage.labelling import is_crowded
from blogimport.textpage.lines import first_prose
from blogimport.textpage.recasting.layouts import OVER
from blogimport.textpage.recasting.recast import FirstReading, Recast, signed_as
from blogimport.textpage.recasting.shapes import is_name
from reader.dates import find_dates

_SURE = 8
_SERVICE, _LONGEST_SERVICE = "disqus", 60
# So many lines may say who and when under a subject.
_HEAD = 4
_MOSTLY = 0.8
_PINGS = frozenset(("pingback", "trackback"))
_FEWEST, _FEWEST_UNDECLARED, _PEOPLE = 2, 5, 3
# Of so many comments that a page declares one may be gone.
_GONE = 3


def recast_items(page: FirstReading) -> Iterator[Recast]:
    """The page with the names over the texts of a list seen as who signs these."""
    first = first_prose(page.lines)
    items = [index for index in range(first + 1, len(page.lines) - 1) if page.lines[index].marker is not None]
    has_blanks = not is_crowded(page.lines)
    alike = [index for index in items if _stands_over(index, page, has_blanks=has_blanks)]
    # A box beside the post may be an item, too, in which an extractor left the post.
    under = _last_row_of_post(alike, page)
    alike = [index for index in alike if index > under]
    if len(alike) < _FEWEST or sum(_is_named(index, page) for index in alike) < _MOSTLY * len(alike):
        return
    named = alike
    # Others between them are of a list within a text; most are none.
    base = min(page.lines[index].indent for index in named)
    outermost = [
        index for index in items if page.lines[index].indent == base and named[0] <= index <= named[-1]
    ]
    pings = _pings_beside(named, items, base, page)
    if any(index not in named and index not in pings for index in outermost):
        return
    if not (pings or _are_as_declared(named, page)):
        return
    sights = list(page.sights)
    for index in named:
        head = Sight(Captured(author=signed_name(page.lines[index].text)), OVER, _SURE)
        sights[index] = replace(sights[index], by_kind={"head_before": head})
    yield signed_as(
        page.lines, sights, min(named[0], *pings[:1]) if pings else named[0], len(named) + len(pings)
    )


def _last_row_of_post(alike: Sequence[int], page: FirstReading) -> int:
    """The index of the last line between some items that says when a post was published; -1 where none does."""
    if len(alike) < _FEWEST:
        return -1
    return next((index for index in range(alike[-1], alike[0], -1) if _is_row_of_post(index, page)), -1)


def _is_row_of_post(index: int, page: FirstReading) -> bool:
    """Whether a line surely says when a post was published."""
    byline = page.sights[index].by_kind.get("byline")
    return byline is not None and byline.captured.date is not None and byline.fixed >= _SURE


def _pings_beside(named: Sequence[int], items: Sequence[int], base: int, page: FirstReading) -> list[int]:
    """The items that are links from other pages, in one list with names and right beside these: only comments are.

    « Pingback: Une autre page », « Zoé », the text.
    """
    outer = [index for index in items if page.lines[index].indent == base]
    first = outer.index(named[0]) if named[0] in outer else 0
    while first and not _PINGS.isdisjoint(page.sights[outer[first - 1]].by_kind):
        first -= 1
    return [index for index in outer[first:] if not _PINGS.isdisjoint(page.sights[index].by_kind)]


def _stands_over(index: int, page: FirstReading, *, has_blanks: bool) -> bool:
    """Whether a line is an item that may be a name, and a text stands apart in it, as far as anything stands apart."""
    line, below = page.lines[index], page.lines[index + 1]
    is_apart = (below.after_blank or not has_blanks) and below.marker is None and below.indent > line.indent
    return is_apart and line.shape == "short" and is_name(line.text)


def _is_named(index: int, page: FirstReading) -> bool:
    """Whether nothing is known of such a line, nor of what stands below it, and this says not when."""
    said = page.sights[index + 1]
    if not page.sights[index].is_blind or said.by_kind or said.date:
        return False
    # Subjects stand over who and when.
    for at in range(index + 1, min(index + _HEAD, len(page.lines))):
        if page.lines[at].indent <= page.lines[index].indent:
            return True
        is_text = page.lines[at].shape == "prose"
        if at in page.figured and not is_text and find_dates(page.lines[at].text, page.language):
            return False
    return True


def _is_of_service(last: int, page: FirstReading) -> bool:
    """Whether a service for comments names itself right behind a list: « blog comments powered by Disqus »."""
    base = page.lines[last].indent
    end = next((line for line in page.lines[last + 1 :] if line.marker is None and line.indent <= base), None)
    return end is not None and len(end.text) <= _LONGEST_SERVICE and _SERVICE in end.text.casefold()


def _are_as_declared(named: list[int], page: FirstReading) -> bool:
    """Whether there are as many as the page declares, or several people some of whom speak again, and answer."""
    some_gone = len(named) + len(named) // _GONE
    if len(named) <= (page.declared or 0) <= some_gone or _is_of_service(named[-1], page):
        return True
    people = {page.lines[index].text for index in named}
    depths = {page.lines[index].indent for index in named}
    is_under_post = _is_row_of_post(named[0] - 1, page)
    is_talk = _PEOPLE <= len(people) < len(named) and (len(depths) > 1 or is_under_post)
    return page.declared is None and len(named) >= _FEWEST_UNDECLARED and is_talk
