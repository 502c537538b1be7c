"""Where a text calls somebody: « @Zoé », « Bonjour Zoé, », « Zoé a raison », « … merci Zoé ! », « comme le dit Zoé ».

Must not know the order of comments; that is `signs`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from typing import Literal

from blogimport.textpage.answering.people import Name, People
from blogimport.textpage.answering.wording import folded, words_in
from blogimport.textpage.cues import SpeechKind, cue_book

Way = Literal["at", "spoken_to", "agreed", "set_off", "named"]
"""How somebody is called, the surest way first."""

_RANK: dict[Way, int] = {"at": 0, "spoken_to": 1, "agreed": 2, "set_off": 3, "named": 4}
_WORD = re.compile(r"[^\W_]+")
# How far into a text somebody is spoken to before anything is said, and after how many words.
_BEGINNING = 90
_MOST_OPENERS = 5
# How far around a name one must look.
_AROUND = 40
# What ends the words that speak to somebody, and what may stand behind a name that is set off within a sentence.
_PAUSE = re.compile(r"\s*(?:[,:!;…\n)\]]|\.{1,3}(?:\s|$)|[-–—>]|$)")
_SET_OFF = re.compile(r"\s*(?:[,:!?;…\n.)]|$)")
# What stands behind a name with which a line begins that speaks to somebody else than the lines before.
_CALLED_ANEW = re.compile(r"\s?[,:!]")
_AT = re.compile(r"(?<![\w.])@\s?(?P<name>[^\W_]+)")
_ENDS_WITH_AT = re.compile(r"(?<![\w.])@\s?$")
_NUMBERED = re.compile(r"\W*(?:@|#|n°\s?|no\.?\s?)(?P<number>\d{1,4})\b", re.IGNORECASE)


def number_called(body: str) -> int | None:
    """The number of a comment with which a text begins: « #12 »."""
    match = _NUMBERED.match(body[:_AROUND]) if "#" in body[:_AROUND] or body[:1] in "@nN«(" else None
    return int(match["number"]) if match else None


def called(body: str, low: str, names: Collection[str], people: People) -> dict[int, Way]:
    """The people whom a text calls, each with the surest way in which it does.

    `low` is the folded text, `names` are those of its words by which somebody may be meant.
    """
    found: dict[int, Way] = {}
    if names:
        # Where folding has changed a text's length nobody can tell its capitals.
        shown = body if len(low) == len(body) else low.upper()
        opening = _end_of_opening(low)
        for word in sorted(names):
            for person, way in _ways(word, shown, low, opening, people):
                if person not in found or _RANK[way] < _RANK[found[person]]:
                    found[person] = way
    if "@" in low:
        for match in _AT.finditer(low):
            meant = people.named(words_in(low[match.start() : match.end() + _AROUND]))
            if meant is not None:
                found[meant] = "at"
    return found


def _ways(word: str, shown: str, low: str, opening: int, people: People) -> Iterator[tuple[int, Way]]:
    """Whom a word of a text calls, wherever it stands, and how."""
    start = low.find(word)
    while start >= 0:
        end = start + len(word)
        if not low[start - 1 : start].isalnum() and not low[end : end + 1].isalnum():
            for person in people.meant(word, words_in(low[end : end + _AROUND])):
                begin, stop = _whole(low, start, end, word, people.names[person])
                way = _way(shown, low, begin, stop, opening)
                if way is not None:
                    yield person, way
        start = low.find(word, end)


def _whole(low: str, start: int, end: int, word: str, name: Name) -> tuple[int, int]:
    """Where all of a name stands in a text, one word of which was found: « Le Barbu », « Zoé Martin »."""
    if len(name) > 1 and word in name:
        at = name.index(word)
        before = list(_WORD.finditer(low, max(0, start - _AROUND), start))[-at:] if at else []
        after = list(_WORD.finditer(low, start, start + 2 * _AROUND))[: len(name) - at]
        if tuple(match[0] for match in before) == name[:at]:
            start = before[0].start() if before else start
            if tuple(match[0] for match in after) == name[at:]:
                end = after[-1].end()
    return start, end


def _way(shown: str, low: str, start: int, end: int, opening: int) -> Way | None:
    """How a text calls somebody whose name stands in it."""
    before = low[max(0, start - _AROUND) : start]
    if "@" in before and _ENDS_WITH_AT.search(before):
        return "at"
    is_capital = shown[start].isupper()
    agrees, agrees_with = _agreeing()
    if agrees.match(low, end):
        return "agreed"
    if start <= opening and (_PAUSE.match(low, end) or (is_capital and _WORD.search(before))):
        # « Zoé, », « Bonjour Zoé », and not « Zoé est partie ».
        return "spoken_to"
    if before.rstrip().endswith(_before_agreed()) and agrees_with.search(before):
        return "agreed"
    if not is_capital:
        return None
    word_before = words_in(before)[-1:]
    is_after_pause = before.rstrip().endswith((",", "!", "…", "..."))
    if _CALLED_ANEW.match(low, end) and before.rstrip(" ").endswith("\n"):
        return "set_off"
    if _SET_OFF.match(low, end) and (is_after_pause or (word_before and word_before[0] in _openers())):
        return "set_off"
    return "named"


def _end_of_opening(low: str) -> int:
    """Where a text has greeted and thanked: up to there somebody may be spoken to."""
    openers = _openers()
    end = 0
    for count, match in enumerate(_WORD.finditer(low, 0, _BEGINNING)):
        if count >= _MOST_OPENERS or match[0] not in openers:
            return match.start()
        end = match.end()
    return end + 1


@cache
def _openers() -> frozenset[str]:
    """The words that may stand before the name of whom a text speaks to."""
    return frozenset(
        word
        for text in _spoken("greeting", "thanks", "assent", "praise", "before_name")
        for word in words_in(text)
    )


@cache
def _agreeing() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands behind and before the name of whom a text agrees or disagrees with."""
    behind, before = (_either(_spoken(kind)) for kind in _AGREEING)
    return re.compile(rf"\s(?:{behind})(?!\w)"), re.compile(rf"(?<!\w)(?:{before})\s$")


@cache
def _before_agreed() -> tuple[str, ...]:
    """What stands before such a name, which a look at the end of a text mostly rules out."""
    return tuple(_spoken("agrees_with"))


_AGREEING: tuple[SpeechKind, ...] = ("agrees", "agrees_with")


def _spoken(*kinds: SpeechKind) -> list[str]:
    return [folded(text) for kind in kinds for text in cue_book().speech[kind]]


def _either(texts: Iterable[str]) -> str:
    return "|".join(re.escape(text) for text in sorted(texts, key=len, reverse=True))
