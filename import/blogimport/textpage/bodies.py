"""From the lines of a post or comment to its body: plain text with marks.

Every word of the lines is in the body, in order; only white space changes. An item keeps its marker
(`• `, `1. `) in the text, so that the body reads well wherever it is shown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from blogimport.textpage.cues import is_image
from blogimport.textpage.lines import Line
from reader.models import Mark

_ADDRESS = re.compile(r"https?://[^\s<>\"«»]+|www\.[^\s<>\"«»]+\.[^\s<>\"«»]+", re.IGNORECASE)
_ADDRESS_END = ".,;:!?)]}'’"
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
    for index, line in enumerate(lines):
        is_thread_item = index == 0 and first_item_is_body
        if index:
            gap = "\n\n" if _breaks(lines[index - 1], line, spaced) else "\n"
            pieces.append(gap)
            length += len(gap)
        text = line.text if is_thread_item else _text(line, base)
        marks.extend(_marks(line, text, length, base, is_thread_item))
        pieces.append(text)
        length += len(text)
    return "".join(pieces), tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end)))


def _base_indent(lines: Sequence[Line], first_item_is_body: bool) -> int:
    """The column where the text begins, once its place in a list is taken away: where most lines begin."""
    indents = Counter(line.indent for line in lines[1 if first_item_is_body else 0 :] if not line.marker)
    if not indents:
        return lines[0].width if first_item_is_body else 0
    most = max(indents.values())
    return min(indent for indent, count in indents.items() if count == most)


def _breaks(before: Line, line: Line, spaced: bool) -> bool:
    """Whether a paragraph begins at a line."""
    if spaced:
        return line.after_blank
    if before.marker and line.marker:
        return False
    return max(len(before.text), len(line.text)) > _PARAGRAPH_LENGTH


def _text(line: Line, base: int) -> str:
    """The line's text; an item keeps its marker, code the columns that mean something."""
    if line.marker:
        return line.full_text
    return " " * (line.indent - base) + line.text if line.indent - base >= 4 else line.text


def _marks(line: Line, text: str, start: int, base: int, is_thread_item: bool) -> list[Mark]:
    marks: list[Mark] = []
    end = start + len(text)
    if line.marker and not is_thread_item:
        marks.append(Mark(start, end, "item", str(1 + max(0, line.indent - base - 2) // 2)))
    elif not line.marker and line.indent - base >= 4:
        marks.append(Mark(start, end, "code"))
    if is_image(line.text):
        offset = text.rfind(line.text)
        marks.append(Mark(start + max(0, offset), end, "image", line.text))
    if "://" not in text and "www." not in text.lower():
        return marks
    for match in _ADDRESS.finditer(text):
        address = match[0].rstrip(_ADDRESS_END)
        if not address.endswith(("...", "…")):
            target = address if address.lower().startswith("http") else f"http://{address}"
            marks.append(Mark(start + match.start(), start + match.start() + len(address), "link", target))
    return marks
