"""Words as the full-text index sees them: cut, folded, and in the other forms a reader means by them.

Follows SQLite's `unicode61 remove_diacritics 2`, letter by letter where European text is concerned
(a test compares the two). Knows neither SQL nor the query language.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

# The combining marks that the tokenizer takes as part of a word; the others cut it.
_MARKS = "\u0300-\u0304\u0306-\u030c\u030f\u0311\u031b\u0323-\u0328\u032d\u032e\u0330\u0331"
_TOKEN = re.compile(rf"[^\W_]+(?:[{_MARKS}]+[^\W_]*)*")

_LIGATURES = (("œ", "oe"), ("æ", "ae"))

# Where the last letter is no plural: without these, "mais" would find the month and "dans" a first name.
INVARIABLE = frozenset(
    re.findall(
        r"\w+",
        """
        ailleurs alors apres certes chez dans depuis deux fois hors hui jadis jamais longtemps lors mais
        mieux moins nous parfois paris plus plusieurs pres puis sans sous temps toujours tous toutes
        tres trois vers vous yeux always does has his its less perhaps this thus was yes
        """,
    )
)


def tokens(text: str) -> list[str]:
    """The folded words of a text."""
    return [fold(match[0]) for match in _TOKEN.finditer(text)]


def next_words(text: str, start: int, count: int) -> list[tuple[int, str]]:
    """The first words of a text from an offset on, folded, each with the offset where it ends."""
    found = islice(_TOKEN.finditer(text, start), count)
    return [(match.end(), fold(match[0])) for match in found]


def beginning_with(first_letters: Iterable[str]) -> re.Pattern[str]:
    """The pattern of the words whose first letter folds to one of some letters."""
    letters = "".join(sorted({written for letter in first_letters for written in _written(letter)}))
    # The letter comes first and what may not stand before it after that: this way round, the search
    # skips in C to the few places that count.
    return re.compile(
        rf"[{re.escape(letters)}](?<![^\W_].)(?<![{_MARKS}].)[^\W_]*(?:[{_MARKS}]+[^\W_]*)*", re.DOTALL
    )


def _written(letter: str) -> set[str]:
    """The letters that fold to a letter."""
    return {letter, letter.upper()[:1], *_letters_by_fold().get(letter, ())}


@lru_cache(maxsize=1)
def _letters_by_fold() -> dict[str, list[str]]:
    """The letters of the Latin, Greek and Cyrillic blocks, by what they fold to."""
    codes = (*range(0x80, 0x530), *range(0x1E00, 0x2000), 0x212A, 0x212B)
    letters = [letter for letter in map(chr, codes) if letter.isalpha()]
    # Taken apart all at once: a command that finds one word would wait for 1,700 calls.
    taken_apart = unicodedata.normalize("NFD", " ".join(letters)).split(" ")
    found: dict[str, list[str]] = {}
    for letter, parts in zip(letters, taken_apart, strict=True):
        found.setdefault(_folded(letter, parts), []).append(letter)
    return found


@lru_cache(maxsize=1 << 15)  # a text repeats its words
def fold(word: str) -> str:
    """One word in lower case and without accents, as the index keeps it; `Éternel` is `eternel`."""
    if word.isascii():
        return word.lower()
    return "".join(map(_fold_letter, re.sub(f"[{_MARKS}]", "", word)))


def _fold_letter(letter: str) -> str:
    return _folded(letter, unicodedata.normalize("NFD", letter))


def _folded(letter: str, parts: str) -> str:
    # Only Latin letters lose their accents: the index keeps those of the Greek and Cyrillic ones.
    if len(parts) > 1 and parts[0].isascii() and parts[0].isalpha():
        return parts[0].lower()
    folded = letter.casefold()
    return folded if len(folded) == 1 else letter


def spellings(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Folded words as they are, then with their ligatures written the other way: cœur and coeur."""
    apart, joined = words, words
    for ligature, letters in _LIGATURES:
        apart = tuple(word.replace(ligature, letters) for word in apart)
        joined = tuple(word.replace(letters, ligature) for word in joined)
    return list(dict.fromkeys([words, apart, joined]))


def plurals(word: str) -> list[str]:
    """The plural or the singular that a folded word may have: word+s, word+x, or without its last s or x."""
    if len(word) < 3 or not word[-1].isalpha() or not word[-1].isascii() or word in INVARIABLE:
        return []
    if word[-1] in "sx":
        # Of three letters, two are left: "bus" is no plural, nor is "les".
        return [word[:-1]] if len(word) > 3 else []
    return [word + "s", word + "x"]
