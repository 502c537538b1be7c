"""Folding a thread and finding one's way in it, without a screen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.threads import thread
from reader.tui.comments.forest import Forest
from reader.tui.comments.guides import body_guides, head_guides

from .blogs import COMMENTS, WHY_REPLY, comment, many_comments


def positions(forest: Forest) -> list[int]:
    """The comments that are to be seen, by position."""
    return [forest.rows[place].comment.position for place in forest.visible]


def test_folding_hides_all_answers() -> None:
    """A folded comment hides everything under it and nothing else."""
    forest = Forest(thread(COMMENTS))

    forest.fold(0, folded=True)

    assert positions(forest) == [1, 5]


def test_a_comment_without_answers_does_not_fold() -> None:
    """Folding what has nothing under it changes nothing."""
    forest = Forest(thread(COMMENTS))

    forest.fold(4, folded=True)

    assert not forest.is_folded(4)
    assert positions(forest) == [1, 2, 3, 4, 5]


def test_hidden_comment_is_revealed() -> None:
    """A comment that a search found is shown, however many folds hide it, and the others stay folded."""
    forest = Forest(thread(many_comments(80, 40)))
    forest.fold_from(0)

    forest.reveal(3)

    assert positions(forest) == [1, 2, 3, 4, 41]


def test_focus_goes_to_the_fold() -> None:
    """The nearest visible comment is the outermost folded one above a hidden comment."""
    forest = Forest(thread(COMMENTS))
    forest.fold_from(0)

    assert [forest.nearest_visible(place) for place in range(5)] == [0, 0, 0, 0, 4]


@given(
    st.lists(st.integers(1, 9), min_size=12, max_size=12), st.sets(st.integers(0, 11)), st.integers(0, 200)
)
def test_every_line_belongs_to_the_row_that_is_there(heights: list[int], folds: set[int], line: int) -> None:
    """Rows follow each other without gap or overlap, with one line more for each fold."""
    forest = Forest(thread(many_comments(12, 5)))
    forest.set_heights(lambda place: heights[place])
    for place in folds:
        forest.fold(place, folded=True)

    expected = [
        (place, part) for place in forest.visible for part in range(heights[place] + forest.is_folded(place))
    ]

    assert [forest.at(number) for number in range(forest.lines)] == expected
    assert all(forest.at(forest.top_of(place)) == (place, 0) for place in forest.visible)
    assert (
        list(forest.between(line, line + 5))
        == sorted({place for place, _ in (expected + expected[-1:])[min(line, len(expected)) : line + 6]})
        or line >= forest.lines
    )


def test_guides_tell_stated_from_guessed() -> None:
    """Solid lines lead to answers that the dump states, dotted ones to those that were guessed."""
    rows = thread(COMMENTS)

    heads = [head_guides(row, 9) for row in rows]
    bodies = [
        body_guides(rows[place], 9, rows[place + 1] if rows[place].below else None) for place in range(4)
    ]

    assert heads == ["", "├─ ", "│  ╰╌ ", "╰─ ", ""]
    assert bodies == ["│  ", "│  ┊  ", "│     " + "   ", "      "]


def test_guides_beyond_the_width_are_marked() -> None:
    """A comment deeper than the width can show has a sign, and keeps its guess apart."""
    rows = thread([comment(1, "a", "x"), *(_answer(place) for place in range(2, 6))])

    assert [head_guides(row, 2) for row in rows] == ["", "╰─ ", "   ╰─ ", "   »╌ ", "   »─ "]


def _answer(place: int):  # type: ignore[no-untyped-def]  # a Comment
    guesses = {"reply_to": WHY_REPLY} if place == 4 else {}
    return comment(place, "b", "y", reply_to=place - 1, depth=place - 1, guesses=guesses)
