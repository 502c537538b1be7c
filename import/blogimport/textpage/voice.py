"""What the words of a line tell of who speaks: a commenter greets, thanks, closes and signs; a post tells.

Must not know where a line stands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from blogimport.textpage.cues import SpeechKind, comparable, cue_book
from blogimport.textpage.lines import Line
from reader.remembering import remembered

# A capital, then letters; initials and double names too.
_NAME_WORD = r"(?:[^\W\d_a-zà-öø-ÿ][\w'’.-]*|de|du|la|le|van|von)"
_SIGNED_END = re.compile(
    rf"(?:[.!?…]+[\"»”)]*\.*\s+|[.!?…]{{2,}}\s*)(?P<name>[^\W\d_a-zà-öø-ÿ][\w'’.-]*(?:\s+{_NAME_WORD}){{0,2}})\s*[.!]?$"
)
_NAME_LINE = re.compile(rf"[-–—]?\s*(?P<name>[^\W\d_a-zà-öø-ÿ][\w'’.-]*(?:\s+{_NAME_WORD}){{0,3}})\s*[.!]?$")
_NAME_AT_END = re.compile(
    rf"[,.!…]?\s+(?P<name>[^\W\d_a-zà-öø-ÿ][\w'’.-]*(?:\s+{_NAME_WORD}){{0,2}})\s*[.!]?$"
)
_HANDLE_LINE = re.compile(r"[-–—]\s*(?P<name>[\w'’.@-]{2,25})\s*[.!]?$")
_SENTENCE_END = re.compile(r"[.!?…:;)»\"”]['’]*\s*(?:[:;]-?[)(DPp]|[\U0001f300-\U0001faff\u2600-\u27bf])?$")
_FIRST_WORDS = re.compile(r"[^\w]*(?P<words>\w[\w.'’ -]*)")
_WORD = re.compile(r"[^\W\d_]+'?")
_PERSONAL_WORD = re.compile(r"[^\W\d_]+(?:['’](?=[^\W\d_]))?")
_SMILE = re.compile(
    r"(?<!\w)[:;=8xX][-'o^]?[)(DPp]+(?!\w)|\^\^|<3|\*[^\W\d_]+\*|[\U0001f300-\U0001faff\u2600-\u27bf\u2764\u2665]"
)
EXCERPT = r"\[(?:…|\.{3})\]"
"""How a page that links here begins what it shows of itself, as a part of a pattern."""
_EXCERPT = re.compile(rf"\s*{EXCERPT}")
_ADDRESS = re.compile(r"\(?(?:https?://|www\.)\S+\)?")
_ITEM = re.compile(r"(?:[-•*–]|\d{1,2}[.)/-])\s*\S|\|")
_AT = re.compile(r"\W*@\s?\w")
_OPENING: tuple[SpeechKind, ...] = ("greeting", "thanks", "praise", "assent", "connective")
_SAYING: tuple[SpeechKind, ...] = ("greeting", "thanks", "praise", "assent")
_NO_NAMES: tuple[SpeechKind, ...] = ("greeting", "farewell", "thanks")
_BEGINNING = 60
# No closing formula is longer; what stands before it must end a sentence.
_LONGEST_CLOSING = 120
_SHORT = 60


class Voice(NamedTuple):
    """What the words of a line tell; all of it may be so in a post too, though seldom."""

    greets: bool = False
    thanks: bool = False
    praises: bool = False
    assents: bool = False
    connects: bool = False
    closes: bool = False
    is_name: bool = False
    calls: bool = False
    asks: bool = False
    exclaims: bool = False
    smiles: bool = False
    is_low: bool = False
    is_excerpt: bool = False
    is_postscript: bool = False
    is_address: bool = False
    is_item: bool = False
    is_finished: bool = False


@remembered(4096)
def voice_of(text: str, language: str | None) -> Voice:
    """What the words of a text in a language tell."""
    same = comparable(text)
    low = same.casefold()
    start = _start(low)
    openers = _openers(language)
    is_closing = closes(text)
    return Voice(
        greets=not is_closing and openers["greeting"].match(start) is not None,
        thanks=openers["thanks"].match(start) is not None,
        praises=openers["praise"].match(start) is not None,
        assents=openers["assent"].match(start) is not None,
        connects=openers["connective"].match(start) is not None,
        closes=is_closing,
        is_name=name_line(text) is not None,
        calls=_AT.match(text) is not None,
        asks=text.rstrip(' "»”)').endswith("?"),
        exclaims=text.rstrip(' "»”)').endswith("!"),
        smiles=_SMILE.search(text) is not None,
        is_low=text[:1].islower(),
        is_excerpt=is_excerpt(text),
        is_postscript=is_postscript(text),
        is_address=_ADDRESS.fullmatch(text) is not None,
        is_item=_ITEM.match(text) is not None,
        is_finished=is_finished(text),
    )


@remembered(4096)
def says(text: str) -> bool:
    """Whether a text greets, thanks, praises, assents or closes, in any language."""
    if closes(text):
        return True
    start = _start(comparable(text).casefold())
    return any(_openers(None)[kind].match(start) for kind in _SAYING)


def is_personal(text: str, language: str | None) -> bool | None:
    """Whether a text has a word with which people speak of themselves or to others; None where none is known."""
    personal = cue_book().speech_in(language)["personal"]
    if not personal:
        return None
    return any(word.casefold().replace("’", "'") in personal for word in _PERSONAL_WORD.findall(text))


def _start(low: str) -> str:
    """The words with which a text in small letters begins."""
    return low[:_BEGINNING].lstrip(" *\"'¡¿-–—.…#>(")


@cache
def _openers(language: str | None) -> Mapping[SpeechKind, re.Pattern[str]]:
    """For each kind of speech a pattern of the words that a text of that kind begins with."""
    speech = cue_book().speech_in(language)
    found = {}
    for kind in _OPENING:
        texts = sorted((comparable(text) for text in speech[kind]), key=len, reverse=True)
        found[kind] = re.compile(rf"(?:{'|'.join(map(re.escape, texts))})(?![^\W_])")
    return found


def is_excerpt(text: str) -> bool:
    """Whether a text is what a page that links here shows of itself: « [...] Zoé a écrit un billet [...] »."""
    return _EXCERPT.match(text) is not None


def is_finished(text: str) -> bool:
    """Whether a text ends as one that is said to its end does, with a smile behind it or without."""
    return _SENTENCE_END.search(text) is not None


def signature(lines: Sequence[Line]) -> str | None:
    """The name that a comment is signed with at the end of its text, if it is."""
    if not lines:
        return None
    return _signature(lines[-2].text.strip() if len(lines) > 1 else None, lines[-1].text.strip())


@remembered(4096)
def _signature(before: str | None, last: str) -> str | None:
    """The same of the last line of a text and the one before it."""
    if before is not None:
        name = name_line(last)
        if name is not None and (is_finished(before) or closes(before) or before.endswith(",")):
            return name
    match = _SIGNED_END.search(last)
    if match is not None and _is_name(match["name"]):
        return _without_stop(match["name"])
    match = _NAME_AT_END.search(last)
    if match is not None and _is_name(match["name"]) and closes(last[: match.start("name")]):
        return _without_stop(match["name"])
    return None


def _without_stop(name: str) -> str:
    """A name without the full stop after it, unless that belongs to an initial."""
    name = name.strip()
    return name if re.search(r"(?:^|\s)[^\W\d_]\.$", name) else name.rstrip(" .")


def name_line(text: str) -> str | None:
    """The name where a line is nothing but a name."""
    for pattern in (_NAME_LINE, _HANDLE_LINE):
        match = pattern.fullmatch(text.strip())
        if match is not None and len(text) <= _SHORT and _is_name(match["name"]):
            return _without_stop(match["name"])
    return None


def _is_name(text: str) -> bool:
    """Whether words with capitals are a name rather than « Merci » or « RENAISSONS »."""
    words = text.strip(" .!").split()
    speech = cue_book().speech
    spoken, common = _no_names()
    if len(words) > 1 and words[0].casefold() in speech["family"]:
        return words[-1][0].isupper()
    if not words or " ".join(words).casefold() in spoken or words[0].casefold() in (spoken | common):
        return False
    # A single word in capitals that is longer than initials is a shout.
    return not (len(words) == 1 and words[0].isupper() and len(words[0]) > 4)


@cache
def _no_names() -> tuple[frozenset[str], frozenset[str]]:
    """What people say in place of a name, and the words that all texts have."""
    book = cue_book()
    spoken = (book.speech[kind] for kind in _NO_NAMES)
    return frozenset().union(*spoken), frozenset().union(*book.common_words.values())


def closes(text: str) -> bool:
    """Whether a line is, or ends with, a closing formula."""
    end = text[-_LONGEST_CLOSING:].casefold().replace("’", "'").rstrip(" .,!;:…-–")
    formulas, openings = _farewells()
    if len(end) <= _SHORT and end.startswith(openings):
        return True
    # Most lines end with none of them, which one look tells.
    return end.endswith(formulas) and any(
        end == words
        or (end.endswith(words) and end[: -len(words)].rstrip().endswith((".", "!", "?", ",", "…", ";")))
        for words in formulas
    )


@cache
def _farewells() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The closing formulas, and the same as they begin a line that goes on."""
    formulas = tuple(sorted(cue_book().speech["farewell"]))
    return formulas, tuple(f"{words} " for words in formulas)


def may_speak(text: str, language: str | None) -> bool:
    """Whether a line may greet, thank, praise, call, quote or close: it costs little and rules out most lines."""
    if text[:1] in "[@" or len(text) <= _SHORT:
        return True
    match = _WORD.search(text, 0, _BEGINNING)
    return match is not None and match[0].casefold() in _first_words(language)


@cache
def _first_words(language: str | None) -> frozenset[str]:
    """The first word of all that greets, thanks or praises."""
    speech = cue_book().speech_in(language)
    kinds: tuple[SpeechKind, ...] = ("greeting", "thanks", "praise")
    texts = (comparable(text) for kind in kinds for text in speech[kind])
    return frozenset(match[0] for text in texts if (match := _WORD.match(text)))


def greets(text: str) -> bool:
    """Whether a line begins with a greeting."""
    match = _FIRST_WORDS.match(text.casefold().replace("’", "'"))
    if match is None:
        return False
    return f"{match['words']} ".startswith(_greetings())


@cache
def _greetings() -> tuple[str, ...]:
    """All greetings, with the space behind."""
    return tuple(sorted(f"{words} " for words in cue_book().speech["greeting"]))


def is_postscript(text: str) -> bool:
    """Whether a line begins as what is added under a letter."""
    start = text.casefold().lstrip()
    # Few lines begin so, which one look tells.
    return start.startswith(_postscripts()) and any(
        start.startswith(word) and not start[len(word) : len(word) + 1].isalpha() for word in _postscripts()
    )


@cache
def _postscripts() -> tuple[str, ...]:
    """What is written before that."""
    return tuple(sorted(cue_book().speech["postscript"]))
