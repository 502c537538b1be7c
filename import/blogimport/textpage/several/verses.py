"""Poems under a day or over who wrote them: no line of such a post is prose, and the best labelling sees a menu.

Must not know how comments are told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from blogimport.textpage.assembling import assemble
from blogimport.textpage.labelling import FEWEST_VERSES, Labelled, Page, Part, Roles, are_verses, may_be_verse
from blogimport.textpage.several.sayings import Saying, saying_of
from reader.archive import NewPost

# So many paragraphs are no motto.
_MOTTO = 2
# The titles in a box are no longer.
_LONGEST_ROW = 60
_WHY = "it is the first line of a poem, over which stands no other title"


def told_by_verses(
    page: Page, posts: Sequence[NewPost], language: str | None
) -> tuple[list[NewPost], Roles] | None:
    """The posts of a page that are poems, where no `posts` were found, or one that is the site's words; None elsewhere.

    The first line of a poem is its title, or what a menu ends over and its day stands under. What stands in front of
    that and behind what is said of a post is the site's.
    """
    if posts and (len(posts) > 1 or not _says_little(posts[0]) or page.headings()):
        return None
    lines, sights = page.lines, page.sights
    if any("absent" in sights[index].by_kind for index in page.seeing):
        return None
    sayings = {index: saying_of(lines[index], sights[index]) for index in page.seeing}
    parts = [Part.FRONT] * len(lines)
    starts: list[int] = []
    first_lines: set[str | None] = set()
    for start, end in _runs(page):
        above, foot = sayings.get(start - 1), _foot_end(sayings, end)
        is_told = any(_tells_who_or_when(sayings[index]) for index in range(end, foot))
        has_day = above is not None and above.is_day_alone and not above.is_item
        if posts and lines[start + 1].text in posts[0].body:
            return None  # the post is the poem
        if not (has_day or (is_told and not posts)) or not are_verses(
            [line.text for line in lines[start + 1 : end]]
        ):
            continue
        first = start - has_day
        own = [Part.PRE] * has_day + [Part.TITLE]
        if has_day and _is_title_over(first - 1, page):
            first -= 1
            own = [Part.TITLE, Part.HEAD, Part.BODY]
        else:
            first_lines.add(lines[start].text)
        parts[first:foot] = own + [Part.BODY] * (end - start - 1) + [Part.FOOT] * (foot - end)
        starts.append(first)
    if not starts:
        return None
    last = max(index for index, part in enumerate(parts) if part is not Part.FRONT) + 1
    parts[last:] = [Part.END] * (len(lines) - last)
    told, roles = assemble(
        list(map(Labelled, lines, sights, parts)), language, are_told=True, starts=starts[1:]
    )
    return [
        replace(post, guesses={**post.guesses, "title": _WHY}) if post.title in first_lines else post
        for post in told
    ], roles


def _is_title_over(index: int, page: Page) -> bool:
    """Whether a line that stands over a day is a title, and no name of a site: a menu or a box ends over it."""
    is_line = (
        index > 0 and page.sights[index].is_blind and may_be_verse(page.lines[index], page.sights[index])
    )
    return is_line and not page.sights[index - 1].is_blind


def _says_little(post: NewPost) -> bool:
    """Whether a post may be the name and the motto of a site, or a box; what seem its comments are the poem then."""
    if post.comments_declared is not None:
        return False
    return post.body.count("\n\n") < _MOTTO or not (post.author or _has_prose(post))


def _has_prose(post: NewPost) -> bool:
    return any(len(line) > _LONGEST_ROW for line in post.body.split("\n"))


def _runs(page: Page) -> Iterator[tuple[int, int]]:
    """The runs of short lines, one under the other, of which nothing sure is known: where each starts and ends."""
    start = end = 0
    for index, (line, seen) in enumerate(zip(page.lines, page.sights, strict=True)):
        if may_be_verse(line, seen):
            end = index + 1 if seen.is_blind else end
            continue
        if end - start >= FEWEST_VERSES:
            yield start, end
        start = end = index + 1
    if end - start >= FEWEST_VERSES:
        yield start, end


def _foot_end(sayings: dict[int, Saying | None], start: int) -> int:
    """Where the lines end that say something of the post above them."""
    while sayings.get(start) is not None:
        start += 1
    return start


def _tells_who_or_when(saying: Saying | None) -> bool:
    return saying is not None and not saying.is_item and (saying.is_dated or saying.names)
