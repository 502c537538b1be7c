"""The best consistent labelling of a page: to which part of the page each line belongs.

A page is read as a sequence of parts that follow each other as on every blog: furniture, the head of a
post with its title, its body, what stands under it, its comments, furniture again, perhaps the next post.
Each line has a score for each part, from what was sighted in it and from its shape; each step from one
part to another has a cost; the sequence with the best sum is found exactly (Viterbi).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from blogimport.textpage.bareheads import with_bare_heads
from blogimport.textpage.cues import Sights
from blogimport.textpage.lines import Line
from blogimport.textpage.parts import Part
from blogimport.textpage.scoring import PROSE, echoes_in, scores_of
from blogimport.textpage.spoken import spoken_list

_N = len(Part)
_NEVER = -1e9

# What it costs to go from one part to another; what is not here does not happen.
_STEPS: dict[Part, dict[Part, float]] = {
    Part.FRONT: {Part.FRONT: 0.0, Part.PRE: 0.0, Part.TITLE: 0.0, Part.BODY: -3.0, Part.END: -2.0},
    Part.PRE: {Part.PRE: 0.0, Part.TITLE: 0.6, Part.FRONT: -1.0, Part.BODY: -3.0},
    Part.TITLE: {Part.HEAD: 0.0, Part.BODY: 0.0, Part.TITLE: -6.0},
    Part.HEAD: {Part.HEAD: 0.0, Part.BODY: 0.0, Part.OVER: -4.0},
    Part.BODY: {
        Part.BODY: 0.0,
        Part.FOOT: 0.0,
        Part.BOX: -0.5,
        Part.OVER: 0.0,
        Part.END: -0.3,
        Part.THREAD: -7.0,
        Part.PRE: -5.0,
        Part.TITLE: -7.0,
    },
    Part.BOX: {
        Part.BOX: 0.0,
        Part.FOOT: 0.0,
        Part.OVER: 0.0,
        Part.END: 0.0,
        Part.BODY: -3.0,
        Part.THREAD: -9.0,
        Part.PRE: -4.0,
        Part.TITLE: -5.0,
    },
    Part.FOOT: {
        Part.FOOT: 0.0,
        Part.BOX: 0.0,
        Part.OVER: 0.0,
        Part.END: 0.0,
        Part.BODY: -3.5,
        Part.THREAD: -4.0,
        Part.PRE: -2.5,
        Part.TITLE: -3.5,
    },
    Part.OVER: {
        Part.THREAD: 0.0,
        Part.OVER: -1.0,
        Part.END: -1.0,
        Part.FOOT: -2.0,
        Part.PRE: -4.0,
        Part.TITLE: -5.0,
    },
    Part.THREAD: {Part.THREAD: 0.0, Part.END: 0.0, Part.PRE: -6.0, Part.TITLE: -7.0, Part.OVER: -8.0},
    Part.END: {Part.END: 0.0, Part.OVER: -2.0, Part.THREAD: -11.0, Part.PRE: -4.5, Part.TITLE: -5.5},
}
_START = {Part.FRONT: 0.0, Part.PRE: 0.0, Part.TITLE: 0.0, Part.BODY: -2.5}
_FREE: list[list[tuple[int, float]]] = [
    [(int(target), cost) for target, cost in _STEPS[Part(source)].items()] for source in range(_N)
]
_AFTER_HEAD = (Part.BODY, Part.BOX, Part.FOOT, Part.OVER, Part.THREAD, Part.END)
_SINGLE = [
    [
        (target, cost)
        for target, cost in row
        if target not in (Part.PRE, Part.TITLE) or source not in _AFTER_HEAD
    ]
    for source, row in enumerate(_FREE)
]

_STAYING = list(range(_N))
# How many lines at each end of a run of prose are weighed one by one.
_RUN_ENDS = 2

_WEAK_OPENING = 1.5
# What a list of speaking items gains over another line where comments begin without a heading.
_SPOKEN = 14.0
# Paths that are so far behind the best one never win: none did on 1,384 pages, most of them mutilated.
_BEAM = 60.0


class Labelled(NamedTuple):
    """A line with what was sighted in it and the part that it belongs to."""

    line: Line
    sights: Sights
    part: Part


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page that say something, each with all that is known of it alone."""

    lines: tuple[Line, ...]
    sights: tuple[Sights, ...]
    scores: tuple[Sequence[float], ...]
    weak: tuple[bool, ...]
    spoken: range

    def headings(self) -> list[int]:
        """The indices of the lines that may stand over comments."""
        return [index for index, seen in enumerate(self.sights) if "heading" in seen]


def page_of(lines: Sequence[Line], sights: Sequence[Sights], recurring: Collection[str] = ()) -> Page:
    """The page that lines make; `sights` stand beside `lines`, `recurring` are the texts that its site repeats."""
    told = [(line, seen) for line, seen in zip(lines, sights, strict=True) if line.text]
    kept = [line for line, _ in told]
    seen_all = with_bare_heads(kept, [seen for _, seen in told])
    told = list(zip(kept, seen_all, strict=True))
    echoes = echoes_in(told)
    return Page(
        tuple(kept),
        tuple(seen_all),
        tuple(
            scores_of(line, seen, index, echoes, is_recurring=line.text in recurring)
            for index, (line, seen) in enumerate(told)
        ),
        tuple(_opens_weakly(line, seen) for line, seen in told),
        spoken_list(kept),
    )


def label(
    page: Page, opens: Collection[int] | None = None, *, is_single: bool = False
) -> tuple[list[Labelled], float]:
    """Each line with its part of the page, and the score of the whole.

    Comments may begin anywhere, or with `opens` only under the lines with those indices. With `is_single`
    the page holds one post at most.
    """
    if not page.lines:
        return [], 0.0
    parts, score = _best_path(page, opens, is_single=is_single)
    return [Labelled(*told) for told in zip(page.lines, page.sights, parts, strict=True)], score


def _opens_weakly(line: Line, seen: Sights) -> bool:
    """Whether a line looks more like a title than like the first line of a body."""
    return line.shape == "short" and line.marker is None and seen.is_blind and line.text[-1:] not in ",:;"


def _best_path(page: Page, opens: Collection[int] | None, *, is_single: bool) -> tuple[list[Part], float]:
    """The sequence of parts with the best sum of scores and steps, and that sum."""
    steps = _SINGLE if is_single else _FREE
    best = [_NEVER] * _N
    for part, cost in _START.items():
        best[part] = cost + page.scores[0][part]
    back: list[list[int]] = []
    skipped = _middles(page.scores)
    first_spoken = page.spoken.start if page.spoken else -1
    for index in range(1, len(page.lines)):
        row = page.scores[index]
        if index in skipped:
            best = [
                value + score if value > _NEVER else value for value, score in zip(best, row, strict=True)
            ]
            back.append(_STAYING)
            continue
        is_special = opens is not None or index == first_spoken or page.weak[index]
        least = max(best) - _BEAM
        now, origins = [_NEVER] * _N, [0] * _N
        for source, value in enumerate(best):
            if value < least:
                continue
            for target, cost in steps[source]:
                candidate = value + cost
                if is_special:
                    candidate += _special(source, target, page, index, opens)
                if candidate > now[target]:
                    now[target], origins[target] = candidate, source
        best = [value + score if value > _NEVER else value for value, score in zip(now, row, strict=True)]
        back.append(origins)
    place = max(range(_N), key=best.__getitem__)
    score = best[place]
    path = [place]
    for origins in reversed(back):
        place = origins[place]
        path.append(place)
    return [Part(place) for place in reversed(path)], score


def _middles(scores: Sequence[Sequence[float]]) -> set[int]:
    """The indices within long runs of plain prose, where no best path changes from one part to another.

    All lines of a run have the same scores, so that what speaks for a change in its middle speaks more
    for one near its beginning or end; there each line is weighed.
    """
    found: set[int] = set()
    start = 0
    for index in range(1, len(scores) + 1):
        if index < len(scores) and scores[index] is scores[start]:
            continue
        if scores[start] is PROSE:
            found.update(range(start + _RUN_ENDS, index - _RUN_ENDS))
        start = index
    return found


def _special(source: int, target: int, page: Page, index: int, opens: Collection[int] | None) -> float:
    """What a step costs beyond its usual cost at one line."""
    if target == Part.BODY:
        return -_WEAK_OPENING if source == Part.HEAD and page.weak[index] else 0.0
    if not _begins_thread(source, target):
        return 0.0
    if opens is not None:
        return 0.0 if index in opens and target == Part.OVER else _NEVER
    return _SPOKEN if target == Part.THREAD and page.spoken and index == page.spoken.start else 0.0


def _begins_thread(source: int, target: int) -> bool:
    """Whether a step leads into the comments."""
    if target == Part.OVER:
        return source != Part.OVER
    return target == Part.THREAD and source not in (Part.OVER, Part.THREAD)
