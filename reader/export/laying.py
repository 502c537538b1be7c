"""A body laid out in lines of a width: paragraphs filled, lists hanging, quotes marked, code untouched."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rich.cells import cell_len

from reader.models import Mark
from reader.text import Block, Safe, blocks, safe, wrap

Lines = list[str]

# What a text itself has set before its items.
BULLET = re.compile(r"[ ]*(?:[-*•·‣◦▪–—]|\d{1,4}[.)])[ ]+")


def body_lines(body: str, marks: Iterable[Mark], width: int) -> Lines:
    """The lines of a body, with a blank line between its blocks where it has one itself."""
    lines: Lines = []
    for block in blocks(body, marks):
        drawn = _block(block, safe(body[block.start : block.end]), width)
        lines += ["", *drawn] if lines and not block.joined else drawn
    return lines


def filled(text: Safe, width: int, first: str = "", further: str = "") -> Lines:
    """A text in lines of a width, with something before the first and the further ones.

    A word that is wider than a line (most often an address) stays whole, on a line of its own.
    """
    room = max(1, width - cell_len(first))
    ranges = [place for start, end in _hard_lines(text) for place in _ranges(text, room, start, end)]
    return [(further if index else first) + text[start:end] for index, (start, end) in enumerate(ranges)]


def _hard_lines(text: str) -> list[tuple[int, int]]:
    """The ranges between the line breaks."""
    return [match.span() for match in re.finditer(r"^.*$", text, re.MULTILINE)]


def _ranges(text: str, width: int, start: int, end: int) -> list[tuple[int, int]]:
    """Where the filled lines of one line of a text are."""
    found: list[tuple[int, int]] = []
    for word in re.compile(rf"\S{{{width + 1},}}").finditer(text, start, end):
        if cell_len(word[0]) > len(word[0]):
            continue  # Chinese and its like have no spaces: there, a line ends wherever it is full
        if before := text[start : word.start()].rstrip():
            found += wrap(text, width, start, start + len(before))
        found.append(word.span())
        start = word.end()
        start += len(text[start:end]) - len(text[start:end].lstrip())
    return found if found and start == end else found + wrap(text, width, start, end)


def _block(block: Block, text: Safe, width: int) -> Lines:
    if block.kind == "code":
        return text.strip("\n").split("\n")
    if block.kind == "quote":
        sign = "> " * max(1, min(block.level, width // 4))
        return filled(text, width, sign, sign)
    if block.kind == "item":
        return _item(block, text, width)
    return filled(text, width)


def _item(block: Block, text: Safe, width: int) -> Lines:
    """A list item with its own bullet or number, or a hyphen where it has none."""
    bullet = BULLET.match(text)
    sign = bullet[0].strip() + " " if bullet else "- "
    content = Safe(text[bullet.end() :] if bullet else text)
    margin = " " * min(2 * (max(1, block.level) - 1), width // 4)
    lead = margin + sign
    return filled(content, width, lead, " " * cell_len(lead))
