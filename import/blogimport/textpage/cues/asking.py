"""Whether lines are of a kind that cues alone tell: of most one look at their words tells that they are not."""

from __future__ import annotations

from collections.abc import Collection

from blogimport.textpage.cues.book import cue_book
from blogimport.textpage.cues.cue import CuedKind, comparable
from blogimport.textpage.cues.matching import Sight
from blogimport.textpage.cues.sights import sights_of
from reader.remembering import remembered


def sight_of(text: str, kind: CuedKind) -> Sight | None:
    """What a line's text could be of one kind alone."""
    return sights_of(text).by_kind.get(kind) if _may_be(kind, text) else None


@remembered(8192)
def _may_be(kind: CuedKind, text: str) -> bool:
    return cue_book().may_be((kind,), comparable(text))


def are_some(texts: Collection[str], kinds: frozenset[CuedKind]) -> bool:
    """Whether one of several texts could be of one of some kinds; one look at all their words mostly tells."""
    if not cue_book().may_be(kinds, comparable("\n".join(texts))):
        return False
    return any(not kinds.isdisjoint(sights_of(text).by_kind) for text in texts)
