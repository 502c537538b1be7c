"""Whether what an order of rows makes of a page are posts at all, and not its comments, a list, or what a post quotes.

Must not know how the order was found.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from blogimport.textpage.cues import ANNOUNCING, CueKind
from blogimport.textpage.labelling import Page, folded
from blogimport.textpage.several.blocks import Block
from blogimport.textpage.several.overall import month_named
from blogimport.textpage.several.recurring import day_right_over, whole_day
from blogimport.textpage.several.sayings import (
    LEADING_ON,
    Saying,
    are_no_names,
    author_said,
    date_said,
    is_around,
    is_sentence,
    says_something,
)
from reader.archive import NewPost
from reader.dates import tells_day

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# So many posts are no accident; fewer must say where they are filed, or have a text that was in none.
_FEWEST, _FEWEST_SURE = 3, 2
# So many of them have a title and a text, and titles of their own.
_MOSTLY, _DIFFERENT, _HALF = 0.75, 0.7, 0.5
# Who says what stands under a line, and buttons: posts have none.
_SPEAKING: frozenset[CueKind] = frozenset(("tail", "head_before"))
# So near over the first post stands the heading of an archive.
_NEAR = 3
_A_DAY = len("2005-11-17")
# Of what seemed to be text at first, this may be around the posts.
_LEFT_OUT = 0.25


def are_signed(posts: Sequence[NewPost]) -> bool:
    """Whether comments of some posts say by whom they are, or when."""
    return any(comment.author or comment.published for post in posts for comment in post.comments)


def may_repeat(page: Page, posts: Sequence[NewPost]) -> bool:
    """Whether lines of a page may say the same of more posts than it seems to have: few pages have such lines."""
    if len(posts) == 1:
        if _are_comments(posts[0]):
            return False
        if not tells_day(posts[0].published or ""):
            return True  # its days may stand beside words that no cue knows
        if not posts[0].comments and _years(page) >= _FEWEST_SURE:
            return True  # or beside titles
    dated = filed = counted = 0
    for index in page.seeing:
        by_kind = page.sights[index].by_kind
        sight = by_kind.get("byline") or by_kind.get("head")
        if sight is None:
            seen = page.sights[index]
            dated += len(seen.date or "") >= _A_DAY or seen.dated is not None or seen.time is not None
            counted += "none" in by_kind or "form" in by_kind
            continue
        captured = sight.captured
        dated += captured.date is not None or captured.time is not None
        filed += bool(captured.categories or captured.tags)
        counted += captured.count is not None or "none" in by_kind or "form" in by_kind
    if not dated:
        return len(posts) == 1  # it has its day of a row that no cue knows; others may have, too
    # A single post may be filed in a row and in a sentence, say how many comments it has and ask for more.
    twice = len(posts) == 1
    if max(dated, filed - twice, counted - twice) > len(posts):
        return True
    # Days may stand beside titles, in part.
    return len(posts) > 1 and not any(post.comments for post in posts) and dated + _years(page) > len(posts)


def _are_notes(
    page: Page, blocks: Sequence[Block], sayings: Mapping[int, Saying], posts: Sequence[NewPost]
) -> bool:
    """Whether each post is a text under the time of day when it was written, or under its day, the newest first.

    Over those under times stands the day of all. Under a post with another day they rather sign its comments.
    """
    are_leaves = all(any(saying.is_leaf for saying in block.says) for block in blocks)
    if len(blocks) < (_FEWEST_SURE if are_leaves else _FEWEST) or not all(block.text for block in blocks):
        return False
    if all(any(saying.is_time_alone for saying in block.says) for block in blocks):
        return day_right_over(page.lines, blocks[0].start) is not None
    rows = [[index for index in block.over if index in sayings] for block in blocks]
    if not all(any(sayings[index].is_day_alone for index in its) for its in rows):
        return False
    days = {_date_in(page, index) for its in rows for index in its}
    are_theirs = all(post.published is None or post.published[:_A_DAY] in days for post in posts)
    return are_theirs and _are_newest_first(page, blocks, sayings)


def _are_excerpts(blocks: Sequence[Block], sayings: Mapping[int, Saying], posts: Sequence[NewPost]) -> bool:
    """Whether each post is a text with a link to its rest under it, on a page that says nothing else of any post."""
    if len(blocks) < _FEWEST or any(post.published or post.author or post.comments for post in posts):
        return False
    return all(
        block.text and any(sayings.get(index) == LEADING_ON for index in block.foot) for block in blocks
    )


def _is_of_month(page: Page, start: int) -> bool:
    """Whether a heading over all posts, below any menu, names their month."""
    return any(
        line.marker is None and month_named(line.text) for line in page.lines[max(0, start - _NEAR) : start]
    )


def _years(page: Page) -> int:
    """How many short lines that no cue knows have a year."""
    return sum(
        [
            line.shape == "short" and _YEAR.search(line.text) is not None and seen.is_blind
            for line, seen in zip(page.lines, page.sights, strict=True)
        ]
    )


def _are_comments(post: NewPost) -> bool:
    """Whether what seem to be comments on a post are that: each later than the one before, where posts are earlier."""
    if _is_one_person(post):
        return False
    dates = [comment.published for comment in post.comments if comment.published]
    if len(dates) < _FEWEST_SURE or any(later < date for date, later in pairwise(dates)):
        return False
    if any("T" in date for date in dates):
        return dates[0] < dates[-1]
    authors = {comment.author for comment in post.comments if comment.author}
    # Titles may stand beside days as names do; who signs beside an hour comments.
    return dates[0] < dates[-1] and not (authors and are_no_names(authors))


def _is_one_person(post: NewPost) -> bool:
    """Whether all of several comments are by the same person: nobody talks alone."""
    authors = {comment.author for comment in post.comments}
    return len(post.comments) >= _FEWEST and len(authors) == 1 and None not in authors


def are_posts(
    page: Page, blocks: Sequence[Block], sayings: Mapping[int, Saying], posts: Sequence[NewPost]
) -> bool:
    """Whether what an order tells are posts: each with title and text, and signed and filed as no comments are."""
    titles = [page.lines[block.title] for block in blocks if block.title is not None]
    sure = sum(any(saying.is_sure for saying in block.says) for block in blocks)
    asking = sum(any(saying.is_sure or saying.is_asking for saying in block.says) for block in blocks)
    are_filed = sure >= _FEWEST_SURE and asking >= _MOSTLY * len(blocks)
    with_text = sum(bool(block.text) for block in blocks)
    are_dated = all(any(one.is_dated and not one.is_unknown for one in block.says) for block in blocks)
    if with_text < (_HALF if are_filed or are_dated else _MOSTLY) * len(blocks):
        return False
    # Some blogs have no titles, or few.
    are_notes = are_excerpts = False
    if len(titles) < _MOSTLY * len(blocks) and sure + with_text < 2 * len(blocks):
        are_notes = _are_notes(page, blocks, sayings, posts)
        are_excerpts = not are_notes and _are_excerpts(blocks, sayings, posts)
        if not (are_notes or are_excerpts):
            return False
    different = {title.text for title in titles}
    if len(different) < _DIFFERENT * len(titles) or sum(map(is_sentence, titles)) > _HALF * len(titles):
        return False
    is_dated = (
        any(saying.is_dated for block in blocks for saying in block.says)
        or day_right_over(page.lines, blocks[0].start)
        # Each is filed somewhere, under the month of all.
        or (are_filed and sure == len(blocks) and _is_of_month(page, blocks[0].start))
    )
    if not (is_dated or are_excerpts) and not (
        len(titles) == len(different) == len(blocks)
        and (all(block.is_named for block in blocks) or _are_articles(page, blocks, different))
    ):
        return False  # the goods of a shop have prices, and no days
    if len(blocks) > 1 and _is_headed_once(page, blocks):
        return False
    is_theirs = are_filed or are_notes or _are_regular(blocks)
    start = blocks[0].start if is_theirs and not _is_another(page, blocks, sayings, posts) else 0
    # Under the foot of the last of posts that all have one the site speaks.
    is_whole = (are_dated or sure == len(blocks)) and with_text == len(titles) == len(blocks)
    is_closed = is_whole and bool(blocks[-1].foot)
    end = blocks[-1].last + 1 if is_closed else len(page.lines)
    if _loses_text(page, blocks, posts, start=start, end=end) or _are_answered(page, blocks):
        return False
    if are_filed:
        return True
    is_listed = _are_newest_first(page, blocks, sayings) and are_no_names(different)
    are_titled = all(any(saying.is_title for saying in block.says) for block in blocks)
    if are_signed(posts) and not (is_listed or are_titled or all(map(_is_one_person, posts))):
        return False
    if len(blocks) < _FEWEST and not (is_listed or _is_left_out(page, blocks[-1], posts)):
        return False
    return not _are_of_comments(page, blocks, sayings)


def _are_regular(blocks: Sequence[Block]) -> bool:
    """Whether several rows say the same of each of many posts, one of them the day."""
    said = [{saying.row for saying in block.says} for block in blocks]
    common = set.intersection(*said)
    return len(blocks) >= _FEWEST and len(common) > 1 and any(row.is_dated for row in common)


def _is_another(
    page: Page, blocks: Sequence[Block], sayings: Mapping[int, Saying], posts: Sequence[NewPost]
) -> bool:
    """Whether the page has a post with a title, of another day than any of these: they may be its comments."""
    rows = (index for block in blocks for index in block.rows if index in sayings)
    days = {_date_in(page, index) for index in rows}
    return any(post.title and post.published and post.published[:_A_DAY] not in days for post in posts)


def _is_headed_once(page: Page, blocks: Sequence[Block]) -> bool:
    """Whether the one heading that names a title stands over comments on the first post, where others seem to be."""
    titled = [
        (index, title)
        for index in page.headings()
        if (title := page.sights[index].by_kind["heading"].captured.title)
    ]
    first = blocks[0].title
    if len(titled) != 1 or first is None:
        return False
    ((index, title),) = titled
    return index >= blocks[1].start and folded(title) == folded(page.lines[first].text)


def _are_articles(page: Page, blocks: Sequence[Block], titles: set[str]) -> bool:
    """Whether all of some posts have a text in sentences under a title of several words."""
    have_texts = all(any(page.lines[index].shape == "prose" for index in block.text) for block in blocks)
    return have_texts and are_no_names(titles)


def _are_newest_first(page: Page, blocks: Sequence[Block], sayings: Mapping[int, Saying]) -> bool:
    """Whether rows have later days above and earlier ones below, on a page that asks for no comments."""
    rows = [
        index
        for block in blocks
        for index in (block.title, *block.rows)
        if index is not None and index in sayings
    ]
    dates = [date for index in sorted(rows) if (date := _date_in(page, index))]
    if not dates or dates[0] == dates[-1]:
        # « lundi, septembre 17 », over all posts of a page; or all are of one day
        dates = [date for index in sorted(rows) if (date := page.sights[index].date)]
    if not dates or any(later > date for date, later in pairwise(dates)) or dates[0] == dates[-1]:
        return False
    return not _speaks_of_comments(page)


def _speaks_of_comments(page: Page) -> bool:
    """Whether a page asks for comments, or has a heading over them, and not over a list of others."""
    return any(
        not ANNOUNCING.isdisjoint(page.sights[index].by_kind) and not _is_over_list(page, index)
        for index in page.seeing
    )


def _is_over_list(page: Page, index: int) -> bool:
    """Whether a heading stands over items of which none says who wrote a comment: « Comentários », « Zé em Praia »."""
    below = [at for at in (index + 1, index + 2) if at < len(page.lines)]
    return bool(below) and all(
        page.lines[at].marker == "bullet" and "head" not in page.sights[at].by_kind for at in below
    )


def _loses_text(
    page: Page, blocks: Sequence[Block], posts: Sequence[NewPost], *, start: int, end: int
) -> bool:
    """Whether a page says more around its posts than in them, or what was part of some is in none of them.

    What stands above the line at `start`, or from that at `end` on, is said of the site.
    """
    within = {index for block in blocks for index in block.lines}
    texts = {
        index
        for index, line in enumerate(page.lines)
        if index < end and says_something(line) and not is_around(line, page.sights[index])
    }
    if len(texts) > len(blocks) and 2 * len(texts & within) < len(texts):
        return True  # posts may be pictures, or lists
    said = "\n".join(
        text
        for post in posts
        for text in (post.body, *(comment.body for comment in post.comments if comment.published))
    )
    known = {index for index in texts if index >= start and page.lines[index].text in said}
    return len(known - within) > _LEFT_OUT * len(known)


def _are_answered(page: Page, blocks: Sequence[Block]) -> bool:
    """Whether the texts hold lines that only comments have: buttons to answer, « Zoé a dit »."""
    answered = (
        index
        for block in blocks
        for index in block.text
        if not _SPEAKING.isdisjoint(page.sights[index].by_kind)
    )
    return len(list(answered)) >= _FEWEST_SURE


def _are_of_comments(page: Page, blocks: Sequence[Block], sayings: Mapping[int, Saying]) -> bool:
    """Whether rows that file nothing rather sign comments: under a heading that stands but once, or later and later."""
    rows = {index for block in blocks for index in block.rows}
    last = max(rows, default=0)
    filing = {index for index in rows if index in sayings and sayings[index].files}
    headings = [index for index in page.headings() if index < last and index not in filing]
    if 0 < len(headings) < _MOSTLY * len(blocks):
        return True
    rows = {index for index in rows if index in sayings and not sayings[index].may_title}
    dates = [date for index in sorted(rows) if (date := _date_in(page, index))]
    if any(later > date for date, later in pairwise(dates)):
        # Posts stand the newest first, comments mostly the oldest; and letters within a post.
        if all(sayings[index].is_unknown for index in rows):
            return True
        authors = {author_said(page.sights[index]) for index in rows} - {None}
        return len(authors) > 1
    return False


def _date_in(page: Page, index: int) -> str | None:
    """The day that a row tells, known by its words or not."""
    seen = page.sights[index]
    return whole_day(page.lines[index].text) if seen.is_blind else date_said(seen)


def _is_left_out(page: Page, block: Block, posts: Sequence[NewPost]) -> bool:
    """Whether the text of a block is in none of some posts: better one too many than none."""
    texts = [page.lines[index].text for index in block.text]
    return bool(texts) and not any(text in post.body for post in posts for text in texts)
