"""A reading as plain data, for tests of formats: what is expected stands beside each dump as such a file."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from blogimport.formats import format_of
from blogimport.readings import Dump, FoundPost, Reading
from reader.models import Mark
from reader.text import lines_of

DATA = Path(__file__).parents[1] / "data"


def reading_of(raw: bytes, name: str = "export.xml") -> Reading:
    """What the format that a file is in reads in it."""
    known = format_of(raw, name)
    assert known is not None
    return known.read(Dump(name, content=raw))


def posts_of(raw: bytes, name: str = "export.xml") -> list[FoundPost]:
    """The posts in a file."""
    return [found for part in reading_of(raw, name).parts for found in part.posts]


def as_told(reading: Reading) -> dict[str, Any]:
    """A whole reading as JSON has it, without what is empty."""
    posts: list[dict[str, Any]] = []
    spans: list[list[object]] = []
    for part in reading.parts:
        shift = len(posts)
        posts += [_post(found) for found in part.posts]
        spans += [
            [span.first, span.last, span.role, None if span.post is None else span.post + shift, span.comment]
            for span in part.spans
        ]
    told = {
        "encoding": reading.encoding,
        "posts": posts,
        "left_out": dict(sorted(reading.left_out.items())),
        "notices": reading.notices,
        "lines": reading.lines,
        "spans": [" ".join(map(str, span)) for span in spans],
    }
    return {name: value for name, value in told.items() if value}


def expected_beside(path: Path) -> dict[str, Any]:
    """What a careful person reads in a dump of `tests/data`."""
    found: dict[str, Any] = json.loads(path.with_suffix(".expected.json").read_text("utf-8"))
    return found


def spoken(reading: Reading, raw: bytes) -> dict[int | None, str]:
    """The lines that a reading says hold each comment of the first post (None: its text), joined."""
    lines = lines_of(raw, reading.encoding or "utf-8")
    said: dict[int | None, list[str]] = {}
    for part in reading.parts:
        for span in part.spans:
            if span.role in ("body", "comment") and span.post == 0:
                said.setdefault(span.comment, []).extend(lines[span.first - 1 : span.last])
    return {position: "\n".join(found) for position, found in said.items()}


def _post(found: FoundPost) -> dict[str, Any]:
    post = found.post
    told = {
        "withheld": found.withheld,
        "is_partial": found.is_partial or None,
        "names": list(found.names),
        **{
            name: getattr(post, name)
            for name in ("blog", "title", "author", "published", "url", "language", "comments_open", "body")
        },
        "categories": list(post.categories),
        "tags": list(post.tags),
        "marks": _marks(post.body, post.marks),
        "guesses": dict(post.guesses),
        "comments": [
            {
                name: value
                for name, value in {
                    "withheld": found.withheld_comments.get(comment.position),
                    "author": comment.author,
                    "published": comment.published,
                    "reply_to": comment.reply_to,
                    "kind": None if comment.kind == "comment" else comment.kind,
                    "body": comment.body,
                    "marks": _marks(comment.body, comment.marks),
                    "guesses": dict(comment.guesses),
                }.items()
                if value
            }
            for comment in post.comments
        ],
    }
    return {name: value for name, value in told.items() if value not in (None, [], {}, "")}


def _marks(body: str, marks: Iterable[Mark]) -> list[str]:
    """Each mark with its words, which say more than offsets."""
    return [f"{mark.kind} {body[mark.start : mark.end]!r} {mark.value or ''}".rstrip() for mark in marks]
