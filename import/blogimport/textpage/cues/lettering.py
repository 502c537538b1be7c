"""The words of a line: runs of letters in lower case. Knows no cue."""

from __future__ import annotations

import re

WORDS = re.compile(r"[^\W\d_]+")
"""Runs of letters."""
_FIGURE = re.compile(r"\d")
# For each byte of Latin-1 the small letter, where it is of a letter, and else a space: a line is cut into its words so
# in a quarter of the time of a pattern.
_SMALL_LETTERS = bytes(ord(chr(code).lower()) if WORDS.match(chr(code)) else ord(" ") for code in range(256))
# Signs that make a line more than words: figures, borders of parts, and what `comparable` changes. The last two letters
# are two, or another one, in small letters.
_SPECIAL = frozenset("0123456789|[#`´«»·\u00a0ßµ")
_PLAIN = bytes(code for code in range(256) if chr(code).isprintable() and chr(code) not in _SPECIAL)
_IMAGE = re.compile(r"[\w.%+-]{1,80}\.(?:jpe?g|png|gif|bmp|webp)", re.IGNORECASE)


def words_of(line: str) -> list[str]:
    """The words of a (comparable) line in order, in lower case."""
    # In small letters the one of these is two, the other is none of Latin-1.
    if "ß" not in line and "µ" not in line:
        try:
            return line.encode("latin-1").translate(_SMALL_LETTERS).decode("latin-1").split()
        except UnicodeEncodeError:
            pass
    return WORDS.findall(line.casefold())


def has_figure(text: str) -> bool:
    """Whether a text holds a figure."""
    # Ten characters, each by itself, are found ten times as fast as one of a class.
    if (
        "0" in text
        or "1" in text
        or "2" in text
        or "3" in text
        or "4" in text
        or "5" in text
        or "6" in text
        or "7" in text
        or "8" in text
        or "9" in text
    ):
        return True
    if text.isascii():
        return False
    try:
        text.encode("latin-1")  # which has no other figures
    except UnicodeEncodeError:
        return _FIGURE.search(text) is not None
    return False


def plain_words(line: str) -> list[str]:
    """The words of a line of words and the marks of sentences alone, none of any other.

    Such a line has no date, no parts, and nothing to make comparable: most lines are told so at one look.
    """
    try:
        raw = line.encode("latin-1")
    except UnicodeEncodeError:
        return []
    if raw.translate(None, _PLAIN) or b" -" in raw or b" :" in raw:
        return []
    return raw.translate(_SMALL_LETTERS).decode("latin-1").split()


def first_word(text: str) -> str:
    """The first word in lower case; the first character where the text begins with none."""
    match = WORDS.match(text)
    return match[0].casefold() if match else text[:1]


def is_image(text: str) -> bool:
    """Whether a text is the name of a picture file and nothing else."""
    # No file's name is longer, and most lines end without one: the pattern is seldom tried.
    if "." in text[-5:-3] and _IMAGE.fullmatch(text) is not None:
        return True
    # The rest of an address within another one: « /http%3A%2F%2Fstorage.example.org%2F38%2F72190355_o.jpg) ».
    return "%2F" in text and " " not in text
