"""Pages with several posts, told by what each of them ends with: « Publié par Zoé dans Jardin | 3 commentaires ».

The first page of a blog, a month, a category. What stands at the foot of each post comes again and again, with other
figures; what stands between two such feet is one post: the day, if it stands over the title, the title, the text.
What a foot says differs: comments and categories, in a line or as items; who and when; a link to the rest by the title.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from blogimport.textpage.assembling import assemble
from blogimport.textpage.cues import CueKind, Sights
from blogimport.textpage.labelling import TIME_CELL, Labelled, Page, Part, Roles, are_one_title
from blogimport.textpage.lines import Line
from reader.archive import NewPost
from reader.dates import tells_day

_FEWEST = 2
# A page of one post may show how many comments another one has, and seldom beside its text.
_SURELY_SEVERAL = 3
# A link to the rest of a post names the title that stands within so many lines above.
_NEAR_TITLE = 40
# When, by whom, filed where, how many comments.
_MOST_ITEMS = 5
# A line says who or when by so many letters that no name or title has by chance.
_SURE_CUE = 6
# The first post of a page begins so many lines above its foot at most.
_LONGEST_POST = 400
# What stands under the posts of a page.
_AROUND: frozenset[CueKind] = frozenset(("furniture", "related", "form", "heading", "about"))
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
    sights = page.sights
    bylines = [index for index in page.seeing if "byline" in sights[index].by_kind]
    if len(bylines) < _FEWEST:
        return None
    is_signed = any(comment.author or comment.published for post in posts for comment in post.comments)
    for way, is_sure in _WAYS:
        marks = way(page, bylines)
        if len(marks) < _FEWEST:
            continue
        feet = _feet_under_texts(page, marks)
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


def _feet_under_texts(page: Page, marks: Sequence[int]) -> list[_Foot]:
    """The feet of the posts of a page, where it has several with a foot each; none on other pages."""
    for feet in _alike(_feet(page, marks)):
        if _stand_under_texts(feet, page.lines):
            return feet
    return []


def _count_each(feet: Sequence[_Foot], lines: Sequence[Line]) -> bool:
    """Whether so many feet count comments, each under prose of its own, that they are those of posts whoever signs."""
    if len(feet) < _SURELY_SEVERAL or not all("count" in foot.says for foot in feet):
        return False
    starts = (0, *(foot.until + 1 for foot in feet))
    return all(
        any(line.shape == "prose" for line in lines[start : foot.first])
        for start, foot in zip(starts, feet, strict=False)
    )


def _apart(page: Page, feet: Sequence[_Foot]) -> list[Labelled] | None:
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
    return end if _label_post(parts, page, start, _Foot(end, end, end, frozenset())) else start


def _begins_post(page: Page, start: int) -> bool:
    """Whether a title begins there, with the line under it that says when."""
    if start + 2 >= len(page.lines) or not _may_be_title(page.lines[start], page.sights[start]):
        return False
    byline = page.sights[start + 1].by_kind.get("byline")
    return byline is not None and byline.captured.date is not None


def _feet(page: Page, marks: Sequence[int]) -> list[_Foot]:
    """The feet of posts: lines that say something of a post under its text, `marks`, with those beside them."""
    lines, sights = page.lines, page.sights
    feet: list[_Foot] = []
    for index in marks:
        if feet and index <= feet[-1].until:
            continue
        is_item = lines[index].marker == "bullet"
        first = index
        while first > (feet[-1].until + 1 if feet else 0) and _is_beside(
            lines[first - 1], sights[first - 1], is_item=is_item
        ):
            first -= 1
        last = index
        while last + 1 < len(lines) and (
            (
                _is_beside(lines[last + 1], sights[last + 1], is_item=is_item)
                and not _is_dated_alone(sights[last + 1])
            )
            or (lines[last + 1].marker != "bullet" and "furniture" in sights[last + 1].by_kind)
        ):
            last += 1
        until = last
        while last > index and _is_day(sights[last]):
            last -= 1
        says = frozenset().union(*map(_says, sights[first : last + 1]))
        feet.append(_Foot(first, last, until, says))
    return feet


def _alike(feet: Sequence[_Foot]) -> Iterator[list[_Foot]]:
    """The feet that say the same as most do: the box of a site says where it is filed, too.

    Then those that say the same as most others: in some themes the line over a text says so, too.
    """
    for usual, times in Counter(foot.says for foot in feet).most_common():
        if times < _FEWEST:
            return
        # A post without comments, or of no category, says less.
        least = max(1, len(usual) - 1)
        yield [foot for foot in feet if len(foot.says & usual) >= least]


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
            ("category", captured.categories or captured.tags),
            ("title", captured.title),
            ("count", captured.count is not None or not _NO_COMMENTS.isdisjoint(seen.by_kind)),
        )
        if is_said
    )


def _counting_or_filing(page: Page, bylines: Sequence[int]) -> list[int]:
    """The lines that say of a post how many comments it has, or where it is filed, and of nobody that he commented."""
    return [
        index
        for index in bylines
        if page.lines[index].marker != "bullet" and _counts_or_files(page.lines[index], page.sights[index])
    ]


def _counts_or_files(line: Line, seen: Sights) -> bool:
    captured = seen.by_kind["byline"].captured
    is_said = captured.count is not None or bool(captured.categories or captured.tags)
    return line.shape != "prose" and (is_said or not _NO_COMMENTS.isdisjoint(seen.by_kind))


def _naming_titles(page: Page, bylines: Sequence[int]) -> list[int]:
    """The lines that lead to the rest of a post by its title, which stands above: « Lire la suite de « X » »."""
    titles = [(index, page.sights[index].by_kind["byline"].captured.title) for index in bylines]
    return [
        index
        for index, title in titles
        if title
        and any(are_one_title(line.text, title) for line in page.lines[max(0, index - _NEAR_TITLE) : index])
    ]


def _filing_items(page: Page, bylines: Sequence[int]) -> list[int]:
    """The items that say of a post where it is filed, in lists of nothing but what is said of it."""
    lines, sights = page.lines, page.sights
    return [
        index
        for index in bylines
        if lines[index].marker == "bullet"
        and _counts_or_files(lines[index], sights[index])
        and _is_in_short_list(page, index)
    ]


def _is_in_short_list(page: Page, index: int) -> bool:
    """Whether an item is one of a few, all of which say something of a post."""
    first = last = index
    while first > 0 and page.lines[first - 1].marker == "bullet":
        first -= 1
    while last + 1 < len(page.lines) and page.lines[last + 1].marker == "bullet":
        last += 1
    items = page.sights[first : last + 1]
    return 1 < len(items) <= _MOST_ITEMS and all("byline" in seen.by_kind or _is_day(seen) for seen in items)


def _by_the_one(page: Page, bylines: Sequence[int]) -> list[int]:
    """The lines that say when somebody published something, where all of them name the same person."""
    named: dict[int, str] = {}
    for index in bylines:
        byline = page.sights[index].by_kind["byline"]
        captured = byline.captured
        if (
            captured.author
            and (captured.date or captured.time)
            and byline.fixed >= _SURE_CUE
            and page.lines[index].marker != "bullet"
        ):
            named[index] = captured.author
    return list(named) if len(set(named.values())) == 1 else []


# How lines are told to be at the foot of a post; and whether that is sure where somebody seems to have signed comments.
_WAYS: tuple[tuple[Callable[[Page, Sequence[int]], list[int]], bool], ...] = (
    (_counting_or_filing, False),
    (_naming_titles, True),
    (_filing_items, False),
    (_by_the_one, False),
)


def _is_beside(line: Line, seen: Sights, *, is_item: bool = False) -> bool:
    """Whether a line beside that says something of a post too; an item may do so only beside items."""
    if line.shape == "prose" or (line.marker == "bullet" and not is_item):
        return False
    return _is_day(seen) or "byline" in seen.by_kind or "none" in seen.by_kind


def _is_dated_alone(seen: Sights) -> bool:
    """Whether no word of a line says that its date is that of a post: « Samedi 3 mai à Vichy » may be a title."""
    byline = seen.by_kind.get("byline")
    return byline is not None and byline.fixed < _SURE_CUE and byline.captured.date is not None


def _is_day(seen: Sights) -> bool:
    """Whether a line is a date alone."""
    return seen.date is not None and tells_day(seen.date) and not seen.by_kind


def _without_next(foot: _Foot, sights: Sequence[Sights]) -> _Foot:
    """A foot without the lines behind it that tell the day of the next post in words: « Publié le 3 mai »."""
    last = foot.until
    while last > foot.first and _tells_day(sights[last]):
        last -= 1
    return replace(foot, last=last)


def _lead(feet: Sequence[_Foot]) -> bool:
    """Whether such lines stand behind each foot but the last, and so over the posts."""
    return all(foot.until > foot.last for foot in feet[:-1]) and feet[-1].until == feet[-1].last


def _tells_day(seen: Sights) -> bool:
    """Whether a line tells the day of a post, and nothing that stands only under one: « Publié le 3 mai »."""
    if _is_day(seen):
        return True
    byline = seen.by_kind.get("byline")
    if byline is None or byline.fixed < _SURE_CUE or not _NO_COMMENTS.isdisjoint(seen.by_kind):
        return False
    captured = byline.captured
    return captured.date is not None and captured.count is None and not (captured.categories or captured.tags)


def _first_start(
    lines: Sequence[Line], sights: Sequence[Sights], foot: _Foot, *, is_dated: bool
) -> int | None:
    """Where the first post begins, above its foot: with the day over it, else with the title over its text."""
    prose: int | None = None
    for index in range(foot.first - 1, max(-1, foot.first - _LONGEST_POST), -1):
        if is_dated and _tells_day(sights[index]):
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


def _may_be_title(line: Line, seen: Sights, *, is_under_day: bool = False) -> bool:
    """Whether a line may be a title; under the day of a post it may look like who and when: « Samedi 3 à Vichy »."""
    is_short = line.shape == "short" or TIME_CELL.match(line.text) is not None
    byline = seen.by_kind.get("byline")
    is_unsure = is_under_day and byline is not None and byline.fixed < _SURE_CUE and len(seen.by_kind) == 1
    return is_short and line.marker is None and (seen.is_blind or is_unsure)


def _label_post(parts: list[Part], page: Page, start: int, foot: _Foot) -> bool:
    """Labels the day, the title and the text of a post down to its foot; whether it has a text."""
    lines, sights, end = page.lines, page.sights, foot.first
    index = start
    while index < end and _tells_day(sights[index]):
        parts[index] = Part.PRE
        index += 1
    is_under_day = index > start
    if index + 1 < end and _may_be_title(lines[index], sights[index], is_under_day=is_under_day):
        parts[index] = Part.TITLE
        index += 1
    while index < end and (
        _is_day(sights[index])
        or (
            "byline" in sights[index].by_kind
            and not (_is_dated_alone(sights[index]) and _says(sights[index]) & foot.says)
        )
    ):
        parts[index] = Part.HEAD
        index += 1
    parts[index:end] = [Part.BODY] * (end - index)
    return index < end
