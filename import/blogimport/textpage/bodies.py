"""From the lines of a post or comment to its body: plain text with marks.

Every word of the lines is in the body, in order; only white space changes. An item keeps its marker
(`• `, `1. `) in the text, so that the body reads well wherever it is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

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
    spaced = len(lines) > 1 and any(line.after_blank for line in lines[1:])
    base = _base_indent(lines, first_item_is_body)
    pieces: list[str] = []
    marks: list[Mark] = []
    ends: list[int] = []
    length = 0
    before = None
    for line in lines:
        text = line.text
        if before is not None:
            gap = "\n\n" if (line.after_blank if spaced else _breaks(before, line)) else "\n"
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
        pieces.append(text)
        length += len(text)
        ends.append(length)
        if line.shape != "prose" and is_image(line.text):
            marks.append(Mark(length - len(line.text), length, "image", line.text))
        before = line
    body = "".join(pieces)
    if _may_hold_address(body):
        for line, start, end in zip(lines, [0, *ends], ends, strict=False):
            if "." in body[start:end]:
                marks.extend(_links_in(line.text, end - len(line.text)))
        marks.sort(key=_in_order)
    return body, tuple(marks)


def _may_hold_address(text: str) -> bool:
    """Whether a text may hold an address; a single character is found ten times as fast as two or three."""
    if "/" in text and "://" in text:
        return True
    # Words end with that letter, too.
    may_be_web = ("w" in text and "w." in text) or ("W" in text and "W." in text)
    return may_be_web and "www." in text.lower()


def _in_order(mark: Mark) -> tuple[int, int]:
    """Marks stand as they begin, the longer one of two first."""
    return mark.start, -mark.end


def _base_indent(lines: Sequence[Line], first_item_is_body: bool) -> int:
    """The column where the text begins, once its place in a list is taken away: where most lines begin."""
    indents = [line.indent for line in lines[1 if first_item_is_body else 0 :] if not line.marker]
    if not indents:
        return lines[0].width if first_item_is_body else 0
    different = set(indents)
    if len(different) == 1:
        return indents[0]
    counts = {indent: indents.count(indent) for indent in different}
    most = max(counts.values())
    return min(indent for indent, count in counts.items() if count == most)


def _breaks(before: Line, line: Line) -> bool:
    """Whether a paragraph begins at a line of a dump without blank lines."""
    if before.marker and line.marker:
        return False
    return max(len(before.text), len(line.text)) > _PARAGRAPH_LENGTH


def _links_in(text: str, start: int) -> Iterator[Mark]:
    """The addresses in a text that begins at an offset of its body."""
    for match in _ADDRESS.finditer(text):
        address = match[0].rstrip(_ADDRESS_END)
        if not address.endswith(("...", "…")):
            target = address if address.lower().startswith("http") else f"http://{address}"
            yield Mark(start + match.start(), start + match.start() + len(address), "link", target)
