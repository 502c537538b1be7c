"""How many match, exactly; and of which blogs, years and authors."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from reader.search.asking import Asking
from reader.search.conditions import Marks
from reader.search.parts import POSTS, Side
from reader.search.query import parse
from reader.values import Value

if TYPE_CHECKING:
    from reader.archive import Archive

_MOST = 10_000
# So many are enough where each is dear to find.
_ENOUGH = 1_000
_MOST_NAMES = 1_000


class Facets(Value):
    """How many hits there are of each blog, year and author, the most first (years in order); None is unknown.

    Where not `complete`, only the newest `counted` of each kind were looked at.
    """

    blogs: Mapping[str | None, int]
    years: Mapping[str | None, int]
    authors: Mapping[str | None, int]
    counted: int
    complete: bool


def count(archive: Archive, query: str, *, starred: Collection[str] = (), read: Collection[str] = ()) -> int:
    """Exactly how many posts and comments a query finds.

    Raises:
        ArchiveError: when the archive is damaged.
        Interrupted: when `Archive.interrupt` was called meanwhile.
    """
    asking = Asking(archive, parse(query), Marks(starred, read))
    return sum(question.count() for question in asking.questions())


def posts_found(
    archive: Archive,
    query: str,
    *,
    as_typed: bool = False,
    starred: Collection[str] = (),
    read: Collection[str] = (),
) -> list[int]:
    """The ids of all posts that a query finds, or finds a comment of, newest first.

    Raises:
        ArchiveError: when the archive is damaged.
        Interrupted: when `Archive.interrupt` was called meanwhile.
    """
    asking = Asking(archive, parse(query, as_typed=as_typed), Marks(starred, read), as_typed=as_typed)
    found: set[int] = set()
    for question in asking.questions():
        if question.count(0):
            post = "t.id" if question.side is POSTS else "t.post_id"
            sql = f"SELECT DISTINCT {post} {question.source(rows=True)}"
            found.update(row[0] for row in archive.rows(sql, question.values))
    sql = "SELECT id FROM posts WHERE id IN (SELECT value FROM json_each(?)) ORDER BY place DESC"
    return [row[0] for row in archive.rows(sql, [json.dumps(sorted(found))])]


def facets(
    archive: Archive,
    query: str,
    *,
    as_typed: bool = False,
    most: int = _MOST,
    starred: Collection[str] = (),
    read: Collection[str] = (),
) -> Facets:
    """How many hits of a query each blog, year and author has; beyond `most` of a kind, of the newest only.

    Raises:
        ArchiveError: when the archive is damaged.
        Interrupted: when `Archive.interrupt` was called meanwhile.
    """
    asking = Asking(archive, parse(query, as_typed=as_typed), Marks(starred, read), as_typed=as_typed)
    counted: tuple[Counter[str | None], ...] = (Counter(), Counter(), Counter())
    rows, complete = 0, True
    for question in asking.questions():
        if question.is_dear:
            listed = question.listed(least=min(most, _ENOUGH), most=most, at_once=True)
            complete = complete and listed.complete
            rows += len(listed.places)
            found = f"FROM {question.side.kind} AS t WHERE t.place IN (SELECT value FROM json_each(:places))"
            _count(archive, question.side, found, {"places": json.dumps(listed.places)}, counted)
        elif matching := question.count(most):
            complete = complete and matching <= most
            rows += min(matching, most)
            found = f"{question.source(rows=True)} ORDER BY {question.place} DESC LIMIT :most"
            _count(archive, question.side, found, {**question.values, "most": most}, counted)
    blogs, years, authors = counted
    return Facets(
        dict(blogs.most_common()),
        dict(sorted(years.items(), key=lambda item: item[0] or "")),
        dict(authors.most_common(_MOST_NAMES)),
        rows,
        complete,
    )


def _count(
    archive: Archive,
    side: Side,
    found: str,
    values: Mapping[str, object],
    counted: tuple[Counter[str | None], ...],
) -> None:
    """Add the rows `t` of a side that a FROM finds to the counts."""
    blog = "t.blog_id" if side is POSTS else "(SELECT blog_id FROM posts WHERE posts.id = t.post_id)"
    sql = f"""
        SELECT blogs.name, found.year, found.author, found.number
        FROM (
            SELECT blog_id, year, author, count(*) AS number
            FROM (
                SELECT {blog} AS blog_id, substr(t.published, 1, 4) AS year, t.author AS author
                {found}
            )
            GROUP BY blog_id, year, author
        ) AS found
        LEFT JOIN blogs ON blogs.id = found.blog_id
    """
    for *names, number in archive.rows(sql, dict(values)):
        for counter, name in zip(counted, names, strict=True):
            counter[name] += number
