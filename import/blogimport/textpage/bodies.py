"""From the lines of a post or comment to its body: plain text with marks.

Every word of the lines is in the body, in order; only white space changes. An item keeps its marker
(`• `, `1. `) in the text, so that the body reads well wherever it is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, pairwise

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
    base = _base_indent(lines, first_item_is_body)
    texts = [line.text for line in lines]
    # Paragraphs are most of the lines, and stand in a body as they are.
    code = base + _CODE_INDENT
    apart = {place for place, line in enumerate(lines) if line.marker or line.indent >= code}
    if first_item_is_body and lines[0].marker:
        apart.discard(0)
    for place in apart:
        line = lines[place]
        texts[place] = line.full_text if line.marker else " " * (line.indent - base) + line.text
    images = {place for place, line in enumerate(lines) if line.shape != "prose" and is_image(line.text)}
    parts = list(chain.from_iterable(zip(_gaps(lines), texts, strict=True)))
    body = "".join(parts)
    may_hold_address = _may_hold_address(body)
    if not (apart or images or may_hold_address):
        return body, ()
    ends = list(accumulate(map(len, parts)))[1::2]
    marks: list[Mark] = []
    for place in sorted(apart | images):
        line, end = lines[place], ends[place]
        if place in apart:
            marks.append(_mark(line, end - len(texts[place]), end, base))
        if place in images:
            marks.append(Mark(end - len(line.text), end, "image", line.text))
    if may_hold_address:
        for line, text, end in zip(lines, texts, ends, strict=True):
            if "." in text:
                marks.extend(_links_in(line.text, end - len(line.text)))
        marks.sort(key=_in_order)
    return body, tuple(marks)


def _gaps(lines: Sequence[Line]) -> list[str]:
    """What stands before each line of a body."""
    if any(line.after_blank for line in lines[1:]):
        return ["", *["\n\n" if line.after_blank else "\n" for line in lines[1:]]]
    return ["", *["\n\n" if _breaks(before, line) else "\n" for before, line in pairwise(lines)]]


def _mark(line: Line, start: int, end: int, base: int) -> Mark:
    """An item or code, with its place in the body."""
    if not line.marker:
        return Mark(start, end, "code")
    return Mark(start, end, "item", str(1 + max(0, line.indent - base - 2) // 2))


def _may_hold_address(text: str) -> bool:
    """Whether a text may hold an address; a single character is found ten times as fast as two or three."""
    if "/" in text and "://" in text:
        return True
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
