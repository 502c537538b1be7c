"""One post of two readings of it: the fuller one wins, field by field.

What is stated wins over what was guessed, then the format that is more to be believed, then what says more; texts
decide between equals, so that the order in which dumps come makes no difference.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from blogimport.joining.remarks import joined_comments
from blogimport.joining.words import words_of
from reader.archive import Entry, NewPost
from reader.models import Post

_FIELDS = ("title", "author", "published", "url", "language", "blog", "comments_open")
# A text of a format that is more to be believed is kept unless it is so much shorter: then it was cut.
_CUT = 0.7


@dataclass(frozen=True, slots=True)
class _Reading:
    """A post as it was read, and how far that is to be believed."""

    post: NewPost
    trust: int

    @property
    def length(self) -> int:
        return len(words_of(self.post.body))


def merged(
    known: Post, known_trust: int, new: NewPost, new_trust: int
) -> tuple[Entry, Mapping[int, int | None]]:
    """What is to be written of a post that the archive holds and a further dump has too.

    With it, where each comment of the new reading then stands.
    """
    old = _Reading(NewPost(**{part.name: getattr(known, part.name) for part in fields(NewPost)}), known_trust)
    other = _Reading(new, new_trust)
    first, second = (other, old) if _has_better_text(other, old) else (old, other)
    values: dict[str, Any] = {}
    guesses = {name: why for name, why in first.post.guesses.items() if name not in (*_FIELDS, "comments")}
    for name in _FIELDS:
        chosen = _better_field(name, first, second)
        values[name] = getattr(chosen.post, name)
        if name in chosen.post.guesses:
            guesses[name] = chosen.post.guesses[name]
    declared = [r.post.comments_declared for r in (first, second) if r.post.comments_declared is not None]
    comments, of_first, of_second = joined_comments(
        first.post.comments,
        first.trust,
        second.post.comments,
        second.trust,
        (first.post.body, second.post.body),
    )
    post = replace(
        first.post,
        **values,
        key=known.key,
        comments_declared=max(declared, default=None),
        categories=_union(first.post.categories, second.post.categories, first.post.tags),
        tags=_union(first.post.tags, second.post.tags, first.post.categories),
        guesses=guesses,
        comments=comments,
    )
    of_old, of_new = (of_first, of_second) if first is old else (of_second, of_first)
    entry = Entry(post, replaces=known.id, moved=of_old, keeps_dump=first is old, is_known=post == old.post)
    return entry, of_new


def _has_better_text(one: _Reading, other: _Reading) -> bool:
    """Whether the text of a reading is to be kept rather than that of the other."""
    if not one.length or not other.length:
        return one.length > other.length
    if one.trust != other.trust:
        less, more = sorted((one, other), key=lambda reading: reading.trust)
        return (more if more.length >= _CUT * less.length else less) is one
    return _weight(one) > _weight(other)


def _weight(reading: _Reading) -> tuple[object, ...]:
    post = reading.post
    told = sum((c.author is not None) + (c.published is not None) for c in post.comments)
    return ("body" not in post.guesses, reading.length, len(post.comments), told, len(post.marks), post.body)


def _better_field(name: str, first: _Reading, second: _Reading) -> _Reading:
    """The reading of which a field is kept."""
    return max((first, second), key=lambda reading: _field_weight(name, reading, first))


def _field_weight(name: str, reading: _Reading, first: _Reading) -> tuple[object, ...]:
    value = getattr(reading.post, name)
    is_finer = name == "published" and value is not None and value.startswith(first.post.published or "\0")
    precision = len(value) if is_finer else 0
    return (value is not None, name not in reading.post.guesses, precision, reading.trust, reading is first)


def _union(first: tuple[str, ...], second: tuple[str, ...], elsewhere: tuple[str, ...]) -> tuple[str, ...]:
    """The labels of both, without those of the second that the first has as labels of the other kind."""
    known = {name.casefold() for name in (*first, *elsewhere)}
    return first + tuple(name for name in second if name.casefold() not in known)
