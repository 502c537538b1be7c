"""Comments that nothing marks, in the text of a whole page: there these are none.

An extractor that leaves names and dates out leaves out the site, too; where menus, boxes and forms of it stand in the
text, so would who signed the comments, and when. What sounds like them is of the post: quoted, recited, or told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from blogimport.textpage.assembling import assemble
from blogimport.textpage.cues import CueKind
from blogimport.textpage.ended import ended_at_heading
from blogimport.textpage.labelling import Page, Roles, is_crowded, label, with_text_below
from blogimport.textpage.lines import stops
from blogimport.textpage.voice import is_personal, name_line
from reader.archive import NewPost

# What only a whole page has, and from how many lines of it on.
_SITES: frozenset[CueKind] = frozenset(("furniture", "related", "form", "closed", "about", "pings"))
_FEWEST = 4
_ITEM = "• "
# So many days alone would sign comments, if these were any.
_FEWEST_DAYS = 3


def without_unsigned(
    page: Page, posts: Sequence[NewPost], language: str | None
) -> tuple[list[NewPost], Roles] | None:
    """The reading of a whole page without comments, where nobody has signed those of its one post; None elsewhere."""
    if len(posts) != 1 or not posts[0].comments:
        return None
    has_blanks = not is_crowded(page.lines)
    if has_blanks:
        is_in_vain = _are_unmarked(posts[0]) and _is_whole(page)
    else:
        is_in_vain = _are_scraps(posts[0], page, language) and not _have_buttons(page)
    if not is_in_vain:
        return None
    labelled = label(replace(page, end=None, spoken=range(0)), ())[0]
    if has_blanks:
        labelled = with_text_below(labelled)
    found, roles = assemble(ended_at_heading(labelled) or labelled, language)
    # Scraps are no comments, whatever the rest is.
    return (found, roles) if found or not has_blanks else None


def _is_whole(page: Page) -> bool:
    """Whether a page has what only a whole one has, or so many days that would sign comments, if there were any."""
    of_site = sum(not _SITES.isdisjoint(seen.by_kind) for seen in page.sights)
    days = sum(seen.date is not None and not seen.by_kind for seen in page.sights)
    return of_site >= _FEWEST or days >= _FEWEST_DAYS


def _are_scraps(post: NewPost, page: Page, language: str | None) -> bool:
    """Whether what nobody signs are buttons, or lists of links, rather than comments: no sentence, or mostly items.

    Under a heading over comments a sentence need not end, where it speaks of somebody.
    """
    comments = post.comments
    if any(comment.author or comment.published or comment.kind == "pingback" for comment in comments):
        return False
    lines = [line for comment in comments for line in comment.body.splitlines() if line.strip()]
    if 2 * sum(line.startswith(_ITEM) for line in lines) >= len(lines):
        return True
    said = [line for line in lines if name_line(line) is None] if page.headings() else []
    if said and all(is_personal(line, language) for line in said):
        return False
    return post.comments_declared != len(comments) and not any(map(stops, lines))


def _have_buttons(page: Page) -> bool:
    """Whether buttons that stand under comments alone come again: « J'aimeJ'aime »."""
    buttons = (seen.by_kind for seen in page.sights if "tail" in seen.by_kind)
    return sum("byline" not in by_kind for by_kind in buttons) > 1


def _are_unmarked(post: NewPost) -> bool:
    """Whether no comment is signed, nothing but words tells where they begin, and the page declares none."""
    return not post.comments_declared and all(
        (comment.author is None or "author" in comment.guesses)
        and comment.published is None
        and "published" not in comment.guesses
        and "boundary" in comment.guesses
        for comment in post.comments
    )
