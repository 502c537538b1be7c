"""Characters that are in a dump and carry no text: controls, soft hyphens, what a wrong decoding made of letters.

Must not know formats or markup.
"""

from __future__ import annotations

import re
import unicodedata

# Characters that are in the page and not in its text; the raw dump keeps them.
# Those from U+FDD0 are no characters at all: programs may use them within (`textpage.cues` has two stand for moments).
_NO_TEXT = dict.fromkeys(
    (
        *(*range(0x09), *range(0x0B, 0x20), 0x7F, 0xAD, 0x200B, 0x2060, 0xFEFF, *range(0x80, 0xA0)),
        *range(0xFDD0, 0xFDF0),
    )
)
_SUSPECT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b\u2060\ufdd0-\ufdef\ufeff\ud800-\udfff]")
# The characters of western Windows: none of them is composed with what stands beside it.
_WESTERN = frozenset(_SUSPECT.sub("", bytes(range(256)).decode("cp1252", "ignore")))
_PLAIN = bytes((*b"\t\n", *range(0x20, 0x7F)))
# A text of this length is looked at as a whole page is.
_A_PAGE = 1000
# What is not in most lines of any language: all others are letters and signs that are whole and mean themselves.
_UNUSUAL = re.compile(
    "[^\n\x20-\x7e\xa0-\xac\xae-\xc1\xc6-\xcf\xd2-\xe1\xe3-\u017f\u0400-\u0482\u048a-\u04ff"
    "\u2010-\u2027\u202f-\u203a\u20ac\u3001-\u3029\u3041-\u3096\u309b-\u30ff\u4e00-\u9fff\uff01-\uff9f]"
)
# What UTF-8 looks like when it is read as Windows-1252: a letter of the first bytes, then no plain letter.
_MOJIBAKE_STARTS = "ÂÃÄÅÐÑâ"
_MOJIBAKE = re.compile(
    rf"[{_MOJIBAKE_STARTS}][\u0080-\u00bf\u0152-\u017e\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
)


def cleaned(text: str) -> str:
    """A text without the characters that carry none, in Unicode's composed form."""
    if is_clean(text):
        return text
    if _MOJIBAKE.search(text):
        text = _unscrambled(text)
    if _SUSPECT.search(text):
        text = text.translate(_NO_TEXT)
        text = "".join("\N{REPLACEMENT CHARACTER}" if "\ud800" <= c <= "\udfff" else c for c in text)
    return unicodedata.normalize("NFC", text)


def is_clean(text: str, utf8: bytes | None = None) -> bool:
    """Whether `cleaned` would leave a text as it is; one look at a page costs less than one at each line.

    `utf8` is the text in UTF-8, if it is at hand.
    """
    if len(text) < _A_PAGE:
        if _UNUSUAL.search(text) is None:
            return True
        seen = text
    else:
        seen = _without_plain(text, utf8)
    # Most pages have no other characters than these, which one look tells.
    is_western = seen is not text and _WESTERN.issuperset(seen)
    # Asking whether all is printable takes a tenth of the time of looking for what is not text.
    is_printable = is_western or seen.replace("\n", " ").replace("\xa0", " ").isprintable()
    if not is_printable and _SUSPECT.search(seen):
        return False
    if seen.isascii():
        return True
    # The letters one by one: each line of a page is asked, and a set of letters is looked for far more slowly.
    may_be_scrambled = (
        "â" in seen or "Ã" in seen or "Â" in seen or "Ä" in seen or "Å" in seen or "Ð" in seen or "Ñ" in seen
    )
    # What stands side by side in a text does so in its characters beyond plain ASCII, which are few.
    if may_be_scrambled and _MOJIBAKE.search(seen) and (seen is text or _MOJIBAKE.search(text)):
        return False
    return is_western or unicodedata.is_normalized("NFC", text)


def _without_plain(text: str, utf8: bytes | None) -> str:
    """The characters of a text beyond plain ASCII: few in most pages, and bytes are dropped all at once."""
    raw = text.encode("utf-8", "surrogatepass") if utf8 is None else utf8
    return raw.translate(None, _PLAIN).decode("utf-8", "surrogatepass")


def _unscrambled(text: str) -> str:
    """A text that was decoded wrongly once, put right where that is certain (« SchÃ¶n » is « Schön »)."""
    # ftfy takes 65 ms to import and 50 µs a line: most imports never need it.
    from ftfy import fix_encoding

    return fix_encoding(text)
