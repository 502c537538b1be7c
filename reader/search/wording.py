"""Words in their context, one line for each place where they stand: a concordance."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from reader.search.asking import Asking
from reader.search.conditions import Marks
from reader.search.finding import Finder, ranges
from reader.search.parts import COMMENTS, POSTS
from reader.search.query import parse
from reader.search.question import Found
from reader.values import Value

if TYPE_CHECKING:
    from reader.archive import Archive

_AT_ONCE = 200


class Line(Value):
    """One place where a word stands, with what stands before and after it; `comment` as in a hit."""

    id: int
    comment: int | None
    before: str
    word: str
    after: str


def concordance(
    archive: Archive,
    query: str,
    *,
    limit: int = 50,
    width: int = 40,
    starred: Collection[str] = (),
    read: Collection[str] = (),
) -> Iterator[Line]:
    """Every place where the words of a query stand in the first hits, with some characters on both sides.

    Raises:
        ArchiveError: when the archive is damaged.
    """
    parsed = parse(query)
    asking = Asking(archive, parsed, Marks(starred, read))
    answer = asking.answer(limit=limit, sort=parsed.sort or "date")
    finder = Finder(asking.node)
    for start in range(0, len(answer.rows), _AT_ONCE):
        for post, comment, body in _bodies(archive, answer.rows[start : start + _AT_ONCE]):
            for first, last in ranges([*finder.words(body), *finder.signs(body)]):
                # Twice as much as is shown, since white space shrinks.
                before = " ".join(body[max(0, first - 2 * width) : first].split())
                after = " ".join(body[last : last + 2 * width].split())
                before += " " * (first > 0 and body[first - 1].isspace())
                after = " " * (last < len(body) and body[last].isspace()) + after
                word = " ".join(body[first:last].split())
                yield Line(post, comment, before[-width:], word, after[:width])


def _bodies(archive: Archive, rows: tuple[Found, ...]) -> Iterator[tuple[int, int | None, str]]:
    """The post, the position of the comment, and the text of each row, in order."""
    known: dict[tuple[str, int], tuple[int, int | None, str]] = {}
    for side, columns in ((POSTS, "id, NULL"), (COMMENTS, "post_id, position")):
        places = json.dumps([one.place for one in rows if one.side is side])
        sql = (
            f"SELECT place, {columns}, body FROM {side.kind} WHERE place IN (SELECT value FROM json_each(?))"
        )
        for place, post, position, body in archive.rows(sql, [places]):
            known[side.kind, place] = (post, position, body)
    for one in rows:
        yield known[one.side.kind, one.place]
