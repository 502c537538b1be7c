"""What the full-text index drops and a reader may still mean: C++, #tag, @name, .NET, an emoji.

Must not know the query language.
"""

from __future__ import annotations

import re
import unicodedata

# Signs that belong to the word they touch. A percent or euro sign does not: French sets a space before it.
_SIGNED = re.compile(r"[#@]+\w|\w[+#]|\+\d|<3|(?<![\w.])\.[^\W\d_]")
_AROUND = ".,;:!?…'\"()[]{}«»"

# Marks of prose; with other words beside them, nobody searches for them.
_PROSE = frozenset(".,;:!?…-–—'\"()[]{}/\\|&*_%=~^<>+#@")
_SENTENCE_END = frozenset(".!?…")

_JOINERS = frozenset("\u200d\ufe0f")
_NOT_PICTURES = frozenset("°©®™№")


def literals(text: str, *, quoted: bool = False) -> tuple[str, ...]:
    """The words of a text that must be found letter for letter, because the index drops their signs."""
    found = []
    for word in text.split() if quoted else [text]:
        for part in split_pictures(word):
            trimmed = part.rstrip(_AROUND)
            trimmed = trimmed.lstrip(_AROUND.replace(".", ""))
            if _is_picture(part[0]):
                found.append(part.rstrip("\ufe0f"))
            elif _SIGNED.search(trimmed):
                # In other search boxes, +word asks for the word.
                found.append(trimmed if not re.match(r"\+[^\W\d]", trimmed) else trimmed[1:])
    return tuple(literal for literal in dict.fromkeys(found) if not literal.isalnum())


def is_ordinary(text: str) -> bool:
    """Whether a text is one mark of ordinary prose, repeated or not; an emoticon is none."""
    marks = set(text.strip())
    return marks <= _PROSE and (len(marks) == 1 or marks <= _SENTENCE_END)


def split_pictures(word: str) -> list[str]:
    """A word cut where emoji and pictures begin and end: `bravo😀` is a word and a picture."""
    parts: list[str] = []
    pictured: bool | None = None
    for letter in word:
        now = pictured if letter in _JOINERS and pictured is not None else _is_picture(letter)
        if now != pictured:
            parts.append("")
        parts[-1] += letter
        pictured = now
    return parts


def _is_picture(letter: str) -> bool:
    # The planes of emoji as a whole: each year adds some that this Python does not know yet.
    if "\U0001f000" <= letter <= "\U0001faff":
        return True
    return unicodedata.category(letter) == "So" and letter not in _NOT_PICTURES
