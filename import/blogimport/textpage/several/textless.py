"""Posts without a text, over what others said of them: pictures mostly, of which a page's text tells nothing.

The best labelling wants a text between a title and the comments, and takes the first comment for that.
"""

from __future__ import annotations

from collections.abc import Sequence

from blogimport.textpage.assembling import assemble
from blogimport.textpage.cues import ANNOUNCING, CueKind, Sights
from blogimport.textpage.labelling import LONGEST_TITLE, Labelled, Page, Part, Roles
from blogimport.textpage.lines import Line
from blogimport.textpage.several.sayings import saying_of
from reader.archive import NewPost
from reader.dates import tells_whole_day

# What stands under comments and is none.
_AROUND: frozenset[CueKind] = frozenset(("form", "closed", "furniture", "related"))
# So many short lines between a title and the comments are a post's, as what a picture shows.
_MOST_LINES = 3
_SEVERAL = 2


def told_without_text(
    page: Page, posts: Sequence[NewPost], language: str | None
) -> tuple[list[NewPost], Roles] | None:
    """The post of a page that has no text over its comments, where `posts` tell fewer of these; None elsewhere."""
    if len(posts) > 1:
        return None
    over = _heading_over_text(page)
    if not over:
        return None  # as on most pages
    signed = [at for at in page.seeing if at > over and _signs(page.sights[at])]
    if not signed:
        return None
    above = _parts_above(page, over)
    if above is None:
        return None
    found, roles = _assembled(page, [*above, Part.OVER], signed[-1] + 1, language)
    is_told = len(found) == 1 and found[0].comments and all(one.author for one in found[0].comments)
    return (found, roles) if is_told and _tells_more(found[0], posts, page.lines[over].text) else None


def told_by_talk(page: Page, language: str | None) -> tuple[list[NewPost], Roles] | None:
    """The post of which a page has a day, a title, and what several say right under these; None elsewhere.

    It was a picture, or an extractor has dropped its text.
    """
    speaking = [index for index in page.seeing if "head_before" in page.sights[index].by_kind]
    title = speaking[0] - 1 if len(speaking) >= _SEVERAL else 0
    day = page.sights[title - 1].date if title > 0 and page.sights[title].is_blind else None
    if day is None or not tells_whole_day(day):
        return None
    if page.lines[title].shape == "prose" and len(page.lines[title].text) > LONGEST_TITLE:
        return None
    if any(
        line.shape == "prose" and seen.is_blind
        for line, seen in zip(page.lines[: title - 1], page.sights, strict=False)
    ):
        return None
    above = [*[Part.FRONT] * (title - 1), Part.PRE, Part.TITLE]
    return _assembled(page, above, speaking[-1], language)


def _assembled(
    page: Page, above: list[Part], least: int, language: str | None
) -> tuple[list[NewPost], Roles]:
    """The post over the comments that begin under some lines, and go on to the index `least` at least."""
    end = len(page.lines)
    while end > least and not _AROUND.isdisjoint(page.sights[end - 1].by_kind):
        end -= 1
    parts = [*above, *[Part.THREAD] * (end - len(above)), *[Part.END] * (len(page.lines) - end)]
    return assemble(list(map(Labelled, page.lines, page.sights, parts)), language, are_told=True)


def _tells_more(found: NewPost, posts: Sequence[NewPost], heading: str) -> bool:
    """Whether a post has more comments than another reading, or that has taken what announces them for the post's."""
    if not posts:
        return True
    (post,) = posts
    if len(found.comments) < len(post.comments):
        return False
    is_swallowed = post.title is None or heading in (post.title, *post.body.splitlines())
    return len(found.comments) > len(post.comments) or is_swallowed


def _signs(seen: Sights) -> bool:
    """Whether a line says who wrote a comment: who and when, or « Zoé a dit »."""
    if "head_before" in seen.by_kind:
        return True
    head = seen.head
    return head is not None and head.captured.author is not None and head.captured.date is not None


def _heading_over_text(page: Page) -> int:
    """The index of the first line that announces comments where no text is over it, but a title that asks or cries.

    0 where there is none.
    """
    for index, (line, seen) in enumerate(zip(page.lines, page.sights, strict=True)):
        if not seen.is_blind:
            if seen.by_kind and not ANNOUNCING.isdisjoint(seen.by_kind):
                return index
        elif line.shape == "prose" and (
            line.text[-1] not in "!?…" or (index and page.sights[index - 1].is_blind)
        ):
            return 0
    return 0


def _parts_above(page: Page, over: int) -> list[Part] | None:
    """The parts of the lines above the comments: a title, and short lines under it; None where there is no title."""
    parts = [Part.FRONT] * over
    start = over
    while start and _may_be_said(page, start - 1):
        start -= 1
    # What says who and when stands under a title, a day alone over it.
    head = start
    while head and _is_row(page, head - 1):
        head -= 1
    has_day = start > head and page.sights[start - 1].date is not None and not page.sights[start - 1].by_kind
    if head < start and head and not (has_day and start < over) and _may_be_said(page, head - 1):
        title, text = head - 1, start
        parts[head:start] = [Part.HEAD] * (start - head)
    elif start < over:
        title, text = start, start + 1
        parts[head:start] = [Part.PRE] * (start - head)
    else:
        return None
    if over - text > _MOST_LINES or not _may_be_title(page.lines[title]):
        return None
    parts[title] = Part.TITLE
    parts[text:over] = [Part.BODY] * (over - text)
    return parts


def _may_be_said(page: Page, index: int) -> bool:
    """Whether a line may be a title or what a picture shows: nothing is known of it, or it names the picture."""
    seen = page.sights[index]
    return seen.is_blind or (seen.image and not seen.by_kind)


def _may_be_title(line: Line) -> bool:
    return line.marker is None and len(line.text) <= LONGEST_TITLE and line.text[-1] not in ".,;:"


def _is_row(page: Page, index: int) -> bool:
    """Whether a line says who wrote a post, or when."""
    return saying_of(page.lines[index], page.sights[index]) is not None
