"""Comments at the end of a page although nothing says that they are: told by their words, for people greet and thank.

An extractor that keeps the main content may drop « 80 comments » and every name, and leave a list of numbered texts;
another leaves a line for each paragraph and nothing else. A post's own list or prose speaks otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from blogimport.textpage.cues import LEFT_OPEN, Sights, comparable, cue_book
from blogimport.textpage.lines import Line
from blogimport.textpage.voice import closes, is_finished, may_speak, voice_of

_FEWEST_ITEMS = 4
# So few do far under a text; no list of a post has more than one blank line over it.
_FEWEST_APART, _ONE_BLANK = 2, 2
_CALLS = frozenset("!?")
_LONGEST_LABEL, _LONGEST_FAREWELL = 60, 30
# What may follow the list: a form, a line or two of the site.
_MOST_AFTER = 6
# The share of items that begin by greeting or thanking; with answers nested in the list, fewer will do.
_SHARE = 0.25
_SHARE_WITH_ANSWERS = 0.12
_BEGINNING = 80

# What a line's words say for its being a comment's and not a post's: log-odds, fitted (logistic regression) to the
# lines of 170 posts with 600 comments, rounded; what posts say too in personal blogs counts half. In 1,100 posts
# without their comments, none was taken to end with comments.
_OF_COMMENTS = {
    "greets": 5.3,
    "is_excerpt": 4.6,
    "thanks": 4.2,
    "praises": 4.2,
    "closes": 4.0,
    "smiles": 1.2,
    "asks": 0.9,
    "exclaims": 0.5,
    "assents": 0.5,
    "connects": 0.3,
    "is_finished": -0.5,
    "is_item": -1.9,
}
_USUAL = 0.2
_LONG, _LIKE_A_LONG_LINE = 250, -0.7
_HEADING_LENGTH, _LIKE_A_HEADING = 70, -1.2
# Letters and diaries have their dates; comments without a mark have lost theirs.
_OWN_DATE = re.compile(r"\W*\w.{0,30}\b(?:1[5-9]|20)\d\d\W*")
_LIKE_A_DATE = -4.0
# Comments without any mark must say so much in all, and so many of them, and such a share, speak as comments do.
_FEWEST_SIGNS = 10.0
# ... and a page that goes on telling under them, by so much, ends with its post.
_MOST_TOLD = -4.0
_FEWEST_SPEAKING = 3
_SPEAKING_SHARE = 0.12
# A page whose lines have so few blank ones between them has lost its marks.
_DENSE = 0.1
# Buttons that are left among the lines, and how many letters make one sure.
_FEWEST_BUTTONS = 2
_SURE_BUTTON = 12
# So many people who speak openly are no quotation.
_FEWEST_NAMES = 2


def spoken_list(lines: Sequence[Line]) -> range:
    """The indices of the lines of such a list, empty where there is none; `lines` are those of a page."""
    end = len(lines)
    while end > 0 and not lines[end - 1].indent and len(lines) - end < _MOST_AFTER:
        end -= 1
    start = end
    while start > 0 and (lines[start - 1].indent or lines[start - 1].marker):
        start -= 1
    while start < end and lines[start].marker not in ("number", "bullet"):
        start += 1
    if start >= end:
        return range(0)
    base, marker = lines[start].indent, lines[start].marker
    items = [line for line in lines[start:end] if line.marker == marker and line.indent >= base]
    top = [line for line in items if line.indent == base]
    if marker == "number" and top[0].ordinal != 1:
        return range(0)
    is_talk = len(top) >= _FEWEST_ITEMS and _is_talk(items, base)
    return range(start, end) if is_talk or _is_talk_apart(start, end, lines) else range(0)


def _is_talk(items: Sequence[Line], base: int) -> bool:
    """Whether enough of the items of a list, and of the lists within it, begin as people speak to each other."""
    speaking = sum(_speaks(line.text) for line in items) / len(items)
    has_answers = any(line.indent > base and line.ordinal == 1 for line in items)
    return speaking >= (_SHARE_WITH_ANSWERS if has_answers else _SHARE)


def _is_talk_apart(start: int, end: int, lines: Sequence[Line]) -> bool:
    """Whether a few numbered items far under a text are comments: most of them call out, ask or praise.

    The list that a post makes stands as close to its text as its paragraphs do to each other.
    """
    first = lines[start]
    gap = first.number - lines[start - 1].number if start else 0
    if first.marker != "number" or gap <= _ONE_BLANK:
        return False  # as most lists
    if gap <= max((line.number - above.number for above, line in pairwise(lines[:start])), default=0):
        return False
    starts = [at for at in range(start, end) if lines[at].marker and lines[at].indent == first.indent]
    items = [" ".join(line.text for line in lines[at:later]) for at, later in pairwise([*starts, end])]
    calling = sum(_speaks(item) or not _CALLS.isdisjoint(item) for item in items)
    said = sum(len(item) > _LONGEST_LABEL or is_finished(item) for item in items)
    return len(items) >= _FEWEST_APART and 2 * min(calling, said) >= len(items)


def said_openly(lines: Sequence[Line], sights: Sequence[Sights], seeing: Sequence[int]) -> range:
    """The indices of the lines from the first « Zoé a dit… » to the form for comments, or to the last such line.

    Empty where none is there. A single one has nothing that recurs, and must have the form under its comment; who
    quotes somebody in a post sets a colon. « Pingback : Un autre billet » is surely no text.
    """
    openers: list[int] = []
    is_linked = False
    for index in seeing:
        by_kind = sights[index].by_kind
        if openers and "form" in by_kind:
            return range(openers[0], index)
        if index and "pingback" in by_kind:
            openers.append(index)
            is_linked = True
        elif index and "head_before" in by_kind and lines[index].text.endswith(LEFT_OPEN):
            openers.append(index)
    names = {lines[index].text for index in openers}
    return range(openers[0], openers[-1] + 1) if is_linked or len(names) >= _FEWEST_NAMES else range(0)


def _speaks(text: str) -> bool:
    """Whether a text begins as people speak to each other."""
    start = comparable(text[:_BEGINNING]).casefold().lstrip("*\"'¡¿ ")
    return cue_book().speaks.match(start) is not None


def spoken_end(lines: Sequence[Line], sights: Sequence[Sights], language: str | None) -> int | None:
    """The index where comments begin in a page whose lines stand without any mark, None where nothing tells."""
    if len(lines) < _FEWEST_SPEAKING or sum([line.after_blank for line in lines[1:]]) > _DENSE * len(lines):
        return None
    at_button = _first_button(sights)
    if at_button is not None:
        # Nobody says farewell and nothing else.
        last = lines[at_button].text
        if at_button > 1 and len(last) <= _LONGEST_FAREWELL and closes(last):
            at_button -= 1
        while at_button > 1 and "pingback" in sights[at_button - 1].by_kind:
            at_button -= 1
        return at_button
    speaking = [index for index, line in enumerate(lines) if _speaks_to_author(line.text, language)]
    if len(speaking) < _FEWEST_SPEAKING:
        return None  # most pages: their lines need no closer look
    begin, best, signs = len(lines), 0.0, 0.0
    for index in range(len(lines) - 1, 0, -1):
        signs += _signs_in(lines[index], language)
        if signs > best:
            begin, best = index, signs
        if signs < _MOST_TOLD and begin == len(lines):
            return None
    speakers = sum(index >= begin for index in speaking)
    enough = max(_FEWEST_SPEAKING, _SPEAKING_SHARE * (len(lines) - begin))
    return begin if best >= _FEWEST_SIGNS and speakers >= enough else None


def _first_button(sights: Sequence[Sights]) -> int | None:
    """The index of the line before the first button of a comment, where there are some."""
    buttons = [
        (index, sight.fixed)
        for index, seen in enumerate(sights)
        if (sight := seen.by_kind.get("tail")) is not None and sight.fixed and "byline" not in seen.by_kind
    ]
    if len(buttons) >= _FEWEST_BUTTONS or (buttons and buttons[0][1] >= _SURE_BUTTON):
        return buttons[0][0] - 1 if buttons[0][0] > 1 else None
    return None


def _speaks_to_author(text: str, language: str | None) -> bool:
    """Whether a line begins, or closes, as comments do, and posts seldom."""
    if not may_speak(text, language):
        return False
    voice = voice_of(text, language)
    return any((voice.greets, voice.thanks, voice.praises, voice.is_excerpt, voice.calls, voice.closes))


def _signs_in(line: Line, language: str | None) -> float:
    """How much a line says for being part of a comment."""
    text = line.full_text
    voice = voice_of(text, language)
    signs = _USUAL + sum(weight for name, weight in _OF_COMMENTS.items() if getattr(voice, name))
    if len(text) > _LONG:
        signs += _LIKE_A_LONG_LINE
    elif _OWN_DATE.fullmatch(text):
        signs += _LIKE_A_DATE
    elif len(text) < _HEADING_LENGTH and not voice.is_finished and not voice.is_low:
        signs += _LIKE_A_HEADING
    return signs
