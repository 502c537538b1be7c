"""What stands at the foot of each post of a page, and comes again and again with other figures.

Must not know what stands between two feet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from blogimport.textpage.cues import Sights
from blogimport.textpage.labelling import Page, are_one_title
from blogimport.textpage.lines import Line
from reader.dates import tells_day

_FEWEST = 2
# A link to the rest of a post names the title that stands within so many lines above.
_NEAR_TITLE = 40
# When, by whom, filed where, how many comments.
_MOST_ITEMS = 5
SURE_CUE = 6
"""A line says who or when by so many letters that no name or title has by chance."""
NO_COMMENTS = frozenset(("none", "form"))
"""What tells a post without comments: it says so, or has the link to the form where others have a number."""


@dataclass(frozen=True, slots=True)
class Foot:
    """The lines from the first that speaks of a post, under its text, to the last that does so by its words."""

    first: int
    last: int
    # Days that stand behind these, right under them.
    until: int
    says: frozenset[str]


def feet_under_texts(page: Page, marks: Sequence[int]) -> list[Foot]:
    """The feet of the posts of a page, where it has several with a foot each; none on other pages."""
    for feet in _alike(_feet(page, marks)):
        if _stand_under_texts(feet, page.lines):
            return feet
    return []


def _feet(page: Page, marks: Sequence[int]) -> list[Foot]:
    """The feet of posts: lines that say something of a post under its text, `marks`, with those beside them."""
    lines, sights = page.lines, page.sights
    feet: list[Foot] = []
    for index in marks:
        if feet and index <= feet[-1].until:
            continue
        is_item = lines[index].marker == "bullet"
        first = index
        while first > (feet[-1].until + 1 if feet else 0) and is_beside(
            lines[first - 1], sights[first - 1], is_item=is_item
        ):
            first -= 1
        last = index
        while last + 1 < len(lines) and (
            (
                is_beside(lines[last + 1], sights[last + 1], is_item=is_item)
                and not is_dated_alone(sights[last + 1])
            )
            or (lines[last + 1].marker != "bullet" and "furniture" in sights[last + 1].by_kind)
        ):
            last += 1
        until = last
        while last > index and is_day(sights[last]):
            last -= 1
        says = frozenset().union(*map(says_of_post, sights[first : last + 1]))
        feet.append(Foot(first, last, until, says))
    return feet


def _alike(feet: Sequence[Foot]) -> Iterator[list[Foot]]:
    """The feet that say the same as most do: the box of a site says where it is filed, too.

    Then those that say the same as most others: in some themes the line over a text says so, too.
    """
    for usual, times in Counter(foot.says for foot in feet).most_common():
        if times < _FEWEST:
            return
        # A post without comments, or of no category, says less.
        least = max(1, len(usual) - 1)
        yield [foot for foot in feet if len(foot.says & usual) >= least]


def _stand_under_texts(feet: Sequence[Foot], lines: Sequence[Line]) -> bool:
    """Whether such lines stand under texts: some themes put them between the title and the text."""
    behind = [lines[foot.until + 1] for foot in feet if foot.until + 1 < len(lines)]
    return 2 * sum(line.shape == "prose" for line in behind) < len(feet)


def says_of_post(seen: Sights) -> frozenset[str]:
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
            ("count", captured.count is not None or not NO_COMMENTS.isdisjoint(seen.by_kind)),
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
    return line.shape != "prose" and (is_said or not NO_COMMENTS.isdisjoint(seen.by_kind))


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
    return 1 < len(items) <= _MOST_ITEMS and all("byline" in seen.by_kind or is_day(seen) for seen in items)


def _by_the_one(page: Page, bylines: Sequence[int]) -> list[int]:
    """The lines that say when somebody published something, where all of them name the same person."""
    named: dict[int, str] = {}
    for index in bylines:
        byline = page.sights[index].by_kind["byline"]
        captured = byline.captured
        if (
            captured.author
            and (captured.date or captured.time)
            and byline.fixed >= SURE_CUE
            and page.lines[index].marker != "bullet"
        ):
            named[index] = captured.author
    return list(named) if len(set(named.values())) == 1 else []


def _timed_under_days(page: Page, bylines: Sequence[int]) -> list[int]:
    """The lines that say by whom and at what time, where each day stands alone right behind one, or over the first.

    Several may write a blog; comments have no day over them.
    """
    timed = [index for index in bylines if _says_only_time(page.lines[index], page.sights[index])]
    if len(timed) < _FEWEST:
        return []
    days = [index for index in page.seeing if is_day(page.sights[index]) and page.lines[index].marker is None]
    if len(days) < _FEWEST or days[0] > timed[0]:
        return []
    behind = {index + distance for index in timed for distance in (1, 2)}
    return timed if behind.issuperset(days[1:]) else []


def _says_only_time(line: Line, seen: Sights) -> bool:
    byline = seen.by_kind["byline"]
    captured = byline.captured
    is_sure = byline.fixed >= SURE_CUE and line.marker is None
    return is_sure and bool(captured.author and captured.time) and captured.date is None


# How lines are told to be at the foot of a post; and whether that is sure where somebody seems to have signed comments.
WAYS: tuple[tuple[Callable[[Page, Sequence[int]], list[int]], bool], ...] = (
    (_counting_or_filing, False),
    (_naming_titles, True),
    (_filing_items, False),
    (_by_the_one, False),
    (_timed_under_days, True),
)


def is_beside(line: Line, seen: Sights, *, is_item: bool = False) -> bool:
    """Whether a line beside that says something of a post too; an item may do so only beside items."""
    if line.shape == "prose" or (line.marker == "bullet" and not is_item):
        return False
    return is_day(seen) or "byline" in seen.by_kind or "none" in seen.by_kind


def is_dated_alone(seen: Sights) -> bool:
    """Whether no word of a line says that its date is that of a post: « Samedi 3 mai à Vichy » may be a title."""
    byline = seen.by_kind.get("byline")
    return byline is not None and byline.fixed < SURE_CUE and byline.captured.date is not None


def is_day(seen: Sights) -> bool:
    """Whether a line is a date alone."""
    return seen.date is not None and tells_day(seen.date) and not seen.by_kind
