"""What it costs to go from one part of a page to another, and the best way through all its lines.

Pages repeat themselves: after a paragraph of a post another one comes, and the same costs lead from the one to the
other. So a step is weighed once, and remembered with how the parts stood before and after it: for most lines of a
crawl it is looked up. For that, sums are whole thousandths, which are equal where they should be.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from blogimport.textpage.labelling.parts import Part
from reader.remembering import remembered

NEVER = -math.inf
_THOUSANDTHS = 1000
_PARTS = tuple(Part)


class Row:
    """How well a line fits each part.

    Of rows, gates and standings there is one of those that are equal: steps are looked up without comparing a number.
    """

    __slots__ = ("scores", "thousandths")

    def __init__(self, scores: Sequence[float]) -> None:
        self.scores = scores
        self.thousandths = tuple(map(_thousandths, scores))


class _Standing:
    """How far each part is behind the best one at a line, in thousandths."""

    __slots__ = ("behind",)

    def __init__(self, behind: tuple[float, ...]) -> None:
        self.behind = behind


class Gates:
    """What some steps to one line cost beyond their usual cost; made by `gates`.

    `another`: to what stands over a further post; `opening`: from a post's head to its body; `over`: to a heading
    over comments; `thread`: to comments without a heading.
    """

    __slots__ = ("another", "opening", "over", "thread")

    def __init__(self, another: float, opening: float, over: float, thread: float) -> None:
        self.another = another
        self.opening = opening
        self.over = over
        self.thread = thread

    def but(
        self, *, opening: float | None = None, over: float | None = None, thread: float | None = None
    ) -> Gates:
        """The same but for what is given."""
        return gates(
            self.another,
            self.opening if opening is None else opening,
            self.over if over is None else over,
            self.thread if thread is None else thread,
        )


@cache
def gates(another: float = 0.0, opening: float = 0.0, over: float = 0.0, thread: float = 0.0) -> Gates:
    """The gates of those costs."""
    return Gates(another, opening, over, thread)


class _Way(NamedTuple):
    """One way to a part: from which, at what cost, and which gate it goes through, if any."""

    origin: Part
    cost: float
    gate: str = ""


def _ways(gate: str = "", **costs: float) -> list[_Way]:
    return [_Way(Part[name.upper()], cost, gate) for name, cost in costs.items()]


# Above the first post nothing but furniture stands, or a date over its title, or its text at once.
_FIRST = {Part.FRONT: 0.0, Part.PRE: 0.0, Part.TITLE: 0.0, Part.BODY: -2.5}
# ... or the heading over the comments, where an extractor has dropped the post.
_FIRST_OVER = {**_FIRST, Part.OVER: 0.0}
_WAYS_TO: dict[Part, list[_Way]] = {
    Part.FRONT: _ways(front=0, pre=-1),
    Part.PRE: [
        *_ways(front=0, pre=0),
        *_ways("another", body=-5, box=-4, foot=-2.5, over=-4, thread=-6, end=-4.5),
    ],
    Part.TITLE: [
        *_ways(front=0, pre=0.6, title=-6),
        *_ways("another", body=-7, box=-5, foot=-3.5, over=-5, thread=-7, end=-5.5),
    ],
    Part.HEAD: _ways(title=0, head=0),
    Part.BODY: [
        *_ways(front=-3, pre=-3),
        *_ways("opening", title=0, head=0),
        *_ways(body=0, box=-3, foot=-3.5),
    ],
    Part.BOX: _ways(body=-0.5, box=0, foot=0),
    Part.FOOT: _ways(body=0, box=0, foot=0, over=-2),
    Part.OVER: [
        *_ways("over", head=-4, body=0, box=0, foot=0),
        *_ways(over=-1),
        *_ways("over", thread=-8, end=-2),
    ],
    Part.THREAD: [
        *_ways("thread", body=-7, box=-9, foot=-4),
        *_ways(over=0, thread=0),
        *_ways("thread", end=-11),
    ],
    Part.END: _ways(front=-2, body=-0.3, box=0, foot=0, over=-1, thread=0, end=0),
}


def best_way(
    rows: Sequence[Row], usual: Gates, special: Mapping[int, Gates], *, is_over: bool = False
) -> tuple[list[Part], float]:
    """The sequence of parts with the best sum of scores and steps, and that sum (Viterbi).

    Steps cost what `usual` says, but at the lines in `special`; with `is_over` the first line may stand over comments.
    """
    standing, total = _begin(rows[0], is_over)
    origins: list[tuple[Part, ...]] = []
    gates_to = [usual] * len(rows)
    for index, own in special.items():
        gates_to[index] = own
    for row, through in zip(rows[1:], gates_to[1:], strict=True):
        standing, gained, origin = _step(standing, row, through)
        total += gained
        origins.append(origin)
    part = _PARTS[standing.behind.index(0)]
    way = [part, *[part := origin[part] for origin in reversed(origins)]]
    way.reverse()
    return way, total / _THOUSANDTHS


@remembered(4096)
def _begin(row: Row, is_over: bool) -> tuple[_Standing, float]:
    """How the parts stand at a first line with the scores of `row`, and the sum of the best one."""
    first = _FIRST_OVER if is_over else _FIRST
    return _standing(
        [_thousandths(first.get(part, NEVER) + score) for part, score in zip(_PARTS, row.scores, strict=True)]
    )


@remembered(16384)
def _step(standing: _Standing, row: Row, through: Gates) -> tuple[_Standing, float, tuple[Part, ...]]:
    """A step to a line with the scores of `row`: how the parts stand then, what the best gained, whence each came."""
    behind = standing.behind
    values: list[float] = []
    origins: list[Part] = []
    for ways, score in zip(_ways_through(through), row.thousandths, strict=True):
        best, origin = NEVER, Part.FRONT
        for part, cost in ways:
            value = behind[part] + cost
            if value > best:
                best, origin = value, part
        values.append(best + score)
        origins.append(origin)
    return (*_standing(values), tuple(origins))


@cache
def _ways_through(through: Gates) -> list[list[tuple[Part, float]]]:
    """For each part the parts before it, with what the way from each costs through gates."""
    return [
        [
            (way.origin, _thousandths(way.cost + (getattr(through, way.gate) if way.gate else 0.0)))
            for way in _WAYS_TO[part]
        ]
        for part in _PARTS
    ]


def _standing(values: Sequence[float]) -> tuple[_Standing, float]:
    """How the parts stand, and the sum of the best one."""
    best = max(values)
    return _one_standing(tuple([value - best for value in values])), best


_one_standing = remembered(16384)(_Standing)


def _thousandths(value: float) -> float:
    return value if value == NEVER else round(value * _THOUSANDTHS)
