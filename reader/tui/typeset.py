"""Setting a text in lines for a column of some width: leads, hanging indents, and the ink of each word.

Knows offsets and names of inks, and nothing of widgets or colours.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.text import Block, blocks, wrap
from reader.tui.shown import Shown

Run = tuple[str, tuple[str, ...]]
"""A stretch of a line with the names of its inks."""

QUOTE_BAR = "▎ "
_BULLET = "• "
_OWN_BULLET = re.compile(r"(?:[-*•–—·]|\d{1,3}[.)])\s+")
_NARROWEST = 8

_INKS = {
    "link": "link",
    "em": "em",
    "strong": "strong",
    "code": "code",
    "heading": "heading",
    "image": "muted",
}


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line: the range of the shown text on it, and the lead that stands before it.

    `soft` says that the line goes on in the next one: between them is no line break of the text.
    """

    start: int
    end: int
    lead: str = ""
    soft: bool = False


def typeset(shown: Shown, width: int) -> list[TextLine]:
    """The lines of a text in a column of `width` cells, a blank one between blocks."""
    lines: list[TextLine] = []
    for block in blocks(shown.text, shown.marks):
        if lines and not block.joined:
            lines.append(TextLine(block.start, block.start))
        lines.extend(_block_lines(shown.text, block, width))
    return lines


def _block_lines(text: str, block: Block, width: int) -> list[TextLine]:
    first, rest = _leads(text, block, width)
    ranges = wrap(text, max(_NARROWEST, width - len(rest)), block.start, block.end)
    lines = []
    for index, (start, end) in enumerate(ranges):
        soft = index + 1 < len(ranges) and "\n" not in text[end : ranges[index + 1][0]]
        lines.append(TextLine(start, end, first if index == 0 else rest, soft))
    return lines


def _leads(text: str, block: Block, width: int) -> tuple[str, str]:
    """What stands before the first line of a block, and before the others."""
    # A text may claim to be nested a thousand deep; the words need their room.
    level = min(max(1, block.level), max(1, width // 8))
    if block.kind == "quote":
        return QUOTE_BAR * level, QUOTE_BAR * level
    if block.kind == "code":
        return "  ", "  "
    if block.kind != "item":
        return "", ""
    indent = "  " * (level - 1)
    own = _OWN_BULLET.match(text, block.start, block.end)
    if own is None:
        return indent + _BULLET, indent + " " * len(_BULLET)
    # The text brings its own bullet or number; its other lines hang below the words.
    return indent, indent + " " * len(own[0])


class Inks:
    """Which stretches of a text are set in which ink; ranges of one ink that overlap are one range."""

    def __init__(self, shown: Shown, hits: Iterable[tuple[int, int]] = ()) -> None:
        ranges: dict[str, list[tuple[int, int]]] = {}
        for mark in shown.marks:
            if mark.kind in _INKS:
                ranges.setdefault(_INKS[mark.kind], []).append((mark.start, mark.end))
        ranges["note"] = list(shown.notes)
        ranges["hit"] = list(hits)
        self._ranges = {ink: _union(found) for ink, found in ranges.items() if found}

    def runs(self, text: str, start: int, end: int) -> list[Run]:
        """text[start:end] cut wherever the ink changes."""
        found = [
            (ink, first, last)
            for ink, ranges in self._ranges.items()
            for first, last in _within(ranges, start, end)
        ]
        if not found:
            return [(text[start:end], ())] if end > start else []
        cuts = sorted({start, end, *(cut for _, first, last in found for cut in (first, last))})
        return [
            (text[left:right], tuple(ink for ink, first, last in found if first <= left and right <= last))
            for left, right in pairwise(cuts)
        ]


def _union(ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The ranges in order, those that touch made one, empty ones left out."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if end <= start:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _within(ranges: Sequence[tuple[int, int]], start: int, end: int) -> Iterable[tuple[int, int]]:
    """The parts of ordered, disjoint ranges that lie between start and end."""
    index = max(0, bisect_right(ranges, (start, start)) - 1)
    while index < len(ranges) and ranges[index][0] < end:
        first, last = max(start, ranges[index][0]), min(end, ranges[index][1])
        if last > first:
            yield first, last
        index += 1
