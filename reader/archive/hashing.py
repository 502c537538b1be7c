"""The hash of a post's content, which tells whether what is stored is still what was written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from reader.models import Comment, Mark


def content_hash(
    *,
    key: str,
    title: str | None,
    author: str | None,
    published: str | None,
    body: str,
    marks: Iterable[Mark],
    labels: Iterable[tuple[str, str]],
    comments: Iterable[Comment],
) -> str:
    """SHA-256, in hexadecimal, of all that a person reads in a post; `labels` are (kind, name)."""
    content = [
        key,
        title,
        author,
        published,
        body,
        marks_as_lists(marks),
        [list(label) for label in labels],
        [
            [c.position, c.author, c.published, c.reply_to, c.kind, c.body, marks_as_lists(c.marks)]
            for c in comments
        ],
    ]
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def marks_as_lists(marks: Iterable[Mark]) -> list[list[object]]:
    """Marks as they are stored: [start, end, kind, value]."""
    return [[mark.start, mark.end, mark.kind, mark.value] for mark in marks]
