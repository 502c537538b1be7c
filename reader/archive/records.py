"""What goes into an archive, as plain data: dumps, posts, the roles of lines.

Contains no SQL and no rule about what a post is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import NamedTuple, TypeVar, cast

from reader.models import Comment, Guesses, Mark, Role

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class NewDump:
    """A raw file as it goes into the archive.

    `encoding` is a Python codec name, `raw` the bytes or where they are, `lines` what the spans speak of where
    that is not the raw text's own lines; `url` and `captured` (ISO 8601) are what a web archive tells.
    """

    name: str
    sha256: str
    format: str
    encoding: str | None
    raw: bytes | Path
    left_out: Mapping[str, int]
    lines: Sequence[str] | None = None
    url: str | None = None
    captured: str | None = None


@dataclass(frozen=True, slots=True)
class NewPost:
    """A post as it goes into the archive: a `Post` that has no id yet, and what is unknown may be left out."""

    key: str = ""
    blog: str | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    body: str = ""
    marks: tuple[Mark, ...] = ()
    comments_declared: int | None = None
    comments_open: bool | None = None
    guesses: Guesses = field(default_factory=dict)
    comments: tuple[Comment, ...] = ()


class NewSpan(NamedTuple):
    """A run of lines with one role; `post` is an index into the posts written with the dump.

    A page of paragraphs has one for each: as a tuple it costs a fifth.
    """

    first: int
    last: int
    role: Role
    post: int | None
    comment: int | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A post to write: new, or in the place of the post with the id `replaces`.

    Of a post that is replaced, `moved` tells where each comment stands now (None: nowhere), so that the lines
    of earlier dumps keep pointing to it; with `keeps_dump` the post goes on belonging to the earlier
    dump; `is_known` says that the archive holds all of it already, and nothing is written but its `names`,
    by which further dumps may know it.
    """

    post: NewPost
    names: tuple[str, ...] = ()
    replaces: int | None = None
    moved: Mapping[int, int | None] = field(default_factory=dict)
    keeps_dump: bool = False
    is_known: bool = False


# Half of a surrogate pair cannot be written as UTF-8, and many a program takes NUL for the end of a text.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def storable(value: _Value) -> _Value:
    """A record with a sign in the place of each character that cannot be stored; all offsets stay."""
    stored: object = value
    if isinstance(value, str):
        if value.isascii() and "\0" not in value:
            return value
        stored = _UNSTORABLE.sub(lambda it: "␀" if it[0] == "\0" else "\N{REPLACEMENT CHARACTER}", value)
    elif isinstance(value, tuple):
        stored = tuple(storable(part) for part in value)
    elif isinstance(value, Mapping):
        stored = {name: storable(part) for name, part in value.items()}
    elif isinstance(value, NewPost | Comment | Mark):
        stored = replace(value, **{part.name: storable(getattr(value, part.name)) for part in fields(value)})
    return cast("_Value", stored)
