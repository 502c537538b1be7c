"""One comment's element: who wrote it, when, and what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from blogimport.markup import Body
from blogimport.webpage.bylines import byline_of
from blogimport.webpage.own import own_elements
from blogimport.webpage.scan import Scan
from blogimport.webpage.words import words_of


@dataclass(slots=True)
class Fields:
    """What an element says of its comment; `found` counts which of author, date and text it has."""

    author: str | None = None
    published: str | None = None
    reasons: dict[str, str] = field(default_factory=dict)
    body: Body = field(default_factory=lambda: Body(""))

    @property
    def found(self) -> int:
        """From 0 to 3; a date that only a capture could tell is one."""
        has_date = self.published is not None or self.is_counted_back
        return (self.author is not None) + has_date + bool(self.body.text)

    @property
    def is_counted_back(self) -> bool:
        """Whether the page says only how long ago it was."""
        return self.published is None and "published" in self.reasons


@dataclass(frozen=True, slots=True)
class Comments:
    """Reads elements of a page as comments, each once however often it is asked for."""

    scan: Scan
    language: str | None
    captured: str | None
    _known: dict[tuple[int, tuple[int, ...]], Fields] = field(default_factory=dict)

    def fields(self, unit: int, nested: Sequence[int]) -> Fields:
        """What the element at a place says; `nested` are the places of the comments right within it."""
        key = (unit, tuple(nested))
        known = self._known.get(key)
        if known is None:
            own = own_elements(self.scan, unit, nested)
            byline = byline_of(own, self.language, self.captured)
            known = Fields(byline.author, byline.published, byline.reasons, words_of(own, byline))
            self._known[key] = known
        return known
