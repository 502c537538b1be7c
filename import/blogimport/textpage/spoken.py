"""A list at the end of a page whose items are comments although nothing says so.

An extractor that keeps the main content may drop « 80 comments » and every name, and leave the numbered texts.
A list of a post's own is told from them by its words: people greet and thank.
"""

from __future__ import annotations

from collections.abc import Sequence

from blogimport.textpage.cues import comparable, cue_book
from blogimport.textpage.lines import Line

_FEWEST_ITEMS = 4
# What may follow the list: a form, a line or two of the site.
_MOST_AFTER = 6
# The share of items that begin by greeting or thanking; with answers nested in the list, fewer will do.
_SHARE = 0.25
_SHARE_WITH_ANSWERS = 0.12
_BEGINNING = 80


def spoken_list(lines: Sequence[Line]) -> range:
    """The indices of the lines of such a list, empty where there is none; `lines` are those of a page."""
    end = len(lines)
    while end > 0 and not lines[end - 1].indent and len(lines) - end < _MOST_AFTER:
        end -= 1
    start = end
    while start > 0 and (lines[start - 1].indent or lines[start - 1].marker):
        start -= 1
    while start < end and lines[start].marker not in ("number", "bullet"):
        start += 1
    if start >= end:
        return range(0)
    base, marker = lines[start].indent, lines[start].marker
    items = [line for line in lines[start:end] if line.marker == marker and line.indent >= base]
    top = [line for line in items if line.indent == base]
    if len(top) < _FEWEST_ITEMS or (marker == "number" and top[0].ordinal != 1):
        return range(0)
    speaking = sum(_speaks(line.text) for line in items) / len(items)
    has_answers = any(line.indent > base and line.ordinal == 1 for line in items)
    if speaking < (_SHARE_WITH_ANSWERS if has_answers else _SHARE):
        return range(0)
    return range(start, end)


def _speaks(text: str) -> bool:
    """Whether a text begins as people speak to each other."""
    start = comparable(text[:_BEGINNING]).casefold().lstrip("*\"'¡¿ ")
    return cue_book().speaks.match(start) is not None
