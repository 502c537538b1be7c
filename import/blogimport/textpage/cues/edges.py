"""The first and last character that count in a line or a cue: where they differ, the cue cannot fit.

Looking at two characters costs a twentieth of trying a pattern, and rules most of the cues out that share a word
with a line.
"""

from __future__ import annotations

import re

# What may stand before a cue in a page and makes no difference: what a theme drew as an icon.
LEAD = r"[\s±+»›¬→↓▸▼▾►▶▷▻▲△▽▿◄◀◂➤➜➔◆■●★☆✦❖♦✎✏✉☰✍¶]*"
# ... and at the end of it.
TAIL = r'[ .:,;…»"↓→↑¬▼▾▸►▶-]*$'
ANY = ""
"""The edge of a cue that begins, or ends, with what may be anything."""

_TAIL_SIGNS = ' .:,;…»"↓→↑¬▼▾▸►▶-'
_FIRST = re.compile(f"{LEAD}(.)", re.DOTALL)
_LEADING = re.compile(LEAD)
_FIGURE = "0"


def first_of(line: str) -> str:
    """The first character of a (comparable) line that counts, in lower case; 0 for any figure."""
    if line[:1].isalnum():
        return _alike(line[0])
    match = _FIRST.match(line)
    return _alike(match[1]) if match else ""


def last_of(line: str) -> str:
    """The last one."""
    return _alike(line.rstrip(_TAIL_SIGNS)[-1:])


def first_edge(written: str) -> str:
    """With which character a line must begin for a cue that begins with fixed letters; ANY where that is open."""
    sign = written.lstrip()[:1]
    # An ellipsis may be written as dots.
    return ANY if sign == "…" or _LEADING.fullmatch(sign) else _alike(sign)


def last_edge(written: str) -> str:
    """The same of the end."""
    sign = written.rstrip()[-1:]
    return ANY if not sign or sign in _TAIL_SIGNS else _alike(sign)


def _alike(character: str) -> str:
    return _FIGURE if character.isdecimal() else character.casefold()[:1]
