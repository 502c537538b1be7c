"""Who the commenters of a post are, and whom a word may mean: first names, short forms, names with a letter wrong.

Must not know where in a text a name stands; that is `calling`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from blogimport.textpage.answering.wording import folded, folded_words
from blogimport.textpage.cues import cue_book
from reader.remembering import remembered

NOBODY = -1
"""Stands for a person where no name is given."""

_FIGURES = re.compile(r"\d+$")
# Shorter beginnings of a name are beginnings of anything.
_SHORTEST_PREFIX = 4
# In longer names one letter may be wrong, and none of the first.
_SHORTEST_MISSPELT = 6
_SURE = 2
# A later word of a name stands for it if it is no « le », « de », « Mme ».
_DISTINCT = 5
_LONGEST_NAME = 4

Name = tuple[str, ...]


@remembered(4096)
def name_of(author: str | None) -> Name:
    """The words of a name, by which a person is told: case, accents and spacing make no difference."""
    return tuple(folded_words(author or ""))


def is_one_person(name: Name, other: Name) -> bool:
    """Whether two names may be one person's, who signs a post with a whole name and comments with a part of it."""
    if not name or not other or name[0][0] != other[0][0]:
        return False
    if name == other or "".join(name) == "".join(other):
        return True
    if len(name) == 1 or len(other) == 1:
        return name[0] == other[0]
    return name[0] == other[0] and len(name[0]) >= _SHORTEST_PREFIX


class People:
    """The writers of comments, each with a number.

    `of` has the person of each comment, `names` the name of each person, `by_word` whom a word may mean, `words` are
    all that may mean somebody.
    """

    def __init__(self, authors: Sequence[str | None]) -> None:
        self.of: list[int] = []
        self.names: list[Name] = []
        self.by_word: dict[str, list[int]] = {}
        self._known: dict[Name, int] = {(): NOBODY}
        known = self._known
        self._by_start: dict[str, list[tuple[str, int]]] = {}
        self._near: dict[str, list[int]] = {}
        read: dict[str | None, int] = {}
        for author in authors:
            person = read.get(author)
            if person is None:
                name = name_of(author)
                if name not in known:
                    known[name] = len(self.names)
                    self.names.append(name)
                    for form in _forms(name):
                        self.by_word.setdefault(form, []).append(known[name])
                person = read[author] = known[name]
            self.of.append(person)
        self.words = frozenset(self.by_word)

    def meant(self, word: str, following: Sequence[str]) -> list[int]:
        """Whom a word of a text may mean; those alone whose whole name goes on in the words that follow, if any do."""
        found = self.by_word.get(word, [])
        if len(found) < 2:
            return found
        longest = 0
        whole: list[int] = []
        for person in found:
            name = self.names[person]
            if name[0] == word and name[1:] == tuple(following[: len(name) - 1]) and len(name) >= longest:
                whole = [person] if len(name) > longest else [*whole, person]
                longest = len(name)
        return whole or found

    def named(self, words: Sequence[str]) -> int | None:
        """Whom the first of some words name, all of whose name they are, its beginning, or it with a letter wrong.

        None where it is nobody, or may be several.
        """
        for length in range(min(len(words), _LONGEST_NAME), 0, -1):
            person = self._known.get(tuple(words[:length]))
            if person is not None:
                return person
        if not words:
            return None
        near = self.by_word.get(words[0]) or self._nearly(words[0])
        return near[0] if len(near) == 1 else None

    def _nearly(self, word: str) -> list[int]:
        """Those of whose name a word is the beginning, or with whose name it agrees but for a letter."""
        if len(word) < _SHORTEST_PREFIX or word in _everyday():
            return []
        if not self._by_start:
            for person, name in enumerate(self.names):
                for one in {name[0], "".join(name)}:
                    self._by_start.setdefault(one[:_SURE], []).append((one, person))
        near = self._near.get(word)
        if near is None:
            alike = self._by_start.get(word[:_SURE], [])
            found = {person for one, person in alike if one.startswith(word) or _is_misspelt(word, one)}
            near = self._near[word] = sorted(found)
        return near


@remembered(4096)
def _forms(name: Name) -> frozenset[str]:
    """The single words by which a person may be called, none of which everybody says."""
    forms = {name[0]}
    if len(name) > 1:
        forms.add("".join(name))
        forms.update([word for word in name[1:] if len(word) >= _DISTINCT])
    forms.update([_FIGURES.sub("", form) for form in forms if form[-1].isdigit()])
    everyday = _everyday()
    return frozenset(
        [form for form in forms if len(form) > 1 and not form.isdigit() and form not in everyday]
    )


def _is_misspelt(word: str, name: str) -> bool:
    """Whether a word differs from a name by one letter that is wrong, missing or too much."""
    if min(len(word), len(name)) < _SHORTEST_MISSPELT or abs(len(word) - len(name)) > 1:
        return False
    short, long = sorted((word, name), key=len)
    start = next((at for at, letter in enumerate(short) if letter != long[at]), len(short))
    return short[start + (len(short) == len(long)) :] == long[start + 1 :]


@cache
def _everyday() -> frozenset[str]:
    """Words of all texts and what people say to greet, thank and agree: nobody is called by them."""
    book = cue_book()
    spoken = (
        book.speech[kind] for kind in ("greeting", "farewell", "thanks", "assent", "praise", "connective")
    )
    return frozenset(folded(word) for words in (*book.common_words.values(), *spoken) for word in words)
