"""The lines of a text page: what can be told of each without knowing any platform.

Contains no cue and no language.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal, NamedTuple

from reader.dates import find_dates
from reader.text import lines_of

Marker = Literal["bullet", "number", "dash"]
Shape = Literal["blank", "prose", "short"]

# Characters that are in the page and not in its text; the raw dump keeps them.
_NO_TEXT = dict.fromkeys(
    (*range(0x09), *range(0x0B, 0x20), 0x7F, 0xAD, 0x200B, 0x2060, 0xFEFF, *range(0x80, 0xA0))
)
_SUSPECT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b\u2060\ufeff\ud800-\udfff]")
# What UTF-8 looks like when it is read as Windows-1252: a letter of the first bytes, then no plain letter.
_MOJIBAKE = re.compile(r"[ÂÃÄÅÐÑâ][\u0080-\u00bf\u0152-\u017e\u02c6\u02dc\u2013-\u203a\u20ac\u2122]")
_ITEM = re.compile(
    r"(?P<bullet>[•◦▪‣●○*])\s+(?=\S)|(?P<number>\d{1,4})(?P<dot>[.)])\s+(?=\S)|(?P<dash>-)\s+(?=\S)"
)
# « 12. März 2011 » is a date and no twelfth item.
_DATE_START = re.compile(r"\d{1,2}\.\s+[^\W\d_]+\.?\s+(?:19|20)\d\d\b")
_SENTENCE_END = re.compile(r"[.!?…][\"»”’)\]]*$")

# A line of at least this many characters is read as prose; headings and menus are shorter.
_PROSE_LENGTH = 90
_SENTENCE_WORDS = 7


class Line(NamedTuple):
    """One line of a page.

    `text` is what it says: cleaned, without indent and without the item's marker; `indent` is in columns;
    `ordinal` is the number of a numbered item; `after_blank` tells whether a blank line stands before it;
    `shape` whether the text is a sentence or more.
    """

    number: int
    text: str
    indent: int = 0
    marker: Marker | None = None
    ordinal: int | None = None
    mark: str = ""
    after_blank: bool = False
    shape: Shape = "blank"

    @property
    def full_text(self) -> str:
        """The text with its marker, as it stands in the dump."""
        return f"{self.mark} {self.text}" if self.mark else self.text

    @property
    def width(self) -> int:
        """The column where the text of an item begins, which its further lines share."""
        return self.indent + (len(self.mark) + 1 if self.mark else 0)


def cleaned(text: str) -> str:
    """A text without the characters that carry none, in Unicode's composed form."""
    if text.isascii() and text.isprintable():
        return text
    if _MOJIBAKE.search(text):
        text = _unscrambled(text)
    if _SUSPECT.search(text):
        text = text.translate(_NO_TEXT)
        text = "".join("\N{REPLACEMENT CHARACTER}" if "\ud800" <= c <= "\udfff" else c for c in text)
    return unicodedata.normalize("NFC", text)


def _unscrambled(text: str) -> str:
    """A text that was decoded wrongly once, put right where that is certain (« SchÃ¶n » is « Schön »)."""
    # ftfy takes 65 ms to import and 50 µs a line: most imports never need it.
    from ftfy import fix_encoding

    return fix_encoding(text)


def shape_of(text: str) -> Shape:
    """Whether a text is nothing, a sentence or more, or something shorter."""
    if not text:
        return "blank"
    if len(text) >= _PROSE_LENGTH:
        return "prose"
    ends = _SENTENCE_END.search(text) is not None
    return "prose" if ends and text.count(" ") + 1 >= _SENTENCE_WORDS else "short"


def lines_in(raw: bytes, encoding: str) -> list[Line]:
    """The lines of a dump, blank ones included, so that the line numbered n is at n - 1."""
    lines: list[Line] = []
    after_blank = True
    texts = lines_of(raw, encoding)
    whole = "\n".join(texts)
    # One look at the page costs less than one at each line, and most pages need no cleaning.
    is_clean = not (_SUSPECT.search(whole) or _MOJIBAKE.search(whole)) and unicodedata.is_normalized(
        "NFC", whole
    )
    for number, text in enumerate(texts, 1):
        line = _line(number, text if is_clean else cleaned(text), after_blank)
        lines.append(line)
        after_blank = not line.text
    return lines


def _begins_with_date(text: str) -> bool:
    """Whether what looks like a numbered item is a date: « 12. März 2011 »."""
    if _DATE_START.match(text) is None:
        return False
    found = find_dates(text[:40])
    return bool(found) and found[0].start == 0 and found[0].has_year


def _line(number: int, text: str, after_blank: bool) -> Line:
    text = text.rstrip()
    if "\t" in text:
        text = text.expandtabs(4)
    stripped = text.lstrip()
    indent = len(text) - len(stripped)
    if not stripped:
        # A line may hold characters that carry no text and nothing else: it is not blank to the dump.
        return Line(number, "", after_blank=after_blank)
    item = None if stripped[0].isalpha() else _ITEM.match(stripped)
    if item is None or (item["bullet"] == "*" and stripped.endswith("*")) or _begins_with_date(stripped):
        return Line(number, stripped, indent, after_blank=after_blank, shape=shape_of(stripped))
    marker: Marker = "bullet" if item["bullet"] else "dash" if item["dash"] else "number"
    return Line(
        number,
        stripped[item.end() :],
        indent,
        marker,
        int(item["number"]) if item["number"] else None,
        item[0].rstrip(),
        after_blank,
        shape_of(stripped[item.end() :]),
    )
