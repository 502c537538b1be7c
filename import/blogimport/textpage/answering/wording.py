"""Texts as this room compares them: small letters without accents, and the words in them.

Must not know what the words mean.
"""

from __future__ import annotations

import re
import unicodedata

from blogimport.textpage.cues import comparable

_WORD = re.compile(r"[^\W_]+")
_ACCENTS = re.compile("[\u0300-\u036f]+")
# Letters that do not come apart into one of the alphabet and an accent.
_WHOLE = {"ß": "s", "æ": "a", "œ": "o", "ø": "o", "ð": "d", "þ": "t", "ł": "l", "đ": "d"}


def _plain(letter: str) -> str:
    """A small letter without accents."""
    low = letter.lower()
    return _WHOLE.get(low) or unicodedata.normalize("NFD", low)[0]


_LATIN = [chr(code) for code in range(256)]
# Bytes of Latin-1 are changed in a tenth of the time that the characters of a text take one by one.
_FOLDED = bytes(
    ord(_plain(sign) if sign.isalpha() and sign not in "ªµº" else comparable(sign)) for sign in _LATIN
)
_SPACED = bytes(ord(sign) if sign.isalnum() else ord(" ") for sign in _LATIN)
_FOLDED_AND_SPACED = _FOLDED.translate(_SPACED)


def folded(text: str) -> str:
    """A text in small letters without accents, with one kind of quote and apostrophe; mostly as long as it was."""
    coded = _in_latin(text)
    if coded is not None:
        return coded.translate(_FOLDED).decode("latin-1")
    low = _ACCENTS.sub("", unicodedata.normalize("NFD", comparable(text).lower()))
    for letter, plain in _WHOLE.items():
        low = low.replace(letter, plain)
    return low


def words_in(low: str) -> list[str]:
    """The words of a folded text in order."""
    try:
        return low.encode("latin-1").translate(_SPACED).decode("latin-1").split()
    except UnicodeEncodeError:
        return _WORD.findall(low)


def folded_words(text: str) -> list[str]:
    """The words of a text once it is folded, in order."""
    coded = _in_latin(text)
    if coded is None:
        return words_in(folded(text))
    return coded.translate(_FOLDED_AND_SPACED).decode("latin-1").split()


def _in_latin(text: str) -> bytes | None:
    """A text in Latin-1, where it can be written so, at the latest with one kind of quote and apostrophe."""
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        pass
    try:
        return comparable(text).encode("latin-1")
    except UnicodeEncodeError:
        return None
