"""The words by which cues are found, by the character with which a line begins.

Must not know what the cues tell.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from blogimport.textpage.cues.cue import DATE, Cue
from blogimport.textpage.cues.edges import ANY


class TellingWords(dict[str, frozenset[str]]):
    """For each character the words of which a line that begins with it must have one.

    Most of them are those of cues that may begin with anything. They are joined with a character's own when a line
    first begins with it: of the hundreds with which cues of all languages begin, a crawl needs a few dozen.
    """

    def __init__(
        self, by_word: Mapping[str, Iterable[Cue]], *, is_dated: bool, further: Collection[str] = ()
    ) -> None:
        """Take the cues by the words that find them; a line without a date needs none that has one."""
        super().__init__()
        self._own: dict[str, set[str]] = {}
        for word, cues in by_word.items():
            for cue in cues:
                if is_dated or DATE not in cue.signs:
                    for first in cue.firsts or (ANY,):
                        self._own.setdefault(first, set()).add(word)
        self._everywhere = frozenset(self._own.pop(ANY, ())).union(further)

    def __missing__(self, first: str) -> frozenset[str]:
        """The words for a character that no line has begun with so far."""
        own = self._own.get(first)
        if own is None:
            return self._everywhere  # and not remembered: a line may begin with anything
        self[first] = found = self._everywhere | own
        return found
