"""Posts that are the items of one list, each with how many comments it has at its end, and without a title.

« • … », its further lines under it, « votre commentaire », the next item. Must not know how comments are told.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from blogimport.textpage.assembling import assemble
from blogimport.textpage.labelling import LONGEST_TITLE, Labelled, Page, Part, Roles
from blogimport.textpage.lines import Line
from blogimport.textpage.several.sayings import saying_of
from reader.archive import NewPost

_NO_TITLE_ENDS = (".", ",", ";", ":", "…")


def told_by_items(
    page: Page, posts: Sequence[NewPost], language: str | None
) -> tuple[list[NewPost], Roles] | None:
    """The posts of a page whose items end so, where these are more than some `posts`; None elsewhere."""
    lines = page.lines
    ends = [
        index
        for index, (line, below) in enumerate(pairwise(lines))
        if below.marker == "bullet" and line.indent and line.marker is None and _ends_item(page, index)
    ]
    if not ends:
        return None  # as on most pages
    starts = [0, *(index + 1 for index in ends)]
    if len(starts) <= len(posts) or not all(
        _is_whole(lines[start + 1 : end]) for start, end in zip(starts, ends, strict=False)
    ):
        return None
    limit = _end_of_item(lines, starts[-1])
    end = next((index for index in range(starts[-1] + 1, limit) if _counts(page, index)), limit)
    parts = [Part.BODY] * end + [Part.END] * (len(lines) - end)
    for index in (*ends, *range(end, min(end + 1, limit))):
        parts[index] = Part.FOOT
    for start in starts:
        text = start + (not any(map(str.isalnum, lines[start].text)))  # the text may stand under its sign
        if text + 1 < end and parts[text + 1] is Part.BODY and _is_title(lines[text], lines[text + 1]):
            parts[text] = Part.TITLE
        parts[start:text] = [Part.FRONT] * (text - start)
    labelled = list(map(Labelled, lines, page.sights, parts))
    told, roles = assemble(labelled, language, are_told=True, starts=starts[1:])
    return (told, roles) if len(told) == len(starts) else None


def _is_title(line: Line, below: Line) -> bool:
    """Whether the first line of an item stands apart from its text, and is no sentence of that."""
    if line.text.isupper():
        return not below.text.isupper()
    is_apart = below.after_blank and below.shape == "prose" and len(line.text) <= LONGEST_TITLE
    return is_apart and not line.text.endswith(_NO_TITLE_ENDS)


def _counts(page: Page, index: int) -> bool:
    """Whether a line says how many comments a post has, or asks for some."""
    saying = saying_of(page.lines[index], page.sights[index])
    return saying is not None and saying.counts


def _ends_item(page: Page, index: int) -> bool:
    """Whether a line counts comments, and the text of another item begins right under it, at the same column."""
    line, below = page.lines[index : index + 2]
    return below.indent < line.indent == below.width and _counts(page, index)


def _is_whole(lines: Sequence[Line]) -> bool:
    """Whether all further lines of an item stand under its text."""
    return all(line.indent for line in lines)


def _end_of_item(lines: Sequence[Line], start: int) -> int:
    """Where an item ends that nothing ends but other lines, or the page."""
    width = lines[start].width
    return next((at for at in range(start + 1, len(lines)) if lines[at].indent < width), len(lines))
