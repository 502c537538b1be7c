"""Pages with several posts, told by what each of them ends with: « Publié par Zoé dans Jardin | 3 commentaires ».

The first page of a blog, a month, a category. What stands at the foot of each post comes again and again, with other
figures; what stands between two such feet is one post: the day, if it stands over the title, the title, the text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from blogimport.textpage.assembling import assemble
from blogimport.textpage.cues import Sights
from blogimport.textpage.labelling import TIME_CELL, Labelled, Page, Part, Roles
from blogimport.textpage.lines import Line
from reader.archive import NewPost
from reader.dates import tells_day

_FEWEST = 2
# The first post of a page begins so many lines above its foot at most.
_LONGEST_POST = 400
# A post without comments says so, or has the link to the form where others have a number.
_NO_COMMENTS = frozenset(("none", "form"))


@dataclass(frozen=True, slots=True)
class _Foot:
    """The lines from the first that speaks of a post, under its text, to the last that does so by its words."""

    first: int
    last: int
    # Days that stand behind these, right under them.
    until: int
    says: frozenset[str]


def told_apart(
    page: Page, posts: Sequence[NewPost], language: str | None
) -> tuple[list[NewPost], Roles] | None:
    """The posts that have a foot each, where these are more, or better titled, than some; None elsewhere."""
    if any(comment.author or comment.published for post in posts for comment in post.comments):
        return None  # somebody has signed them
    feet = _feet_under_texts(page)
    if (len(feet), len(feet)) <= (len(posts), _titled(posts)):
        return None  # as on most pages of several posts: no more of them, and none without a title
    apart = _apart(page, feet)
    if apart is None:
        return None
    found, roles = assemble(apart, language)
    is_more = (len(found), _titled(found)) > (len(posts), _titled(posts))
    return (found, roles) if is_more and not any(post.comments for post in found) else None


def _titled(posts: Sequence[NewPost]) -> int:
    """How many posts have a title that is no sentence."""
    return sum(post.title is not None and not post.title.endswith(".") for post in posts)


def _feet_under_texts(page: Page) -> list[_Foot]:
    """The feet of the posts of a page, where it has several with a foot each; none on other pages."""
    feet = _alike(_feet(page))
    return feet if len(feet) >= _FEWEST and _stand_under_texts(feet, page.lines) else []


def _apart(page: Page, feet: Sequence[_Foot]) -> list[Labelled] | None:
    """Each line with its part, where each of some feet stands under a post of its own; None for other pages."""
    lines, sights = page.lines, page.sights
    # A day behind the last foot belongs to it, and so do those behind the others; else they stand over the next post.
    ends_with_day = feet[-1].until > feet[-1].last
    is_dated = not ends_with_day and any(foot.until > foot.last for foot in feet)
    parts = [Part.FRONT] * len(lines)
    start = _first_start(lines, sights, feet[0], is_dated=is_dated)
    for foot in feet:
        end = foot.until if ends_with_day else foot.last
        if start is None or not _label_post(parts, lines, sights, start, foot.first):
            return None
        parts[foot.first : end + 1] = [Part.FOOT] * (end + 1 - foot.first)
        start = end + 1
    parts[start:] = [Part.END] * (len(lines) - (start or 0))
    return list(map(Labelled, lines, sights, parts))


def _feet(page: Page) -> list[_Foot]:
    """The feet of posts: lines that count the comments or name what a post is filed under, with those beside them."""
    lines, sights = page.lines, page.sights
    feet: list[_Foot] = []
    for index in page.seeing:
        if (feet and index <= feet[-1].until) or not _is_of_foot(lines[index], sights[index]):
            continue
        first = index
        while first > (feet[-1].until + 1 if feet else 0) and _is_beside(lines[first - 1], sights[first - 1]):
            first -= 1
        last = index
        while last + 1 < len(lines) and _is_beside(lines[last + 1], sights[last + 1]):
            last += 1
        until = last
        while last > index and _is_day(sights[last]):
            last -= 1
        says = frozenset().union(*map(_says, sights[first : last + 1]))
        feet.append(_Foot(first, last, until, says))
    return feet


def _alike(feet: Sequence[_Foot]) -> list[_Foot]:
    """The feet that say the same as most do: the box of a site says where it is filed, too."""
    if len(feet) < _FEWEST:
        return list(feet)
    usual, _ = Counter(foot.says for foot in feet).most_common(1)[0]
    # A post without comments, or of no category, says less.
    least = max(1, len(usual) - 1)
    return [foot for foot in feet if len(foot.says & usual) >= least]


def _stand_under_texts(feet: Sequence[_Foot], lines: Sequence[Line]) -> bool:
    """Whether such lines stand under texts: some themes put them between the title and the text."""
    behind = [lines[foot.until + 1] for foot in feet if foot.until + 1 < len(lines)]
    return 2 * sum(line.shape == "prose" for line in behind) < len(feet)


def _says(seen: Sights) -> frozenset[str]:
    """What a line says of a post."""
    byline = seen.by_kind.get("byline")
    if byline is None:
        return frozenset()
    captured = byline.captured
    return frozenset(
        name
        for name, is_said in (
            ("author", captured.author),
            ("date", captured.date or captured.time),
            ("category", captured.categories),
            ("count", captured.count is not None or not _NO_COMMENTS.isdisjoint(seen.by_kind)),
        )
        if is_said
    )


def _is_of_foot(line: Line, seen: Sights) -> bool:
    """Whether a line says of a post how many comments it has, or where it is filed, and of nobody that he commented."""
    byline = seen.by_kind.get("byline")
    if byline is None or line.marker == "bullet" or line.shape == "prose":
        return False
    captured = byline.captured
    is_filed = bool(captured.categories or captured.tags)
    return captured.count is not None or is_filed or not _NO_COMMENTS.isdisjoint(seen.by_kind)


def _is_beside(line: Line, seen: Sights) -> bool:
    """Whether a line beside that says something of a post too."""
    return line.marker != "bullet" and line.shape != "prose" and ("byline" in seen.by_kind or _is_day(seen))


def _is_day(seen: Sights) -> bool:
    """Whether a line is a date alone."""
    return seen.date is not None and tells_day(seen.date) and not seen.by_kind


def _first_start(
    lines: Sequence[Line], sights: Sequence[Sights], foot: _Foot, *, is_dated: bool
) -> int | None:
    """Where the first post begins, above its foot: with the day over it, else with the title over its text."""
    prose: int | None = None
    for index in range(foot.first - 1, max(-1, foot.first - _LONGEST_POST), -1):
        if is_dated and _is_day(sights[index]):
            return index
        is_text = _may_be_text(lines[index], sights[index]) or _is_beside(lines[index], sights[index])
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
    while over > 0 and _is_beside(lines[over], sights[over]):
        over -= 1
    if over >= 0 and _may_be_title(lines[over], sights[over]):
        return over
    return over + 1


def _may_be_text(line: Line, seen: Sights) -> bool:
    return seen.is_blind and line.marker != "bullet"


def _may_be_title(line: Line, seen: Sights) -> bool:
    is_short = line.shape == "short" or TIME_CELL.match(line.text) is not None
    return is_short and line.marker is None and seen.is_blind


def _label_post(
    parts: list[Part], lines: Sequence[Line], sights: Sequence[Sights], start: int, end: int
) -> bool:
    """Labels the day, the title and the text of a post; whether it has a text."""
    index = start
    while index < end and _is_day(sights[index]):
        parts[index] = Part.PRE
        index += 1
    if index + 1 < end and _may_be_title(lines[index], sights[index]):
        parts[index] = Part.TITLE
        index += 1
    while index < end and ("byline" in sights[index].by_kind or _is_day(sights[index])):
        parts[index] = Part.HEAD
        index += 1
    parts[index:end] = [Part.BODY] * (end - index)
    return index < end
