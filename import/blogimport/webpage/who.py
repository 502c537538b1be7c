"""Who wrote something and when, as far as a page tells, and where it tells that."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Byline:
    """Who and when; `reasons` say what of it is a guess, `places` are those of the elements that say it.

    `span` is where the text stands among all that is written in the comment, where no element holds it.
    """

    author: str | None = None
    published: str | None = None
    reasons: dict[str, str] = field(default_factory=dict)
    places: list[int] = field(default_factory=list)
    span: tuple[int, int] | None = None
