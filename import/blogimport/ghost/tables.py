"""The tables of an export, and what their rows say of each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from blogimport.markup import plain

Row = Mapping[str, Any]


class Tables:
    """The tables of one blog."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._data = data
        self.title = next(
            (text(row, "value") for row in self.rows("settings") if text(row, "key") == "title"), ""
        )
        self.language = next(
            (text(row, "value") for row in self.rows("settings") if text(row, "key") in ("locale", "lang")),
            "",
        )
        self._authors = self._linked("posts_authors", "author_id", self._names("users"))
        self._tags = self._linked("posts_tags", "tag_id", self._names("tags"))
        self._users = self._names("users")
        self._members = self._names("members")
        self._comments: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows("comments"):
            self._comments[text(row, "post_id")].append(row)

    def rows(self, table: str) -> Iterator[Row]:
        """The rows of a table, none where the export does not have it."""
        found = self._data.get(table)
        return (row for row in found if isinstance(row, Mapping)) if isinstance(found, list) else iter(())

    def authors(self, post: Row) -> list[str]:
        """Who wrote a post."""
        one = self._users.get(text(post, "author_id"), "")
        return self._authors.get(text(post, "id")) or ([one] if one else [])

    def tags(self, post: Row) -> list[str]:
        """The tags of a post; those that only its editors saw begin with a number sign."""
        return self._tags.get(text(post, "id"), [])

    def comments(self, post: Row) -> list[Row]:
        """What was said of a post."""
        return self._comments.get(text(post, "id"), [])

    def orphans(self) -> Iterator[tuple[str, list[Row]]]:
        """Comments on posts that the export does not hold."""
        known = {text(row, "id") for row in self.rows("posts")}
        return ((post, rows) for post, rows in self._comments.items() if post not in known)

    def member(self, row: Row) -> str:
        """Who wrote a comment."""
        return self._members.get(text(row, "member_id"), "") or plain(text(row, "member_name"))

    def _names(self, table: str) -> dict[str, str]:
        return {text(row, "id"): plain(text(row, "name")) for row in self.rows(table)}

    def _linked(self, table: str, column: str, names: Mapping[str, str]) -> dict[str, list[str]]:
        """The names that a table links to posts, in their order."""
        linked: dict[str, list[tuple[float, str]]] = defaultdict(list)
        for row in self.rows(table):
            name = names.get(text(row, column), "")
            order = row.get("sort_order")
            if name:
                linked[text(row, "post_id")].append((order if isinstance(order, int | float) else 0, name))
        return {
            post: [name for _, name in sorted(pairs, key=lambda pair: pair[0])]
            for post, pairs in linked.items()
        }


def text(row: Row, column: str) -> str:
    """What stands in a column as text, "" for nothing."""
    value = row.get(column)
    return (
        value.strip()
        if isinstance(value, str)
        else ""
        if value is None or isinstance(value, bool)
        else str(value)
    )
