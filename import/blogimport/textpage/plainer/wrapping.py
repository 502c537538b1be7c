"""Texts that were broken at a width: a line ends where the next word would not have fitted.

What is broken there and nowhere else is joined; poems, addresses and lists end their lines earlier. Knows no markup.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from unicodedata import east_asian_width

MOST_JOINED = 1000
"""No paragraph has more lines than these; some texts are made to take long."""
# No program breaks at other widths unless it is told to.
_NARROWEST, _WIDEST = 48, 132
# So many lines that go on in the next one show a width, and so large a part of all that are long enough to.
_FEWEST = 4
_SHARE = 0.7
# Most words are shorter.
_LONGEST_WORD = 14
# Of this part of the width a line is long.
_LONG = 0.7
# A page has no more lines beyond its width than these.
_MOST_BEYOND = 0.02
# Where programs that break words do so: at the hyphen between two words.
_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=\w+[^\W\d_])")
_ENDS = frozenset(".!?…:;»”\"'")
_BEGINS_ITEM = re.compile(r"(?:[*+•◦○●▪▫-]|\d{1,4}[.)]|\([*\sxX]\)|\[[\sxX]\])(?:\s|$)")


def may_be_wrapped(texts: Sequence[str]) -> bool:
    """Whether the lines of a page may have been broken at a width; told by their lengths alone, which costs little."""
    lengths = sorted(map(len, texts))
    few = int(_MOST_BEYOND * len(lengths)) + 1
    if len(lengths) < few + _FEWEST:
        return False
    width = lengths[-few]
    return _NARROWEST <= width <= _WIDEST and lengths[-few - _FEWEST + 1] > width - _LONGEST_WORD


def columns(text: str) -> int:
    """How wide a text is on a screen of letters of one width."""
    if text.isascii():
        return len(text)
    return len(text) + sum(1 for letter in text if letter > "\u10ff" and east_asian_width(letter) in "WF")


def width_of(texts: Sequence[str], *, breaks_words: bool = False, is_strict: bool = True) -> int | None:
    """The width that a page is broken at; None where it is not, or not surely.

    With `breaks_words` a word may be broken behind its hyphen; without `is_strict` some lines may be longer, as the
    lists of a dump whose paragraphs alone are broken.
    """
    pairs = list(_pairs(texts, breaks_words))
    counts: Counter[int] = Counter()
    for length, needed in pairs:
        counts.update(range(max(length, _NARROWEST), min(needed, _WIDEST + 1)))
    if not counts:
        return None
    most = max(counts.values())
    if most < _FEWEST:
        return None
    # Of all that would do the widest: rather two lines too many than a signature in a text.
    width = max(width for width, count in counts.items() if count == most)
    long = [pair for pair in pairs if pair[0] >= _LONG * width and pair[0] <= width]
    full = sum(1 for length, needed in long if needed > width)
    if full < _SHARE * len(long):
        return None
    if is_strict:
        beyond = sum(1 for text in texts if len(text) > width and _could_break(text, width))
        if beyond > _MOST_BEYOND * len(texts):
            return None
    return width


def goes_on(above: str, below: str, width: int, *, breaks_words: bool = False) -> bool:
    """Whether a line was broken off another one at a width: the first word of it would not have fitted there."""
    length = columns(above.rstrip())
    return length <= width + 1 and _needed(above.rstrip(), length, below.strip(), breaks_words) > width


def together(above: str, below: str, *, breaks_words: bool = False) -> str:
    """Two lines as the one that they were."""
    above, below = above.rstrip(), below.strip()
    if breaks_words and _ends_within_word(above, below):
        return above + below
    return f"{above} {below}"


def begins_item(text: str) -> bool:
    """Whether a line begins an item of a list."""
    return not text[:1].isalpha() and _BEGINS_ITEM.match(text) is not None


def indent_of(text: str) -> int:
    """How many spaces a line begins with."""
    return len(text) - len(text.lstrip())


def _needed(above: str, length: int, below: str, breaks_words: bool) -> int:
    """How wide the line above would be with the first word of the one below."""
    word = below.split(" ", 1)[0]
    if breaks_words:
        hyphen = _HYPHEN.search(word)
        if hyphen is not None:
            word = word[: hyphen.end()]
        if _ends_within_word(above, below):
            return length + columns(word)
    return length + 1 + columns(word)


def _ends_within_word(above: str, below: str) -> bool:
    """Whether a line ends behind the hyphen of a word that goes on in the next one, or with a word before it."""
    if not above.endswith("-"):
        return False
    return _HYPHEN.search(above[-12:] + below[:12], len(above[-12:]) - 1) is not None


def _pairs(texts: Sequence[str], breaks_words: bool) -> Iterator[tuple[int, int]]:
    """For each two lines that may be of one paragraph: how wide the first is, and would be with the next word."""
    for above, below in pairwise(texts):
        if not above or not below or above.endswith("  ") or above.isspace() or below.isspace():
            continue
        if indent_of(below) < indent_of(above) or begins_item(below.lstrip()):
            continue
        length = columns(above.rstrip())
        if length <= _WIDEST:
            yield length, _needed(above.rstrip(), length, below.strip(), breaks_words)


def _could_break(text: str, width: int) -> bool:
    """Whether a line that is longer than a width could have been broken before it."""
    said = text.strip()
    return columns(text.rstrip()) > width and " " in said[: max(1, width - indent_of(text))]
