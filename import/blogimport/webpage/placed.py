"""One post of a page, read from the place of its text: what it is called, what is shown around it, and the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from blogimport.markup import Body
from blogimport.webpage.about import edges_of, texts_of_run
from blogimport.webpage.around import Around, rows_over
from blogimport.webpage.bodies import (
    body_of_post,
    holes_of,
    without_lead,
    without_more,
    without_title_in_picture,
)
from blogimport.webpage.framing import complete, framed, told_by_lines, widened
from blogimport.webpage.heads import Head, head_of
from blogimport.webpage.posts import PostPlace
from blogimport.webpage.scan import Scan
from blogimport.webpage.stated import Stated
from blogimport.webpage.titles import Title, letters, title_of, titles_at
from reader.models import Role


@dataclass(frozen=True, slots=True)
class Surface:
    """A page on which posts are read: its comments, the places for such, the language of its dates."""

    scan: Scan
    stated: Stated
    units: Sequence[int]
    areas: Sequence[tuple[int, int]]
    dating: str | None
    captured: str | None


@dataclass(slots=True)
class PlacedPost:
    """A post and the places of what it was read from.

    `skipped` are within its text and none of it, `around` are the lines over and under the text in the same box, by
    their numbers; `words` are counted with these, where prose alone told the post.
    """

    place: PostPlace
    title: Title
    titles: list[int]
    head: Head
    body: Body
    skipped: list[int]
    words: int = 0
    units: list[int] = field(default_factory=list)
    around: dict[int, Role] = field(default_factory=dict)


def post_at(surface: Surface, place: PostPlace, *, is_alone: bool) -> PlacedPost:
    """A post by the place of its text; `is_alone` says whether it is the only one of its page."""
    if len(place.bodies) > 1:
        place = replace(place, bodies=tuple(texts_of_run(surface.scan, place.bodies, surface.dating)))
    found = _shown(surface, place, is_alone=is_alone)
    is_dated = is_alone and bool(surface.stated.dates)
    if found.head.published is None and not is_dated:
        _take_lead(surface, found)
    if place.by_density:
        found.words = len(found.body.text.split())
    if _is_unsure(found, is_dated=is_dated, is_alone=is_alone):
        found = _by_lines(surface, found, is_alone=is_alone)
    if found.title.reason:
        found.head.reasons["title"] = found.title.reason
    return found


def _shown(surface: Surface, place: PostPlace, *, is_alone: bool) -> PlacedPost:
    """A post as the elements of the page show it."""
    scan, units, stated = surface.scan, surface.units, surface.stated
    holes = holes_of(scan, place, units)
    title = title_of(scan, place, holes, stated, is_alone=is_alone)
    titles = titles_at(scan, place.bodies[0], title)
    apart = scan.outermost((*holes, *titles))
    edges = [edges_of(scan, body, apart, surface.dating) for body in place.bodies]
    if title.link and not is_alone and title.place is not None:
        edges[0] = ([*edges[0][0], *rows_over(scan, place.bodies[0], title.place, edges[0])], edges[0][1])
    end = scan.last[place.bodies[-1]]
    talk = [first for first, last in surface.areas if first > end and scan.last[first] >= last]
    said_at = [one for about, _ in edges for one in about]
    around = Around(scan, place, holes, title.place, said_at, talk)
    head = head_of(around, surface.dating, surface.captured, is_alone=is_alone)
    # A place for comments within the text is none of it where there are any.
    areas = [
        first
        for first, last in surface.areas
        if scan.last[first] >= last and any(first <= unit <= last for unit in units)
    ]
    said = [*head.meta, *titles]
    within = [
        other
        for other in (*holes, *areas, *said, *(one for _, others in edges for one in others))
        if other not in place.bodies and scan.is_in_one(other, place.bodies)
    ]
    body, reason = without_more(without_title_in_picture(body_of_post(scan, place, within), title.text))
    if reason:
        head.reasons["body"] = reason
    return PlacedPost(place, title, titles, head, body, [other for other in within if other not in said])


def _take_lead(surface: Surface, found: PlacedPost) -> None:
    """A first line of the text that only says who and when is none of it."""
    rest, said = without_lead(found.body, surface.dating)
    if said is None:
        return
    scan, first = surface.scan, found.place.bodies[0]
    lead = found.body.text.partition("\n")[0]
    for number in range(scan.lines_before[first], scan.lines_after[first]):
        if scan.lines.texts[number] == lead:
            found.around[number] = "meta"
            break
    found.body = rest
    found.head.published, found.head.author = said.published, found.head.author or said.author


def _is_unsure(found: PlacedPost, *, is_dated: bool, is_alone: bool) -> bool:
    """Whether the one post of a page was told by its prose alone or shows no date, and the page states none."""
    return not is_dated and (found.place.by_density or (is_alone and found.head.published is None))


def _by_lines(surface: Surface, found: PlacedPost, *, is_alone: bool) -> PlacedPost:
    """A post of which the page states no date, with what its lines tell of it."""
    scan = surface.scan
    told = told_by_lines(scan, found.place, surface.units)
    if told is None:
        return found
    wider = widened(scan, found.place, told)
    if wider is not None:
        words = found.words
        found = replace(_shown(surface, wider, is_alone=is_alone), words=words)
    else:
        frame = framed(found.body, scan.lines.texts, told, is_named=not found.place.by_density)
        found.body, found.around = frame.body, {**frame.around, **found.around}
    complete(found.head, scan.lines.texts, told, found.title.text)
    title = found.title.text
    for number, role in told.roles.items() if title and found.title.place is None else ():
        if role == "title" and letters(scan.lines.texts[number]) == letters(title or ""):
            found.around[number] = "title"
            found.title = replace(found.title, reason=None)
    return found
