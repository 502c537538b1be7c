"""A post as plain values, for JSON: the object of `reader show --json` and of an export."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from reader.models import Comment, DumpName, Mark, Post


def as_json(post: Post) -> str:
    """A post as one JSON object, laid out to be read."""
    return json.dumps(post_object(post, [post.source]), ensure_ascii=True, indent=2) + "\n"


def post_object(post: Post, sources: Sequence[DumpName]) -> dict[str, object]:
    """The object of `show --json`; `source` is the dump that the text is from, `sources` are all that hold it."""
    return {
        "id": post.id,
        "key": post.key,
        "blog": post.blog,
        "title": post.title,
        "author": post.author,
        "published": post.published,
        "url": post.url,
        "language": post.language,
        "categories": list(post.categories),
        "tags": list(post.tags),
        "body": post.body,
        "marks": _marks(post.marks),
        "comments_declared": post.comments_declared,
        "comments_open": post.comments_open,
        "guesses": dict(post.guesses),
        "comments": [_comment(comment) for comment in post.comments],
        "source": _dump(post.source),
        "sources": [_dump(source) for source in sources],
    }


def _dump(name: DumpName) -> dict[str, object]:
    return {"dump": name.dump, "sha256": name.sha256, "format": name.format}


def _comment(comment: Comment) -> dict[str, Any]:
    return {
        "position": comment.position,
        "author": comment.author,
        "published": comment.published,
        "reply_to": comment.reply_to,
        "depth": comment.depth,
        "kind": comment.kind,
        "body": comment.body,
        "marks": _marks(comment.marks),
        "guesses": dict(comment.guesses),
    }


def _marks(marks: tuple[Mark, ...]) -> list[dict[str, object]]:
    return [{"start": m.start, "end": m.end, "kind": m.kind, "value": m.value} for m in marks]
