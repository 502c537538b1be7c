"""The role of each text block of a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from blogimport.webpage.scan import Scan
from reader.archive import NewSpan
from reader.models import Role


class Claim(NamedTuple):
    """The place of an element, and what its lines are: a later claim of fewer lines overrides an earlier one.

    With a `number` it claims only the line of the page that has it, counted from 0.
    """

    place: int
    role: Role
    post: int | None = None
    comment: int | None = None
    number: int | None = None


def roles_of(scan: Scan, claims: Sequence[Claim]) -> tuple[NewSpan, ...]:
    """The runs of lines that a claim covers."""
    taken: list[Claim | None] = [None] * len(scan.lines.texts)
    for claim in claims:
        first, last = scan.lines_before[claim.place], min(scan.lines_after[claim.place], len(taken))
        if claim.number is not None:
            first, last = claim.number, claim.number + 1
        taken[first:last] = [claim] * (last - first)
    return tuple(_runs(taken))


def _runs(taken: Iterable[Claim | None]) -> Iterator[NewSpan]:
    """Claims that say the same of lines that follow each other are one run."""
    last = 0
    claimed = ((_told(claim), len(list(run))) for claim, run in groupby(taken))
    for told, runs in groupby(claimed, itemgetter(0)):
        first, last = last + 1, last + sum(count for _, count in runs)
        if told is not None:
            yield NewSpan(first, last, *told)


def _told(claim: Claim | None) -> tuple[Role, int | None, int | None] | None:
    return None if claim is None else (claim.role, claim.post, claim.comment)
