"""Short lines that no cue knows and that hold a whole day and little else: what a site says of a post, or beside it.

« < Harbour 7 - 24 April 2006 > », « Mardi 24 janvier 2017 | Mise en ligne | Commenter (27) ». No title and no text is
like that, whatever the words beside the day mean. And the line right under a day that stands alone over the first text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from blogimport.textpage.cues import Sights, unseen
from blogimport.textpage.labelling.scoring import LONGEST_TITLE
from blogimport.textpage.lines import Line, stops
from reader.dates import FoundDate, find_dates, tells_day, tells_whole_day

#          FRONT PRE TITLE HEAD BODY BOX FOOT OVER THREAD END
DAY_ROW = (0.0, 0.0, -2.0, 4.0, -2.0, 0.0, 1.0, 0.0, 0.0, 0.0)
"""How much better than other short lines they fit each part."""
UNDER_DAY = (0.0, 0.0, 2.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
"""How much better the line right under a day fits each part: it is the title mostly, whatever stands under that."""
# So near over the first text a title stands; verses do not.
_NEAR_TEXT = 3
# So many words beside a day are no sentence with a day in it.
_MOST_BESIDE = 8
_SEVERAL = 2
_WORD = re.compile(r"\w+")


def day_rows(lines: Sequence[Line], sights: Sequence[Sights], language: str | None) -> list[int]:
    """The indices of the lines that hold a day and little else, and are no items of a list."""
    # Few short lines have the digits of a year, and nothing else is asked of the others.
    rows = [
        index
        for index, line in enumerate(lines)
        if line.marker is None
        and sights[index].is_blind
        and (line.shape == "short" or len(line.text) < LONGEST_TITLE)
        and ("20" in line.text or "19" in line.text)
        and day_in_row(line.text, language) is not None
        and not _is_beside_day(index, sights)
    ]
    text_at = next((at for at, line in enumerate(lines) if len(line.text) >= LONGEST_TITLE), 0) if rows else 0
    under = [index for index in rows if index > text_at]
    # Several of them under a text rather sign what was said of it.
    return rows if len(under) < _SEVERAL else [index for index in rows if index < text_at]


def under_days(
    lines: Sequence[Line], sights: Sequence[Sights], seeing: Sequence[int], text_at: int
) -> list[int]:
    """The indices of the lines, of which nothing is known, right under days that stand alone over the first text.

    The text is near, and what follows them apart. Nothing on a page that tells another day of the post.
    `seeing` are the indices of the lines in which anything is seen, `text_at` is that of the first text.
    """
    if not text_at and seeing and seeing[0] == 1:
        # Over the first day a site may say who it is, in a sentence.
        text_at = next((at for at in range(1, len(lines)) if lines[at].shape == "prose"), 0)
    found = [
        index + 1
        for index in seeing
        if index + 1 < text_at <= index + 1 + _NEAR_TEXT
        and (day := sights[index].date) is not None
        and not sights[index].by_kind
        and "T" not in day
        and tells_day(day)
        and sights[index + 1].is_blind
        and lines[index + 1].marker is None
        and lines[min(index + 2, len(lines) - 1)].after_blank
    ]
    if not found:
        return found
    bylines = [
        byline.captured.date
        for index in seeing
        if (byline := sights[index].by_kind.get("byline")) is not None
    ]
    return [] if any(date is not None and tells_whole_day(date) for date in bylines) else found


def _is_beside_day(index: int, sights: Sequence[Sights]) -> bool:
    """Whether a line stands right under a day alone, or over who wrote and when, as « 3 mai 2009 : la crue » does."""
    above = sights[index - 1].date if index else None
    byline = sights[index + 1].by_kind.get("byline") if index + 1 < len(sights) else None
    return (above is not None and tells_whole_day(above)) or (
        byline is not None and byline.captured.author is not None and byline.captured.date is not None
    )


def without_day_titles(sights: Sequence[Sights], seeing: Sequence[int]) -> Sequence[Sights]:
    """The sights of the (non-blank) lines, with nothing seen in a day without a year beside the day of the post.

    « Mardi 7 septembre », under « 18 novembre 2007 » or over who wrote on that day, is a title.
    """
    titles = [
        index
        for index in seeing
        if (day := sights[index].date) is not None
        and day[0] == "-"
        and not sights[index].by_kind
        and "T" not in day
        and _tells_other_day(index, day, sights)
    ]
    return unseen(sights, titles)


def _tells_other_day(index: int, day: str, sights: Sequence[Sights]) -> bool:
    """Whether the line over or under one tells another day, with its year."""
    above = sights[index - 1].date if index else None
    below = sights[index + 1] if index + 1 < len(sights) else Sights()
    byline = below.by_kind.get("byline")
    return any(
        other is not None and tells_whole_day(other) and other[4:10] != day[1:]
        for other in (above, below.date, byline.captured.date if byline else None)
    )


def day_in_row(text: str, language: str | None) -> FoundDate | None:
    """The only day in a text that says little else; None in others, and in sentences."""
    if len(text) >= LONGEST_TITLE or stops(text):
        return None
    found = find_dates(text, language)
    if len(found) != 1 or not found[0].has_year or not tells_day(found[0].iso):
        return None
    beside = text[: found[0].start] + text[found[0].end :]
    return found[0] if 0 < len(_WORD.findall(beside)) <= _MOST_BESIDE else None
