"""A day that stands over the title of a post, and not under what looks like it: blogs had a heading for each day.

« Le blog », « Ce qu'il en dit », « Lundi 3 mai 2006 », « Le titre » and a text look like a title, its date and a text
that begins with a short line. Where the post states its time apart from any day, as under such headings, the line
under the day is the title. Must not know what stands in the comments.
"""

from __future__ import annotations

from collections.abc import Sequence

from blogimport.textpage.cues import Sights, no_text
from blogimport.textpage.labelling import Labelled, Page, page_of
from blogimport.textpage.parts import Part
from reader.dates import tells_day

_OVER_ALL = no_text("over the day of a post")


def with_day_over_title(
    page: Page, labelled: Sequence[Labelled], language: str | None
) -> tuple[Page, str] | None:
    """The page where the day of its first post stands over the title, and that title; None where nothing says so."""
    title = next((index for index, entry in enumerate(labelled) if entry.part is Part.TITLE), len(labelled))
    if title == len(labelled):
        return None
    if any("heading" in page.sights[index].by_kind for index in page.seeing if index < title):
        return None
    first = next(
        (i for i in range(title + 1, len(labelled)) if labelled[i].part is not Part.HEAD), len(labelled)
    )
    head = labelled[title + 1 : first]
    days = [entry for entry in head if entry.sights.date is not None]
    if len(days) != 1 or "T" in (days[0].sights.date or "") or not tells_day(days[0].sights.date or ""):
        return None
    if first not in page.weak or not _is_over_text(first, labelled):
        return None
    foot = (entry for entry in labelled[first:] if entry.part is Part.FOOT)
    if not any(_tells_time_alone(entry.sights) for entry in (*head, *foot)):
        return None
    sights = [_OVER_ALL if index <= title else seen for index, seen in enumerate(page.sights)]
    return page_of(page.lines, sights, language=language, begin=page.begin), labelled[first].line.text


def _is_over_text(index: int, labelled: Sequence[Labelled]) -> bool:
    """Whether a line begins the body of a post and stands apart over its text, as far as anything stands apart."""
    entry, *following = labelled[index : index + 3]
    return (
        entry.part is Part.BODY
        and bool(following)
        and following[0].part is Part.BODY
        and (entry.line.after_blank or not following[0].line.after_blank)
        and any(one.line.shape == "prose" for one in following)
    )


def _tells_time_alone(seen: Sights) -> bool:
    """Whether a line says at what time a post was written, and not on which day."""
    byline = seen.by_kind.get("byline")
    if byline is None:
        return False
    return byline.captured.time is not None and byline.captured.date is None
