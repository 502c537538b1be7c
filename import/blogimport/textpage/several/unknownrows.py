"""What the rows of a theme say of its posts in words that no cue knows: the day, and what stands beside it on each row.

Must not know which rows of a page these are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from blogimport.textpage.cues import has_figure, listed
from blogimport.textpage.labelling import Labelled, Roles
from blogimport.textpage.several.alike import count_behind
from blogimport.textpage.several.blocks import Block
from blogimport.textpage.several.overall import month_named
from blogimport.textpage.several.recurring import day_right_over, whole_day
from blogimport.textpage.several.sayings import Saying
from reader.archive import NewPost
from reader.dates import find_dates

_BORDERS = " \xa0·•|–—-/:"
_LONGEST_TAG_WORDS = 3
_MONTH = re.compile(r"\d{4}-\d{2}")
_NUMBERED_NAME = re.compile(r"(?P<name>.*[^\W\d_]) (?P<count>\d{1,4})")
_WHY_AUTHOR = "a name beside the day, in words that may also say where the post is filed"
_WHY_DAY = "the day stands over an earlier post of the page, and no other one between"
_WHY_YEAR = "the page gives no year: it is that of the month over its posts"
_WHY_TAGS = "a list of words beside the day, as beside the days of the page's other posts"


def with_unknown_rows(
    page: Sequence[Labelled],
    posts: Sequence[NewPost],
    roles: Roles,
    blocks: Sequence[Block],
    sayings: Mapping[int, Saying],
) -> list[NewPost]:
    """The posts with what such rows say of each; these get their role. Posts and blocks stand in the same order."""
    over_all = day_right_over([entry.line for entry in page], blocks[0].start)
    is_over_all = over_all is not None and not any(post.published for post in posts)
    if is_over_all:
        roles.give([page[blocks[0].start - 1]], "meta", 0)
    rows = [[index for index in block.rows if _is_unknown_day(sayings.get(index))] for block in blocks]
    tags = _tags_beside_days([page[its[0]].line.text if its else "" for its in rows])
    told: list[NewPost] = []
    for number, (post, block, its) in enumerate(zip(posts, blocks, rows, strict=True)):
        roles.give([page[index] for index in its], "meta", number)
        if post.published is None:
            day = next(filter(None, (whole_day(page[index].line.text) for index in its)), None)
            post = replace(post, published=day)
        if post.published is None and (day := _day_of_month(page, block)) is not None:
            post = replace(post, published=day, guesses={**post.guesses, "published": _WHY_YEAR})
        if is_over_all and post.published is None:
            why = {"published": _WHY_DAY} if number else {}
            time = next((time for index in block.rows if (time := page[index].sights.time)), None)
            when = over_all if time is None else f"{over_all}T{time}"
            post = replace(post, published=when, guesses={**post.guesses, **why})
        if post.comments_declared is None:
            counts = (count_behind(page[index].line.text) for index in block.rows)
            count = next((count for count in counts if count is not None), None)
            post = replace(post, comments_declared=count)
        if tags and not post.tags and not post.categories:
            post = replace(post, tags=tags[number], guesses={**post.guesses, "tags": _WHY_TAGS})
        told.append(post)
    return _with_doubts(_with_counts_apart(told), [_bare_names(page, block) for block in blocks])


def _day_of_month(page: Sequence[Labelled], block: Block) -> str | None:
    """The day without a year in the rows of a post, with the year of the one month that stands over all posts."""
    sights = [page[index].sights for index in block.rows]
    told = [
        date
        for seen in sights
        for date in (seen.date, *(sight.captured.date for sight in seen.by_kind.values()))
        if date is not None and date.startswith("--")
    ]
    if not told:
        return None
    months = {
        month
        for entry in page[: block.start]
        if entry.line.shape == "short" and (month := month_named(entry.line.text)) and _MONTH.fullmatch(month)
    }
    if len(months) != 1:
        return None
    (month,) = months
    return f"{month[:4]}{told[0][1:]}" if told[0][2:4] == month[5:] else None


def _bare_names(page: Sequence[Labelled], block: Block) -> set[str]:
    """The names in the rows of a post that nothing but their place beside a day tells."""
    sights = (page[index].sights for index in block.rows)
    told = (seen.by_kind.get("byline") or seen.by_kind.get("head") for seen in sights if seen.by_kind)
    return {sight.captured.author for sight in told if sight and sight.captured.author and not sight.fixed}


def _with_doubts(posts: list[NewPost], bare: Sequence[set[str]]) -> list[NewPost]:
    """The posts with a reason for their authors, where these are such names, and several: they may be categories."""
    names = {post.author for post, its in zip(posts, bare, strict=True) if post.author in its}
    if len(names) <= 1:
        return posts
    return [
        replace(post, guesses={**post.guesses, "author": _WHY_AUTHOR}) if post.author in names else post
        for post in posts
    ]


def _with_counts_apart(posts: list[NewPost]) -> list[NewPost]:
    """The posts with the number of comments apart from the name before it, where all have one: « 14:55 – by Zoé 0 »."""
    named = [_NUMBERED_NAME.fullmatch(post.author) if post.author else None for post in posts]
    names = {match["name"] for match in named if match is not None}
    if None in named or len(names) == len(named) or any(post.comments_declared for post in posts):
        return posts
    return [
        replace(post, author=match["name"], comments_declared=int(match["count"]))
        for post, match in zip(posts, named, strict=True)
        if match is not None
    ]


def _is_unknown_day(saying: Saying | None) -> bool:
    return saying is not None and saying.is_unknown and saying.is_dated


def _tags_beside_days(rows: Sequence[str]) -> list[tuple[str, ...]]:
    """The lists behind the days of rows, « 2016.01.28 · logement, argent », where each has one; empty elsewhere.

    One name alone could be that of who wrote: one row at least has several.
    """
    lists = [_list_behind_day(row) for row in rows]
    return lists if all(lists) and any(len(names) > 1 for names in lists) else []


def _list_behind_day(row: str) -> tuple[str, ...]:
    """The few words each that stand behind a day with commas between; none where anything else is in the row."""
    date = next(iter(find_dates(row)), None)
    if date is None or row[: date.start].strip(_BORDERS):
        return ()
    behind = row[date.end :]
    names = listed(behind.strip(_BORDERS))
    are_tags = all(len(name.split()) <= _LONGEST_TAG_WORDS and not has_figure(name) for name in names)
    return names if are_tags and behind.lstrip(" \xa0")[:1] in _BORDERS else ()
