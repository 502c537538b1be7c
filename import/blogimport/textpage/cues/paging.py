"""Where a site leads to its further pages: « « Articles plus anciens », « 1 2 3 … 12 Suivant »."""

from __future__ import annotations

import re
from functools import cache

from blogimport.textpage.cues.book import cue_book
from blogimport.textpage.cues.cue import comparable

_LONGEST = 60
# In front of, or behind, what leads there; both together are the quotes of a text.
_OPENING, _CLOSING = "«‹←<", "»›→>"
_SPACE, _NONE = " \xa0", "\N{NULL}"
_LEFT_OUT = ("…", "...", *_OPENING, *_CLOSING)
_FEWEST_PAGES = 3
_PAGES = re.compile(
    r"\W*(?:page\W+)?(?P<numbers>(?:\d{1,4}\W+){2,}\d{1,4})\W*(?P<word>[^\W\d].*)?", re.IGNORECASE
)
_NUMBER = re.compile(r"\d+")
# « Page 1 Page 2 … Page 9 Page suivante »: each number with the word that is read aloud before it.
_NAMED_PAGES = re.compile(
    r"(?P<page>p[aáà]gin[ae]|page|seite|stron[ay]|stránka|sid[ae]n?|oldal|sayfa|страница) \d{1,4}"
    r"(?:\s+(?:…|(?P=page) \d{1,4}))+(?:\s+[^\d]{1,30})?",
    re.IGNORECASE,
)


def leads_to_pages(text: str) -> bool:
    """Whether a text leads to further pages of its site: by their numbers, or by a line of cues with an arrow."""
    if not 0 < len(text) <= _LONGEST:
        return False
    if text[0].isalpha() and _NAMED_PAGES.fullmatch(text) is not None:
        return True
    word = _without_arrow(text)
    if word is None or word[0].isdecimal() or word[0] == "[":
        word = _word_behind_pages(text) or word
        if word == _NONE:
            return True
    return word is not None and comparable(word).casefold() in _known()


@cache
def _known() -> frozenset[str]:
    return frozenset(line.casefold() for line in cue_book().fixed_lines)


def _without_arrow(text: str) -> str | None:
    """A text without the arrow before or behind it; None of one that has none, or both."""
    begins, ends = text[0] in _OPENING, text[-1] in _CLOSING
    if begins == ends:
        return None
    return text.strip(_SPACE + (_OPENING if begins else _CLOSING)) or None


def _word_behind_pages(text: str) -> str | None:
    """What stands behind the numbers of pages in a row, a sign where nothing does; None of any other text.

    The numbers go up from the first, or stand beside an arrow or what is left out.
    """
    row = _PAGES.fullmatch(text)
    if row is None:
        return None
    numbers = [int(number) for number in _NUMBER.findall(row["numbers"])]
    is_cut = any(sign in text for sign in _LEFT_OUT)
    if len(numbers) < _FEWEST_PAGES or numbers != sorted(set(numbers)) or not (numbers[0] == 1 or is_cut):
        return None
    return (row["word"] or "").strip(_SPACE + _OPENING + _CLOSING) or _NONE
