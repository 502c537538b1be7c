"""A body as the blocks that are drawn: paragraphs, list items, quotes, headings, code, images.

A body is plain text with marks; blocks are ranges of that text, so an offset in the body is an offset
everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from reader.models import Mark

BlockKind = Literal["paragraph", "item", "quote", "heading", "code", "image"]

_BLOCK_KINDS: dict[str, BlockKind] = {
    "item": "item",
    "quote": "quote",
    "heading": "heading",
    "code": "code",
    "image": "image",
}
# An archive may state any level; nothing is drawn deeper than this.
_DEEPEST = 9


@dataclass(frozen=True, slots=True)
class Block:
    """One range of a body, drawn as one piece; `joined` says that no blank line stands before it.

    `level` is the depth of an item or quote (from 1), the rank of a heading, else 0.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    joined: bool = False


def blocks(body: str, marks: Iterable[Mark] = ()) -> list[Block]:
    """The body cut at blank lines and at the borders of block marks, in order, covering all its words.

    Marks that reach out of the body, or stand within another block, are no blocks of their own.
    """
    ranges = sorted(
        (
            mark
            for mark in marks
            if mark.kind in _BLOCK_KINDS
            and 0 <= mark.start < mark.end <= len(body)
            and _fills_lines(body, mark)
        ),
        key=lambda mark: (mark.start, -mark.end),
    )
    found: list[Block] = []
    position = 0
    for mark in ranges:
        if mark.start < position:
            continue  # a block within a block is drawn as part of the outer one
        found.extend(_paragraphs(body, position, mark.start))
        kind = _BLOCK_KINDS[mark.kind]
        found.append(Block(kind, mark.start, mark.end, _level(mark), joined=_joins(body, mark.start)))
        position = mark.end
    found.extend(_paragraphs(body, position, len(body)))
    return found


def _level(mark: Mark) -> int:
    if mark.kind in ("code", "image"):
        return 0
    value = mark.value or ""
    return max(1, min(int(value), _DEEPEST)) if value.isdecimal() and len(value) <= 2 else 1


def _fills_lines(body: str, mark: Mark) -> bool:
    """Whether a mark covers whole lines; an image or a code word within a sentence is no block."""
    line_start = body.rfind("\n", 0, mark.start) + 1
    line_end = body.find("\n", mark.end)
    after = body[mark.end : line_end if line_end >= 0 else len(body)]
    return not body[line_start : mark.start].strip() and not after.strip()


def _joins(body: str, start: int) -> bool:
    """Whether the text before an offset ends with a single line break."""
    line_start = body.rfind("\n", 0, start) + 1
    return line_start > 0 and not body[: line_start - 1].endswith("\n")


def _paragraphs(body: str, start: int, end: int) -> list[Block]:
    """The stretches between blank lines of body[start:end]."""
    found: list[Block] = []
    line_start = start
    first: int | None = None
    last = start
    while line_start < end:
        stop = body.find("\n", line_start, end)
        line_end = stop if stop >= 0 else end
        if body[line_start:line_end].strip():
            first = line_start if first is None else first
            last = line_end
        elif first is not None:
            found.append(Block("paragraph", first, last, joined=_joins(body, first)))
            first = None
        line_start = line_end + 1
    if first is not None:
        found.append(Block("paragraph", first, last, joined=_joins(body, first)))
    return found
