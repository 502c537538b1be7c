"""Pages with several posts, told by what comes again for each of them in one order.

A theme prints the same for each post: the day, the title, who and when, the text, where it is filed, how many comments.
Which of these rows stand over the title, right under it or under the text, no cue tells; but on a page where they come
again and again, one order gives every post a title and a text, and the others do not. All orders are tried.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import product

from blogimport.textpage.assembling import assemble
from blogimport.textpage.labelling import Labelled, Page, Part, Roles
from blogimport.textpage.several.alike import is_of_theme
from blogimport.textpage.several.blocks import Block, Place
from blogimport.textpage.several.daytitles import with_titles_beside_days
from blogimport.textpage.several.judging import are_posts, may_repeat
from blogimport.textpage.several.ordered import Told, blocks_in, told_of
from blogimport.textpage.several.recurring import sayings_in
from blogimport.textpage.several.sayings import LEADING_ON, Saying
from blogimport.textpage.several.unknownrows import with_unknown_rows
from blogimport.textpage.several.weighing import weight
from reader.archive import NewPost

_FEWEST = 2
# Rows of more kinds could stand in so many orders that it took long to try them.
_MOST_KINDS = 4


def told_by_repeating(
    page: Page, posts: Sequence[NewPost], language: str | None
) -> tuple[list[NewPost], Roles] | None:
    """The posts of a page whose rows come again in one order, where these are more than some; None elsewhere."""
    if not may_repeat(page, posts):
        return None  # as on most pages
    sayings = sayings_in(page, language)
    rows = _rows(sayings)
    times = Counter(rows.values())
    kinds = [kind for kind, count in times.most_common() if count >= _FEWEST]
    known = _titled(posts), len(posts)
    if not kinds or (times[kinds[0]],) * 2 <= known:
        return None
    lines, groups = told_of(page, sayings, rows), _together(page, rows, kinds)[:_MOST_KINDS]
    leaves = {saying.row for saying in sayings.values() if saying.is_leaf}
    blocks = _best(lines, groups, leaves, known)
    are_some = bool(blocks) and are_posts(page, blocks, sayings, posts)
    if blocks and not are_some and len(blocks) == len(posts):
        # A title that a post lacks may fit it best, and be none: then more posts may be some.
        blocks = _best(lines, groups, leaves, (len(posts), len(posts)))
        are_some = bool(blocks) and are_posts(page, blocks, sayings, posts)
    if blocks and not are_some and _are_captions(page, blocks):
        blocks = [_without_title(block) for block in blocks]
        are_some = are_posts(page, blocks, sayings, posts)
    if not are_some:
        return None
    for block in blocks:
        _keep_doubtful_rows(page, block, sayings)
    starts = [block.start for block in blocks[1:]]
    labelled = _labelled(page, blocks)
    told, roles = assemble(labelled, language, are_told=True, starts=starts)
    if len(told) == len(blocks):
        told = with_unknown_rows(labelled, told, roles, blocks, sayings)
        titles = [block.title if _is_title(sayings, block.title) else None for block in blocks]
        told = with_titles_beside_days(labelled, told, roles, titles, language)
    # What was taken for a title of one post may be the name of a blog without titles.
    least = known if any(block.title is not None for block in blocks) else (0, known[1])
    is_more = (_titled(told), len(told)) > least and not any(post.comments for post in told)
    return (told, roles) if is_more else None


def _are_captions(page: Page, blocks: Sequence[Block]) -> bool:
    """Whether what stands where titles do comes again: the names of pictures, at the beginning of the texts."""
    titles = Counter(page.lines[block.title].text for block in blocks if block.title is not None)
    return any(count > 1 for count in titles.values())


def _without_title(block: Block) -> Block:
    """The same post, whose text begins where its title seemed to stand."""
    title = [] if block.title is None else [block.title]
    return replace(block, title=None, text=sorted([*title, *block.text]))


def _is_title(sayings: Mapping[int, Saying], index: int | None) -> bool:
    return index is not None and index in sayings and sayings[index].is_title


def _rows(sayings: Mapping[int, Saying]) -> dict[int, Saying]:
    """What all rows say that stand where a line of some does, by its index.

    A row that stands but once is as those others that say more: its post has no comments, or is filed nowhere.
    """
    rows = {index: saying.row for index, saying in sayings.items()}
    times = Counter(rows.values())
    for index, row in rows.items():
        if times[row] < _FEWEST and row.names:
            fuller = [
                kind for kind, count in times.items() if count >= _FEWEST and kind != row and kind.bare == row
            ]
            if len(fuller) == 1:
                rows[index] = fuller[0]
    return rows


def _best(
    lines: Told, kinds: Sequence[Sequence[Saying]], leaves: Set[Saying], known: tuple[int, int]
) -> list[Block]:
    """The posts of the order of rows that fits best; none where no order tells more than is known.

    Rows that may be `leaves` of a calendar stand over posts.
    """
    best, most = [], -math.inf
    for places in _orders(kinds, leaves):
        blocks = blocks_in(lines, places)
        if (len(blocks),) * 2 > known and (score := weight(lines, blocks, places)) > most:
            best, most = blocks, score
    return best


def _keep_doubtful_rows(page: Page, block: Block, sayings: Mapping[int, Saying]) -> None:
    """Makes rows right beside a text part of it that may be: all texts of a blog of recipes may begin alike."""

    def is_doubtful(index: int) -> bool:
        saying = sayings.get(index)
        return (
            saying is not None
            and saying.built > 0
            and not saying.is_dated
            and not is_of_theme(page.lines[index])
        )

    while block.under and is_doubtful(block.under[-1]):
        block.text.insert(0, block.under.pop())
    while block.foot and is_doubtful(block.foot[0]):
        block.text.append(block.foot.pop(0))


def _titled(posts: Sequence[NewPost]) -> int:
    """How many posts have a title that is no sentence."""
    return sum(post.title is not None and not post.title.endswith(".") for post in posts)


def _together(page: Page, rows: Mapping[int, Saying], kinds: Sequence[Saying]) -> list[list[Saying]]:
    """The kinds of rows, those in one list that always stand right under each other: « Par Zoé », « 3 mai 2006 »."""
    places = {kind: [at for at, row in rows.items() if row == kind] for kind in kinds}
    groups: list[list[Saying]] = []
    for kind in kinds:
        beside = {
            step: [at + step for at in places[kind] if page.lines[max(at, at + step)].after_blank is False]
            for step in (1, -1)
            if all(0 <= at + step < len(page.lines) for at in places[kind])
        }
        group = next((one for one in groups if any(places[other] in beside.values() for other in one)), None)
        # « Jour 1 : Bastia », over days, may be the titles.
        if group is None or any(other.may_title != kind.may_title for other in group):
            groups.append([kind])
        else:
            group.append(kind)
    return groups


def _orders(groups: Sequence[Sequence[Saying]], leaves: Set[Saying]) -> Iterator[Mapping[Saying, Place]]:
    """All orders in which rows of some kinds may stand around titles and texts."""
    several = [
        [Place.OVER] if not leaves.isdisjoint(kinds) else [place for place in Place if _may_all(kinds, place)]
        for kinds in groups
    ]
    for chosen in product(*several):
        yield {kind: place for kinds, place in zip(groups, chosen, strict=True) for kind in kinds}


def _may_all(kinds: Sequence[Saying], place: Place) -> bool:
    # Where a post is filed stands over its title beside other rows alone.
    are_told = place is Place.OVER and any(place in _places_of(kind) for kind in kinds)
    return are_told or all(place in _places_of(kind) for kind in kinds)


def _places_of(kind: Saying) -> Sequence[Place]:
    """Where rows that say something may stand."""
    is_counted = kind.counts and not (kind.is_dated or kind.is_unknown)
    if kind == LEADING_ON or ((kind.files or kind.tags or is_counted) and not kind.names):
        return (Place.UNDER, Place.FOOT)
    places = [Place.OVER, Place.UNDER, Place.FOOT]
    if kind.may_title:
        places.append(Place.TITLE)
    if kind.has_no_year or kind.is_unknown or kind.is_label:
        places.append(Place.TEXT)
    return places


def _labelled(page: Page, blocks: Sequence[Block]) -> list[Labelled]:
    """Each line with its part."""
    count = len(page.lines)
    parts = [Part.END] * count
    parts[: blocks[0].start] = [Part.FRONT] * blocks[0].start
    ends = [block.start for block in blocks[1:]]
    for block, end in zip(blocks, ends, strict=False):
        parts[block.last + 1 : end] = [Part.FOOT] * (end - block.last - 1)
    for block in blocks:
        for places, part in (
            (range(block.start, block.last + 1), Part.FOOT),
            (block.over, Part.PRE),
            (block.under, Part.HEAD),
            (block.text, Part.BODY),
            (block.foot, Part.FOOT),
        ):
            for index in places:
                parts[index] = part
        if block.title is not None:
            parts[block.title] = Part.TITLE
    return list(map(Labelled, page.lines, page.sights, parts))
