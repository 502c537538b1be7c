"""The post that tests of all parts build on."""

from __future__ import annotations

from typing import Any

from reader.archive import NewPost


def post(key: str, **fields: Any) -> NewPost:
    """A post that states nothing but what is given."""
    return NewPost(key=key, **fields)
