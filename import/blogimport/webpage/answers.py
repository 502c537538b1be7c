"""Answers that stand within the comment that they answer, in an element of their own: the host's, mostly."""

from __future__ import annotations

from collections.abc import Sequence

from blogimport.webpage.fields import Comments
from blogimport.webpage.hints import Hint

_NAMED = Hint.COMMENT | Hint.TEXT | Hint.REPLIES


def with_answers(comments: Comments, members: Sequence[int]) -> list[int]:
    """Comments by their places, with the answers within them that say who or when, and what."""
    scan = comments.scan
    found: list[int] = []
    for place in scan.with_hints(Hint.ANSWER):
        if (
            scan.hints[place] & _NAMED
            # What is all links is the button to answer with, which is named so in every comment of most themes.
            and scan.linked(place) < scan.sizes[place]
            and not scan.is_in_one(place, found)
            and not scan.holds_one(place, members)
            # What begins a comment is its own text.
            and any(scan.holds(one, place) and scan.before[one] < scan.before[place] for one in members)
        ):
            read = comments.fields(place, ())
            if (read.author or read.published) and read.body.text:
                found.append(place)
    return sorted({*members, *found}) if found else list(members)
