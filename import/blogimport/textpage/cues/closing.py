"""What a program says of a post under it, in sentences, as WordPress does: of its feed and of how to answer it."""

from __future__ import annotations

import re
from collections.abc import Callable

from blogimport.textpage.cues.captured import FIRST_BLOG, NOTHING_CAPTURED, Captured
from blogimport.textpage.cues.matching import Sight
from blogimport.textpage.cues.seen import NOTHING, Sights
from reader.dates import find_dates

FEED = "RSS"
"""What such a text calls the feed, in any language."""
_PINGING = re.compile(r"track ?backs?\b|rétrolien|retrolien|ping ?backs?\b", re.IGNORECASE)
_SHORTEST, _LONGEST = 80, 900
_MOST_DATES = 1
_SURE = 12
_FIRST_SENTENCE = re.compile(r"[^.!?]*(?:[.!?](?!\s+[A-ZÀ-Þ])[^.!?]*)*")


def closing_of(text: str, language: str | None, seen_in: Callable[[str, str | None], Sights]) -> Sights:
    """What a program says of a post under it; nothing where a text does not speak of its feed and pings.

    « Ce billet a été posté le 3 mai et est classé dans Vélo. Vous pouvez suivre le flux RSS, ou faire un trackback. »
    `seen_in` tells what its first sentence says.
    """
    if not (_SHORTEST <= len(text) <= _LONGEST and _PINGING.search(text)):
        return NOTHING
    found = [date for date in find_dates(text, language) if date.has_year and date.iso >= FIRST_BLOG]
    if len({date.iso[:10] for date in found}) > _MOST_DATES or (not found and "2.0" not in text):
        return NOTHING
    first = _FIRST_SENTENCE.match(text)
    seen = seen_in(first[0], language).get("byline") if first is not None and FEED not in first[0] else None
    captured = NOTHING_CAPTURED if seen is None else seen.captured
    if captured.date is None and found:
        captured = captured.merged(Captured(date=found[0].iso))
    return Sights({"byline": Sight(captured, "the feed and the pings of a post", _SURE)})
