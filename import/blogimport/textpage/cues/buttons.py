"""Buttons under comments that stand in a row: « Répondre Citer », « 3 mai 2006 Répondre Alerter le modérateur +1 »."""

from __future__ import annotations

import re
from functools import cache

from blogimport.textpage.cues.book import cue_book
from blogimport.textpage.cues.cue import DATE, TIME, comparable

_WORD = r"[^\W\d_]+(?:['-][^\W\d_]+)*"
_TOKENS = re.compile(rf"{_WORD}|[+−-]?\d+|\S")
_WORDS = re.compile(_WORD)
# What may stand between buttons; the votes for a comment stand beside them.
_SIGNS = frozenset('|·•-–—/"[]()»›↓↑')
_VOTES = re.compile(r"[+−-]\d{1,4}|0")


def is_row_of_buttons(line: str) -> bool:
    """Whether a (comparable) line without a date is several buttons and nothing else."""
    return _buttons_in(line) > 1


def is_row_of_links(line: str) -> bool:
    """Whether a line is several links of a site and nothing else: « Print this page Send to a friend ».

    One of them has several words: « Photos Links » may be two words of somebody's.
    """
    links, longest = _links()
    tokens = comparable(line).casefold().split()
    place, count, most = 0, 0, 0
    while place < len(tokens):
        lengths = range(min(longest, len(tokens) - place), 0, -1)
        length = next((one for one in lengths if tuple(tokens[place : place + one]) in links), 0)
        if not length:
            return False
        count, most, place = count + 1, max(most, length), place + length
    return count > 1 and most > 1


@cache
def _links() -> tuple[frozenset[tuple[str, ...]], int]:
    """The words of each line that belongs to a site, and how many the longest has."""
    links = frozenset(tuple(text.split()) for text in cue_book().links)
    return links, max(map(len, links))


def without_buttons_behind(line: str) -> str:
    """A (comparable) line without the buttons that are glued to its last date or time."""
    end = max(line.rfind(DATE), line.rfind(TIME)) + 1
    if not end:
        return line
    end += len(line[end:]) - len(line[end:].lstrip(")]"))
    return line[:end] if "|" not in line[end:] and _buttons_in(line[end:]) else line


def _buttons_in(text: str) -> int:
    """How many buttons a text is made of; none where anything else is in it."""
    buttons, longest = _buttons()
    tokens = _TOKENS.findall(text.casefold())
    count = place = 0
    while place < len(tokens):
        if tokens[place] in _SIGNS or (count and _VOTES.fullmatch(tokens[place])):
            place += 1
            continue
        lengths = range(min(longest, len(tokens) - place), 0, -1)
        length = next((one for one in lengths if tuple(tokens[place : place + one]) in buttons), 0)
        if not length:
            return 0
        count += 1
        place += length
    return count


@cache
def _buttons() -> tuple[frozenset[tuple[str, ...]], int]:
    """The words of each button that stands under comments, and how many the longest has."""
    buttons = frozenset(words for text in cue_book().buttons if (words := tuple(_WORDS.findall(text))))
    return buttons, max(map(len, buttons))
