"""The hash of a post's content, which tells whether what is stored is still what was written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from reader.models import Mark, Post

if TYPE_CHECKING:
    from reader.archive.records import NewPost


def content_hash(post: Post | NewPost) -> str:
    """SHA-256, in hexadecimal, of all that a person reads in a post and its comments."""
    content = [
        *(post.key, post.blog, post.title, post.author, post.published, post.url, post.language),
        *(list(post.categories), list(post.tags), post.body, marks_as_lists(post.marks)),
        *(post.comments_declared, post.comments_open, dict(post.guesses)),
        [
            [
                *(c.position, c.author, c.published, c.reply_to, c.depth, c.kind),
                *(c.body, marks_as_lists(c.marks), dict(c.guesses)),
            ]
            for c in post.comments
        ],
    ]
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def marks_as_lists(marks: Iterable[Mark]) -> list[list[object]]:
    """Marks as they are stored: [start, end, kind, value]."""
    return [[mark.start, mark.end, mark.kind, mark.value] for mark in marks]
