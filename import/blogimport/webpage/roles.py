"""The text blocks of a page, one a line, and the role of each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from blogimport.markup import Element, laid_out
from reader.archive import NewSpan
from reader.models import Role


@dataclass(frozen=True, slots=True)
class Claim:
    """An element, and what its lines are: a later claim of fewer lines overrides an earlier one."""

    element: Element
    role: Role
    post: int | None = None
    comment: int | None = None


def lines_and_roles(root: Element, claims: Sequence[Claim]) -> tuple[list[str], tuple[NewSpan, ...]]:
    """The lines of a page that are not blank, and the runs of those that a claim covers."""
    layout = laid_out(root, noted={claim.element for claim in claims})
    lines: list[str] = []
    starts: list[int] = []
    position = 0
    for line in layout.text.split("\n"):
        if line.strip():
            lines.append(line)
            starts.append(position)
        position += len(line) + 1
    taken: list[Claim | None] = [None] * len(lines)
    for claim in claims:
        start, end = layout.extents.get(claim.element, (0, 0))
        if start >= end:
            continue
        first = max(0, bisect_right(starts, start) - 1)
        for number in range(first, bisect_left(starts, end)):
            taken[number] = claim
    return lines, tuple(_runs(taken))


def _runs(taken: Iterable[Claim | None]) -> list[NewSpan]:
    spans: list[NewSpan] = []
    for number, claim in enumerate(taken, 1):
        if claim is None:
            continue
        told = (claim.role, claim.post, claim.comment)
        last = spans[-1] if spans else None
        if last is not None and last.last == number - 1 and (last.role, last.post, last.comment) == told:
            spans[-1] = NewSpan(last.first, number, *told)
        else:
            spans.append(NewSpan(number, number, *told))
    return spans
