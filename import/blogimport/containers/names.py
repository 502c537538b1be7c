"""File names as people can read them: zips and old disks keep them in the encoding of the machine they were made on."""

from __future__ import annotations

import re
from collections.abc import Sequence

# Of a name in none of them, the first that decodes to letters is taken.
_ENCODINGS = ("utf-8", "cp850", "cp1252", "mac-roman")

# Folders that a program makes within a site; what stands before one of them is the site.
_WITHIN = re.compile(r"_posts|_drafts|_pages|_data|content|posts|source", re.IGNORECASE)
# Folders that say what is in them, or when it was written, and not whose it is.
_NOBODYS = re.compile(
    r"_?(?:posts?|drafts?|pages?|articles?|content|data|comments|source|src|html?|te?xts?|feeds?)|\d{1,4}|\d{4}-\d\d|de|en|es|fr|it|nl|pt",
    re.IGNORECASE,
)


def site_among(folders: Sequence[str], above: str = "") -> str | None:
    """Which of some folders, one in another, is likely to be named after the site; None where there is none.

    `above` is the folder that holds the first of them.
    """
    parts = [above, *folders]
    within = next(
        (place for place, part in enumerate(parts) if place and _WITHIN.fullmatch(part)), len(parts)
    )
    before = parts[:within] if within < len(parts) else parts[1:]
    for part in (*reversed(before), *reversed(parts[1:])):
        if part and not _NOBODYS.fullmatch(part):
            return part
    return folders[-1] if folders else None


def readable(name: str) -> str:
    """A name of a file on the disk or in a tar, of which bytes that are no UTF-8 came as lone surrogates."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return decoded(name.encode("utf-8", "surrogateescape"))
    return name


def inside(name: str) -> str:
    """The name of a file in a container as one below it, whatever it says of folders above or of a disk's root."""
    if "\\" in name and "/" not in name:
        name = name.replace("\\", "/")
    return "/".join(part for part in name.split("/") if part not in ("", ".", ".."))


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
