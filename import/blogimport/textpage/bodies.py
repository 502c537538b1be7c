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
from reader.models import Mark, MarkKind

_ADDRESS = re.compile(r"https?://[^\s<>\"«»]+|www\.[^\s<>\"«»]+\.[^\s<>\"«»]+", re.IGNORECASE)
_ADDRESS_END = ".,;:!?)]}'’"
# Text that stands so many columns further in is code, or set as such.
_CODE_INDENT = 4
# In a dump without blank lines each line was a paragraph; shorter ones were kept together (an address, a poem).
_PARAGRAPH_LENGTH = 60
_GAPS = ("\n", "\n\n")


def body_of(lines: Sequence[Line], *, first_item_is_body: bool = False) -> tuple[str, tuple[Mark, ...]]:
    """The body that lines make; with `first_item_is_body` the first line's marker is the thread's, not its own."""
    if not lines:
        return "", ()
    if len(lines) == 1 and (first_item_is_body or not lines[0].marker) and "." not in lines[0].text[-5:-3]:
        text = lines[0].text
        if not _may_hold_address(text):
            return text, ()  # as many a comment is: no item, no picture's name, no address
    texts = [line.text for line in lines]
    kinds = _kinds(lines, texts, first_item_is_body)
    images = [index for index, line in enumerate(lines) if line.shape != "prose" and is_image(line.text)]
    gaps = _gaps(lines) if len(lines) > 1 else []
    parts = [texts[0], *chain.from_iterable(zip(gaps, texts[1:], strict=True))]
    body = "".join(parts)
    holds_address = _may_hold_address(body)
    if not (kinds or images or holds_address):
        return body, ()  # as most are
    ends = list(accumulate(map(len, parts)))[::2]
    marks = [Mark(ends[index] - len(texts[index]), ends[index], kind, value) for index, kind, value in kinds]
    for index in images:
        said = lines[index].text
        marks.append(Mark(ends[index] - len(said), ends[index], "image", said))
    if holds_address:
        for line, end in zip(lines, ends, strict=True):
            if "." in line.text:
                marks.extend(_links_in(line.text, end - len(line.text)))
    marks.sort(key=_in_order)
    return body, tuple(marks)


def _kinds(
    lines: Sequence[Line], texts: list[str], first_item_is_body: bool
) -> list[tuple[int, MarkKind, str | None]]:
    """The indices of the lines that are items or code, each with its mark; their texts get what tells so."""
    own = lines[1:] if first_item_is_body and lines[0].marker else lines
    indents = {None if line.marker else line.indent for line in own}
    if len(indents) < 2 and None not in indents:
        return []  # as in most texts
    base = _base_indent(lines, first_item_is_body)
    kinds: list[tuple[int, MarkKind, str | None]] = []
    for index, line in enumerate(lines):
        further = line.indent - base
        if line.marker:
            if index or not first_item_is_body:
                texts[index] = line.full_text
                kinds.append((index, "item", str(1 + max(0, further - 2) // 2)))
        elif further >= _CODE_INDENT:
            texts[index] = " " * further + line.text
            kinds.append((index, "code", None))
    return kinds


def _gaps(lines: Sequence[Line]) -> list[str]:
    """What stands before each line of a body but the first: the end of a line, or of a paragraph."""
    are_apart = [line.after_blank for line in lines[1:]]
    if True not in are_apart:
        are_apart = [_breaks(before, line) for before, line in pairwise(lines)]
    return list(map(_GAPS.__getitem__, are_apart))


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
