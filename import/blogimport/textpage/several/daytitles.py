"""Titles in one row with the day: « Mardi 3 mai 2005 - Le four », « Mercato · 3 mai 2005 », « Le four, le 3 mai »."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from blogimport.textpage.cues import sights_of
from blogimport.textpage.labelling import Labelled, Roles
from blogimport.textpage.several.sayings import author_said, date_said
from reader.archive import NewPost
from reader.dates import FoundDate, find_dates, tells_day

_FEWEST, _FEWEST_COUNTED = 2, 3
_COUNTED = re.compile(r"(?P<name>.*[^\W\d_]\W{0,3})\s(?P<count>\d{1,3})")
_BORDER = re.compile(r"\s*[-–—:|]+\s+(?=\S)")
# Between a title and the day behind it.
_BEFORE_DAY = re.compile(r"(?<=\S)(?:\s+[-–—]\s+|\s*[|·•]\s*|\s+\(|,\s+(?:\w{1,3}\s+)?)")
# One of these stands in each of these lines.
_SIGN = re.compile(r"[-–—:|·•(,]")


class DayTitle(NamedTuple):
    """A title beside the day (ISO) in its line, and who wrote the post, where the line says that, too."""

    day: str
    title: str
    author: str | None = None


def day_title(text: str, language: str | None) -> DayTitle | None:
    """The day and the title that a line is made of; None of any other line."""
    if _SIGN.search(text) is None:
        return None
    dates = [date for date in find_dates(text, language) if date.has_year and tells_day(date.iso)]
    if not dates:
        return None
    if dates[0].start == 0:
        border = _BORDER.match(text, dates[0].end)
        return DayTitle(dates[0].iso, text[border.end() :]) if border is not None else None
    return _day_behind(text, dates[-1], language)


def _day_behind(text: str, date: FoundDate, language: str | None) -> DayTitle | None:
    """A title with the day behind it, and perhaps who wrote."""
    for border in _BEFORE_DAY.finditer(text, 0, date.start):
        if border[0].endswith("(") and not text.endswith(")"):
            continue
        said = text[border.end() :]
        if border.end() == date.start and not text[date.end :].strip(" )"):
            return DayTitle(date.iso, text[: border.start()])
        seen = sights_of(said.rstrip(")"), language)
        if (date_said(seen) or "")[:10] == date.iso[:10]:
            return DayTitle(date.iso, text[: border.start()], author_said(seen))
    return None


def with_titles_beside_days(
    page: Sequence[Labelled],
    posts: Sequence[NewPost],
    roles: Roles,
    titles: Sequence[int | None],
    language: str | None,
) -> list[NewPost]:
    """Some posts with what the rows say that are a title and the day in one, by the index of each post's row, if so."""
    told: list[NewPost] = []
    for number, (post, index) in enumerate(zip(posts, titles, strict=True)):
        row = page[index] if index is not None else None
        parts = day_title(row.line.text, language) if row is not None else None
        if row is not None and parts is not None:
            roles.give([row], "title", number)
            # What seemed to be where the post is filed may be its title.
            filed = tuple(name for name in post.categories if name != parts.title)
            when = post.published if (post.published or "").startswith(parts.day) else parts.day
            post = replace(
                post, title=parts.title, published=when, author=parts.author or post.author, categories=filed
            )
        told.append(post)
    return told


def without_days(posts: Sequence[NewPost], language: str | None) -> Sequence[NewPost]:
    """Some posts with their titles without days, where all have one; the day is when each was published."""
    if len(posts) < _FEWEST or not all(post.title and any(map(str.isdigit, post.title)) for post in posts):
        return posts
    bare: list[NewPost] = []
    for post in posts:
        parts = day_title(post.title or "", language)
        if parts is None:
            return posts
        bare.append(
            replace(
                post,
                title=parts.title,
                published=post.published or parts.day,
                author=post.author or parts.author,
            )
        )
    return bare


def without_counts(posts: Sequence[NewPost]) -> Sequence[NewPost]:
    """Some posts with their titles without the number of comments that a theme prints behind each: « Le four 33 ».

    « Carnet 12 » and « Carnet 13 » are numbered by who wrote.
    """
    if len(posts) < _FEWEST_COUNTED or any(post.comments_declared is not None for post in posts):
        return posts
    told = [_COUNTED.fullmatch(post.title or "") for post in posts]
    names = {match["name"] for match in told if match is not None}
    counts = sorted(int(match["count"]) for match in told if match is not None)
    if None in told or len(names) < len(told) or _are_in_order(counts):
        return posts
    return [
        replace(post, title=match["name"], comments_declared=int(match["count"]))
        for post, match in zip(posts, told, strict=True)
        if match is not None
    ]


def _are_in_order(numbers: Sequence[int]) -> bool:
    """Whether numbers count on, one after the other."""
    return all(later - number == 1 for number, later in pairwise(numbers))
