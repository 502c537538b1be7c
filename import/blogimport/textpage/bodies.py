"""From the lines of a post or comment to its body: plain text with marks.

Every word of the lines is in the body, in order; only white space changes. An item keeps its marker
(`• `, `1. `) in the text, so that the body reads well wherever it is shown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from blogimport.textpage.cues import is_image
from blogimport.textpage.lines import Line
from reader.models import Mark

_ADDRESS = re.compile(r"https?://[^\s<>\"«»]+|www\.[^\s<>\"«»]+\.[^\s<>\"«»]+", re.IGNORECASE)
_ADDRESS_END = ".,;:!?)]}'’"
# Text that stands so many columns further in is code, or set as such.
_CODE_INDENT = 4
# In a dump without blank lines each line was a paragraph; shorter ones were kept together (an address, a poem).
_PARAGRAPH_LENGTH = 60


def body_of(lines: Sequence[Line], *, first_item_is_body: bool = False) -> tuple[str, tuple[Mark, ...]]:
    """The body that lines make; with `first_item_is_body` the first line's marker is the thread's, not its own."""
    if not lines:
        return "", ()
    spaced = any(line.after_blank for line in lines[1:])
    base = _base_indent(lines, first_item_is_body)
    pieces: list[str] = []
    marks: list[Mark] = []
    length = 0
    before = None
    for line in lines:
        text = line.text
        if before is not None:
            gap = "\n\n" if _breaks(before, line, spaced) else "\n"
            pieces.append(gap)
            length += len(gap)
        if line.marker:
            if before is not None or not first_item_is_body:
                text = line.full_text
                depth = 1 + max(0, line.indent - base - 2) // 2
                marks.append(Mark(length, length + len(text), "item", str(depth)))
        elif line.indent - base >= _CODE_INDENT:
            text = " " * (line.indent - base) + text
            marks.append(Mark(length, length + len(text), "code"))
        if "." in text:
            marks.extend(_marks_within(line.text, length + len(text) - len(line.text), length + len(text)))
        pieces.append(text)
        length += len(text)
        before = line
    return "".join(pieces), tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end)))


def _base_indent(lines: Sequence[Line], first_item_is_body: bool) -> int:
    """The column where the text begins, once its place in a list is taken away: where most lines begin."""
    indents = [line.indent for line in lines[1 if first_item_is_body else 0 :] if not line.marker]
    if not indents:
        return lines[0].width if first_item_is_body else 0
    counts = {indent: indents.count(indent) for indent in set(indents)}
    most = max(counts.values())
    return min(indent for indent, count in counts.items() if count == most)


def _breaks(before: Line, line: Line, spaced: bool) -> bool:
    """Whether a paragraph begins at a line."""
    if spaced:
        return line.after_blank
    if before.marker and line.marker:
        return False
    return max(len(before.text), len(line.text)) > _PARAGRAPH_LENGTH


def _marks_within(text: str, start: int, end: int) -> list[Mark]:
    """The marks of what a line with a full stop holds: pictures and addresses; `start` and `end` are its own."""
    marks = [Mark(start, end, "image", text)] if is_image(text) else []
    if "://" not in text and "w." not in text and "W." not in text:
        return marks
    for match in _ADDRESS.finditer(text):
        address = match[0].rstrip(_ADDRESS_END)
        if not address.endswith(("...", "…")):
            target = address if address.lower().startswith("http") else f"http://{address}"
            marks.append(Mark(start + match.start(), start + match.start() + len(address), "link", target))
    return marks
