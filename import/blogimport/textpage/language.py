"""The language of a text, told from its commonest words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache

from blogimport.textpage.cues import cue_book
from blogimport.textpage.lines import Line

# What stands at the end of words: cutting it off costs a tenth of looking for words.
_MARKS = '.,;:!?()"«»…'
# Fewer hits than this say nothing; more text than this says nothing new.
_FEWEST_HITS = 3
_ENOUGH_TEXT = 2500


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language whose common words a text holds most, None where that is open."""
    start = text[:_ENOUGH_TEXT].casefold().replace("’", "'")
    for mark in _MARKS:
        start = start.replace(mark, " ")
    languages = _languages_by_word()
    hits: dict[str, float] = {}
    for word, count in Counter(filter(languages.__contains__, start.split())).items():
        for language, weight in languages[word]:
            hits[language] = hits.get(language, 0.0) + count * weight
    ranked = sorted(hits.items(), key=lambda entry: (-entry[1], entry[0]))
    if not ranked:
        return None
    best, score = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    return best if score >= _FEWEST_HITS / 2 and score > 1.2 * second else None


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


@cache
def _languages_by_word() -> dict[str, list[tuple[str, float]]]:
    """For each common word the languages that have it, with what it weighs: a long list of words hits more."""
    found: dict[str, list[tuple[str, float]]] = {}
    for language, common in cue_book().common_words.items():
        for word in common:
            found.setdefault(word, []).append((language, len(common) ** -0.25))
    return found
