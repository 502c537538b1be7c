"""Posts without a title, one line of which looks like that: the words under a picture, the beginning of a sentence."""

from __future__ import annotations

from dataclasses import replace

from blogimport.textpage.labelling.parts import Part
from blogimport.textpage.labelling.segments import Segment

# What the lines under a title are where it is none.
_UNTITLED = {Part.TITLE: Part.BODY, Part.HEAD: Part.FOOT}
# No title has fewer words that the next line could go on with, and so many other paragraphs show how somebody writes.
_FEWEST_WORDS, _FEWEST_OTHERS = 5, 3
_MOSTLY = 2 / 3
_NO_ENDS = '.!?…:»"”'


def with_title_as_text(segment: Segment) -> Segment:
    """The segment of a post, its title as a line of its text where it is rather that; else as it is."""
    titles = segment.of(Part.TITLE)
    if len(titles) != 1:
        return segment
    body = segment.of(Part.BODY)
    if body and (not body[0].line.text[0].islower() or body[0].sights.image):
        return segment  # as most
    if not (_is_opening(segment) if body else _is_line_of_picture(segment)):
        return segment
    entries = [replace(entry, part=_UNTITLED.get(entry.part, entry.part)) for entry in segment.entries]
    return Segment(entries, bytes([entry.part for entry in entries]))


def _is_line_of_picture(segment: Segment) -> bool:
    """Whether the title of a post without text stands between its day and who wrote it, beside how many comments."""
    over = any(entry.sights.date is not None for entry in segment.seen_in(Part.PRE))
    if not over or segment.of(Part.THREAD):
        return False
    bylines = [byline for entry in segment.seen_in(Part.HEAD) if (byline := entry.sights.get("byline"))]
    return any(line.captured.author and line.captured.count is not None for line in bylines)


def _is_opening(segment: Segment) -> bool:
    """Whether a title right under a day is the beginning of what the text goes on with in small letters.

    Who writes under pictures sets each line apart: « C'est, je crois, la tradition chez nous », « de semer le 1er
    mai… ». Who never writes a capital tells nothing.
    """
    (title,), over, body = segment.of(Part.TITLE), segment.of(Part.PRE), segment.of(Part.BODY)
    text, first = title.line.text, body[0].line
    if first.marker is not None or not first.after_blank or segment.of(Part.HEAD):
        return False  # a list, or there stands more between the two
    if not over or over[-1].sights.date is None:
        return False  # elsewhere a title stands over every text
    if text[-1] in _NO_ENDS or text.count(" ") + 1 < _FEWEST_WORDS or text.isupper():
        return False
    others = [said for entry in body[1:] if entry.line.after_blank and (said := entry.line.text)[0].isalpha()]
    capital = sum(said[0].isupper() for said in others)
    return len(others) >= _FEWEST_OTHERS and capital >= _MOSTLY * len(others)
