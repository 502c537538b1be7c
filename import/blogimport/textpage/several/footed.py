"""Pages with several posts, told by what each of them ends with: « Publié par Zoé dans Jardin | 3 commentaires ».

The first page of a blog, a month, a category. What stands at the foot of each post comes again and again, with other
figures; what stands between two such feet is one post: the day, if it stands over the title, the title, the text.
What a foot says differs: comments and categories, in a line or as items; who and when; a link to the rest by the title.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from blogimport.textpage.assembling import assemble
from blogimport.textpage.cues import CueKind, Sights
from blogimport.textpage.labelling import TIME_CELL, Labelled, Page, Part, Roles
from blogimport.textpage.lines import Line
from blogimport.textpage.several.feet import (
    NO_COMMENTS,
    SURE_CUE,
    WAYS,
    Foot,
    feet_under_texts,
    is_beside,
    is_dated_alone,
    is_day,
    says_of_post,
)
from reader.archive import NewPost

_FEWEST = 2
# A page of one post may show how many comments another one has, and seldom beside its text.
_SURELY_SEVERAL = 3
# The first post of a page begins so many lines above its foot at most.
_LONGEST_POST = 400
# What stands under the posts of a page.
_AROUND: frozenset[CueKind] = frozenset(("furniture", "related", "form", "heading", "about"))


def told_by_feet(
    page: Page, posts: Sequence[NewPost], language: str | None
) -> tuple[list[NewPost], Roles] | None:
    """The posts that have a foot each, where these are more, or better titled, than some; None elsewhere."""
    sights = page.sights
    bylines = [index for index in page.seeing if "byline" in sights[index].by_kind]
    if len(bylines) < _FEWEST:
        return None
    is_signed = any(comment.author or comment.published for post in posts for comment in post.comments)
    for way, is_sure in WAYS:
        marks = way(page, bylines)
        if len(marks) < _FEWEST:
            continue
        feet = feet_under_texts(page, marks)
        if is_signed and not (is_sure or _count_each(feet, page.lines)):
            continue
        most = len(feet) + (bool(feet) and _begins_post(page, feet[-1].last + 1))
        if (most, most) <= (len(posts), _titled(posts)):
            continue  # as on most pages of several posts: no more of them, and none without a title
        led = [_without_next(foot, sights) for foot in feet]
        apart = (_apart(page, led) if _lead(led) else None) or _apart(page, feet)
        if apart is None:
            continue
        found, roles = assemble(apart, language, are_told=True)
        is_more = (len(found), _titled(found)) > (len(posts), _titled(posts))
        if is_more and not any(post.comments for post in found):
            return found, roles
    return None


def _titled(posts: Sequence[NewPost]) -> int:
    """How many posts have a title that is no sentence."""
    return sum(post.title is not None and not post.title.endswith(".") for post in posts)


def _count_each(feet: Sequence[Foot], lines: Sequence[Line]) -> bool:
    """Whether so many feet count comments, each under prose of its own, that they are those of posts whoever signs."""
    if len(feet) < _SURELY_SEVERAL or not all("count" in foot.says for foot in feet):
        return False
    starts = (0, *(foot.until + 1 for foot in feet))
    return all(
        any(line.shape == "prose" for line in lines[start : foot.first])
        for start, foot in zip(starts, feet, strict=False)
    )


def _apart(page: Page, feet: Sequence[Foot]) -> list[Labelled] | None:
    """Each line with its part, where each of some feet stands under a post of its own; None for other pages."""
    lines, sights = page.lines, page.sights
    # « Mise à jour du site » is a title, and reads as what a post is filed under.
    feet = [foot for foot in feet if sum(map(_may_be_text, lines[: foot.first], sights)) >= _FEWEST]
    if len(feet) < _FEWEST:
        return None
    # A day behind the last foot belongs to it, and so do those behind the others; else they stand over the next post.
    ends_with_day = feet[-1].until > feet[-1].last
    is_dated = not ends_with_day and any(foot.until > foot.last for foot in feet)
    parts = [Part.FRONT] * len(lines)
    start = _first_start(lines, sights, feet[0], is_dated=is_dated)
    for foot in feet:
        end = foot.until if ends_with_day else foot.last
        if start is None or not _label_post(parts, page, start, foot):
            return None
        parts[foot.first : end + 1] = [Part.FOOT] * (end + 1 - foot.first)
        start = end + 1
    start = _label_cut_post(parts, page, start or 0)
    parts[start:] = [Part.END] * (len(lines) - start)
    return list(map(Labelled, lines, sights, parts))


def _label_cut_post(parts: list[Part], page: Page, start: int) -> int:
    """Labels a last post whose foot is missing, as where a page was cut: title, and who and when, as over the others.

    Returns where it ends; `start` where there is none.
    """
    is_headed = parts.count(Part.HEAD) >= parts.count(Part.TITLE) >= _FEWEST
    if not is_headed or not _begins_post(page, start):
        return start
    behind = range(start + 2, len(parts))
    end = next((at for at in behind if not _AROUND.isdisjoint(page.sights[at].by_kind)), len(parts))
    return end if _label_post(parts, page, start, Foot(end, end, end, frozenset())) else start


def _begins_post(page: Page, start: int) -> bool:
    """Whether a title begins there, with the line under it that says when."""
    if start + 2 >= len(page.lines) or not _may_be_title(page.lines[start], page.sights[start]):
        return False
    byline = page.sights[start + 1].by_kind.get("byline")
    return byline is not None and byline.captured.date is not None


def _without_next(foot: Foot, sights: Sequence[Sights]) -> Foot:
    """A foot without the lines behind it that tell the day of the next post, and what stands under a day alone."""
    last = foot.until
    while last > foot.first and _tells_day(sights[last]):
        last -= 1
    day = next((index for index in range(foot.first + 1, last) if is_day(sights[index])), None)
    return replace(foot, last=last if day is None else day - 1)


def _is_under_day(seen: Sights) -> bool:
    """Whether a line under the day of a post says by whom it is, or how many comments it has."""
    byline = seen.by_kind.get("byline")
    return "none" in seen.by_kind or (
        byline is not None and byline.captured.date is None and byline.fixed > 0
    )


def _lead(feet: Sequence[Foot]) -> bool:
    """Whether such lines stand behind each foot but the last, and so over the posts."""
    return all(foot.until > foot.last for foot in feet[:-1]) and feet[-1].until == feet[-1].last


def _tells_day(seen: Sights) -> bool:
    """Whether a line tells the day of a post, and nothing that stands only under one: « Publié le 3 mai »."""
    if is_day(seen):
        return True
    byline = seen.by_kind.get("byline")
    if byline is None or byline.fixed < SURE_CUE or not NO_COMMENTS.isdisjoint(seen.by_kind):
        return False
    captured = byline.captured
    return captured.date is not None and captured.count is None and not (captured.categories or captured.tags)


def _first_start(
    lines: Sequence[Line], sights: Sequence[Sights], foot: Foot, *, is_dated: bool
) -> int | None:
    """Where the first post begins, above its foot: with the day over it, else with the title over its text."""
    prose: int | None = None
    for index in range(foot.first - 1, max(-1, foot.first - _LONGEST_POST), -1):
        if is_dated and _tells_day(sights[index]):
            return index
        is_text = _may_be_text(lines[index], sights[index]) or is_beside(lines[index], sights[index])
        if not is_dated and not is_text:
            break
        if lines[index].shape == "prose":
            prose = index
    if is_dated:
        return None
    if prose is None:
        prose = foot.first - 1  # a text of a line
    # Between a title and its text may stand who and when.
    over = prose - 1
    if over >= 0 and _is_echoed(lines, over):
        return over
    while over > 0 and is_beside(lines[over], sights[over]):
        over -= 1
    if over >= 0 and _may_be_title(lines[over], sights[over]):
        return over
    return over + 1


def _may_be_text(line: Line, seen: Sights) -> bool:
    return seen.is_blind and line.marker != "bullet"


def _may_be_title(line: Line, seen: Sights, *, is_under_day: bool = False) -> bool:
    """Whether a line may be a title; under the day of a post it may look like who and when: « Samedi 3 à Vichy »."""
    is_short = line.shape == "short" or TIME_CELL.match(line.text) is not None
    byline = seen.by_kind.get("byline")
    is_unsure = is_under_day and byline is not None and byline.fixed < SURE_CUE and len(seen.by_kind) == 1
    return is_short and line.marker is None and (seen.is_blind or is_unsure)


def _is_echoed(lines: Sequence[Line], index: int) -> bool:
    """Whether the text under a line ends with it, as the link to the rest of a post names that: « Lire la suite X »."""
    text = lines[index].text
    return text.count(" ") > 1 and index + 1 < len(lines) and lines[index + 1].text.endswith(f" {text}")


def _label_post(parts: list[Part], page: Page, start: int, foot: Foot) -> bool:
    """Labels the day, the title and the text of a post down to its foot; whether it has a text."""
    lines, sights, end = page.lines, page.sights, foot.first
    index = start
    while index < end and (_tells_day(sights[index]) or (index > start and _is_under_day(sights[index]))):
        parts[index] = Part.PRE
        index += 1
    is_under_day = index > start
    if index + 1 < end and (
        _is_echoed(lines, index) or _may_be_title(lines[index], sights[index], is_under_day=is_under_day)
    ):
        parts[index] = Part.TITLE
        index += 1
    while index < end and (
        is_day(sights[index])
        or (
            "byline" in sights[index].by_kind
            and not (is_dated_alone(sights[index]) and says_of_post(sights[index]) & foot.says)
        )
    ):
        parts[index] = Part.HEAD
        index += 1
    parts[index:end] = [Part.BODY] * (end - index)
    return index < end
