"""Stems by Snowball, each folded as the index folds words, so that a word without its accents meets them.

The stem is taken of the word with its accents and folded afterwards: the other way round, three pairs
of forms in ten are lost (« mangèrent », « activité »).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from reader.words.folding import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from Stemmer import Stemmer

STEMMED = {
    "ca": "catalan",
    "da": "danish",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "sv": "swedish",
}
"""The languages that have stems, by their ISO 639-1 codes."""


def stems(words: Iterable[str], language: str) -> list[str]:
    """The folded stem of each word, in lower case, of a language that has stems."""
    found = _stemmer(STEMMED[language]).stemWords([word.lower() for word in words])
    return [fold(stem).replace("œ", "oe").replace("æ", "ae") for stem in found]


def words_to_stem(text: str) -> set[str]:
    """The words of a text that may have a stem, each once, in lower case and with their accents."""
    # Shorter words have no ending to lose, longer ones are no words.
    return set(re.findall(r"[^\W\d_]{3,40}", unicodedata.normalize("NFC", text).lower()))


@cache
def _stemmer(algorithm: str) -> Stemmer:
    from Stemmer import Stemmer  # 3 ms, which most searches need not pay: the archive knows its words' stems

    # The words that are passed are all different: a cache would only cost.
    return Stemmer(algorithm, 0)
