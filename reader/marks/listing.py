"""Everything that was marked, one entry a post or comment, for a list or a text."""

from __future__ import annotations

from dataclasses import dataclass

from reader.marks.keeping import Marks

_SQL = """
    WITH marked (post, comment, at) AS (
        SELECT post, comment, max(at)
        FROM (
            SELECT post, comment, at FROM stars
            UNION ALL SELECT post, comment, at FROM notes
            UNION ALL SELECT post, 0, '' FROM tags
        )
        GROUP BY post, comment
    )
    SELECT
        marked.post,
        marked.comment,
        posts.title,
        posts.blog,
        posts.published,
        EXISTS (SELECT 1 FROM stars WHERE stars.post = marked.post AND stars.comment = marked.comment),
        (SELECT text FROM notes WHERE notes.post = marked.post AND notes.comment = marked.comment),
        marked.at
    FROM marked
    LEFT JOIN posts ON posts.key = marked.post
    ORDER BY marked.at DESC, marked.post, marked.comment
"""


@dataclass(frozen=True, slots=True)
class Marked:
    """A post, or one of its comments, that has a star, a note or (a post) tags; `at` is the last of them."""

    key: str
    comment: int | None
    title: str | None
    blog: str | None
    published: str | None
    is_starred: bool
    note: str
    tags: tuple[str, ...]
    at: str


def listed(marks: Marks) -> list[Marked]:
    """All that was starred, noted or tagged, the last first."""
    tags: dict[str, list[str]] = {}
    for post, tag in marks.rows("SELECT post, tag FROM tags ORDER BY post, tag"):
        tags.setdefault(str(post), []).append(str(tag))
    found = []
    for key, comment, title, blog, published, is_starred, note, at in marks.rows(_SQL):
        position = comment if isinstance(comment, int) and comment else None
        own = tuple(tags.get(str(key), ())) if position is None else ()
        found.append(
            Marked(
                str(key),
                position,
                _text(title),
                _text(blog),
                _text(published),
                bool(is_starred),
                _text(note) or "",
                own,
                str(at),
            )
        )
    return found


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
