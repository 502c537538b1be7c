"""The post that tests of all parts build on."""

from __future__ import annotations

from typing import Any

from reader.archive import NewPost


def post(key: str, **fields: Any) -> NewPost:
    """A post that states nothing but what is given."""
    known: dict[str, Any] = {
        **dict.fromkeys(("blog", "title", "author", "published", "url", "language")),
        **dict.fromkeys(("categories", "tags", "marks", "comments"), ()),
        **dict.fromkeys(("comments_declared", "comments_open")),
        "body": "",
        "guesses": {},
    }
    return NewPost(key=key, **{**known, **fields})
