"""Asking the archive: the SQL of a search, its ranking and its counting.

Measured on 100,000 posts with 500,000 comments, SQLite 3.40: FTS5 takes about 1 µs to rank a row, has no early
exit, and counts 15 ns for every row of every word it ranks by. So matches are counted first; where they are many,
only the newest and those with the words in their title are ranked, by the words that are rare enough to tell.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cached_property

from reader.hits import Hit
from reader.search.conditions import Conditions, Marks
from reader.search.expression import Expression
from reader.search.finding import Finder
from reader.search.parts import COMMENTS, POSTS, Part, Side
from reader.search.ranking import has_phrases, left_out, telling, worth_finding
from reader.search.snippets import snippet
from reader.search.tree import Node, Query
from reader.search.vocabulary import Vocabulary
from reader.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    # The archive takes longer to import than a search takes; whoever has one to pass has it imported.
    from reader.archive import Archive
    from reader.search.tree import Sort

_MOST_COUNTED = 1_000
_MOST_WHILE_TYPING = 200
_MOST_ASKED = 1_000_000
# Up to here every match is ranked: 8,000 took 10 ms.
_MOST_RANKED = 8_000
_MOST_LOOKED_AT = 1_000
# Of more, this many of the newest, behind those with the words in their title: 4 to 10 ms a side.
_SAMPLE = 2_000
_SAMPLE_LOOKED_AT = 400
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
    """The rows in order, and how many match: exactly, or at least that many where not `complete`."""

    rows: tuple[Found, ...]
    total: int
    complete: bool


class Asking:
    """A parsed query put to an archive."""

    def __init__(self, archive: Archive, query: Query, marks: Marks, *, as_typed: bool = False) -> None:
        self.archive = archive
        self.vocabulary = Vocabulary(archive)
        widened = query.node and self.vocabulary.widened(query.node, as_typed=as_typed)
        self.node: Node | None = widened and worth_finding(widened, self.vocabulary)
        self.left_out = left_out(widened, self.node)
        self._marks = marks
        self._as_typed = as_typed

    def questions(self) -> list[Question]:
        """The query as it is put to the posts, and to the comments."""
        if self.node is None:
            return []
        return [
            Question(self.archive, self.node, side, self._marks, self.vocabulary)
            for side in (POSTS, COMMENTS)
        ]

    def answer(self, *, limit: int, sort: Sort) -> Answer:
        """The first rows, and how many there are.

        Raises:
            ArchiveError: when the archive is damaged.
            Interrupted: when somebody asked the archive to stop.
        """
        limit = max(0, min(limit, _MOST_ASKED))
        found: list[Found] = []
        total = 0
        most = max(_MOST_WHILE_TYPING, limit) if self._as_typed else _MOST_COUNTED
        for question in self.questions():
            count = question.count(most if sort == "date" else max(most, question.most_ranked))
            total += count
            if count and limit:
                found += question.first(sort, count, limit)
        # Two stable sorts: newest first, undated ones last, then the better ones before them.
        found.sort(key=lambda one: (one.published or "", one.side is POSTS, one.place), reverse=True)
        if sort != "date":
            found.sort(key=lambda one: (one.form, -one.relevance))
        return Answer(tuple(found[:limit]), min(total, most), total <= most)

    def hits(self, rows: Sequence[Found]) -> tuple[Hit, ...]:
        """The rows as hits, in the same order, each with its snippet."""
        return hits(self.archive, rows, Finder(self.node))


class Question:
    """A query put to one side, the posts or the comments."""

    def __init__(
        self, archive: Archive, node: Node, side: Side, marks: Marks, vocabulary: Vocabulary
    ) -> None:
        self._archive = archive
        self._node = node
        self._vocabulary = vocabulary
        self._conditions = Conditions(archive, side, marks)
        self.side = side
        self._wide = Expression(node, side, self._conditions, exactly=False)

    @property
    def values(self) -> dict[str, object]:
        """The values of the parameters."""
        return {**self._conditions.values, "match": self._wide.part.match}

    @cached_property
    def _exact(self) -> Expression:
        return Expression(self._node, self.side, self._conditions, exactly=True)

    @cached_property
    def most_ranked(self) -> int:
        """Up to how many matches all are ranked: fewer where each is a row to look at or a phrase to find."""
        is_dear = self._wide.part.looks or self._telling is None or has_phrases(self._node)
        return _MOST_LOOKED_AT if is_dear or self._wide.part.match is None else _MOST_RANKED

    @cached_property
    def _telling(self) -> Node | None:
        return telling(self._node, self.side, self._vocabulary)

    def count(self, most: int | None = None) -> int:
        """How many rows match; one more than `most` where there are more than that."""
        if self._wide.part.never:
            return 0
        limit = "" if most is None else f"LIMIT {most + 1}"
        ((count,),) = self._archive.rows(
            f"SELECT count(*) FROM (SELECT 1 {self.source()} {limit})", self.values
        )
        return int(count)

    def first(self, sort: Sort, count: int, limit: int) -> list[Found]:
        """The first rows in an order, of as many as match."""
        if sort == "date":
            return self.newest(limit)
        if sort == "comments":
            return self._most_discussed(count, limit)
        found = self._ranked(exactly=True, count=count, limit=limit)
        has_forms = self._wide.part.match != self._exact.part.match
        if has_forms and len(found) < limit and len(found) < count:
            seen = [one.place for one in found]
            others = self._ranked(exactly=False, count=count, limit=limit - len(found), seen=seen)
            found += [one.but(form=1) for one in others]
        return found

    def newest(self, limit: int) -> list[Found]:
        """The newest matches: the index walks its rows by their places in time."""
        sql = f"""
            SELECT t.place, t.published
            {self.source(rows=True)}
            ORDER BY {self.place} DESC
            LIMIT :limit
        """
        rows = self._archive.rows(sql, {**self.values, "limit": limit + _SIDE_BY_SIDE})
        return [Found(self.side, *row) for row in rows]

    @property
    def place(self) -> str:
        """The place of a match, as SQL that its index can walk by."""
        return f"{self.side.index}.rowid" if self._wide.part.match else "t.place"

    def _most_discussed(self, count: int, limit: int) -> list[Found]:
        """The matches whose posts have most comments; of very many, among the newest."""
        post = "t.id" if self.side is POSTS else "t.post_id"
        newest = "" if count <= self.most_ranked else f"ORDER BY {self.place} DESC LIMIT {_SAMPLE}"
        sql = f"""
            SELECT place, published, (SELECT count(*) FROM comments WHERE comments.post_id = found.post) AS comments
            FROM (SELECT t.place, t.published, {post} AS post {self.source(rows=True)} {newest}) AS found
            ORDER BY comments DESC, place DESC
            LIMIT :limit
        """
        rows = self._archive.rows(sql, {**self.values, "limit": limit})
        return [Found(self.side, place, published, relevance=comments) for place, published, comments in rows]

    def _ranked(self, *, exactly: bool, count: int, limit: int, seen: Sequence[int] = ()) -> list[Found]:
        """The best matches: of very many, those that have it all in their title, then the best of the newest."""
        asked = self._exact if exactly else self._wide
        if asked.part.never:
            return []
        if asked.part.match is None:
            # Nothing but conditions: no match is better than another.
            return self.newest(limit) if not seen else []
        if count <= self.most_ranked:
            return self._by_score(asked, limit, seen, sample=None)
        found = self._in_titles(asked, limit, seen)
        seen = [*seen, *(one.place for one in found)]
        if len(found) < limit:
            found += self._by_score(
                asked,
                limit - len(found),
                seen,
                sample=_SAMPLE if self.most_ranked == _MOST_RANKED else _SAMPLE_LOOKED_AT,
            )
        return found

    def _in_titles(self, asked: Expression, limit: int, seen: Sequence[int]) -> list[Found]:
        """The newest matches with every word in their title."""
        if "title" not in self.side.columns:
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
        rows = self._archive.rows(sql, {**self._values(asked, limit, seen), "match": match})
        return [Found(self.side, place, date, relevance=_OF_A_TITLE) for place, date in rows]

    def _by_score(
        self, asked: Expression, limit: int, seen: Sequence[int], *, sample: int | None
    ) -> list[Found]:
        """The best matches, of all of them or of the newest; where ranking would take too long, the newest."""
        side = self.side
        words = self._telling
        values = self._values(asked, limit, seen)
        unseen = f"{side.index}.rowid NOT IN (SELECT value FROM json_each(:seen))"
        if words is None:
            sql = f"""
                SELECT t.place, t.published, -1
                {self.source(rows=True, part=asked.part)}
                AND {unseen}
                ORDER BY {side.index}.rowid DESC
                LIMIT :limit
            """
        else:
            scored = self._scored(asked, words, values, sample)
            sql = f"""
                SELECT ranked.place, t.published, ranked.score
                FROM ({scored.replace("{unseen}", unseen)}) AS ranked
                JOIN {side.kind} AS t ON t.place = ranked.place
            """
        rows = self._archive.rows(sql, values)
        # FTS5 scores are negative, and small where most rows match: only their proportions mean anything.
        best = min((score for _, _, score in rows), default=0.0) or -1.0
        weight = _OF_A_COMMENT if side is COMMENTS else 1.0
        return [Found(side, place, date, relevance=weight * score / best) for place, date, score in rows]

    def _scored(self, asked: Expression, words: Node, values: dict[str, object], sample: int | None) -> str:
        """The SELECT of the best places with their scores; `{unseen}` is where those already found are left out."""
        index = self.side.index
        weights = ", ".join(str(_WEIGHTS[column]) for column in self.side.columns)
        newest = "" if sample is None else f"ORDER BY {index}.rowid DESC LIMIT {sample}"
        score = f"SELECT {index}.rowid AS place, bm25({index}, {weights}) AS score"
        if words == self._node:
            return f"""
                SELECT place, score
                FROM ({score} {self.source(part=asked.part)} AND {{unseen}} {newest})
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
            {score}
            FROM {index}
            WHERE {index} MATCH :match
            AND {index}.rowid BETWEEN (SELECT min(place) FROM listed) AND (SELECT max(place) FROM listed)
            AND +{index}.rowid IN (SELECT place FROM listed)
            AND {{unseen}}
            ORDER BY score, {index}.rowid DESC
            LIMIT :limit
        """

    def _values(self, asked: Expression, limit: int, seen: Sequence[int]) -> dict[str, object]:
        return {
            **self._conditions.values,
            "match": asked.part.match,
            "seen": json.dumps(list(seen)),
            "limit": limit,
        }

    def _between(self, part: Part) -> str:
        if part.span == Part().span:
            return ""
        # Numbers of our own making: as parameters, they would hide from SQLite which way to walk.
        return f"AND {self.side.index}.rowid BETWEEN {part.span[0]} AND {part.span[1]}"

    def source(self, *, rows: bool = False, part: Part | None = None) -> str:
        """The FROM and WHERE of the matches, with their rows as `t` where those must be looked at."""
        part, side = part or self._wide.part, self.side
        if part.match is None:
            first, last = part.span
            return f"FROM {side.kind} AS t WHERE t.place BETWEEN {first} AND {last} AND {part.condition_on('t.place')}"
        if rows or part.looks:
            # CROSS JOIN: the index leads, the rows follow.
            return (
                f"FROM {side.index} CROSS JOIN {side.kind} AS t ON t.place = {side.index}.rowid "
                f"WHERE {side.index} MATCH :match AND {part.condition_on('t.place')} {self._between(part)}"
            )
        # The plus sign keeps SQLite from asking the index for one row at a time.
        condition = part.condition_on(f"+{side.index}.rowid")
        return f"FROM {side.index} WHERE {side.index} MATCH :match AND {condition} {self._between(part)}"


def hits(archive: Archive, rows: Sequence[Found], finder: Finder) -> tuple[Hit, ...]:
    """Rows as hits, in the same order, each with its snippet."""
    known = {}
    for side, sql in ((POSTS, _POST_ROWS), (COMMENTS, _COMMENT_ROWS)):
        places = json.dumps([one.place for one in rows if one.side is side])
        known.update({(side.kind, row[0]): row[1:] for row in archive.rows(sql, {"places": places})})
    found = []
    for one in rows:
        post, position, title, blog, author, published, body = known[one.side.kind, one.place]
        text, matches, offset = snippet(body, finder)
        found.append(Hit(post, position, title, blog, author, published, text, matches, offset))
    return tuple(found)


_POST_ROWS = """
    SELECT posts.place, posts.id, NULL, posts.title, blogs.name, posts.author, posts.published, posts.body
    FROM posts
    LEFT JOIN blogs ON blogs.id = posts.blog_id
    WHERE posts.place IN (SELECT value FROM json_each(:places))
"""

_COMMENT_ROWS = """
    SELECT
        comments.place, posts.id, comments.position, posts.title, blogs.name, comments.author,
        comments.published, comments.body
    FROM comments
    JOIN posts ON posts.id = comments.post_id
    LEFT JOIN blogs ON blogs.id = posts.blog_id
    WHERE comments.place IN (SELECT value FROM json_each(:places))
"""
