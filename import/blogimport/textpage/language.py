"""The language of a text, told from its commonest words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache

from blogimport.textpage.cues import cue_book
from blogimport.textpage.lines import Line

# What stands at the end of words: cutting it off costs a tenth of looking for words.
_MARKS = '.,;:!?()"«»'
_WIDE_MARKS = "…\u202f\u2009"
# For each byte of Latin-1 a space if it is a mark, or the small letter: bytes are changed at once, letters one by one.
_COMPARED = bytes(ord(" " if (sign := chr(code)) in _MARKS else sign.lower()) for code in range(256))
# Fewer hits than this say nothing; more text than this says nothing new.
_FEWEST_HITS = 3
# From which sign to which; Japanese is told from Chinese by its kana, one in a few signs.
_SCRIPTS = {"ja": ("\u3040", "\u30ff"), "zh": ("\u4e00", "\u9fff"), "ko": ("\uac00", "\ud7a3")}
_FEW_KANA = 5
_FEWEST_SIGNS = 20
_ENOUGH_TEXT = 2500
# Most pages are told by their first lines: where one language has so many hits, and so many times those of any other,
# the rest would not change it.
_FIRST_LOOK = 800
_MANY_HITS, _CLEARLY = 30, 2.0


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language whose common words a text holds most, None where that is open."""
    best, score, second = _ranked(text[:_FIRST_LOOK])
    if score < _MANY_HITS / 2 or score < _CLEARLY * second:
        best, score, second = _ranked(text[:_ENOUGH_TEXT])
    if best is not None and score >= _FEWEST_HITS / 2 and score > 1.2 * second:
        return best
    return _by_script(text[:_ENOUGH_TEXT])


def _ranked(text: str) -> tuple[str | None, float, float]:
    """The language that a text is most likely in, how much speaks for it, and how much for the next one."""
    hits: dict[str, int] = {}
    apart = _languages_apart()
    for languages, count in Counter(filter(None, map(_languages_by_word().get, _words(text)))).items():
        for language in apart[languages]:
            hits[language] = hits.get(language, 0) + count
    weights = _weights()
    ranked = sorted([(-count * weights[language], language) for language, count in hits.items()])
    if not ranked:
        return None, 0.0, 0.0
    return ranked[0][1], -ranked[0][0], -ranked[1][0] if len(ranked) > 1 else 0.0


def _by_script(text: str) -> str | None:
    """The language of a text without spaces between words, from its script."""
    signs = {
        language: sum(low <= sign <= high for sign in text) for language, (low, high) in _SCRIPTS.items()
    }
    if signs["ja"] * _FEW_KANA > signs["zh"] and signs["ja"] > _FEWEST_SIGNS:
        return "ja"
    best = max(signs, key=lambda language: signs[language])
    return best if signs[best] > _FEWEST_SIGNS else None


def beginning(lines: Iterable[Line]) -> str:
    """Enough of the text of some lines to tell their language."""
    texts: list[str] = []
    size = 0
    for line in lines:
        texts.append(line.text)
        size += len(line.text) + 1
        if size >= _ENOUGH_TEXT:
            break
    return " ".join(texts)[:_ENOUGH_TEXT]


def _words(text: str) -> list[str]:
    """The words of a text as they are compared, in small letters; letters that Latin-1 lacks are spelled out."""
    text = text.replace("’", "'").replace("ß", "ss")
    for sign in _WIDE_MARKS:
        text = text.replace(sign, " ")
    return text.encode("latin-1", "backslashreplace").translate(_COMPARED).decode("latin-1").split()


@cache
def _languages_by_word() -> dict[str, str]:
    """For each common word the languages that have it, with a space between, of which there are few combinations."""
    found: dict[str, list[str]] = {}
    for language, common in cue_book().common_words.items():
        # Where letters are spelled out, a capital is another one.
        forms = " ".join(form for word in common for form in (word, word.capitalize(), word.upper()))
        for word in set(_words(forms)):
            found.setdefault(word, []).append(language)
    return {word: " ".join(languages) for word, languages in found.items()}


@cache
def _languages_apart() -> dict[str, list[str]]:
    """The languages of each combination."""
    return {languages: languages.split() for languages in set(_languages_by_word().values())}


@cache
def _weights() -> dict[str, float]:
    """What a word of each language weighs: a long list of words hits more."""
    return {language: len(common) ** -0.25 for language, common in cue_book().common_words.items()}
