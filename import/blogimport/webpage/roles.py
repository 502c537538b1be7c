"""The role of each text block of a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from blogimport.webpage.scan import Scan
from reader.archive import NewSpan
from reader.models import Role


@dataclass(frozen=True, slots=True)
class Claim:
    """The place of an element, and what its lines are: a later claim of fewer lines overrides an earlier one."""

    place: int
    role: Role
    post: int | None = None
    comment: int | None = None


def roles_of(scan: Scan, claims: Sequence[Claim]) -> tuple[NewSpan, ...]:
    """The runs of lines that a claim covers."""
    taken: list[Claim | None] = [None] * len(scan.lines.texts)
    for claim in claims:
        for number in range(scan.lines_before[claim.place], min(scan.lines_after[claim.place], len(taken))):
            taken[number] = claim
    return tuple(_runs(taken))


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
