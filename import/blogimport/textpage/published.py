"""When a post was published, as the lines about it say, or the day that stands over several posts.

Must not know what else these lines say.
"""

from __future__ import annotations

from collections.abc import Sequence

from blogimport.textpage.cues import cue_book
from blogimport.textpage.labelling import Labelled, Part, Segment, day_in_row
from reader.dates import tells_day, with_time


def date_in(entry: Labelled) -> str | None:
    """The date that a line about the post states, whole or not, but with its year."""
    seen = entry.sights
    byline, head = seen.by_kind.get("byline"), seen.by_kind.get("head")
    for date in (
        seen.date,
        byline.captured.date if byline else None,
        head.captured.date if head else None,
    ):
        if date and not date.startswith("--"):
            return date
    return None


def _yearless_in(entry: Labelled) -> str | None:
    """The day without a year that a line about the post states."""
    byline = entry.sights.get("byline")
    for date in (entry.sights.date, byline.captured.date if byline else None):
        if date and date.startswith("--"):
            return date
    return None


def _time_in(entry: Labelled) -> str | None:
    byline = entry.sights.get("byline")
    return entry.sights.time or (byline.captured.time if byline else None)


def published_of(lines: Sequence[Labelled], title_date: str | None) -> str | None:
    """When a post was published, of the lines about it: the day from its head joins the time from its foot."""
    dated = [(entry, date) for entry in lines if (date := date_in(entry))]
    if len(dated) > 1:
        # A title may name a day, too: « Rendez-vous le 12 mai 2009 ».
        dated.sort(
            key=lambda one: (one[0].part is Part.TITLE, cue_book().announcing.tells_change(one[0].line.text))
        )
    dates = [date for _, date in dated]
    if title_date is not None:
        dates.insert(0, title_date)
    if not dates:
        return None
    day = dates[0]
    if "T" in day or not tells_day(day):
        whole = next((date for date in dates if date.startswith((f"{day}-", f"{day}T"))), None)
        return whole or _in_month(day, lines)
    timed = next((date for date in dates if date.startswith(f"{day}T")), None)
    if timed is not None:
        return timed
    # « Posted on 03/04 at 10:12 PM », under a head with the year
    same_day = [date for entry in lines if (date := _yearless_in(entry)) and date[1:7] == day[4:10]]
    times = [date[-5:] for date in same_day if "T" in date]
    times += [time for entry in lines if (time := _time_in(entry))]
    return f"{day}T{times[0]}" if times else day


def _in_month(month: str, lines: Sequence[Labelled]) -> str:
    """The day of a month (« 2009-06 »), with its time, that lines about the post state without year; else the month."""
    day = next((date for entry in lines if (date := _yearless_in(entry)) and date[1:4] == month[4:]), None)
    if day is None or "T" in month:
        return month
    time = next((time for entry in lines if (time := _time_in(entry))), None)
    return with_time(month[:4] + day[1:], time)


def day_beside(segment: Segment, language: str | None) -> str | None:
    """The day in a line about the post of which no cue knows anything."""
    blind = (entry.line.text for entry in segment.of(Part.HEAD, Part.FOOT) if entry.sights.is_blind)
    return next((day.iso for text in blind if (day := day_in_row(text, language))), None)


def day_over(segment: Segment) -> str | None:
    """The day that stands alone over the title of a post: some themes print it once for all posts of the day."""
    days = [entry.sights.date for entry in segment.seen_in(Part.PRE) if not entry.sights.by_kind]
    return next((day for day in days if day is not None and "T" not in day and tells_day(day)), None)


def day_over_title(segment: Segment) -> Labelled | None:
    """The line right over the title of a post that tells a day, for a page that tells none elsewhere; else None.

    An extractor may have left the title twice.
    """
    front, title = segment.of(Part.FRONT), segment.of(Part.TITLE)
    if front and title and front[-1].line.text == title[0].line.text:
        front = front[:-1]
    if not front or not title or front[-1].line.marker is not None:
        return None
    return front[-1] if tells_day(date_in(front[-1]) or "") else None


def carried(lines: Sequence[Labelled], day: str | None) -> str | None:
    """That day for a post that says at what time it was published, or nothing; None where there is none."""
    if day is None or day.startswith("--"):
        return None
    time = next((time for entry in lines if (time := _time_in(entry))), None)
    return day if time is None else f"{day}T{time}"
