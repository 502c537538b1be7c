"""Pages with several posts, told by what comes again for each of them in one order.

A theme prints the same for each post: the day, the title, who and when, the text, where it is filed, how many comments.
Which of these rows stand over the title, right under it or under the text, no cue tells; but on a page where they come
again and again, one order gives every post a title and a text, and the others do not. All orders are tried.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from blogimport.textpage.assembling import assemble
from blogimport.textpage.labelling import Labelled, Page, Part, Roles
from blogimport.textpage.several.judging import are_posts, may_repeat
from blogimport.textpage.several.ordered import Block, Place, Told, blocks_in, told_of
from blogimport.textpage.several.recurring import sayings_in
from blogimport.textpage.several.sayings import LEADING_ON, Saying, is_sentence, may_be_title, says_something
from blogimport.textpage.several.unknownrows import with_unknown_rows
from reader.archive import NewPost

_FEWEST = 2
# Rows of more kinds could stand in so many orders that it took long to try them.
_MOST_KINDS = 4
# What a title is worth that is a sentence, or long, and a text without any sentence.
_SENTENCE, _UNTITLED, _LONG, _SHORT, _NO_TEXT = 0.2, 0.4, 0.8, 0.8, 0.3
# What a short line costs that ends a text as the next title would, and a text that an order loses.
_DANGLING, _LOST, _LOST_SHORT = 0.3, 0.5, 0.1
# What it costs that the first row stands as the foot of a post would, and is none.
_FOOTLESS = 0.6
# What a row costs that would be part of a text, or of nothing.
_IN_TEXT, _UNUSED = 0.3, 0.2
# What it is worth that all texts of a page are of posts.
_COVERED = 1.0
# A day alone stands rather over a title, and who and when rather under it.
_USUAL = 0.05


def told_by_repeating(
    page: Page, posts: Sequence[NewPost], language: str | None
) -> tuple[list[NewPost], Roles] | None:
    """The posts of a page whose rows come again in one order, where these are more than some; None elsewhere."""
    if not may_repeat(page, posts):
        return None  # as on most pages
    sayings = sayings_in(page, language)
    rows = {index: saying.row for index, saying in sayings.items()}
    times = Counter(rows.values())
    kinds = [kind for kind, count in times.most_common() if count >= _FEWEST]
    known = _titled(posts), len(posts)
    if not kinds or (times[kinds[0]],) * 2 <= known:
        return None
    blocks = _best(told_of(page, sayings, rows), _together(page, rows, kinds)[:_MOST_KINDS], known)
    if not blocks or not are_posts(page, blocks, sayings, posts):
        return None
    starts = [block.start for block in blocks[1:]]
    labelled = _labelled(page, blocks)
    told, roles = assemble(labelled, language, are_told=True, starts=starts)
    if len(told) == len(blocks):
        told = with_unknown_rows(labelled, told, roles, blocks, sayings)
    is_more = (_titled(told), len(told)) > known and not any(post.comments for post in told)
    return (told, roles) if is_more else None


def _best(lines: Told, kinds: Sequence[Sequence[Saying]], known: tuple[int, int]) -> list[Block]:
    """The posts of the order of rows that fits best; none where no order tells more than is known."""
    best, most = [], -math.inf
    for places in _orders(kinds):
        blocks = blocks_in(lines, places)
        if (len(blocks),) * 2 > known and (score := _score(lines, blocks, places)) > most:
            best, most = blocks, score
    return best


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
        if group is None:
            groups.append([kind])
        else:
            group.append(kind)
    return groups


def _orders(groups: Sequence[Sequence[Saying]]) -> Iterator[Mapping[Saying, Place]]:
    """All orders in which rows of some kinds may stand around titles and texts."""
    several = [[place for place in _places_of(kinds[0]) if _may_all(kinds, place)] for kinds in groups]
    for chosen in product(*several):
        yield {kind: place for kinds, place in zip(groups, chosen, strict=True) for kind in kinds}


def _may_all(kinds: Sequence[Saying], place: Place) -> bool:
    return all(place in _places_of(kind) for kind in kinds)


def _places_of(kind: Saying) -> Sequence[Place]:
    """Where rows that say something may stand."""
    if kind == LEADING_ON or ((kind.files or kind.tags) and not kind.names):
        return (Place.UNDER, Place.FOOT)
    places = [Place.OVER, Place.UNDER, Place.FOOT]
    if kind.may_title:
        places.append(Place.TITLE)
    if kind.has_no_year or kind.is_unknown:
        places.append(Place.TEXT)
    return places


def _score(lines: Told, blocks: Sequence[Block], places: Mapping[Saying, Place]) -> float:
    """How well an order makes a page posts of one theme: what each has that posts have, less what they lack."""
    page, sayings, rows = lines.page, lines.sayings, lines.rows
    score = 0.0
    rows_of = [{saying.row for saying in block.says} for block in blocks]
    shares = {
        kind: sum(kind in said for said in rows_of) / len(blocks)
        for kind, place in places.items()
        if place is not Place.TEXT
    }
    whole = sum(shares.values())
    for block, said in zip(blocks, rows_of, strict=True):
        title = _UNTITLED
        if block.title is not None:
            line = page.lines[block.title]
            title = _SENTENCE if is_sentence(line) else _LONG if line.shape == "prose" else 1.0
        text = _NO_TEXT
        if block.text:
            text = 1.0 if any(says_something(page.lines[index]) for index in block.text) else _SHORT
        shared = sum(shares[kind] for kind in shares if kind in said) / whole if whole else 0.0
        score += 2 * title * text * shared - 1
        lost = sum(says_something(page.lines[index]) for index in block.lost)
        score -= _LOST * lost
        if block is not blocks[-1]:
            score -= _LOST_SHORT * (len(block.lost) > lost)
        score -= _IN_TEXT * sum(
            index in sayings and rows[index] in shares and not sayings[index].may_title
            for index in block.text
        )
    used = {index for block in blocks for index in block.lines}
    first = min(block.start for block in blocks)
    score -= _UNUSED * sum(
        index >= first and rows[index] in places and not saying.is_item and index not in used
        for index, saying in sayings.items()
    )
    score -= _FOOTLESS * _is_under_text(page, first)
    dangles = [_dangles(page, block) for block in blocks]
    if not dangles[-1]:
        score -= _DANGLING * sum(dangles[:-1])
    texts = {index for index, line in enumerate(page.lines) if line.shape == "prose"}
    score += _COVERED * len(texts & used) / max(1, len(texts))
    usual = sum(place is _usual_place(kind) for kind, place in places.items())
    return score + _USUAL * usual


def _usual_place(kind: Saying) -> Place:
    """Where most themes have rows that say something."""
    if kind.is_day_alone:
        return Place.OVER
    if kind.may_title:
        return Place.TITLE
    return Place.UNDER if kind.is_dated else Place.FOOT


def _is_under_text(page: Page, first: int) -> bool:
    """Whether the first row stands right under a text with a title over it, as the foot of a post would."""
    if first < 2:
        return False
    title, text = page.lines[first - 2 : first]
    is_text = text.shape == "prose" and page.sights[first - 1].is_blind and text.marker is None
    return is_text and text.after_blank and title.after_blank and may_be_title(title, page.sights[first - 2])


def _dangles(page: Page, block: Block) -> bool:
    """Whether the text of a post ends with a short line that would rather be a title, under a sentence."""
    if len(block.text) < 2:
        return False
    before, last = (page.lines[index] for index in block.text[-2:])
    return says_something(before) and last.marker is None and not says_something(last)


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
