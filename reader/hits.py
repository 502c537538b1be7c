"""What a search finds; a module of its own, because it is the one model that a search loads."""

from __future__ import annotations

from reader.values import Value


class Hit(Value):
    """One search result: a post, or one of its comments where `comment` is a position.

    `matches` are (start, end) offsets into `snippet`; `offset` is where the snippet's first match
    starts in the body, None when the match is elsewhere (in the title, the author). `guessed` are the names of
    those of title, blog, author and published that were inferred.
    """

    id: int
    comment: int | None
    title: str | None
    blog: str | None
    author: str | None
    published: str | None
    snippet: str
    matches: tuple[tuple[int, int], ...]
    offset: int | None = None
    guessed: frozenset[str] = frozenset()
