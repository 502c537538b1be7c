"""What it costs to go from one part of a page to another, and the best way through all its lines.

The costs stand as code and not as a table, because a step is taken at every line of a crawl: ten sums of what
can be are three times as fast as a loop over a table. The table, for the way back, is read off the code.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from blogimport.textpage.parts import Part

NEVER = -math.inf
_N = len(Part)


class Gates(NamedTuple):
    """What some steps to one line cost beyond their usual cost.

    `another`: to what stands over a further post; `opening`: from a post's head to its body; `over`: to a heading
    over comments; `thread`: to comments without a heading.
    """

    another: float = 0.0
    opening: float = 0.0
    over: float = 0.0
    thread: float = 0.0
    always: float = 0.0


def start(row: Sequence[float]) -> tuple[float, ...]:
    """The value of each part for the first line of a page, from its scores."""
    return (row[0], row[1], row[2], NEVER, row[4] - 2.5, NEVER, NEVER, NEVER, NEVER, NEVER)


def step(values: Sequence[float], row: Sequence[float], gates: Gates) -> tuple[float, ...]:
    """The value of each part for a line, from its scores (`row`) and the values for the line before."""
    front, pre, title, head, body, box, foot, over, thread, end = values
    another = gates.another
    return (
        max(front, pre - 1.0) + row[0],
        max(
            front,
            pre,
            max(body - 5.0, box - 4.0, foot - 2.5, over - 4.0, thread - 6.0, end - 4.5) + another,
        )
        + row[1],
        max(
            front,
            pre + 0.6,
            title - 6.0,
            max(body - 7.0, box - 5.0, foot - 3.5, over - 5.0, thread - 7.0, end - 5.5) + another,
        )
        + row[2],
        max(title, head) + row[3],
        max(front - 3.0, pre - 3.0, title, head + gates.opening, body, box - 3.0, foot - 3.5) + row[4],
        max(body - 0.5, box, foot) + row[5],
        max(body, box, foot, over - 2.0) + row[6],
        max(max(head - 4.0, body, box, foot, thread - 8.0, end - 2.0) + gates.over, over - 1.0) + row[7],
        max(max(body - 7.0, box - 9.0, foot - 4.0, end - 11.0) + gates.thread, over, thread) + row[8],
        max(front - 2.0, body - 0.3, box, foot, over - 1.0, thread, end) + row[9],
    )


class _Origin(NamedTuple):
    """One way to a part: from which, at what cost, and which gate it goes through."""

    part: int
    cost: float
    gate: int


def _origins() -> list[list[_Origin]]:
    """For each part the ways to it, seen by taking a step from each part alone."""
    found: list[list[_Origin]] = [[] for _ in Part]
    nothing = (0.0,) * _N
    for source in range(_N):
        alone = [NEVER] * _N
        alone[source] = 0.0
        costs = step(alone, nothing, Gates())
        closed = [step(alone, nothing, Gates()._replace(**{name: NEVER})) for name in Gates._fields]
        for target, cost in enumerate(costs):
            if cost > NEVER:
                gates = [gate for gate, values in enumerate(closed) if values[target] == NEVER]
                found[target].append(_Origin(source, cost, gates[0] if gates else len(closed) - 1))
    return found


_ORIGINS = _origins()


def best_way(
    scores: Sequence[Sequence[float]], usual: Gates, special: Mapping[int, Gates], skipped: Mapping[int, int]
) -> tuple[list[Part], float]:
    """The sequence of parts with the best sum of scores and steps, and that sum (Viterbi).

    Steps cost what `usual` says, but at the lines in `special`. At an index in `skipped` that many lines with
    equal scores begin, among which no step is taken.
    """
    values = start(scores[0])
    reached = [values]
    index, count = 1, len(scores)
    while index < count:
        row = scores[index]
        run = skipped.get(index, 0)
        if run:
            values = tuple([value + run * score for value, score in zip(values, row, strict=True)])
            reached.extend([values] * run)
            index += run
        else:
            values = step(values, row, special.get(index, usual))
            reached.append(values)
            index += 1
    score = max(values)
    return _traced(reached, values.index(score), usual, special, skipped), score


def _traced(
    reached: Sequence[Sequence[float]],
    last: int,
    usual: Gates,
    special: Mapping[int, Gates],
    skipped: Mapping[int, int],
) -> list[Part]:
    """The way that leads to a part of the last line."""
    ends = {first + run - 1: run for first, run in skipped.items()}
    parts = list(Part)
    way = [parts[last]]
    index = len(reached) - 1
    while index > 0:
        run = ends.get(index, 0)
        if run:
            way.extend([way[-1]] * run)
            index -= run
            continue
        before = reached[index - 1]
        gates = special.get(index, usual)
        best = NEVER
        for source, cost, gate in _ORIGINS[last]:
            value = before[source] + cost + gates[gate]
            if value > best:
                best, origin = value, source
        last = origin
        way.append(parts[last])
        index -= 1
    way.reverse()
    return way
