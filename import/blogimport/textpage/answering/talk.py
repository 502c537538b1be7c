"""The comments under a post as they are asked about: their words, who speaks, in which order, who is the host.

Must not know what speaks for an answer; that is `signs`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from blogimport.textpage.answering.hosts import hosts_among
from blogimport.textpage.answering.order import order_of
from blogimport.textpage.answering.people import NOBODY, People
from blogimport.textpage.answering.quoting import quoted_places
from blogimport.textpage.answering.wording import folded, folded_words
from blogimport.textpage.voice import is_excerpt

# A word that only two or three comments have, and no short one, ties them together.
_MOST_SHARING = 3
_SHORTEST_SHARED = 4
# Who else has spoken of it so long ago is not meant.
_FURTHEST_SHARING = 60
# On a page with fewer names who speaks tells nothing.
_FEWEST_NAMED = 0.5
_LAST_WORDS = 80
_MINUTE = len("2005-11-17T22:59")
_SECONDS = len("2005-11-17T22:59:59")


@dataclass(frozen=True, slots=True)
class Said:
    """One comment as it matters here: who says it (None: unknown), its text, and when (ISO 8601)."""

    author: str | None
    body: str
    published: str | None = None


class Talk:
    """The comments under a post, in the order in which they were written or their page shows them.

    `shared` tells for each how many rare words it shares with an earlier one by somebody else, and with that one alone.
    """

    def __init__(self, said: Sequence[Said], post_author: str | None, post_body: str) -> None:
        self.said = said
        self.people = People([comment.author for comment in said])
        self.of = self.people.of
        self.hosts = hosts_among(self.people, post_author)
        self.order = order_of([comment.published for comment in said])
        self.lists = [folded_words(comment.body) for comment in said]
        self.words = [frozenset(words) for words in self.lists]
        self.quoted = quoted_places([comment.body for comment in said], self.lists, self.words, post_body)
        self.asks = ["?" in comment.body for comment in said]
        self.ends_asking = ["?" in comment.body[-_LAST_WORDS:] for comment in said]
        self.is_nameless = sum(person != NOBODY for person in self.of) < _FEWEST_NAMED * len(said)
        self.shared = _shared(self.words, self.of)

    def low(self, place: int) -> str:
        """The folded text of a comment, which few are asked for."""
        return folded(self.said[place].body)

    def minute(self, place: int) -> float | None:
        """When a comment was written, in minutes that compare with those of others."""
        return _minute(self.said[place].published)

    def is_excerpt(self, place: int) -> bool:
        """Whether a comment is a page that links here, which shows some words of its own."""
        return is_excerpt(self.said[place].body)


def _shared(said: Sequence[frozenset[str]], of: Sequence[int]) -> Sequence[Mapping[int, int]]:
    """For each comment how many rare words it shares with an earlier one by somebody else, and with that one alone."""
    shared: list[dict[int, int]] = [{} for _ in said]
    for places in _places_of_rare(said):
        for index, place in enumerate(places[1:], 1):
            near = [at for at in places[:index] if at >= place - _FURTHEST_SHARING]
            if len(near) == 1 and (of[near[0]] != of[place] or of[place] == NOBODY):
                shared[place][near[0]] = shared[place].get(near[0], 0) + 1
    return shared


def _places_of_rare(said: Sequence[frozenset[str]]) -> list[list[int]]:
    """Where each word stands that several comments have, but no more than a few."""
    seen: set[str] = set()
    again: set[str] = set()
    for words in said:
        again |= seen & words
        seen |= words
    places: dict[str, list[int]] = {word: [] for word in again if len(word) >= _SHORTEST_SHARED}
    rare = frozenset(places)
    for place, words in enumerate(said):
        for word in rare & words:
            places[word].append(place)
    return [found for found in places.values() if len(found) <= _MOST_SHARING]


def _minute(date: str | None) -> float | None:
    """A date as minutes, without regard to zones: a page shows all in one."""
    if date is None or len(date) < _MINUTE:
        return None
    try:
        days = (int(date[:4]) * 12 + int(date[5:7])) * 31 + int(date[8:10])
        seconds = int(date[17:19]) / 60 if len(date) >= _SECONDS else 0.0
        return (days * 24 + int(date[11:13])) * 60 + int(date[14:16]) + seconds
    except ValueError:
        return None
