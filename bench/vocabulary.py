"""The words of made-up texts: French ones with the frequencies of a real text, drawn fast and the same each time."""

from __future__ import annotations

import random
import re
from array import array
from itertools import accumulate
from pathlib import Path

# Debian's wfrench; without it, words are put together from syllables.
DICTIONARY = Path("/usr/share/dict/french")

# Of 100 words of French prose, this many are these.
_FUNCTION_SHARE = 45
_FUNCTION = dict(
    zip(
        re.findall(
            r"\w+",
            """
            de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la
            avec on mais ou nous vous je son sa ses aux comme si être tout elle fait cette même bien leur deux
            ces entre faire sans aussi peut très tous dont encore où avait ont sous ils votre notre mon ma
            après autres toujours avant temps non oui quand alors rien ainsi jamais moins peu
            """,
        ),
        (round(1_000 / rank**0.85) for rank in range(1, 200)),
        strict=False,
    )
)
# What people type into a search box and a tokenizer cuts up, each about once in 5,000 words.
_SPECIAL = (
    *("web 2.0", "C++", ".NET", "#politique", "@zoé", "😀", "aujourd'hui", "aujourd’hui", "peut-être"),
    *("rendez-vous", "S.N.C.F.", "http://www.example.org/blog/2008/05/", "quelqu'un", "3 000"),
)
_ELIDED = ("l'", "l’", "d'", "d’", "qu'", "n’", "s'")
_VOWELS = tuple("aeiouéèêâîôh")
# A word is drawn by a random number of so many bits: fast, and nothing rarer than one in two million is lost to it.
BITS = 21


class Words:
    """A stream of French words; the same seed gives the same words, as long as the dictionary is the same."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self._table = _table(random.Random(0))
        self._mask = (1 << BITS) - 1
        self.content = self._table[len(self._table) * _FUNCTION_SHARE // 100 :]

    def draw(self, count: int) -> list[str]:
        """As many words, independent of each other."""
        numbers = array("I", self.random.randbytes(4 * count))
        mask, table = self._mask, self._table
        return [table[number & mask] for number in numbers]


def _table(rng: random.Random) -> list[str]:
    """Every word as often as its frequency asks; the function words first."""
    size = 1 << BITS
    functions = _shared(list(_FUNCTION.items()), size * _FUNCTION_SHARE // 100)
    special = [word for word in _SPECIAL for _ in range(size // 5_000)]
    content = _content(rng, size - len(functions) - len(special))
    for place in range(0, len(content), 9):
        if content[place].startswith(_VOWELS):
            content[place] = rng.choice(_ELIDED) + content[place]
    return functions + content + special


def _content(rng: random.Random, size: int) -> list[str]:
    """Words by Zipf's law over families of forms: forms of one word are as frequent as each other."""
    families = list(_families(_dictionary(rng)))
    rng.shuffle(families)
    weighted = [
        (word, 1_000_000 / (rank + 20) / len(family))
        for rank, family in enumerate(families)
        for word in family
    ]
    return _shared(weighted, size)


def _shared(weighted: list[tuple[str, float]], size: int) -> list[str]:
    """`size` places shared out among weighted words; what is too rare for one gets some of the rest by turns."""
    total = sum(weight for _, weight in weighted)
    ends = list(accumulate(weight * size / total for _, weight in weighted))
    found: list[str] = []
    for (word, _), end in zip(weighted, ends, strict=True):
        found.extend([word] * (int(end) - len(found)))
    found.extend([weighted[0][0]] * (size - len(found)))
    return found


def _families(words: list[str]) -> list[list[str]]:
    from Stemmer import Stemmer

    families: dict[str, list[str]] = {}
    for word, stem in zip(words, Stemmer("french").stemWords(words), strict=True):
        families.setdefault(stem, []).append(word)
    return list(families.values())


def _dictionary(rng: random.Random) -> list[str]:
    if DICTIONARY.exists():
        known = DICTIONARY.read_text("utf-8").split()
        return sorted({word for word in known if word.isalpha() and word.islower()} - set(_FUNCTION))
    starts = re.findall(r"\w+", "ba bre char cor dé é fran gar i jar lan mé ni ou par qua ré sou ter va")
    middles = re.findall(r"\w+", "ba ci di fo gê la li mo na pé ri sa ti vi re vo cha ble")
    ends = re.findall(r"\w+", "tion ment eur euse er ait âmes èrent é ée és ées al aux ance isme iste if ive")
    made = {
        rng.choice(starts) + "".join(rng.choices(middles, k=rng.randint(0, 3))) + rng.choice(ends)
        for _ in range(300_000)
    }
    return sorted(made)
