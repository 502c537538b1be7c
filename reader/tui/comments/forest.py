"""A thread that can be folded: which comments are to be seen, and on which line each begins.

Works with numbers of rows alone, without recursion, so that a thread of thousands costs lists. Knows
nothing of widgets.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate

from reader.models import Comment
from reader.threads import ThreadRow


class Forest:
    """The rows of a thread with their folds; a row is named by its place in thread order."""

    def __init__(self, rows: Sequence[ThreadRow], *, is_flat: bool = False) -> None:
        """Take the rows of a thread, or those of a list by date, where nothing stands under another."""
        self.rows = rows
        self.is_flat = is_flat
        self.parents = _parents(rows)
        self._place_by_position = {row.comment.position: place for place, row in enumerate(rows)}
        self.answered = self._answered() if is_flat else self.parents
        self._folded: set[int] = set()
        self._heights: list[int] = [1] * len(rows)
        self.visible: list[int] = list(range(len(rows)))
        self._tops: list[int] = []
        self._sum()

    # Where things are

    @property
    def lines(self) -> int:
        """How many lines the visible comments take."""
        return self._tops[-1]

    def place_of(self, position: int) -> int | None:
        """The row of the comment with a position."""
        return self._place_by_position.get(position)

    def at(self, line: int) -> tuple[int, int]:
        """The row that a line belongs to, and which of its lines it is."""
        index = min(bisect_right(self._tops, line) - 1, len(self.visible) - 1)
        return self.visible[index], line - self._tops[index]

    def between(self, first: int, last: int) -> Sequence[int]:
        """The rows on the lines from first to last."""
        if not self.visible:
            return ()
        start = max(0, bisect_right(self._tops, first) - 1)
        return self.visible[start : max(start + 1, bisect_right(self._tops, last))]

    def top_of(self, place: int) -> int:
        """The first line of a visible row."""
        return self._tops[self._index(place)]

    def height_of(self, place: int) -> int:
        """How many lines a visible row takes."""
        index = self._index(place)
        return self._tops[index + 1] - self._tops[index]

    # Heights

    def set_heights(self, heights: Callable[[int], int], places: Iterable[int] | None = None) -> bool:
        """Give rows (all, where none are named) the height that a function says; whether any was another."""
        changed = False
        for place in range(len(self.rows)) if places is None else places:
            height = heights(place)
            if height != self._heights[place]:
                self._heights[place] = height
                changed = True
        if changed:
            self._sum()
        return changed

    # Folding

    def is_folded(self, place: int) -> bool:
        """Whether the answers to a comment are folded away."""
        return place in self._folded

    def fold(self, place: int, *, folded: bool) -> None:
        """Fold the answers to a comment away, or show them."""
        if self.rows[place].below:
            (self._folded.add if folded else self._folded.discard)(place)
            self._see()

    def fold_from(self, level: int | None) -> None:
        """Fold every branch that begins on a level or deeper, and no other; show everything where there is none."""
        self._folded = (
            set()
            if level is None
            else {place for place, row in enumerate(self.rows) if row.below and row.depth >= level}
        )
        self._see()

    def reveal(self, place: int) -> None:
        """Open every fold that hides a comment."""
        parent = self.parents[place]
        while parent is not None:
            self._folded.discard(parent)
            parent = self.parents[parent]
        self._see()

    def nearest_visible(self, place: int) -> int:
        """The comment itself, or the outermost folded one that it is under."""
        nearest = place
        parent = self.parents[place]
        while parent is not None:
            if parent in self._folded:
                nearest = parent
            parent = self.parents[parent]
        return nearest

    # Neighbours

    def next_visible(self, place: int, step: int) -> int:
        """The visible row some steps on, as far as there are any."""
        index = min(max(0, self._index(place) + step), len(self.visible) - 1)
        return self.visible[index]

    def next_level(self, place: int, step: int) -> int | None:
        """The next comment that is no deeper, or the one before; what stands under others is passed over."""
        index = self._index(place) + step
        while 0 <= index < len(self.visible):
            if self.rows[self.visible[index]].depth <= self.rows[place].depth:
                return self.visible[index]
            index += step
        return None

    def next_top(self, place: int, step: int) -> int | None:
        """The next comment on the post itself; backwards, that of this branch comes first."""
        index = self._index(place) + step
        while 0 <= index < len(self.visible):
            if self.rows[self.visible[index]].depth == 0:
                return self.visible[index]
            index += step
        return None

    def _answered(self) -> list[int | None]:
        places = self._place_by_position
        return [
            None if row.comment.reply_to is None else places.get(row.comment.reply_to) for row in self.rows
        ]

    def _index(self, place: int) -> int:
        return bisect_right(self.visible, place) - 1

    def _see(self) -> None:
        """Find the visible rows: below a folded one all are skipped at once."""
        self.visible = []
        place = 0
        while place < len(self.rows):
            self.visible.append(place)
            place += 1 + (self.rows[place].below if place in self._folded else 0)
        self._sum()

    def _sum(self) -> None:
        # A folded row has one line more: the one that says what is folded away.
        heights = (self._heights[place] + (place in self._folded) for place in self.visible)
        self._tops = list(accumulate(heights, initial=0))


def _parents(rows: Sequence[ThreadRow]) -> list[int | None]:
    """The row above each in the tree."""
    parents: list[int | None] = []
    path: list[int] = []
    for place, row in enumerate(rows):
        del path[row.depth :]
        parents.append(path[-1] if path else None)
        path.append(place)
    return parents


def by_date(comments: Sequence[Comment]) -> list[ThreadRow]:
    """The comments in the order of their dates, all on one level; one without a date stays after the one before it."""
    dates: list[tuple[str, int]] = []
    date = ""
    for comment in comments:
        date = comment.published or date
        dates.append((date, comment.position))
    ordered = sorted(zip(dates, comments, strict=True), key=lambda entry: entry[0])
    return [
        ThreadRow(comment, 0, index == len(comments) - 1, (), "reply_to" in comment.guesses, 0)
        for index, (_, comment) in enumerate(ordered)
    ]
