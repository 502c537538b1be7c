"""Counting the words of an archive: which there are, in how many posts and comments, with which stem.

What an import adds or takes away is noted by triggers (`uncounted`) and counted at its end, so the cost follows
what was imported and not what was there. Words are cut by SQLite's own tokenizer, as in the index itself.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reader.words import STEMMED, fold, stems, words_to_stem

if TYPE_CHECKING:
    from reader.archive.opening import Connection

_KINDS = {"posts": "title, author, body", "comments": "author, body"}

# Where more than this share of an archive is new, its whole index is read instead: cheaper than cutting words again.
_MOST_OF = 4


def count_words(connection: Connection) -> None:
    """Bring the words up to date with the posts and comments, in one transaction."""
    ((pending,),) = connection.execute("SELECT count(*) FROM uncounted").fetchall()
    if not pending:
        return
    ((rows,),) = connection.execute(
        "SELECT (SELECT count(*) FROM posts) + (SELECT count(*) FROM comments)"
    ).fetchall()
    with _transaction(connection):
        _stem(connection)
        if pending * _MOST_OF > rows:
            _count_all(connection)
        else:
            for kind in _KINDS:
                _count_changes(connection, kind)
        connection.execute("DELETE FROM uncounted")


def miscounted(connection: Connection) -> str | None:
    """A word whose count is not that of the index, None where all are right; nothing may be uncounted."""
    with _vocabularies(connection):
        for kind in _KINDS:
            counted = f"SELECT term, {kind} FROM terms WHERE {kind} > 0"
            indexed = f"SELECT term, doc FROM temp.{kind}_words"
            for one, other in ((counted, indexed), (indexed, counted)):
                for term, _ in connection.execute(f"{one} EXCEPT {other} LIMIT 1"):
                    return str(term)
    return None


def _count_all(connection: Connection) -> None:
    connection.execute("DELETE FROM terms")
    with _vocabularies(connection):
        connection.execute(
            """
            INSERT INTO terms (term, posts, comments)
            SELECT term, sum(in_posts), sum(in_comments)
            FROM (
                SELECT term, doc AS in_posts, 0 AS in_comments FROM temp.posts_words
                UNION ALL
                SELECT term, 0, doc FROM temp.comments_words
            )
            GROUP BY term
            """
        )


def _count_changes(connection: Connection, kind: str) -> None:
    """Count what was added or removed of one kind, by an index of just that."""
    text = " || char(10) || ".join(f"coalesce({column}, '')" for column in _KINDS[kind].split(", "))
    changes = {
        1: f"SELECT {text} FROM uncounted JOIN {kind} USING (place) WHERE uncounted.kind = :kind AND NOT is_removed",
        -1: "SELECT removed FROM uncounted WHERE kind = :kind AND is_removed",
    }
    for sign, texts in changes.items():
        connection.execute(
            "CREATE VIRTUAL TABLE temp.changed USING fts5 "
            "(text, content='', detail='none', tokenize='unicode61 remove_diacritics 2')"
        )
        connection.execute("CREATE VIRTUAL TABLE temp.changed_words USING fts5vocab (temp, changed, row)")
        connection.execute(f"INSERT INTO temp.changed (text) {texts}", {"kind": kind})
        other = next(name for name in _KINDS if name != kind)
        connection.execute(
            f"""
            INSERT INTO terms (term, {kind}, {other})
            SELECT term, :sign * doc, 0 FROM temp.changed_words WHERE TRUE
            ON CONFLICT (term) DO UPDATE SET {kind} = {kind} + excluded.{kind}
            """,
            {"sign": sign},
        )
        connection.execute("DROP TABLE temp.changed_words")
        connection.execute("DROP TABLE temp.changed")
    connection.execute("DELETE FROM terms WHERE posts <= 0 AND comments <= 0")


def _stem(connection: Connection) -> None:
    """Note the stems of the words that were added, in the language of their post."""
    spoken: dict[str | None, set[str]] = defaultdict(set)
    sizes: Counter[str] = Counter()
    for language, text in connection.execute(_ADDED):
        spoken[language].update(words_to_stem(text))
        if language is not None:
            sizes[language] += len(text)
    # Where a post does not say what it speaks, it speaks as most others do.
    if unknown := spoken.pop(None, None):
        usual = connection.execute(
            "SELECT language FROM stems GROUP BY language ORDER BY count(*) DESC LIMIT 1"
        ).fetchone()
        most = sizes.most_common(1)
        spoken[most[0][0] if most else usual[0] if usual else ""] |= unknown
    for language, words in spoken.items():
        if language in STEMMED:
            listed = sorted(words)
            rows = zip(stems(listed, language), map(fold, listed), strict=True)
            connection.executemany(
                "INSERT OR IGNORE INTO stems (language, stem, term) VALUES (?, ?, ?)",
                sorted({(language, stem, term) for stem, term in rows}),
            )


_ADDED = """
    SELECT posts.language, coalesce(posts.title, '') || ' ' || posts.body
    FROM uncounted
    JOIN posts USING (place)
    WHERE uncounted.kind = 'posts' AND NOT is_removed
    UNION ALL
    SELECT posts.language, comments.body
    FROM uncounted
    JOIN comments USING (place)
    JOIN posts ON posts.id = comments.post_id
    WHERE uncounted.kind = 'comments' AND NOT is_removed
"""


@contextmanager
def _vocabularies(connection: Connection) -> Iterator[None]:
    """The words of both indexes as tables, in a `with` block."""
    for kind in _KINDS:
        connection.execute(f"CREATE VIRTUAL TABLE temp.{kind}_words USING fts5vocab (main, {kind}_fts, row)")
    try:
        yield
    finally:
        for kind in _KINDS:
            connection.execute(f"DROP TABLE temp.{kind}_words")


@contextmanager
def _transaction(connection: Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
