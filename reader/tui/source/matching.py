"""Which line of a dump some words of a post are from, and where the words of a line stand in a text.

Dumps hold tags, entities and other line breaks than the text made of them, so words are compared and not lines.
Knows strings and nothing of widgets.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_WORDS = 6
_TAG = re.compile(r"<[^<>]{0,2000}>")
_WORD = re.compile(r"\w+")
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Target:
    """A place in a post to go to: an offset of its body, or one of its comments."""

    post_id: int
    comment: int | None = None
    offset: int | None = None


def line_with(words: str, lines: Sequence[str]) -> int:
    """The first of some lines that holds the first words of a text; the first of all, where none does."""
    wanted = _WORD.findall(words[:_LONGEST])
    # Fewer words match where a tag, an entity or a line break stands between them.
    for count in (_WORDS, 3, 1):
        if len(wanted) >= count:
            pattern = _pattern(wanted[:count])
            for index, line in enumerate(lines):
                if pattern.search(_TAG.sub(" ", line)):
                    return index
    return 0


def offset_with(line: str, body: str) -> int:
    """Where the first words of a line stand in a body; its start, where they do not."""
    wanted = _WORD.findall(_TAG.sub(" ", line[:_LONGEST]))
    for count in (_WORDS, 3):
        for start in range(max(1, min(len(wanted), 12) - count + 1)):
            if len(wanted) - start >= min(count, len(wanted)) > 0:
                found = _pattern(wanted[start : start + count]).search(body)
                if found is not None:
                    return found.start()
    return 0


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(r"\b" + r"\W+".join(re.escape(word) for word in words) + r"\b")
