"""The words of this program as plain data: posts, comments, guesses, hits.

Rows of the archive become these and nothing else leaves `archive` and `search`. This module knows
neither SQL nor screens. Dates are ISO 8601 strings with the precision that the dump states
(`2005`, `2005-11`, `2005-11-17`, `2005-11-17T22:59`); unknown values are None, never "".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from reader.hits import Hit as Hit

MarkKind = Literal["link", "em", "strong", "heading", "quote", "item", "code", "image"]
CommentKind = Literal["comment", "pingback", "trackback"]
Role = Literal["title", "meta", "body", "comment", "furniture", "blank"]

Guesses = Mapping[str, str]
"""The fields that were inferred, each with the reason in words. A field that is not here was stated."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A range of a body with a kind; `value` is the address of a link or image, the level of a heading."""

    start: int
    end: int
    kind: MarkKind
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment; `position` counts from 1 in reading order, `reply_to` is a position."""

    position: int
    author: str | None
    published: str | None
    reply_to: int | None
    depth: int
    kind: CommentKind
    body: str
    marks: tuple[Mark, ...] = ()
    guesses: Guesses = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DumpName:
    """Which dump a post was read from."""

    dump: str
    sha256: str
    format: str


@dataclass(frozen=True, slots=True)
class Post:
    """One post with all its comments, as it is shown and exported.

    `comments_declared` is the number that the page itself gives, `comments_open` what it says of
    further ones; None where it says nothing.
    """

    id: int
    key: str
    blog: str | None
    title: str | None
    author: str | None
    published: str | None
    url: str | None
    language: str | None
    categories: tuple[str, ...]
    tags: tuple[str, ...]
    body: str
    marks: tuple[Mark, ...]
    comments_declared: int | None
    comments_open: bool | None
    guesses: Guesses
    comments: tuple[Comment, ...]
    source: DumpName


@dataclass(frozen=True, slots=True)
class PostRow:
    """One line of the post list; `comments` is how many the archive holds, `start` the first words.

    `guessed` are the names of the fields that were inferred.
    """

    id: int
    key: str
    blog: str | None
    title: str | None
    author: str | None
    published: str | None
    comments: int
    start: str
    guessed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line of a dump, counted from 1, with what the importer took it for."""

    line: int
    role: Role
    post: int | None
    comment: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Source:
    """A dump with the role of each of its lines."""

    dump: str
    format: str
    sha256: str
    lines: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class Stats:
    """What an archive holds; `years` maps a year to its number of posts, `first` and `last` are dates."""

    blogs: int
    posts: int
    comments: int
    dumps: int
    guesses: int
    declared_differs: int
    first: str | None
    last: str | None
    years: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that `reader check` found wrong, as a sentence."""

    where: str
    sentence: str
