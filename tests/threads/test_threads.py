"""Comments in the order of their thread."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.models import Comment
from reader.threads import ThreadRow, thread


def said(position: int, reply_to: int | None = None, *, guessed: bool = False) -> Comment:
    """A comment of which only its place matters."""
    guesses = {"reply_to": "it names the author"} if guessed else {}
    return Comment(position, None, None, reply_to, 0, "comment", "", guesses=guesses)


def places(*answers: int | None) -> list[tuple[int, int]]:
    """(position, depth) in thread order, of comments that answer these positions."""
    rows = thread([said(position, reply_to) for position, reply_to in enumerate(answers, 1)])
    return [(row.comment.position, row.depth) for row in rows]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ((), []),
        ((None, None, None), [(1, 0), (2, 0), (3, 0)]),
        ((None, None, 1), [(1, 0), (3, 1), (2, 0)]),
        ((None, 1, 2, 1), [(1, 0), (2, 1), (3, 2), (4, 1)]),
        ((None, 1, None, 1, 3), [(1, 0), (2, 1), (4, 1), (3, 0), (5, 1)]),
        ((2, None), [(2, 0), (1, 1)]),
        ((None, 9), [(1, 0), (2, 0)]),
        ((1, 1), [(1, 0), (2, 1)]),
        ((2, 1), [(1, 0), (2, 1)]),
        ((3, 3, 2), [(2, 0), (3, 1), (1, 2)]),
        ((None, 4, 2, 3, 3), [(1, 0), (2, 0), (3, 1), (4, 2), (5, 2)]),
    ],
    ids=[
        "none",
        "flat",
        "answer",
        "deep",
        "siblings",
        "later",
        "unknown",
        "itself",
        "pair",
        "into a pair",
        "circle",
    ],
)
def test_order_and_depth(answers: tuple[int | None, ...], expected: list[tuple[int, int]]) -> None:
    """Each answer stands under what it answers, a circle opens at its first comment."""
    assert places(*answers) == expected


def test_rails() -> None:
    """A row knows on which levels a sibling is still to come, and whether that sibling's place is a guess."""
    comments = [said(1), said(2, 1), said(3, 2), said(4, 1, guessed=True), said(5)]

    assert [
        (row.comment.position, row.last, row.rails, row.guessed, row.below) for row in thread(comments)
    ] == [
        (1, False, (), False, 3),
        (2, False, (True,), False, 1),
        (3, True, (True, None), False, 0),
        (4, True, (None,), True, 0),
        (5, True, (), False, 0),
    ]


def test_stated_sibling_draws_a_stated_rail() -> None:
    """The rail to a sibling whose place was stated is no guess."""
    rows = thread([said(1), said(2, 1, guessed=True), said(3, 1)])

    assert [row.rails for row in rows] == [(), (False,), (None,)]
    assert [row.guessed for row in rows] == [False, True, False]


def test_guess_that_leads_nowhere_is_none() -> None:
    """A comment at the top answers nothing, so that nothing about its place was guessed."""
    (row,) = thread([said(1, 7, guessed=True)])

    assert (row.depth, row.guessed) == (0, False)


def parents(rows: list[ThreadRow]) -> dict[int, int | None]:
    """Under which comment each row stands, told from the depths alone."""
    found: dict[int, int | None] = {}
    way: list[int] = []
    for row in rows:
        assert row.depth <= len(way)
        found[row.comment.position] = way[row.depth - 1] if row.depth else None
        way[row.depth :] = [row.comment.position]
    return found


@given(st.lists(st.none() | st.integers(-1, 14), max_size=12))
def test_any_comments_make_a_thread(answers: list[int | None]) -> None:
    """Every comment stands in the thread once, under what it answers or at the top, whatever they state."""
    comments = [said(position, reply_to) for position, reply_to in enumerate(answers, 1)]
    rows = thread(comments)
    stands_under = parents(rows)

    assert sorted(row.comment.position for row in rows) == [comment.position for comment in comments]
    for row in rows:
        own = row.comment.position
        assert stands_under[own] in (row.comment.reply_to, None)
        assert len(row.rails) == row.depth
        assert row.last == (
            not any(other > own and stands_under[other] == stands_under[own] for other in stands_under)
        )
        assert row.below == sum(_is_above(own, other, stands_under) for other in stands_under)
        if stands_under[own] is None and row.comment.reply_to in stands_under:
            assert row.comment.reply_to is not None
            assert own == row.comment.reply_to or _is_above(own, row.comment.reply_to, stands_under)


def _is_above(upper: int, lower: int, stands_under: dict[int, int | None]) -> bool:
    place = stands_under[lower]
    while place is not None and place != upper:
        place = stands_under[place]
    return place == upper


@pytest.mark.parametrize("shape", ["flat", "random", "deep", "circle"])
def test_long_threads_take_little_time(shape: str) -> None:
    """Five thousand comments, two thousand levels, or one great circle are put in order in half a second."""
    chance = random.Random(5)
    answers: dict[str, list[int | None]] = {
        "flat": [None] * 5000,
        "random": [None, *(chance.randrange(1, position) for position in range(2, 5001))],
        "deep": [None, *range(1, 2000)],
        "circle": [2000, *range(1, 2000)],
    }
    comments = [said(position, reply_to) for position, reply_to in enumerate(answers[shape], 1)]

    taken: list[float] = []
    for _ in range(3):  # what else this process has kept is looked through for garbage now and then
        start = time.process_time()
        rows = thread(comments)
        taken.append(time.process_time() - start)

    assert min(taken) < 0.5
    assert len(rows) == len(comments)
    assert max(row.depth for row in rows) == {"flat": 0, "deep": 1999, "circle": 1999}.get(
        shape, max(row.depth for row in rows)
    )
