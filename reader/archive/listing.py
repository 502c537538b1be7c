"""The questions of a list of posts: in which order, how many of each year and blog, and its lines.

A list may have a million posts: what comes for all of them are numbers, fetched one by one and packed; what is
read of a post comes for those on the screen.
"""

from __future__ import annotations

import json
import unicodedata
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from reader.errors import ArchiveDamaged

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from reader.archive.orders import Order
    from reader.models import PostRow

# Ids break ties, so that an order is always the same. Undated posts come last in both directions: NULL is the
# least in SQLite, and `published IS NULL` in an ORDER BY would keep the index on dates from being used.
_BY_ID = {
    "newest": ["SELECT id FROM posts ORDER BY published DESC, id DESC"],
    "oldest": [
        "SELECT id FROM posts WHERE published IS NOT NULL ORDER BY published, id",
        "SELECT id FROM posts WHERE published IS NULL ORDER BY id",
    ],
    "title": ["SELECT id FROM posts ORDER BY title IS NULL, sort_key(title), id"],
}

# The first words of a body, enough for one line of a list.
_START_LENGTH = 240

_ROW = f"""
    SELECT
        posts.id,
        posts.key,
        blogs.name,
        posts.title,
        posts.author,
        posts.published,
        (SELECT count(*) FROM comments WHERE comments.post_id = posts.id),
        substr(posts.body, 1, {_START_LENGTH}),
        posts.guesses
    FROM posts
    LEFT JOIN blogs ON blogs.id = posts.blog_id
"""


class Listing:
    """What a list asks of an archive, whose `rows` and `each` it uses."""

    def rows(self, sql: str, values: dict[str, object] | Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """All rows of a SELECT."""
        raise NotImplementedError

    def each(self, sql: str, values: dict[str, object] | Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a SELECT one by one."""
        raise NotImplementedError

    def post_ids(self, order: Order = "newest", *, limit: int | None = None) -> array[int]:
        """The ids of all posts (or of the first `limit`) in an order."""
        ids: Iterator[int]
        if order == "blog":
            ids = chain.from_iterable(self._of_blog(blog) for blog, _, _ in self._blogs())
        elif order == "comments":
            ids = iter(self._by_comments())
        else:
            ids = chain.from_iterable(self._ids(sql) for sql in _BY_ID[order])
        return packed(islice(ids, limit))

    def post_ids_of_day(self, day: str) -> array[int]:
        """The ids of all posts of a day of any year (`05-02`), the newest first."""
        sql = """
            SELECT id
            FROM posts
            WHERE substr(published, 6, 5) = :day
            ORDER BY published DESC, id DESC
        """
        return packed(self._ids(sql, {"day": day}))

    def post_rows(self, ids: Iterable[int]) -> list[PostRow]:
        """The list lines of some posts, in the order of the ids; ids that are not there are left out."""
        from reader.models import PostRow

        wanted = list(ids)
        sql = f"{_ROW} WHERE posts.id IN (SELECT value FROM json_each(:ids))"
        found = {}
        for row in self.rows(sql, {"ids": json.dumps(wanted)}):
            self._expect_texts(row[1], row[7], optional=row[2:6])
            # Most posts have no guess, and need no JSON to be read.
            guessed = frozenset(self._guesses(row[8])) if row[8] != "{}" else frozenset()
            found[row[0]] = PostRow(*(*row[:8], guessed))
        return [found[post_id] for post_id in wanted if post_id in found]

    def post_id(self, key: str) -> int | None:
        """The id of the post with a key; None where there is none."""
        rows = self.rows("SELECT id FROM posts WHERE key = :key", {"key": key})
        return int(rows[0][0]) if rows else None

    def post_id_of_address(self, addresses: Sequence[str]) -> int | None:
        """The id of the post that has one of some addresses, the first of them that any post has."""
        sql = "SELECT id, url FROM posts WHERE url IN (SELECT value FROM json_each(:urls)) ORDER BY id"
        found = {url: post_id for post_id, url in reversed(self.rows(sql, {"urls": json.dumps(addresses)}))}
        return next((int(found[address]) for address in addresses if address in found), None)

    def years(self) -> dict[str, int]:
        """How many posts each year has, in order of the years."""
        sql = """
            SELECT substr(published, 1, 4) AS year, count(*)
            FROM posts
            WHERE published IS NOT NULL
            GROUP BY year
            ORDER BY year
        """
        return dict(self.rows(sql))

    def blogs(self) -> list[tuple[str | None, int]]:
        """How many posts each blog has, in order of their names; None for the posts of no blog, which come last."""
        return [(name, posts) for _, name, posts in self._blogs() if posts]

    def _blogs(self) -> list[tuple[int | None, str | None, int]]:
        sql = """
            SELECT blogs.id, blogs.name, count(posts.id)
            FROM blogs
            LEFT JOIN posts ON posts.blog_id = blogs.id
            GROUP BY blogs.id
        """
        found = self.rows(sql)
        self._expect_texts(*(name for _, name, _ in found))
        found.sort(key=lambda blog: (sort_key(blog[1]), blog[1]))
        ((without,),) = self.rows("SELECT count(*) FROM posts WHERE blog_id IS NULL")
        return [*found, (None, None, without)]

    def _by_comments(self) -> list[int]:
        """Two walks through indexes; joined in SQL, each post is looked at, whose body is on the same page."""
        counts = dict(self.each("SELECT post_id, count(*) FROM comments GROUP BY post_id"))
        ids = list(chain.from_iterable(self._ids(sql) for sql in _BY_ID["newest"]))
        ids.sort(key=lambda post_id: -counts.get(post_id, 0))
        return ids

    def _of_blog(self, blog: int | None) -> Iterator[int]:
        sql = "SELECT id FROM posts WHERE blog_id IS :blog ORDER BY published DESC, id DESC"
        return self._ids(sql, {"blog": blog})

    def _ids(self, sql: str, values: dict[str, object] | Sequence[object] = ()) -> Iterator[int]:
        for (post_id,) in self.each(sql, values):
            if not isinstance(post_id, int):
                raise self._damaged()
            yield post_id

    def _guesses(self, text: object) -> dict[str, str]:
        raise NotImplementedError

    def _damaged(self) -> ArchiveDamaged:
        raise NotImplementedError

    def _expect_texts(self, *values: object, optional: Iterable[object] = ()) -> None:
        raise NotImplementedError


def packed(ids: Iterable[int]) -> array[int]:
    """Ids with four bytes each, or eight where one is larger than that."""
    found = array("I")
    left = iter(ids)
    for post_id in left:
        try:
            found.append(post_id)
        except OverflowError:
            return array("q", chain(found, (post_id,), left))
    return found


def sort_key(text: object) -> str:
    """A name or a title as it is put in order: without accents and capitals, from its first letter or figure on."""
    plain = unicodedata.normalize("NFKD", str(text or ""))
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign)).casefold()
    start = next((place for place, sign in enumerate(letters) if sign.isalnum()), 0)
    return letters[start:]
