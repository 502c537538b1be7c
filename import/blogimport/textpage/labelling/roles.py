"""What each line of a page is to its posts: their text, a comment, furniture.

Must not know how that is told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from blogimport.textpage.labelling.sequence import Labelled
from blogimport.textpage.lines import Line
from reader.archive import NewSpan
from reader.models import Role

OfLine = tuple[Role, int | None, int | None]
"""The role of a line, the index of its post and the position of its comment."""
_TEXTS = frozenset(("comment", "body", "title"))
# Of a line that holds several texts the surest thing that can be said.
_STRENGTH: Mapping[Role, int] = {"blank": 0, "furniture": 1, "meta": 2, "title": 3, "comment": 4, "body": 5}
# Of a tuple, as it is: a page has dozens, and by its own names each takes three times as long to make.
_made = tuple.__new__
_NOBODYS: OfLine = ("furniture", None, None)


@dataclass(slots=True)
class Roles:
    """The role of each line so far."""

    by_line: dict[int, OfLine] = field(default_factory=dict)

    def is_comment(self, line: Line) -> bool:
        """Whether a line is part of a comment."""
        role = self.by_line.get(line.number)
        return role is not None and role[0] == "comment"

    def give(
        self, entries: Sequence[Labelled], role: Role, post: int | None, comment: int | None = None
    ) -> None:
        """Give lines a role."""
        same: OfLine = (role, post, comment)
        for entry in entries:
            self.by_line[entry.line.number] = same

    def join(self, further: Mapping[int, int]) -> None:
        """Give lines the role of those that they were joined to; `further` has the number of that for each."""
        for number, first in further.items():
            role = self.by_line.get(first)
            if role is not None:
                self.by_line[number] = role

    def at(self, origin: Mapping[int, int], *, is_shared: bool = False) -> Roles | None:
        """The roles of the lines of which these were parts, None where two texts, or a post's and nobody, share a line.

        `origin` has the number of the line for each part that says what the line is. With `is_shared` a line may hold
        several texts, and is the post's where it has some of that, else the first comment's.
        """
        found = Roles()
        by_line = {number: role for number, role in self.by_line.items() if number in origin}
        if is_shared:
            for number, role in by_line.items():
                known = found.by_line.get(origin[number])
                if known is None or _STRENGTH[role[0]] > _STRENGTH[known[0]]:
                    found.by_line[origin[number]] = role
            return found
        for number, role in by_line.items():
            known = found.by_line.get(origin[number])
            if known is not None and role != known and "body" in (known[0], role[0]):
                return None
            if known is None or known[0] not in _TEXTS:
                found.by_line[origin[number]] = role
            elif role != known and role[0] in _TEXTS:
                return None
        return found

    def spans(self, texts: Sequence[str]) -> tuple[NewSpan, ...]:
        """The roles as runs of lines; a line that is not blank in the dump always has one."""
        by_line = self.by_line
        if len(texts) - texts.count("") != len(by_line):
            # What carries no text is no line of anybody's, and not blank to the dump.
            missing = [number for number, text in enumerate(texts, 1) if text and number not in by_line]
            by_line = by_line | {number: _NOBODYS for number in missing if not texts[number - 1].isspace()}
        if not by_line:
            return ()
        first, *further = sorted(by_line)
        last, of_run = first, by_line[first]
        spans: list[NewSpan] = []
        for number in further:
            of_line = by_line[number]
            if number != last + 1 or (of_line is not of_run and of_line != of_run):
                spans.append(_made(NewSpan, (first, last, *of_run)))
                first, of_run = number, of_line
            last = number
        spans.append(_made(NewSpan, (first, last, *of_run)))
        return tuple(spans)
