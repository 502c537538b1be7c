"""A day that stands over the title of a post, and not under what looks like it: blogs had a heading for each day.

« Le blog », « Ce qu'il en dit », « Lundi 3 mai 2006 », « Le titre » and a text look like a title, its date and a text
that begins with a short line. Where the post states its time apart from any day, as under such headings, the line
under the day is the title. Must not know what stands in the comments.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from blogimport.textpage.cues import Sights, comparable, cue_book, no_text
from blogimport.textpage.labelling.parts import Part
from blogimport.textpage.labelling.sequence import Labelled, Page, page_of
from reader.dates import tells_day

# « Previous PostPrevious Leeks », « Article précédentPrécédent Le four »: the theme that says it once for those who
# hear it and once for those who see it has the day over the title.
_TWICE = re.compile(r"([^\W\d_]+) ([^\W\d_]+)(?<=[^\W\d_A-ZÀ-Þ])(?=[^\W\d_a-zà-ÿ])(?i:\1|\2)\s")
_BAR_AND_DAY = 2
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
    within = next((at for at in range(title + 2, first - 1) if _is_titled_day(at, labelled)), None)
    if within is not None:
        return _told(page, within - 2, labelled[within].line.text, language)
    if _is_under_row(first, head, labelled) and any(_TWICE.match(line.text) for line in page.lines[first:]):
        return _told(page, title, labelled[first].line.text, language)
    if _is_under_bar(first, head, labelled):
        return _told(page, title, labelled[first].line.text, language)
    is_box = first < len(labelled) and labelled[first].line.shape != "prose"
    below = _day_said_again(title, labelled) if is_box else None
    if below is not None:
        return _told(page, below - 1, labelled[below + 1].line.text, language)
    days = [entry for entry in head if entry.sights.date is not None]
    if len(days) != 1 or "T" in (days[0].sights.date or "") or not tells_day(days[0].sights.date or ""):
        return None
    if first == len(labelled) or not _is_over_text(first, labelled):
        return None
    if _is_listed(first, labelled) and not _is_listed(title, labelled):
        return _told(page, title, labelled[first].line.text, language)
    if first not in page.weak:
        return None
    foot = (entry for entry in labelled[first:] if entry.part is Part.FOOT)
    if not any(_tells_time_alone(entry.sights) for entry in (*head, *foot)):
        return None
    return _told(page, title, labelled[first].line.text, language)


def _is_under_row(first: int, head: Sequence[Labelled], labelled: Sequence[Labelled]) -> bool:
    """Whether a short line stands apart between a row that says when a post was published, and its text."""
    if len(head) != 1 or first == len(labelled) or labelled[first].line.shape != "short":
        return False
    byline = head[0].sights.by_kind.get("byline")
    is_dated = head[0].sights.date is not None or (byline is not None and byline.captured.date is not None)
    return is_dated and labelled[first].sights.is_blind and _is_over_text(first, labelled)


def _is_under_bar(first: int, head: Sequence[Labelled], labelled: Sequence[Labelled]) -> bool:
    """Whether a short line stands over a text, under a day and the row of a host: over that is the name of the blog."""
    if len(head) < _BAR_AND_DAY or not comparable(head[0].line.text).startswith(cue_book().bars):
        return False
    is_dated = any(tells_day(entry.sights.date or "") for entry in head)
    return is_dated and _is_over_text(first, labelled) and labelled[first].line.shape == "short"


def _told(page: Page, last: int, title: str, language: str | None) -> tuple[Page, str]:
    """The page where nothing down to a line is said of the post, and the title that stands under its day then."""
    sights = list(page.sights)
    sights[: last + 1] = [_OVER_ALL] * (last + 1)
    at = next((index for index, line in enumerate(page.lines) if index > last and line.text == title), None)
    if at is not None and not sights[at].is_blind:
        sights[at] = Sights()  # a title may hold a time or a day
    return page_of(page.lines, sights, language=language, begin=page.begin), title


def _is_titled_day(index: int, labelled: Sequence[Labelled]) -> bool:
    """Whether a line stands under a day alone, and over who wrote a post and when."""
    over, entry, under = labelled[index - 1 : index + 2]
    byline = under.sights.by_kind.get("byline")
    is_title = entry.sights.is_blind and entry.line.shape == "short" and entry.line.after_blank
    return (
        is_title and _is_day_alone(over.sights) and byline is not None and byline.captured.author is not None
    )


def _day_said_again(title: int, labelled: Sequence[Labelled]) -> int | None:
    """Where the day alone stands that the footer under it repeats, below what is a box of short lines and no post."""
    first = next((at for at, entry in enumerate(labelled) if entry.part is Part.FOOT and at > title), None)
    if first is None or first + 2 >= len(labelled):
        return None
    if not _is_day_alone(labelled[first].sights):
        return None
    under = labelled[first + 1]
    if not under.sights.is_blind or under.line.shape != "short" or not under.line.after_blank:
        return None
    if any(entry.line.shape == "prose" for entry in labelled[title:first]):
        return None
    day = labelled[first].sights.date
    for entry in labelled[first + 2 :]:
        if entry.part in (Part.TITLE, Part.OVER, Part.THREAD):
            return None
        byline = entry.sights.by_kind.get("byline")
        if byline is not None and byline.captured.date is not None:
            return first if byline.captured.date[: len(day or "")] == day and byline.captured.author else None
    return None


def _is_day_alone(seen: Sights) -> bool:
    """Whether a line is a day and nothing else."""
    day = seen.date or ""
    return tells_day(day) and "T" not in day and not seen.by_kind


def _is_listed(index: int, labelled: Sequence[Labelled]) -> bool:
    """Whether a short line of several words stands on the page as an item, too: in the list of the latest posts."""
    line = labelled[index].line
    if line.shape != "short" or " " not in line.text or line.marker is not None:
        return False
    return any(entry.line.marker is not None and entry.line.text == line.text for entry in labelled)


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
