"""Where the words of a query stand in a text.

Works on the text alone, so it finds in a body on the screen what the index found in the archive.
"""

from __future__ import annotations

import re
from collections import namedtuple
from collections.abc import Iterable, Iterator

from reader.search.tree import Node, Term, terms
from reader.words import beginning_with, fold, next_words, plurals, spellings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NamedTuple

    class Match(NamedTuple):
        """One place; `key` is the same for the same words, whatever their form."""

        start: int
        end: int
        key: int

else:
    # The same without `typing`, which takes longer to import than a search.
    Match = namedtuple("Match", "start end key")


class Finder:
    """Finds the words that a query asks for in any text; those for one column or to be left out are not."""

    def __init__(self, node: Node | None) -> None:
        self._words: dict[str, int] = {}
        self._prefixes: dict[str, int] = {}
        # By first word: the further words of a phrase, whether the last may go on, the key.
        self._phrases: dict[str, list[tuple[list[str], bool, int]]] = {}
        self._literals: list[tuple[re.Pattern[str], int]] = []
        for key, term in enumerate(terms(node)):
            self._add(term, key)
        firsts = {word[0] for words in (self._words, self._prefixes, self._phrases) for word in words}
        self._pattern = beginning_with(firsts) if firsts else None

    def _add(self, term: Term, key: int) -> None:
        for text in term.literals:
            self._literals.append((re.compile(re.escape(text), re.IGNORECASE), key))
        if term.literals and len(term.words) == 1:
            return  # of C++, the letter alone is no match
        for first, *others in spellings(term.words) if term.words else []:
            if others:
                lasts = [others[-1], *other_forms(term)]
                self._phrases.setdefault(first, []).extend(
                    ([*others[:-1], last], term.prefix, key) for last in lasts
                )
                continue
            if term.prefix:
                self._prefixes[first] = key
            for form in (first, *other_forms(term)):
                self._words.setdefault(form, key)

    def words(self, text: str) -> Iterator[Match]:
        """The words and phrases in order, as far as the text was read; some may overlap."""
        if self._pattern is None:
            return
        prefixes = tuple(self._prefixes)
        for found in self._pattern.finditer(text):
            word = fold(found[0])
            if word in self._words:
                yield Match(found.start(), found.end(), self._words[word])
            elif prefixes and word.startswith(prefixes):
                key = next(key for prefix, key in self._prefixes.items() if word.startswith(prefix))
                yield Match(found.start(), found.end(), key)
            for others, prefix, key in self._phrases.get(word, ()):
                end = _phrase_end(text, found.end(), others, prefix)
                if end is not None:
                    yield Match(found.start(), end, key)

    def signs(self, text: str) -> Iterator[Match]:
        """What stands there letter for letter."""
        for pattern, key in self._literals:
            for found in pattern.finditer(text):
                yield Match(found.start(), found.end(), key)


def other_forms(term: Term) -> list[str]:
    """The words that will do for the last of a term: as the archive knows them, else its plural or singular."""
    if not term.inflected:
        return []
    if term.forms is not None:
        return list(term.forms)
    return [form for words in spellings(term.words) for form in plurals(words[-1])]


def _phrase_end(text: str, start: int, words: list[str], prefix: bool) -> int | None:
    """Where a phrase ends whose further words begin at an offset; None where other words stand there."""
    here = next_words(text, start, len(words))
    if len(here) < len(words) or any(
        word != found for word, (_, found) in zip(words[:-1], here, strict=False)
    ):
        return None
    end, last = here[-1]
    return end if last == words[-1] or (prefix and last.startswith(words[-1])) else None


def ranges(matches: Iterable[Match]) -> list[tuple[int, int]]:
    """Places as (start, end) in order, those that overlap made one."""
    found: list[tuple[int, int]] = []
    for start, end, _ in sorted(matches):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
