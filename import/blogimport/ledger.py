"""Lines for a dump that has no useful ones: what it says, field by field, each with its role.

Knows no format.
"""

from __future__ import annotations

from blogimport.readings import FoundPost, Part
from reader.archive import NewSpan
from reader.models import Role


class Ledger:
    """The lines of a dump, as they are told; those since the last post belong to the next."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._spans: list[NewSpan] = []

    def says(self, text: str, role: Role = "meta", comment: int | None = None) -> None:
        """Add the lines of a text, of which blank ones are none."""
        first = len(self.lines) + 1
        self.lines += [line for line in text.splitlines() if line.strip()]
        if role == "furniture" or len(self.lines) < first:
            return
        before = self._spans[-1] if self._spans else None
        if before is not None and (before.last, before.role, before.comment) == (first - 1, role, comment):
            self._spans[-1] = before._replace(last=len(self.lines))
        else:
            self._spans.append(NewSpan(first, len(self.lines), role, 0, comment))

    def states(self, name: str, value: object) -> None:
        """Add a field of a post as one line, where it has a value."""
        if value not in (None, "", [], {}, ()):
            self.says(f"{name}: {' '.join(str(value).split())}")

    def part(self, found: FoundPost) -> Part:
        """A post with all lines that were told since the last one."""
        spans, self._spans = self._spans, []
        return Part((found,), tuple(spans))
