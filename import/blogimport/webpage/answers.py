"""Answers that stand within the comment that they answer, in an element of their own: the host's, mostly.

Where an answer is two elements, one with its words and one with who and when, both are wrapped into one.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from blogimport.webpage.fields import Comments
from blogimport.webpage.hints import Hint, is_answer_part
from blogimport.webpage.named import Named

_WHOLE = "comment-reply"
_NAMED = Hint.COMMENT | Hint.TEXT | Hint.REPLIES


def wrap_answers(named: Named) -> bool:
    """Wraps the two elements that are one answer; whether there were any."""
    wrapped = False
    for place in named.with_hints(Hint.ANSWER):
        first = named.elements[place]
        second = first.getnext()
        if second is None or not all(is_answer_part(one.get("class") or "") for one in (first, second)):
            continue
        parent = first.getparent()
        if parent is None or parent.get("class") == _WHOLE or first.get("class") == second.get("class"):
            continue
        wrapper = etree.Element("div", {"class": _WHOLE})
        first.addprevious(wrapper)
        wrapper.append(first)
        wrapper.append(second)
        wrapped = True
    return wrapped


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
