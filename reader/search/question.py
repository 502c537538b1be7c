"""A query put to one side, the posts or the comments: which of its matches come first, and how many there are.

Measured on 100,000 posts with 500,000 comments, SQLite 3.40: FTS5 finds a row in 60 ns and ranks it in 1 µs, has no
early exit, and counts 15 ns for every row of every word it ranks by. So matches are counted first; where they are
many, only the newest and those with the words in their title are ranked, by the words that are rare enough to tell.
Where each match has to be looked at, or is a phrase, they are listed once, the newest first, and that list is what is
counted and ranked.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cached_property

from reader.search.conditions import Marks
from reader.search.expression import Expression
from reader.search.matching import Listing, Matching
from reader.search.parts import COMMENTS, POSTS, Side
from reader.search.ranking import apart, telling
from reader.search.tree import Node
from reader.search.vocabulary import Vocabulary
from reader.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.archive import Archive
    from reader.search.tree import Sort

# Up to here every match is ranked: 5,000 took 6 ms.
_MOST_RANKED = 5_000
# Of more, this many of the newest, behind those with the words in their title: 4 to 10 ms a side.
_SAMPLE = 2_000
# So many are listed where each is dear, while somebody types and on Enter; of more than these, so many are ranked.
_MOST_LISTED = {True: 100, False: 500}
_SAMPLE_LISTED = 400
# Rows of one date stand side by side in any order: so many further ones are fetched and sorted.
_SIDE_BY_SIDE = 50

_WEIGHTS = {"title": 10.0, "author": 4.0, "body": 1.0}
# A comment counts as much as a post that is a little less to the point.
_OF_A_COMMENT = 0.7
# Where there are too many matches to rank them all, one with all words in its title is better than any other.
_OF_A_TITLE = 2.0


class Found(Value):
    """One row that matches; `relevance` is the higher the better, `form` 0 for the words as typed."""

    side: Side
    place: int
    published: str | None
    form: int = 0
    relevance: float = 0.0


class Answer(Value):
    """The first rows in order, and how many match: exactly, or at least that many where not `complete`."""

    rows: tuple[Found, ...]
    total: int
    complete: bool


class Question(Matching):
    """A query put to one side, the posts or the comments; `as_typed`: in a hurry."""

    def __init__(
        self,
        archive: Archive,
        node: Node,
        side: Side,
        marks: Marks,
        vocabulary: Vocabulary,
        *,
        as_typed: bool = False,
    ) -> None:
        super().__init__(archive, node, side, marks, as_typed=as_typed)
        self._vocabulary = vocabulary
        self._told: dict[bool, Node | None] = {}

    def _telling(self, *, exactly: bool) -> Node | None:
        """The part of the query to rank by."""
        if exactly not in self._told:
            node = apart(self._node, self.side, self._vocabulary)
            self._told[exactly] = telling(node, self.side, self._vocabulary, exactly=exactly)
        return self._told[exactly]

    @property
    def _has_forms(self) -> bool:
        return self._wide.part.match != self._exact.part.match

    @cached_property
    def _most_ranked(self) -> int:
        """Up to how many matches all are ranked."""
        is_told = self._wide.part.match is not None and self._telling(exactly=False) is not None
        return _MOST_RANKED if is_told else _MOST_LISTED[False]

    def answer(self, sort: Sort, *, limit: int, most: int, beside: Sequence[Found] = ()) -> Answer:
        """The first rows in an order, and how many match, counted up to `most`.

        Where the other side has given as many as are wanted (`beside`), fewer may do.
        """
        if self._wide.part.never:
            return Answer((), 0, True)
        if self.is_dear or sort == "date":
            return self._answer_listed(sort, limit, most, beside)
        count = self.count(max(most, self._most_ranked))
        rows = self._first(sort, count, limit) if count and limit else []
        return Answer(tuple(rows), count, count <= most)

    def _answer_listed(self, sort: Sort, limit: int, most: int, beside: Sequence[Found]) -> Answer:
        """The first rows of those that are listed."""
        if self.is_dear:
            most = min(most, _MOST_LISTED[self._as_typed])
        most = max(most, limit + _SIDE_BY_SIDE)
        # Older ones than the last of those beside would not be shown; of the best, the newest are looked through.
        latest = sorted([one.place for one in beside], reverse=True)
        until = latest[limit - 1 if sort == "date" else 0] if 0 < limit <= len(beside) else None
        listed = self.listed(least=max(1, limit), most=most, until=until)
        if not limit or not listed.places:
            rows = []
        elif sort == "comments":
            rows = self._discussed_of(listed, limit)
        elif sort == "date" or self._wide.part.match is None:
            rows = self._dated([(place, 0.0) for place in listed.places[: limit + _SIDE_BY_SIDE]])
        else:
            rows = self._best_of(listed, limit, most)
        return Answer(tuple(rows), len(listed.places), listed.complete)

    def _best_of(self, listed: Listing, limit: int, most: int) -> list[Found]:
        """The best of the matches that are listed: those as typed, then those in other forms."""
        match = self._exact.part.match
        if not self._has_forms or match is None:
            return self._best_listed(listed, limit, [], exactly=True)
        exact = Listing(self.among(match, listed.places), listed.complete)
        if not listed.complete and len(exact.places) < limit:
            # They are rare beside the other forms: there may be older ones.
            exact = self.listed(least=limit, most=most, exactly=True)
        found = self._best_listed(exact, limit, [], exactly=True)
        seen = [one.place for one in found]
        others = self._best_listed(listed, limit - len(found), seen, exactly=False)
        return found + [one.but(form=1) for one in others]

    def _best_listed(self, listed: Listing, limit: int, seen: Sequence[int], *, exactly: bool) -> list[Found]:
        """The best of the matches that are listed, behind those in titles where not all are."""
        if limit <= 0:
            return []
        asked = self._exact if exactly else self._wide
        found = [] if listed.complete else self._in_titles(asked, limit, seen)
        left_out = {*seen, *(one.place for one in found)}
        places = [place for place in listed.places if place not in left_out]
        places = places if listed.complete else places[: max(_SAMPLE_LISTED, limit)]
        if places and limit > len(found):
            found += self._dated(self._scores(places, limit - len(found), exactly=exactly))
        return found

    def _dated(self, scored: Sequence[tuple[int, float]]) -> list[Found]:
        """Places with their scores as rows with their dates."""
        sql = f"SELECT place, published FROM {self.side.kind} WHERE place IN (SELECT value FROM json_each(?))"
        dates = dict(self._archive.rows(sql, [json.dumps([place for place, _ in scored])]))
        return self._weighed([(place, dates[place], score) for place, score in scored])

    def _scores(self, places: list[int], limit: int, *, exactly: bool) -> list[tuple[int, float]]:
        """The best of some matches, newest first, with their scores."""
        index = self.side.index
        told = self._telling(exactly=exactly)
        words = told and Expression(told, self.side, self._conditions, exactly=exactly).part.match
        if words is None:
            # All that was asked for is too common to rank by.
            return [(place, -1.0) for place in places[:limit]]
        sql = f"""
            {self._score}
            FROM {index}
            WHERE {index} MATCH :match
            AND {index}.rowid BETWEEN {places[-1]} AND {places[0]}
            AND +{index}.rowid IN (SELECT value FROM json_each(:places))
            ORDER BY score, place DESC
            LIMIT :limit
        """
        return self._archive.rows(sql, {"match": words, "places": json.dumps(places), "limit": limit})

    def _discussed_of(self, listed: Listing, limit: int) -> list[Found]:
        """Of the matches that are listed, those whose posts have most comments."""
        rows = f"""
            SELECT t.place, t.published, {self._post} AS post
            FROM {self.side.kind} AS t
            WHERE t.place IN (SELECT value FROM json_each(:places))
        """
        return self._most_discussed(rows, {"places": json.dumps(listed.places)}, limit)

    def _first(self, sort: Sort, count: int, limit: int) -> list[Found]:
        """The first matches in an order, of as many as there are, where none is dear."""
        if sort == "comments":
            newest = "" if count <= self._most_ranked else f"ORDER BY {self.place} DESC LIMIT {_SAMPLE}"
            rows = f"SELECT t.place, t.published, {self._post} AS post {self.source(rows=True)} {newest}"
            return self._most_discussed(rows, self.values, limit)
        found = self._ranked(exactly=True, count=count, limit=limit)
        if self._has_forms and len(found) < min(limit, count):
            seen = [one.place for one in found]
            others = self._ranked(exactly=False, count=count, limit=limit - len(found), seen=seen)
            found += [one.but(form=1) for one in others]
        return found

    def _latest(self, limit: int) -> list[Found]:
        """The newest matches, and those that stand beside them."""
        return self._dated([(place, 0.0) for place in self.newest(self._wide.part, limit + _SIDE_BY_SIDE)])

    @property
    def _post(self) -> str:
        """The id of a match's post, as SQL."""
        return "t.id" if self.side is POSTS else "t.post_id"

    def _most_discussed(self, rows: str, values: dict[str, object], limit: int) -> list[Found]:
        """Of some rows, those whose posts have most comments."""
        sql = f"""
            SELECT place, published, (SELECT count(*) FROM comments WHERE comments.post_id = found.post) AS comments
            FROM ({rows}) AS found
            ORDER BY comments DESC, place DESC
            LIMIT :limit
        """
        discussed = self._archive.rows(sql, {**values, "limit": limit})
        return [
            Found(self.side, place, published, relevance=comments) for place, published, comments in discussed
        ]

    def _ranked(self, *, exactly: bool, count: int, limit: int, seen: Sequence[int] = ()) -> list[Found]:
        """The best matches: of very many, those that have it all in their title, then the best of the newest."""
        asked = self._exact if exactly else self._wide
        if asked.part.never:
            return []
        if asked.part.match is None:
            # Nothing but conditions: no match is better than another.
            return self._latest(limit) if not seen else []
        if count <= self._most_ranked:
            return self._by_score(asked, limit, seen, sample=None)
        found = self._in_titles(asked, limit, seen)
        seen = [*seen, *(one.place for one in found)]
        if len(found) < limit:
            found += self._by_score(asked, limit - len(found), seen, sample=max(_SAMPLE, limit))
        return found

    def _in_titles(self, asked: Expression, limit: int, seen: Sequence[int]) -> list[Found]:
        """The newest matches with every word in their title."""
        if "title" not in self.side.columns or asked.part.match is None:
            return []
        sql = f"""
            SELECT t.place, t.published
            {self.source(rows=True, part=asked.part)}
            AND t.place NOT IN (SELECT value FROM json_each(:seen))
            ORDER BY {self.side.index}.rowid DESC
            LIMIT :limit
        """
        match = f"title : ({asked.part.match})"
        if " NOT " in match:
            # What must not be there must not be in the text either.
            match = f"({match}) AND ({asked.part.match})"
        rows = self._archive.rows(sql, {**self._asked(asked, limit, seen), "match": match})
        return [Found(self.side, place, date, relevance=_OF_A_TITLE) for place, date in rows]

    def _by_score(
        self, asked: Expression, limit: int, seen: Sequence[int], *, sample: int | None
    ) -> list[Found]:
        """The best matches, of all of them or of the newest; where ranking would take too long, the newest."""
        index = self.side.index
        values = self._asked(asked, limit, seen)
        unseen = f"{index}.rowid NOT IN (SELECT value FROM json_each(:seen))"
        told = self._telling(exactly=asked is self._exact)
        if told is None:
            scored = f"""
                SELECT {index}.rowid AS place, -1.0 AS score
                {self.source(part=asked.part)}
                AND {unseen}
                ORDER BY {index}.rowid DESC
                LIMIT :limit
            """
        else:
            scored = self._scored(asked, told, values, unseen, sample)
        sql = f"""
            SELECT ranked.place, t.published, ranked.score
            FROM ({scored}) AS ranked
            JOIN {self.side.kind} AS t ON t.place = ranked.place
        """
        return self._weighed(self._archive.rows(sql, values))

    def _scored(
        self, asked: Expression, words: Node, values: dict[str, object], unseen: str, sample: int | None
    ) -> str:
        """The SELECT of the best places with their scores."""
        index = self.side.index
        newest = "" if sample is None else f"ORDER BY {index}.rowid DESC LIMIT {sample}"
        if words == self._node:
            return f"""
                SELECT place, score
                FROM ({self._score} {self.source(part=asked.part)} AND {unseen} {newest})
                ORDER BY score, place DESC
                LIMIT :limit
            """
        # All words must be found, and only some are ranked by. The newest that have all are listed first; those
        # between the first and the last of them are scored.
        fewer = Expression(words, self.side, self._conditions, exactly=asked is self._exact)
        values.update(self._conditions.values)
        values["all"], values["match"] = asked.part.match, fewer.part.match or asked.part.match
        listed = self.source(part=asked.part).replace(":match", ":all")
        return f"""
            WITH listed (place) AS MATERIALIZED (SELECT {index}.rowid {listed} {newest})
            {self._score}
            FROM {index}
            WHERE {index} MATCH :match
            AND {index}.rowid BETWEEN (SELECT min(place) FROM listed) AND (SELECT max(place) FROM listed)
            AND +{index}.rowid IN (SELECT place FROM listed)
            AND {unseen}
            ORDER BY score, {index}.rowid DESC
            LIMIT :limit
        """

    @property
    def _score(self) -> str:
        """The SELECT of a match's place and how well it fits."""
        weights = ", ".join(str(_WEIGHTS[column]) for column in self.side.columns)
        return f"SELECT {self.side.index}.rowid AS place, bm25({self.side.index}, {weights}) AS score"

    def _weighed(self, rows: Sequence[tuple[int, str | None, float]]) -> list[Found]:
        """Rows with their scores, which FTS5 makes negative, and small where most rows match.

        Only their proportions mean anything.
        """
        best = min((score for _, _, score in rows), default=0.0) or -1.0
        weight = _OF_A_COMMENT if self.side is COMMENTS else 1.0
        return [Found(self.side, place, date, relevance=weight * score / best) for place, date, score in rows]

    def _asked(self, asked: Expression, limit: int, seen: Sequence[int]) -> dict[str, object]:
        return {
            **self._conditions.values,
            "match": asked.part.match,
            "seen": json.dumps(list(seen)),
            "limit": limit,
        }
