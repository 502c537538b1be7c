"""The post that tests of all parts build on, and an archive of such posts."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reader.archive import Entry, NewDump, NewPost, open_for_writing


def post(key: str, **fields: Any) -> NewPost:
    """A post that states nothing but what is given."""
    return NewPost(key=key, **fields)


def write(path: Path, posts: Sequence[NewPost]) -> Path:
    """An archive at a path that holds some posts, from one dump of which no line is told."""
    raw = b"made for a test\n"
    dump = NewDump("test.txt", hashlib.sha256(raw).hexdigest(), "text", "utf-8", raw, {})
    with open_for_writing(path) as writer:
        writer.write(dump, [Entry(one) for one in posts], [])
    return path
