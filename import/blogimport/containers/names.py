"""File names as people can read them: zips and old disks keep them in the encoding of the machine they were made on."""

from __future__ import annotations

# Of a name in none of them, the first that decodes to letters is taken.
_ENCODINGS = ("utf-8", "cp850", "cp1252", "mac-roman")


def readable(name: str) -> str:
    """A name of a file on the disk or in a tar, of which bytes that are no UTF-8 came as lone surrogates."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return decoded(name.encode("utf-8", "surrogateescape"))
    return name


def decoded(raw: bytes) -> str:
    """A name from its bytes, in the encoding in which its letters are most like those of a word."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        readings = [raw.decode(encoding, "replace") for encoding in _ENCODINGS[1:]]
        return max(readings, key=_letters)


def _letters(name: str) -> int:
    """How many of the letters beyond ASCII are small ones of western languages, as most are in names of files."""
    return sum(
        1 if "\u00df" <= c <= "\u00ff" and c != "÷" else -1 for c in name if not c.isascii() and c != "œ"
    )
