"""Texts compared by their words, whatever an extractor did to their spaces and marks."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

_WORD = re.compile(r"\w+")
# Two texts of which the shorter shares this much of its words with the other are one text.
_SAME_TEXT = 0.6
# Fewer words than this are the same only where all are: « Merci ! » is in every text.
_FEW = 8


# One text is compared in several ways, with several others; more than a few at a time would fill the memory.
@lru_cache(maxsize=4)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in small letters."""
    return tuple(_WORD.findall(text.casefold()))


def folded(text: str | None) -> str:
    """A text that is equal for two spellings of one name or title."""
    return " ".join(words_of(text or ""))


def same_text(one: str, other: str) -> bool:
    """Whether two texts are readings of one, of which one may be cut; a text without words is of any."""
    first, second = words_of(one), words_of(other)
    if not first or not second:
        return True
    if min(len(first), len(second)) < _FEW:
        return first == second or " ".join(first) in " ".join(second) or " ".join(second) in " ".join(first)
    shared = len(set(first) & set(second))
    return shared >= _SAME_TEXT * min(len(set(first)), len(set(second)))


def likeness(one: str, other: str) -> float:
    """How much of both texts is in the other, from 0 to 1; words that stand twice count twice."""
    first, second = Counter(words_of(one)), Counter(words_of(other))
    longer = max(first.total(), second.total())
    return (first & second).total() / longer if longer else 1.0
