"""What the reader has marked on one post or comment, and the signs that it is shown by.

Knows how marks are asked for, and nothing of keys or widgets.
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.marks import Marks
from reader.text import Safe, safe_line

STAR = "★"
NOTE = "✎"


@dataclass(frozen=True, slots=True)
class Own:
    """A star, the words of a note, and tags; nothing of it where nothing is marked."""

    is_starred: bool = False
    note: Safe = Safe("")  # noqa: RUF009 - a text that cannot change
    tags: tuple[Safe, ...] = ()

    @property
    def words(self) -> Safe:
        """`#quay #river  ✎ read again`."""
        tags = " ".join(f"#{tag}" for tag in self.tags)
        return Safe("  ".join(part for part in (tags, f"{NOTE} {self.note}" if self.note else "") if part))


def own(marks: Marks, key: str, comment: int | None = None) -> Own:
    """What is marked on a post, or on one of its comments; tags are a post's alone."""
    return Own(
        marks.is_starred(key, comment),
        safe_line(marks.note(key, comment)) if marks.has_note(key, comment) else Safe(""),
        tuple(map(safe_line, marks.tags(key))) if comment is None else (),
    )
