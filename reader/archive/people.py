"""Everything that one person wrote: posts and comments, across all blogs of an archive.

A person is a name: whoever signs with the same words, whatever their case and accents. That is a guess that a
reader must be told of, so the spellings and the blogs come with the answer.
"""

from __future__ import annotations

import json
from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reader.archive.reading import Archive
from reader.words import tokens

# Enough for a line of a list.
_START_LENGTH = 240

_OF_POSTS = """
    SELECT posts.place, posts.author, substr(posts.published, 1, 4), posts.blog_id
    FROM {source}
    ORDER BY posts.place DESC
"""
_OF_COMMENTS = """
    SELECT comments.place, comments.author, substr(comments.published, 1, 4), posts.blog_id
    FROM {source}
    JOIN posts ON posts.id = comments.post_id
    ORDER BY comments.place DESC
"""


@dataclass(frozen=True, slots=True)
class Person:
    """What somebody wrote, the newest first.

    `entries` are places in time, doubled, with one added for a comment: a million of them cost one array.
    """

    name: str
    entries: array[int]
    posts: int
    comments: int
    years: Mapping[str, int]
    blogs: Mapping[str | None, int]
    spellings: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Writing:
    """A post or a comment in the list of what a person wrote; `start` are its first words.

    `guessed` are the names of those of author, published and blog that were inferred.
    """

    post: int
    comment: int | None
    title: str | None
    blog: str | None
    published: str | None
    start: str
    guessed: frozenset[str]


def person(archive: Archive, name: str) -> Person:
    """What everybody wrote who signs with a name.

    Raises:
        ArchiveError: when the archive is damaged.
        Interrupted: when `Archive.interrupt` was called meanwhile.
    """
    words = tokens(name)
    found: list[tuple[int, str, str | None, int | None]] = []
    counts = []
    for kind, sql in (("posts", _OF_POSTS), ("comments", _OF_COMMENTS)):
        rows = [
            (place * 2 + (kind == "comments"), author, year, blog)
            for place, author, year, blog in _signed(archive, kind, sql, name, words)
        ]
        counts.append(len(rows))
        found += rows
    # The places of both tables are on one scale.
    found.sort(key=lambda row: row[0], reverse=True)
    names = dict(archive.rows("SELECT id, name FROM blogs"))
    years = Counter(year for _, _, year, _ in found if year)
    return Person(
        name,
        array("q", (entry for entry, _, _, _ in found)),
        counts[0],
        counts[1],
        dict(sorted(years.items())),
        dict(Counter(names.get(blog) for _, _, _, blog in found).most_common()),
        dict(Counter(author for _, author, _, _ in found).most_common()),
    )


def writings(archive: Archive, entries: Sequence[int]) -> list[Writing]:
    """The list lines of some entries of a person, in their order."""
    found: dict[int, Writing] = {}
    for kind, sql in ((0, _POST_ROWS), (1, _COMMENT_ROWS)):
        places = json.dumps([entry // 2 for entry in entries if entry % 2 == kind])
        for place, *row, own, of_post in archive.rows(sql, {"places": places, "length": _START_LENGTH}):
            guessed = [name for name in ("author", "published") if f'"{name}"' in str(own)]
            guessed += ["blog"] if '"blog"' in str(of_post) else []
            found[place * 2 + kind] = Writing(*(*row, frozenset(guessed)))
    return [found[entry] for entry in entries if entry in found]


def _signed(
    archive: Archive, kind: str, sql: str, name: str, words: Sequence[str]
) -> list[tuple[int, str, str | None, int | None]]:
    """The rows that are signed with a name: found by its words, then looked at, for an index knows no whole names."""
    if not words:
        source = f"{kind} INDEXED BY comments_by_author" if kind == "comments" else kind
        sql = sql.format(source=source).replace("ORDER BY", f"WHERE {kind}.author = :name ORDER BY")
        return [(row[0], row[1], row[2], row[3]) for row in archive.rows(sql, {"name": name})]
    sql = sql.format(source=f"{kind}_fts CROSS JOIN {kind} ON {kind}.place = {kind}_fts.rowid")
    sql = sql.replace("ORDER BY", f"WHERE {kind}_fts MATCH :match ORDER BY")
    phrase = " ".join(words).replace('"', "")
    rows = archive.rows(sql, {"match": f'author : "{phrase}"'})
    wanted = list(words)
    return [(row[0], row[1], row[2], row[3]) for row in rows if tokens(str(row[1])) == wanted]


_POST_ROWS = """
    SELECT
        posts.place, posts.id, NULL, posts.title, blogs.name, posts.published,
        substr(posts.body, 1, :length), posts.guesses, posts.guesses
    FROM posts
    LEFT JOIN blogs ON blogs.id = posts.blog_id
    WHERE posts.place IN (SELECT value FROM json_each(:places))
"""

_COMMENT_ROWS = """
    SELECT
        comments.place, posts.id, comments.position, posts.title, blogs.name, comments.published,
        substr(comments.body, 1, :length), comments.guesses, posts.guesses
    FROM comments
    JOIN posts ON posts.id = comments.post_id
    LEFT JOIN blogs ON blogs.id = posts.blog_id
    WHERE comments.place IN (SELECT value FROM json_each(:places))
"""
