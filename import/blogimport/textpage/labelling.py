"""The best consistent labelling of a page: to which part of the page each line belongs.

A page is read as a sequence of parts that follow each other as on every blog: furniture, the head of a
post with its title, its body, what stands under it, its comments, furniture again, perhaps the next post.
Each line has a score for each part, from what was sighted in it and from its shape; each step from one
part to another has a cost; the sequence with the best sum is found exactly (Viterbi). The scores are
log-odds in spirit: they were set by hand and tuned against this project's own samples.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from blogimport.textpage.bareheads import with_bare_heads
from blogimport.textpage.cues import Sights
from blogimport.textpage.lines import Line


class Part(IntEnum):
    """A part of a page."""

    FRONT = 0
    """What stands above the first post."""
    PRE = 1
    """What is said of a post above its title."""
    TITLE = 2
    HEAD = 3
    """What is said of a post between its title and its body."""
    BODY = 4
    BOX = 5
    """A box under the body: related posts, the author."""
    FOOT = 6
    """What is said of a post under its body."""
    OVER = 7
    """The heading over the comments."""
    THREAD = 8
    END = 9
    """What stands under everything."""


class Labelled(NamedTuple):
    """A line with what was sighted in it and the part that it belongs to."""

    line: Line
    sights: Sights
    part: Part


_N = len(Part)
_NEVER = -1e9

#             FRONT  PRE  TITLE HEAD  BODY  BOX  FOOT  OVER THREAD END
_PROSE = (-1.4, -4.0, -3.0, -3.0, 1.0, 0.0, -3.0, -9.0, 0.75, -1.2)
_SHORT = (0.3, -2.0, 0.5, -2.0, 0.2, 0.2, -1.2, -9.0, 0.25, 0.25)
_PHRASE = (-0.4, 0.0, -0.1, 0.0, 0.3, -0.1, -0.3, 0.0, 0.25, -0.5)
_ITEM_PROSE = (-1.0, -5.0, -5.0, -4.0, 0.9, 0.0, -3.0, -9.0, 0.9, -1.0)
_ITEM_SHORT = (0.3, -4.0, -4.0, -3.0, 0.5, 0.4, -1.5, -9.0, 0.4, 0.3)
_FURNITURE = (3.0, 0.0, -4.0, 1.8, -2.5, 1.5, 2.0, -9.0, -1.8, 3.0)
_BYLINE = (0.2, 3.0, -3.0, 4.8, -2.0, 0.2, 3.5, -9.0, -1.5, -0.5)
_DATE = (0.2, 3.2, -6.0, 4.3, -2.0, -0.5, 1.5, -9.0, 1.2, 0.0)
_HEADING_COUNT = (-0.5, -3.0, -4.0, -1.0, -2.5, -1.0, 1.5, 5.0, -2.5, -0.5)
_HEADING = (-0.2, -3.0, -2.0, -1.0, -1.0, -0.5, 0.5, 3.0, -2.5, 0.2)
_NONE = (0.0, -3.0, -5.0, 1.8, -2.5, 0.5, 2.5, 1.0, -3.0, 2.0)
_CLOSED = (0.0, -3.0, -5.0, 1.8, -3.0, 0.5, 2.5, 0.5, -3.0, 4.0)
_FORM = (0.0, -3.0, -5.0, 0.0, -3.0, 0.5, 2.0, -1.0, -2.5, 4.0)
_STRONG_HEAD = (-2.0, -2.0, -4.0, -1.0, -2.0, -2.0, -2.0, -9.0, 3.0, -3.0)
_WEAK_HEAD = (-0.3, 0.3, -1.0, -0.5, -0.2, -0.3, -0.5, -9.0, 0.9, -0.5)
_TAIL = (-0.5, -3.0, -4.0, -2.0, -2.0, -0.5, -0.5, -9.0, 1.8, 0.2)
_AGO = (0.0, 1.0, -5.0, 1.5, -1.0, -0.5, 0.5, -9.0, 1.2, 0.2)
_ABOUT = (-0.5, -3.0, -4.0, 0.5, -2.0, 4.0, 1.0, -9.0, -2.0, 1.0)
_RELATED = (0.4, -3.0, -3.0, -1.0, -1.6, 3.0, 0.8, -9.0, -1.6, 2.5)
_ADDRESS = (1.5, -1.0, -5.0, -0.5, 0.3, 0.3, 0.0, -9.0, 0.3, 0.0)
_IMAGE = (-0.5, -2.0, -5.0, -0.5, 1.2, -0.5, -1.0, -9.0, 0.2, -1.0)
_CODE = (2.0, -2.0, -4.0, -1.0, -0.5, 0.0, 0.0, -9.0, -0.5, 0.0)
_PING = (-1.0, -3.0, -4.0, -2.0, -2.0, 0.5, 0.0, -9.0, 2.5, 0.0)

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
    Part.END: {Part.END: 0.0, Part.OVER: -2.0, Part.PRE: -4.5, Part.TITLE: -5.5},
}
_START = {Part.FRONT: 0.0, Part.PRE: 0.0, Part.TITLE: 0.0, Part.BODY: -2.5}
_FROM: list[list[tuple[int, float]]] = [
    [(int(source), steps[Part(target)]) for source, steps in _STEPS.items() if Part(target) in steps]
    for target in range(_N)
]

_AFTER_HEAD = (Part.BODY, Part.BOX, Part.FOOT, Part.OVER, Part.THREAD, Part.END)
_FROM_SINGLE = [
    [
        (source, cost)
        for source, cost in row
        if target not in (Part.PRE, Part.TITLE) or source not in _AFTER_HEAD
    ]
    for target, row in enumerate(_FROM)
]

_STAYING = list(range(_N))
# How many lines at each end of a run of prose are weighed one by one.
_RUN_ENDS = 2

_WEAK_OPENING = 1.5
# Paths that are so far behind the best one never win: none did on 1,384 pages, most of them mutilated.
_BEAM = 60.0
# A title may be a sentence, and seldom is.
_LONGEST_TITLE = 110
_SENTENCE_TITLE = -0.4
# A line of this many known letters is a whole footer: « 22:59 Publié dans X | Lien permanent | Commentaires (0) ».
_FOOTER_FIXED = 20

# A calendar or a menu that was a table: its cells stand apart.
_LETTER = re.compile(r"[^\W\d_]")
_ROW = re.compile(r"\S {3,}\S+ {3,}\S")
_QUOTES = re.compile(r"[\"“”«»„‹›]")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page that say something, each with all that is known of it alone."""

    lines: tuple[Line, ...]
    sights: tuple[Sights, ...]
    scores: tuple[Sequence[float], ...]
    weak: tuple[bool, ...]

    def headings(self) -> list[int]:
        """The indices of the lines that may stand over comments."""
        return [index for index, seen in enumerate(self.sights) if "heading" in seen]


def page_of(lines: Sequence[Line], sights: Sequence[Sights]) -> Page:
    """The page that lines make; `sights` stand beside `lines`."""
    told = [(line, seen) for line, seen in zip(lines, sights, strict=True) if line.text]
    kept = [line for line, _ in told]
    seen_all = with_bare_heads(kept, [seen for _, seen in told])
    told = list(zip(kept, seen_all, strict=True))
    echoes = _echoes(told)
    return Page(
        tuple(kept),
        tuple(seen_all),
        tuple(_scores(line, seen, index, echoes) for index, (line, seen) in enumerate(told)),
        tuple(_opens_weakly(line, seen) for line, seen in told),
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


def folded(text: str) -> str:
    """A title as it is compared: without quotes, case and spacing."""
    return _SPACES.sub(" ", _QUOTES.sub("", text)).strip(" .…").casefold()


def _opens_weakly(line: Line, seen: Sights) -> bool:
    """Whether a line looks more like a title than like the first line of a body."""
    return line.shape == "short" and line.marker is None and seen.is_blind and line.text[-1:] not in ",:;"


def _best_path(page: Page, opens: Collection[int] | None, *, is_single: bool) -> tuple[list[Part], float]:
    """The sequence of parts with the best sum of scores and steps, and that sum."""
    steps = _FROM_SINGLE if is_single else _FROM
    best = [_NEVER] * _N
    for part, cost in _START.items():
        best[part] = cost + page.scores[0][part]
    back: list[list[int]] = []
    skipped = _middles(page.scores)
    for index in range(1, len(page.lines)):
        row = page.scores[index]
        if index in skipped:
            best = [
                value + score if value > _NEVER else value for value, score in zip(best, row, strict=True)
            ]
            back.append(_STAYING)
            continue
        least = max(best) - _BEAM
        now, origins = [_NEVER] * _N, [0] * _N
        for target, sources in enumerate(steps):
            value, origin = _NEVER, 0
            for source, cost in sources:
                candidate = best[source]
                if candidate > least and candidate + cost > value:
                    if (target == Part.BODY and source == Part.HEAD and page.weak[index]) or (
                        opens is not None and _begins_thread(source, target)
                    ):
                        candidate += _special(source, target, index, opens)
                        if candidate + cost <= value:
                            continue
                    value, origin = candidate + cost, source
            now[target], origins[target] = value + row[target], origin
        best = now
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
        if scores[start] is _PROSE:
            found.update(range(start + _RUN_ENDS, index - _RUN_ENDS))
        start = index
    return found


def _special(source: int, target: int, index: int, opens: Collection[int] | None) -> float:
    """What a step costs beyond its usual cost at one line."""
    if target == Part.BODY:
        return -_WEAK_OPENING
    assert opens is not None, "only a page whose headings are chosen forbids steps"
    return 0.0 if index in opens and target == Part.OVER else _NEVER


def _begins_thread(source: int, target: int) -> bool:
    """Whether a step leads into the comments."""
    if target == Part.OVER:
        return source != Part.OVER
    return target == Part.THREAD and source not in (Part.OVER, Part.THREAD)


def _echoes(told: Sequence[tuple[Line, Sights]]) -> set[str]:
    """The titles that headings over comments repeat: « 3 réflexions sur “Le titre” »."""
    found = set()
    for _, seen in told:
        for kind in ("heading", "closed", "head"):
            sight = seen.get(kind)
            if sight is not None and sight.captured.title:
                found.add(folded(sight.captured.title))
    return {title for title in found if len(title) > 2}


def _scores(line: Line, seen: Sights, index: int, echoes: set[str]) -> Sequence[float]:
    """How well a line fits each part; of plain prose always the very same object, so that runs are seen."""
    if line.marker is None and len(line.text) > _LONGEST_TITLE and seen.is_blind:
        return _PROSE
    if line.marker in ("bullet", "number"):
        scores = list(_ITEM_PROSE if line.shape == "prose" else _ITEM_SHORT)
    else:
        scores = list(_PROSE if line.shape == "prose" else _SHORT)
        if line.shape == "short" and line.text[-1] in ".!?…":
            _add(scores, _PHRASE)
        _score_title(scores, line, seen, index, echoes)
    if line.marker and seen.date is not None and len(seen.date) == len("2005-11"):
        _add(scores, _FURNITURE)  # a month in a list is a link to an archive
    if not seen.is_blind:
        _score_sights(scores, seen, is_prose=line.shape == "prose")
    return scores


def _score_title(scores: list[float], line: Line, seen: Sights, index: int, echoes: set[str]) -> None:
    """How likely a line is the title of a post."""
    if line.shape == "prose" and len(line.text) < _LONGEST_TITLE:
        scores[Part.TITLE] = _SENTENCE_TITLE
    if echoes:
        text = folded(seen.dated[0] if seen.dated else line.text)
        if any(_echoed(text, title) for title in echoes):
            scores[Part.TITLE] = max(scores[Part.TITLE], 0.5) + 6.0
    if seen.dated is not None and not seen.by_kind:
        scores[Part.TITLE] += 2.5
    if index == 0:
        scores[Part.TITLE] += 0.6
    if line.shape == "short" and not line.after_blank and index:
        scores[Part.TITLE] -= 0.3
    if len(line.text) < 4:
        scores[Part.TITLE] -= 1.0
    if line.shape == "short" and (_ROW.search(line.text) or _LETTER.search(line.text) is None):
        scores[Part.TITLE] -= 4.0


def _echoed(text: str, title: str) -> bool:
    """Whether a line is the title that a heading repeats; extractors and themes cut long ones."""
    return text == title or (
        len(title) > 12 and (text.startswith(title) or (title.startswith(text) and len(text) > 12))
    )


def _add(scores: list[float], table: tuple[float, ...], weight: float = 1.0) -> None:
    for part in range(_N):
        scores[part] += table[part] * weight


def _score_sights(scores: list[float], seen: Sights, *, is_prose: bool) -> None:
    """What was sighted in a line, added up; of kinds that exclude each other, the surer one."""
    kinds = seen.by_kind
    over = scores[Part.OVER]
    heading = kinds.get("heading")
    if heading is not None and heading.captured.count is None and is_prose:
        heading = None  # « Comments on this can only be read by friends. » is a sentence
    if heading is not None:
        _add(scores, _HEADING if heading.captured.count in (None, 0) else _HEADING_COUNT)
        scores[Part.OVER] -= over
    if "none" in kinds:
        _add(scores, _NONE)
        scores[Part.OVER] -= over if heading is None else 0.0
    if "closed" in kinds:
        _add(scores, _CLOSED)
    elif "form" in kinds:
        _add(scores, _FORM)
    heads = [kinds[kind] for kind in ("head", "head_before") if kind in kinds]
    for head in heads[:1]:
        _add(scores, _STRONG_HEAD if is_strong(seen) else _WEAK_HEAD)
        del head
    byline = kinds.get("byline")
    if byline is not None and heading is None:
        # A line that may as well sign a comment is half a byline: its place decides.
        weight = 1.0 if byline.fixed >= 6 and not heads else 0.75 if byline.fixed else 0.4
        weight = 1.6 if byline.fixed >= _FOOTER_FIXED and not heads else weight
        _add(scores, _BYLINE, weight)
        if heads and is_strong(seen):
            scores[Part.PRE] += 2.0
            scores[Part.HEAD] += 1.5
            scores[Part.FOOT] += 2.0
    if "furniture" in kinds:
        _add(scores, _FURNITURE, 0.6 if byline is not None or heading is not None else 1.0)
    if "tail" in kinds:
        _add(scores, _TAIL)
    if "about" in kinds:
        _add(scores, _ABOUT, 0.6 if byline is not None else 1.0)
    if "related" in kinds:
        _add(scores, _RELATED)
    if "pings" in kinds:
        _add(scores, _HEADING)
        scores[Part.OVER] -= over
    if "pingback" in kinds or "trackback" in kinds:
        _add(scores, _PING)
    for is_seen, table in (
        (seen.date is not None, _DATE),
        ("ago" in kinds, _AGO),
        (seen.address, _ADDRESS),
        (seen.image, _IMAGE),
        (seen.code is not None, _CODE),
    ):
        if is_seen:
            _add(scores, table)


def is_strong(seen: Sights) -> bool:
    """Whether a line that could sign a comment says more than a name: a date, or several fixed words."""
    for kind in ("head", "head_before"):
        sight = seen.get(kind)
        if sight is not None and (sight.captured.date is not None or sight.fixed >= 8):
            return True
    return False
