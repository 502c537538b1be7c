"""The words that an archive holds: other forms of a word, how it may go on, what it may have been meant to be.

The archive counts its words when something is imported; here they are only looked up.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from reader.search.tree import AllOf, AnyOf, Node, Not, Term
from reader.values import Value
from reader.words import INVARIABLE, STEMMED, plurals, spellings, stems

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.archive import Archive

# The twelve most frequent forms of a word are in 97 % of the texts that hold any.
_MOST_FORMS = 16
# A beginning is looked for as it is where its words are in no more rows than this, while it is typed and on Enter;
# 20,000 take FTS5 10 ms.
_MOST_ROWS = {True: 6_000, False: 20_000}
_MOST_COMPLETIONS = {True: 10, False: 40}

# The plural of a verb in so many times as many texts as its singular is another word.
_MOST_TIMES = 3

_LETTERS = "abcdefghijklmnopqrstuvwxyzœæ"
# Shorter words are too near to too many others.
_SHORTEST_TYPO = 4
_LONG = 7


class Frequency(Value):
    """In how many posts and comments a word is."""

    posts: int
    comments: int

    @property
    def rows(self) -> int:
        """In how many of both."""
        return self.posts + self.comments


class Vocabulary:
    """Looks words up in an archive."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def frequencies(self, words: Iterable[str]) -> dict[str, Frequency]:
        """How frequent each word is that the archive holds; words are folded."""
        sql = "SELECT term, posts, comments FROM terms WHERE term IN (SELECT value FROM json_each(?))"
        rows = self._archive.rows(sql, [json.dumps(list(words))])
        return {term: Frequency(posts, comments) for term, posts, comments in rows}

    def posts(self) -> int:
        """How many posts there are, about."""
        ((posts,),) = self._archive.rows("SELECT max(id) FROM posts")
        return posts or 0

    def widened(self, node: Node, *, as_typed: bool = False) -> Node:
        """A tree whose terms know their other forms and, where not all words that begin so are looked for, which."""
        match node:
            case Term():
                return self._widened(node, as_typed=as_typed)
            case AllOf(parts):
                return AllOf(tuple(self.widened(part, as_typed=as_typed) for part in parts))
            case AnyOf(parts):
                return AnyOf(tuple(self.widened(part, as_typed=as_typed) for part in parts))
            case Not(Term() as term) if term.prefix:
                # What must not be found is told by the word itself and its plural: a stem takes in too much.
                return Not(self._widened(term.but(inflected=False), as_typed=as_typed))
            case _:
                return node

    def _widened(self, term: Term, *, as_typed: bool) -> Term:
        forms, completions = term.forms, None
        rows = self._rows_of_beginning(term.words[-1]) if term.prefix and term.words else 0
        if rows > _MOST_ROWS[as_typed]:
            completions = self.completions_of(term.words[-1], limit=_MOST_COMPLETIONS[as_typed])
        if term.inflected and len(term.words) == 1:
            # The beginning of a word has no forms, and most often the stem of another one.
            is_whole = not rows or bool(self.frequencies(term.words))
            forms = self.forms(term.words[0], term.written) if is_whole else ()
        return term.but(forms=forms, completions=completions)

    def forms(self, word: str, written: str = "") -> tuple[str, ...]:
        """The other forms of a folded word that the archive holds, the most frequent first."""
        if word in INVARIABLE or len(word) < 3 or not word.isalpha():
            return ()
        spelt = [one for (one,) in spellings((word,))]
        families = self._families(spelt, written or word)
        found = self._of_families(families, [form for one in spelt for form in plurals(one)])
        if any(language == "fr" for language, _ in families):
            found.update(self._plurals_of_verbs(spelt, found))
        ordered = sorted(found, key=lambda term: (-found[term], term))
        return tuple([term for term in ordered if term not in spelt][:_MOST_FORMS])

    def _of_families(self, families: list[tuple[str, str]], others: Sequence[str] = ()) -> dict[str, int]:
        """The most frequent words of some families and those of some others that the archive has, with their rows."""
        rows = self._archive.rows(
            """
            SELECT term, posts + comments
            FROM terms
            WHERE term IN (SELECT value FROM json_each(:others))
            UNION
            SELECT terms.term, terms.posts + terms.comments
            FROM json_each(:families) AS family
            JOIN stems
            ON stems.language = json_extract(family.value, '$[0]')
            AND stems.stem = json_extract(family.value, '$[1]')
            JOIN terms ON terms.term = stems.term
            ORDER BY 2 DESC, 1
            LIMIT :most
            """,
            {"others": json.dumps(others), "families": json.dumps(families), "most": _MOST_FORMS + 2},
        )
        return dict(rows)

    def _families(self, spelt: list[str], written: str) -> list[tuple[str, str]]:
        """The (language, stem) of a word: as the archive knows it, else as its languages would have it."""
        sql = "SELECT DISTINCT language, stem FROM stems WHERE term IN (SELECT value FROM json_each(?))"
        known = self._archive.rows(sql, [json.dumps(spelt)])
        if known:
            return [(language, stem) for language, stem in known]
        return [(language, stems([written], language)[0]) for language in self._languages()]

    def _plurals_of_verbs(self, spelt: list[str], forms: Mapping[str, int]) -> dict[str, int]:
        """`parlent` for `parle` and the other way round, which Snowball keeps apart.

        Only where the plural is not far more frequent than all the others: `conte` is no singular of `content`.
        """
        found: dict[str, int] = {}
        for plural in [word for word in spelt if _may_be_plural(word)]:
            family = self._of_families([("fr", stems([plural[:-2]], "fr")[0])])
            if self._rows(plural) <= _MOST_TIMES * sum(family.values()):
                found.update(family)
        known = sum(rows for form, rows in forms.items() if not _may_be_plural(form))
        for plural in [word + "nt" for word in {*spelt, *forms} if word.endswith("e")]:
            if 0 < self._rows(plural) <= _MOST_TIMES * known:
                found[plural] = self._rows(plural)
        return found

    def _rows(self, word: str) -> int:
        return sum(one.rows for one in self.frequencies([word]).values())

    def _languages(self) -> list[str]:
        # Each step finds the next language by the index; DISTINCT would read every word.
        sql = """
            WITH RECURSIVE spoken (language) AS (
                SELECT min(language) FROM stems
                UNION ALL
                SELECT (SELECT min(language) FROM stems WHERE stems.language > spoken.language)
                FROM spoken
                WHERE spoken.language IS NOT NULL
            )
            SELECT language FROM spoken WHERE language IS NOT NULL
        """
        return [language for (language,) in self._archive.rows(sql) if language in STEMMED]

    def _rows_of_beginning(self, beginning: str) -> int:
        """In how many posts and comments words are that begin so, those with several of them counted as often."""
        sql = "SELECT sum(posts + comments) FROM terms WHERE term >= ? AND term < ?"
        ((rows,),) = self._archive.rows(sql, [beginning, beginning + "\U0010ffff"])
        return rows or 0

    def completions_of(self, beginning: str, *, limit: int = 10) -> tuple[str, ...]:
        """The word itself, then the most frequent words that go on from a folded beginning."""
        sql = """
            SELECT term
            FROM terms
            WHERE term >= :first AND term < :beyond
            ORDER BY term = :first DESC, posts + comments DESC, term
            LIMIT :most
        """
        values = {"first": beginning, "beyond": beginning + "\U0010ffff", "most": limit}
        return tuple([term for (term,) in self._archive.rows(sql, values)])

    def likeness(self, word: str) -> str | None:
        """The most frequent word of the archive that a folded word may have been meant to be."""
        if len(word) < _SHORTEST_TYPO or not word.isalpha():
            return None
        near = self.frequencies(_one_letter_off(word))
        if near:
            return max(near, key=lambda term: (near[term].rows, term))
        if len(word) < _LONG:
            return None
        sql = "SELECT term FROM terms WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ?"
        start = word[:3]
        rows = self._archive.rows(sql, [start, start + "\U0010ffff", len(word) - 2, len(word) + 2])
        import difflib

        close = difflib.get_close_matches(word, [term for (term,) in rows], n=1, cutoff=0.8)
        return close[0] if close else None


def _may_be_plural(word: str) -> bool:
    """Whether a folded French word may be the third person plural of a verb in -er."""
    return len(word) > 4 and word.endswith("ent") and not word.endswith("ment")


def _one_letter_off(word: str) -> set[str]:
    """All that comes of a word by one letter more, less, other, or in its neighbour's place."""
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    off = {head + tail[1:] for head, tail in cuts if tail}
    off |= {head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1}
    off |= {head + letter + tail[1:] for head, tail in cuts if tail for letter in _LETTERS}
    off |= {head + letter + tail for head, tail in cuts for letter in _LETTERS}
    return off - {word}
