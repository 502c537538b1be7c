"""Where a text stands in another one, capitals and accents aside.

Works letter by letter, so that an offset in the folded text is the same offset in the text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

Highlights = Callable[[str], Sequence[tuple[int, int]]]
"""Where what is looked for stands in a text."""

_QUOTES = {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "«": '"', "»": '"'}
_SPACES = {"\u00a0": " ", "\u202f": " ", "\n": " "}
_ALIKE = {**_QUOTES, **_SPACES}


class _Folding(dict[int, str]):
    """One sign for each sign: without accent and capital; what would become several stays as it is."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        plain = unicodedata.normalize("NFD", sign)[0].casefold()
        folded = _ALIKE.get(sign, plain if len(plain) == 1 else sign)
        self[code] = folded
        return folded


_FOLDING = _Folding()


def folded(text: str) -> str:
    """The text without capitals and accents, of the same length."""
    return text.translate(_FOLDING)


def finder(text: str) -> Highlights | None:
    """What finds a text in others; None where there is nothing to find."""
    wanted = folded(text)
    if not wanted.strip():
        return None

    def found(other: str) -> Sequence[tuple[int, int]]:
        plain = folded(other)
        ranges = []
        start = plain.find(wanted)
        while start >= 0:
            ranges.append((start, start + len(wanted)))
            start = plain.find(wanted, start + len(wanted))
        return ranges

    return found
