"""The one door between archive text and a terminal.

Neither Textual nor Rich takes escape sequences out of what it is given, so every string from an
archive, a dump or a file name passes here before it is shown, and is of type `Safe` afterwards.
Nothing vanishes: a control character becomes a visible picture of itself. Zero-width characters that
carry no text are dropped, and piles of combining marks are cut at eight (Unicode calls 30
"stream-safe"; more than a few only serve to break a layout).
"""

from __future__ import annotations

import re
import unicodedata

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NewType

    Safe = NewType("Safe", str)
else:
    Safe = str
"""Text that may be written to a terminal or given to a widget (never to be parsed as markup)."""

_MOST_MARKS = 8

# C0 and DEL have pictures of their own; C1, bidi controls, line separators and the rest are spelled out.
_PICTURES: dict[int, str | None] = {
    code: chr(0x2400 + code) for code in range(0x20) if code not in (0x09, 0x0A)
}
_PICTURES[0x09] = "    "
_PICTURES[0x7F] = "␡"
_PICTURES.update({code: f"‹{code:02X}›" for code in range(0x80, 0xA0)})
for _first, _last in (
    (0x200E, 0x200F),
    (0x2028, 0x202E),
    (0x2066, 0x2069),
    (0x061C, 0x061C),
    (0xFFF9, 0xFFFB),
):
    _PICTURES.update({code: f"‹{code:04X}›" for code in range(_first, _last + 1)})
_PICTURES.update(dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}"))
_PICTURES.update(
    dict.fromkeys((0x00AD, 0x180E, 0x200B, *range(0x2060, 0x2066), *range(0x206A, 0x2070), 0xFEFF))
)
_PICTURES.update(dict.fromkeys(range(0xE0000, 0xE0080)))

# What a text must hold to need the slow path: one search costs less than a translation.
_SUSPECT = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
# A combining mark is no letter in any script; emoji and signs that stand in such a row are told apart below.
_ROW_WITHOUT_LETTERS = re.compile(r"[^\w\s\x00-\u02ff]{9,}")
_SPACES = re.compile(r"\s+")


def safe(text: str) -> Safe:
    """The text as it may be shown: line breaks kept, everything that could steer a terminal spelled out."""
    if _SUSPECT.search(text):
        text = text.translate(_PICTURES)
    if _ROW_WITHOUT_LETTERS.search(text):
        text = _ROW_WITHOUT_LETTERS.sub(lambda row: _without_piles(row[0]), text)
    return Safe(text)


def safe_line(text: str | None) -> Safe:
    """The text on one line: runs of white space become one space; None becomes nothing."""
    if not text:
        return Safe("")
    return Safe(_SPACES.sub(" ", safe(text)).strip())


def _without_piles(row: str) -> str:
    """The row with no more than eight characters without a width in succession."""
    kept: list[str] = []
    height = 0
    for character in row:
        height = height + 1 if unicodedata.category(character) in ("Mn", "Me", "Cf") else 0
        if height <= _MOST_MARKS:
            kept.append(character)
    return "".join(kept)
