"""How well an order of rows makes a page posts of one theme: what each has that posts have, less what they lack.

Must not know how the orders are found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set

from blogimport.textpage.labelling import Page
from blogimport.textpage.lines import Line
from blogimport.textpage.several.blocks import Block, Place
from blogimport.textpage.several.ordered import Told
from blogimport.textpage.several.overall import month_named
from blogimport.textpage.several.sayings import Saying, is_sentence, may_be_title, says_something

# What a title is worth that is a sentence, or long, and a text without any sentence.
_SENTENCE, _UNTITLED, _LONG, _SHORT, _NO_TEXT = 0.2, 0.4, 0.8, 0.8, 0.3
_SHORT_SENTENCE, _SHORT_TITLE = 0.5, 60
# What a short line costs that ends a text as the next title would, and a text that an order loses.
_DANGLING, _LOST, _LOST_SHORT = 0.3, 0.5, 0.1
# What it costs that a title which a link to the rest names is none.
_UNNAMED = 0.5
# What it costs that the first row stands as the foot of a post would, and is none; a day stands there seldom.
_FOOTLESS, _DAY_FOOTLESS = 0.6, 0.3
# What it costs that a row at the very top of a page, right over the first post, would be the foot of none.
_TOPMOST = 0.5
# What it costs that the first post lacks the row which stands over the others, or the last one that under them.
_INCOMPLETE = 1.0
# What it is worth that each post has a title, a text, and all rows that the others have.
_WHOLE = 0.5
# What a row costs that would be part of a text, or of nothing, or that stands elsewhere than its place.
_IN_TEXT, _UNUSED, _MISPLACED = 0.3, 0.2, 0.2
# What it is worth that all texts of a page are of posts.
_COVERED = 1.0
# A day alone stands rather over a title, and who and when rather under it.
_USUAL, _SELDOM = 0.05, 0.5
# What a row in words that no cue knows counts beside others, and what it costs that it is none.
_UNKNOWN, _NO_ROW = 0.5, 0.2

_Places = Mapping[Saying, Place]


def weight(lines: Told, blocks: Sequence[Block], places: _Places) -> float:
    """How well posts that an order tells explain a page, to compare with other orders of the same page."""
    rows_of = _with_days_over([{saying.row for saying in block.says} for block in blocks], places)
    usual = sum([_usual(kind, place) for kind, place in places.items()])
    used = set().union(*[block.lines + block.bare for block in blocks])
    return (
        _of_posts(lines, blocks, rows_of, places)
        - _of_losses(lines, blocks, places)
        - _of_rows(lines, blocks, places, used)
        - _INCOMPLETE * _lacks_row_over(blocks[0], rows_of[0], places)
        - _INCOMPLETE * _lacks_row_under(rows_of[-1], places)
        - (_of_feet(lines, blocks, places, used) if Place.FOOT in places.values() else 0.0)
        + _COVERED * _covered(lines.page, used)
        + _WHOLE * _are_whole(lines, blocks, rows_of, places)
        + _USUAL * usual
    )


def _of_posts(lines: Told, blocks: Sequence[Block], rows_of: Sequence[Set[Saying]], places: _Places) -> float:
    """What the posts have: a title of its own each, a text, and the rows that the others have."""
    page = lines.page
    shares = {
        kind: (_UNKNOWN if kind.is_unknown else 1) * sum([kind in said for said in rows_of]) / len(blocks)
        for kind, place in places.items()
        if place is not Place.TEXT
    }
    whole = sum(shares.values())
    titles = Counter([page.lines[block.title].text for block in blocks if block.title is not None])
    score = 0.0
    for block, said in zip(blocks, rows_of, strict=True):
        title = 1.0 if lines.are_notes else _UNTITLED
        if block.title is not None and titles[page.lines[block.title].text] == 1:
            line = page.lines[block.title]
            title = _worth_of_title(line)
        text = _NO_TEXT
        if block.text:
            text = 1.0 if any(says_something(page.lines[index]) for index in block.text) else _SHORT
        shared = sum([shares[kind] for kind in shares if kind in said]) / whole if whole else 0.0
        score += 2 * title * text * shared - 1
    return score


def _worth_of_title(line: Line) -> float:
    """What a line is worth as a title: neither two sentences nor the name of an archive are one, a short one may be."""
    text = line.text
    are_two = line.shape == "prose" and ". " in text and ".. " not in text
    if are_two or is_sentence(line):
        return _SENTENCE if are_two or len(text) > _SHORT_TITLE else _SHORT_SENTENCE
    if line.shape == "prose":
        return _LONG
    return _SENTENCE if month_named(text) else 1.0


def _of_losses(lines: Told, blocks: Sequence[Block], places: _Places) -> float:
    """What it costs that lines of posts are part of none, or that a row or a title is part of a text."""
    page, sayings, rows = lines.page, lines.sayings, lines.rows
    cost = 0.0
    for block in blocks:
        lost = sum([says_something(page.lines[index]) for index in block.lost])
        if block is not blocks[-1]:
            cost += _LOST * lost + _LOST_SHORT * (len(block.lost) > lost)
        elif not block.foot:
            cost += _LOST * lost  # under the foot of the last post the site speaks
        said = [index for index in block.text if index in sayings]
        cost += _IN_TEXT * sum(
            [
                places.get(rows[index], Place.TEXT) is not Place.TEXT and not sayings[index].may_title
                for index in said
            ]
        )
    dangles = [_dangles(page, block) for block in blocks]
    if not dangles[-1]:
        cost += _DANGLING * sum(dangles[:-1])
    return cost + _UNNAMED * len(lines.named.difference([block.title for block in blocks]))


def _of_rows(lines: Told, blocks: Sequence[Block], places: _Places, used: Set[int]) -> float:
    """What it costs that rows are part of no post, or do not stand where they would."""
    rows = lines.rows
    first = blocks[0].start
    unused = [
        index
        for index, saying in lines.sayings.items()
        if index >= first and rows[index] in places and not saying.is_item and index not in used
    ]
    misplaced = [
        index
        for block in blocks
        for index in (*block.foot, *block.under)
        if index in rows
        and places.get(rows[index]) is Place.UNDER
        and (block.title is None or not block.title < index < min(block.text, default=index + 1))
    ]
    unsaid = [row for row in rows.values() if row.built and places.get(row) in (Place.TEXT, Place.TITLE)]
    cost = _NO_ROW * len(unsaid) + _UNUSED * len(unused) + _MISPLACED * len(misplaced)
    is_day = first in rows and rows[first].is_day_alone
    return cost + (_DAY_FOOTLESS if is_day else _FOOTLESS) * _is_under_text(lines.page, first)


def _covered(page: Page, used: Set[int]) -> float:
    """How many of the texts of a page are of posts."""
    texts = {index for index, line in enumerate(page.lines) if line.shape == "prose"}
    return len(texts & used) / max(1, len(texts))


def _are_whole(lines: Told, blocks: Sequence[Block], rows_of: Sequence[Set[Saying]], places: _Places) -> bool:
    """Whether each post has a title, a text, and once all rows that any has, words that a cue knows among them."""
    kinds = {kind for kind, place in places.items() if place not in (Place.TEXT, Place.TITLE)}
    if not any((kind.is_dated or kind.is_sure) and not kind.is_unknown for kind in kinds):
        return False
    if not all(block.title is not None and block.text for block in blocks):
        return False
    times = Counter(lines.rows.values())
    return all(map(kinds.issubset, rows_of)) and all(times[kind] <= len(blocks) for kind in kinds)


def _with_days_over(rows_of: list[set[Saying]], places: Mapping[Saying, Place]) -> list[set[Saying]]:
    """What the rows of each post say, with the day that stands once over several of them."""
    for day in (kind for kind, place in places.items() if kind.is_day_alone and place is Place.OVER):
        first = next((at for at, said in enumerate(rows_of) if day in said), len(rows_of))
        for said in rows_of[first:]:
            said.add(day)
    return rows_of


def _usual(kind: Saying, place: Place) -> float:
    """How usual it is that rows which say something stand at a place."""
    if kind.is_title:
        return place is Place.TITLE
    if kind.is_day_alone:
        return place is Place.OVER
    if kind.may_title and not kind.is_unknown and place is Place.TITLE:
        return _SELDOM
    return place is (Place.UNDER if kind.is_dated else Place.FOOT)


def _is_under_text(page: Page, first: int) -> bool:
    """Whether the first row stands right under a text with a title over it, as the foot of a post would."""
    if first < 2:
        return False
    title, text = page.lines[first - 2 : first]
    is_text = says_something(text) and page.sights[first - 1].is_blind and text.marker is None
    return is_text and text.after_blank and title.after_blank and may_be_title(title, page.sights[first - 2])


def _lacks_row_over(first: Block, said: Set[Saying], places: Mapping[Saying, Place]) -> bool:
    """Whether the first post has a text and not the row that stands over the others: it is rather under each."""
    over = {kind for kind, place in places.items() if place is Place.OVER and not kind.is_day_alone}
    return bool(first.text) and not over <= said


def _lacks_row_under(said: Set[Saying], places: Mapping[Saying, Place]) -> bool:
    """Whether the last post has a row under its text, and not all that stand under others: one is rather over each."""
    under = {kind for kind, place in places.items() if place is Place.FOOT and kind.is_day_alone}
    return bool(under) and not under <= said and any(places.get(kind) is Place.FOOT for kind in said)


def _of_feet(lines: Told, blocks: Sequence[Block], places: _Places, used: Set[int]) -> float:
    """What it costs that rows would stand under texts, where one stands over all of them or a text under the last.

    Nothing but the site stands over such a row at the very top, and under the last day no text of it.
    """
    page, rows = lines.page, lines.rows
    over, behind = blocks[0].start - 1, range(max(used) + 1, len(page.lines))
    is_over = over in rows and places.get(rows[over]) is Place.FOOT
    cost = _TOPMOST if is_over and all(index in lines.around for index in range(over)) else 0.0
    if any(place is Place.FOOT and kind.is_day_alone for kind, place in places.items()):
        is_left = any(page.lines[at].shape == "prose" and page.sights[at].is_blind for at in behind)
        cost += _LOST * is_left
    return cost


def _dangles(page: Page, block: Block) -> bool:
    """Whether the text of a post ends with a short line that would rather be a title, under a sentence."""
    if len(block.text) < 2:
        return False
    before, last = (page.lines[index] for index in block.text[-2:])
    return says_something(before) and last.marker is None and not says_something(last)
