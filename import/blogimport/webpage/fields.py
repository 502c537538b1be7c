"""One comment's element: who wrote it, when, and what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from blogimport.markup import Body
from blogimport.webpage.bylines import byline_of
from blogimport.webpage.own import Own, own_elements
from blogimport.webpage.scan import Scan
from blogimport.webpage.who import Byline
from blogimport.webpage.words import words_of


@dataclass(slots=True)
class Fields:
    """What an element says of its comment."""

    _own: Own
    _byline: Byline
    _body: Body | None = None

    @property
    def author(self) -> str | None:
        """Who wrote it."""
        return self._byline.author

    @property
    def published(self) -> str | None:
        """When."""
        return self._byline.published

    @property
    def reasons(self) -> dict[str, str]:
        """What of it is a guess, and why."""
        return self._byline.reasons

    @property
    def own(self) -> Own:
        """The elements of the comment."""
        return self._own

    def sign(self, author: str, place: int) -> None:
        """Says who wrote it, and where that stands, instead of where another name was thought to stand."""
        known = self._byline.author
        if known is not None:
            places = self._byline.places
            places[:] = [other for other in places if not self._own.line(other).startswith(known)]
        self._byline.author = author
        self._byline.places.append(place)
        self._body = None

    def date(self, published: str, place: int) -> None:
        """Says when it was written, and where that stands, instead of a line around it."""
        self._byline.published, self._byline.span = published, None
        places = self._byline.places
        places[:] = [other for other in places if not self._own.scan.holds(other, place)]
        places.append(place)
        if not self._own.authors:
            self._byline.author = None  # it was told from such a line, too
        self._body = None

    @property
    def body(self) -> Body:
        """What was written; made once somebody asks, for much that could be a comment is seen to be none before."""
        if self._body is None:
            self._body = words_of(self._own, self._byline)
        return self._body

    @property
    def found(self) -> int:
        """How many of author, date and text there are: a date that only a capture could tell is one."""
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
    recurring: frozenset[int] = frozenset()
    _known: dict[tuple[int, tuple[int, ...]], Fields] = field(default_factory=dict)

    def fields(self, unit: int, nested: Sequence[int]) -> Fields:
        """What the element at a place says; `nested` are the places of the comments right within it."""
        key = (unit, tuple(nested))
        known = self._known.get(key)
        if known is None:
            own = own_elements(self.scan, unit, nested, self.recurring)
            known = self._known[key] = Fields(own, byline_of(own, self.language, self.captured))
        return known
