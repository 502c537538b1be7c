"""Asking the archive: a query put to the posts and to the comments, and what is found made into hits."""

from __future__ import annotations

import json
from collections.abc import Sequence

from reader.hits import Hit
from reader.search.conditions import Marks
from reader.search.finding import Finder
from reader.search.parts import COMMENTS, POSTS
from reader.search.question import Answer, Found, Question
from reader.search.ranking import left_out, worth_finding
from reader.search.snippets import snippet
from reader.search.tree import Node, Query
from reader.search.vocabulary import Vocabulary

TYPE_CHECKING = False
if TYPE_CHECKING:
    # The archive takes longer to import than a search takes; whoever has one to pass has it imported.
    from reader.archive import Archive
    from reader.search.tree import Sort

_MOST_COUNTED = 1_000
_MOST_WHILE_TYPING = 200
_MOST_ASKED = 1_000_000
_MOST_CALLED_SO = 20


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
            Question(self.archive, self.node, side, self._marks, self.vocabulary, as_typed=self._as_typed)
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
        total, complete = 0, True
        most = max(_MOST_WHILE_TYPING, limit) if self._as_typed else _MOST_COUNTED
        for question in self.questions():
            answer = question.answer(sort, limit=limit, most=most, beside=found)
            found += answer.rows
            total += answer.total
            complete = complete and answer.complete
        # Two stable sorts: newest first, undated ones last, then the better ones before them.
        found.sort(key=lambda one: (one.published or "", one.side is POSTS, one.place), reverse=True)
        if sort != "date":
            found.sort(key=lambda one: (one.form, -one.relevance))
        return Answer(tuple(found[:limit]), min(total, most), complete and total <= most)

    def called(self, text: str) -> list[Found]:
        """The posts whose title is a text, in capitals or not, whatever its apostrophes."""
        forms = {
            text,
            text[:1].upper() + text[1:],
            text.lower(),
            text.capitalize(),
            text.title(),
            text.upper(),
        }
        forms |= {form.replace("'", "’") for form in forms} | {form.replace("’", "'") for form in forms}
        sql = """
            SELECT place, published
            FROM posts
            WHERE title IN (SELECT value FROM json_each(?))
            ORDER BY place DESC
            LIMIT ?
        """
        rows = self.archive.rows(sql, [json.dumps(sorted(forms)), _MOST_CALLED_SO])
        return [Found(POSTS, place, published) for place, published in rows]

    def titles(self, rows: Sequence[Found]) -> dict[int, str]:
        """The titles of those rows that are posts and have one, by their place."""
        places = json.dumps([one.place for one in rows if one.side is POSTS])
        sql = """
            SELECT place, title
            FROM posts
            WHERE place IN (SELECT value FROM json_each(?)) AND title IS NOT NULL
        """
        return dict(self.archive.rows(sql, [places]))

    def hits(self, rows: Sequence[Found]) -> tuple[Hit, ...]:
        """The rows as hits, in the same order, each with its snippet."""
        return hits(self.archive, rows, Finder(self.node))


def hits(archive: Archive, rows: Sequence[Found], finder: Finder) -> tuple[Hit, ...]:
    """Rows as hits, in the same order, each with its snippet."""
    known = {}
    for side, sql in ((POSTS, _POST_ROWS), (COMMENTS, _COMMENT_ROWS)):
        places = json.dumps([one.place for one in rows if one.side is side])
        known.update({(side.kind, row[0]): row[1:] for row in archive.rows(sql, {"places": places})})
    found = []
    for one in rows:
        post, position, title, blog, author, published, body, of_post, own = known[one.side.kind, one.place]
        text, matches, offset = snippet(body, finder)
        guessed = _guessed(of_post, _OF_POSTS) | _guessed(own, _OF_BOTH)
        found.append(Hit(post, position, title, blog, author, published, text, matches, offset, guessed))
    return tuple(found)


def _guessed(names: str | None, wanted: frozenset[str]) -> frozenset[str]:
    """Which of some fields are among the names of what was guessed."""
    return wanted.intersection(names.split(",")) if names else frozenset()


# What a post tells of a hit in it, and what the hit tells of itself.
_OF_POSTS = frozenset(("title", "blog"))
_OF_BOTH = frozenset(("author", "published"))

_POST_ROWS = """
    SELECT
        posts.place, posts.id, NULL, posts.title, blogs.name, posts.author, posts.published, posts.body,
        (SELECT group_concat(key) FROM json_each(posts.guesses)),
        (SELECT group_concat(key) FROM json_each(posts.guesses))
    FROM posts
    LEFT JOIN blogs ON blogs.id = posts.blog_id
    WHERE posts.place IN (SELECT value FROM json_each(:places))
"""

_COMMENT_ROWS = """
    SELECT
        comments.place, posts.id, comments.position, posts.title, blogs.name, comments.author,
        comments.published, comments.body,
        (SELECT group_concat(key) FROM json_each(posts.guesses)),
        (SELECT group_concat(key) FROM json_each(comments.guesses))
    FROM comments
    JOIN posts ON posts.id = comments.post_id
    LEFT JOIN blogs ON blogs.id = posts.blog_id
    WHERE comments.place IN (SELECT value FROM json_each(:places))
"""
