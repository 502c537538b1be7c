"""Buttons that stand in a row: « Répondre Citer », « 3 mai 2006 Répondre Alerter le modérateur +1 ».

Under a post an extractor may glue them: « Envoyer par e-mailBlogThis!Partager sur XPartager sur Facebook ».
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from blogimport.textpage.cues.book import cue_book
from blogimport.textpage.cues.cue import DATE, TIME

_WORD = r"[^\W\d_]+(?:['-][^\W\d_]+)*"
_TOKENS = re.compile(rf"{_WORD}|[+−-]?\d+|\S")
_WORDS = re.compile(_WORD)
_A_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
# What may stand between buttons; the votes for a comment stand beside them.
_SIGNS = frozenset('|·•-–—/"[]()»›↓↑!.,:…')
_VOTES = re.compile(r"[+−-]\d{1,4}|0")
# Where one button ends and the next begins, glued to it: at a capital, and behind « X ».
_GLUED = re.compile(r"(?<=[^\W\d_A-ZÀ-Þ])(?=[A-ZÀ-Þ])|(?<=\bX)(?=[A-ZÀ-Þ])")
# Where a link may begin: at a word, or at a capital that is glued to what stands before.
_LINK_START = re.compile(r"[\s|·•](?=[^\W\d_])|(?<=[^\W_])(?=[A-ZÀ-Þ][^\W\d_A-ZÀ-Þ])")
_TAIL_BORDER = re.compile(r"\s*\||\s[-–·•](?=\s)|\s(?=\[[^][]+\]$)")
_GLUED_COUNT = re.compile(r"(?:(?<=[^\W\d_])|\s?[·•]\s?)(?P<count>\d{1,4}) (?P<what>[^\W\d_]+)$")
_LINK_END = ' .:"…→'
_SPACE_OR_ARROW = " \t\xa0→›»"
# Two words may be the title of a post.
_FEWEST_WORDS = 3

_Words = tuple[str, ...]


def is_row_of_buttons(line: str) -> bool:
    """Whether a (comparable) line without a date is several buttons of a comment and nothing else."""
    return len(_pieces_in(line, *_buttons())) > 1


def is_row_of_furniture(line: str) -> bool:
    """Whether a (comparable) line without a date is several whole lines of the site, or buttons, and nothing else.

    One line may be known as a whole, with the spaces that an extractor has lost.
    """
    pieces = _pieces_in(line, *_furniture())
    return sum(pieces) >= _FEWEST_WORDS and (len(pieces) > 1 or _GLUED.search(line) is not None)


def without_buttons_behind(line: str) -> str:
    """A (comparable) line without the buttons that are glued to its last date or time."""
    end = max(line.rfind(DATE), line.rfind(TIME)) + 1
    if not end:
        return line
    end += len(line[end:]) - len(line[end:].lstrip(")]"))
    return line[:end] if "|" not in line[end:] and _pieces_in(line[end:], *_buttons()) else line


def glued_buttons(texts: Sequence[str]) -> dict[int, str]:
    """The buttons to which an extractor glued what stands behind them: « RépondreSupprimerMerci ! ».

    By the indices of the lines that begin so. One alone, « SupprimerMerci ! », may be a word of the text; what stands
    behind may be another button.
    """
    pattern = _glued_to_text()
    if pattern.search("\n".join(texts)) is None:
        return {}
    return {index: match[0] for index, text in enumerate(texts) if (match := pattern.match(text)) is not None}


def are_several(buttons: str) -> bool:
    """Whether glued buttons are more than one: « RépondreSupprimer »."""
    return _GLUED.search(buttons) is not None


@cache
def _glued_to_text() -> re.Pattern[str]:
    """The buttons of one word each that begin with a capital, the longest first, and what may follow each at once."""
    words = [text for text in cue_book().buttons if text[0].isupper() and _A_WORD.fullmatch(text)]
    several = [word for word in words if are_several(word)]
    alone = [word for word in words if not are_several(word)]
    either = (
        rf"^(?:{'|'.join(re.escape(word) for word in sorted(some, key=len, reverse=True))}){behind}"
        for some, behind in ((several, r"(?=\S)"), (alone, r"(?=[A-ZÀ-Þ\d@«»\"“(])"))
    )
    # As an extractor writes the apostrophe.
    return re.compile("|".join(either).replace("'", "['’]"), re.MULTILINE)


class LinkToComments(NamedTuple):
    """A link to the comments of a post: where in a line it begins, and how many it says there are."""

    start: int
    said: int | None


def link_to_comments(line: str) -> LinkToComments | None:
    """The link with which a (comparable) line ends behind its date: « 3 mai 2006 ZoéLaisser un commentaire »."""
    book = cue_book()
    start = max(line.rfind(DATE), line.rfind(TIME)) + 1
    # Most lines end with their date, or with a name.
    last = line[start:].rstrip(_LINK_END).rpartition(" ")[2]
    if not last or _GLUED.split(last)[-1].casefold() not in _ends_of_links():
        return None
    counted = _GLUED_COUNT.search(line, start)
    if counted is not None and counted["what"].casefold() in book.counted:
        return LinkToComments(counted.start(), int(counted["count"]))
    # « Sem comentários: Links to this post »
    link, border, behind = line[start:].partition(": ")
    end = start + len(link) if border and behind in book.fixed_lines else len(line)
    for match in _LINK_START.finditer(line, start):
        kind = book.invitations.get(line[match.end() : end].strip(_LINK_END).casefold())
        if kind is not None:
            return LinkToComments(match.end(), 0 if kind == "none" else None)
    return None


@cache
def _ends_of_links() -> frozenset[str]:
    """The last words of what leads to comments, or stands behind that, in lower case."""
    book = cue_book()
    texts = (*book.invitations, *book.counted, *book.fixed_lines)
    return frozenset(text.rstrip(_LINK_END).rpartition(" ")[2].casefold() for text in texts)


def without_tail(line: str) -> str:
    """A line without the buttons at its end: « Posté par Zoé, 3 mai 2006 | | Répondre »."""
    while (borders := list(_TAIL_BORDER.finditer(line))) and borders[-1].start():
        bare = line[borders[-1].end() :].strip(_SPACE_OR_ARROW)
        if DATE in bare or TIME in bare:
            break
        is_worded = any(character.isalnum() for character in bare)
        if is_worded and not _is_button(bare) and not _is_button(bare.strip("[]")):
            break
        line = line[: borders[-1].start()].rstrip(" \t\xa0|·•")
    return line


def _is_button(text: str) -> bool:
    """Whether a text is what follows a comment."""
    return any(cue.kind == "tail" and cue.pattern.match(text) for cue in cue_book().candidates(text))


def _pieces_in(text: str, known: frozenset[_Words], longest: int) -> list[int]:
    """How many words each of the known pieces has that a text is made of; none where anything else is in it."""
    tokens = _TOKENS.findall(_apart(text))
    pieces: list[int] = []
    place = 0
    while place < len(tokens):
        if tokens[place] in _SIGNS or (pieces and _VOTES.fullmatch(tokens[place])):
            place += 1
            continue
        lengths = range(min(longest, len(tokens) - place), 0, -1)
        length = next((one for one in lengths if tuple(tokens[place : place + one]) in known), 0)
        if not length:
            return []
        pieces.append(length)
        place += length
    return pieces


def _apart(text: str) -> str:
    """A text in lower case, with a space where an extractor glued words."""
    return _GLUED.sub(" ", text).casefold()


@cache
def _buttons() -> tuple[frozenset[_Words], int]:
    """The words of each button that stands under comments, and how many the longest has."""
    return _words_of_each(cue_book().buttons)


@cache
def _furniture() -> tuple[frozenset[_Words], int]:
    """The same of all that a site writes in a line of its own."""
    return _words_of_each(cue_book().fixed_lines)


def _words_of_each(texts: Iterable[str]) -> tuple[frozenset[_Words], int]:
    """The words of each text that has any, and how many the longest has."""
    found = frozenset(words for text in texts if (words := tuple(_WORDS.findall(_apart(text)))))
    return found, max(map(len, found))
