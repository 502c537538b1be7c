"""Which encoding the bytes of a text page are in.

A page that is valid UTF-8 is UTF-8. Of the encodings with one byte a letter, that western blogs were written in,
the one is taken in which the bytes beyond ASCII make the most words and the fewest oddities.
"""

from __future__ import annotations

import codecs
import re
from functools import cache

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Bytes that no text of any encoding here has many of.
_CONTROL = bytes(code for code in range(32) if code not in b"\t\n\r\f\x0b\x1a\x1b")
_MOST_CONTROL = 0.02
# Enough to tell an encoding from: a page has its accents everywhere.
_SAMPLE = 64 * 1024
# In the order of how common they are, which decides between equals.
_SINGLE_BYTE = ("cp1252", "iso-8859-15", "mac-roman")
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")

# Accented letters of the languages that have cues; a letter that none of them uses is an oddity.
_LETTERS = frozenset("àâäáãåæçéèêëíìîïñóòôöõøœßúùûüÿÀÂÄÁÃÅÆÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØŒÚÙÛÜŸšžŠŽ")
# Signs that stand beside a word or a number, seldom within one.
_SIGNS = frozenset("’‘“”«»…–—•€°©®·¿¡ªº§£\u00a0¤†")


def encoding_of(raw: bytes) -> str:
    """The name of the Python codec that reads the bytes."""
    return decoded(raw)[0]


def decoded(raw: bytes) -> tuple[str, str]:
    """The name of the Python codec that reads the bytes, and their text; what it lacks becomes U+FFFD."""
    for bom, name in _BOMS:
        if raw.startswith(bom):
            return name, raw.decode(name, "replace")
    wide = _wide_encoding(raw[:_SAMPLE])
    if wide is not None:
        return wide, raw.decode(wide, "replace")
    try:
        return "utf-8", raw.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_cut_utf8(raw, error):
            return "utf-8", raw.decode("utf-8", "replace")
    name = max(_SINGLE_BYTE, key=lambda name: _plausibility(raw[:_SAMPLE], name))
    return name, raw.decode(name, "replace")


def is_text(raw: bytes) -> bool:
    """Whether bytes are text at all."""
    head = raw[:4096]
    if any(head.startswith(bom) for bom, _ in _BOMS) or _wide_encoding(head) is not None:
        return True
    controls = sum(head.count(bytes([code])) for code in _CONTROL)
    return b"\x00" not in head and controls <= len(head) * _MOST_CONTROL


def _wide_encoding(head: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of western text is zero."""
    if len(head) < 4 or b"\x00" not in head:
        return None
    even, odd = head[::2], head[1::2]
    if odd.count(0) > 0.7 * len(odd) and even.count(0) < 0.1 * len(even):
        return "utf-16-le"
    if even.count(0) > 0.7 * len(even) and odd.count(0) < 0.1 * len(odd):
        return "utf-16-be"
    return None


def _is_cut_utf8(raw: bytes, error: UnicodeDecodeError) -> bool:
    """Whether bytes are UTF-8 but for a few that were damaged, or an end that was cut off."""
    broken = raw.decode("utf-8", "replace").count("\N{REPLACEMENT CHARACTER}")
    several = len(re.findall(rb"[\xc2-\xf4][\x80-\xbf]+", raw))
    return error.start >= len(raw) - 3 or several > 4 * broken


def _plausibility(head: bytes, name: str) -> float:
    """How much the bytes beyond ASCII look like text in an encoding."""
    table = _table(name)
    score = 0.0
    for match in _BEYOND_ASCII.finditer(head):
        place = match.start()
        before, after = head[place - 1 : place], head[place + 1 : place + 2]
        score += _worth(
            table[head[place]], before.isalpha() or before > b"\x7f", after.isalpha() or after > b"\x7f"
        )
    return score


@cache
def _table(name: str) -> str:
    """The character of each byte in an encoding."""
    return "".join(bytes([code]).decode(name, "replace") for code in range(256))


def _worth(character: str, follows_letter: bool, precedes_letter: bool) -> float:
    """How likely a character is where it stands."""
    if character in _LETTERS:
        if character.isupper() and follows_letter and precedes_letter:
            return -0.5  # « ClŽment »: a capital within a word
        return 1.0 if follows_letter or precedes_letter or character in "àÀ" else 0.2
    if character in _SIGNS:
        apostrophe = character in "’‘"
        return 1.2 if apostrophe else -1.0 if follows_letter and precedes_letter else 1.0
    return -2.0 if character.isprintable() else -3.0
