"""Words as the full-text index keeps them: cut from a text, folded, and reduced to their stems.

Must not know the archive, queries or screens. Light to import: the stemmer is loaded when a stem is asked for.
"""

from reader.words.folding import INVARIABLE, beginning_with, fold, next_words, plurals, spellings, tokens
from reader.words.stemming import STEMMED, stems, words_to_stem

__all__ = [
    "INVARIABLE",
    "STEMMED",
    "beginning_with",
    "fold",
    "next_words",
    "plurals",
    "spellings",
    "stems",
    "tokens",
    "words_to_stem",
]
